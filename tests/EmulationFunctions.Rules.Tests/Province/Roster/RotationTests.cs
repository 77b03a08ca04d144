using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Rules.Tests.Province.Roster;

public sealed class RotationTests
{
    private static readonly string[] Order = ["so-tu-phap", "so-ngoai-vu", "so-tai-chinh"];
    private static readonly Term Last = new("khoi", 2019, "so-tu-phap", "so-ngoai-vu", null, true, false, 7);

    [Fact]
    public void The_deputy_succeeds_and_who_follows_it_in_the_order_becomes_deputy()
    {
        var suggested = Rotation.ByDeputy(Last, 2020, Order, _ => true);

        Assert.True(suggested is { Year: 2020, Head: "so-ngoai-vu", Deputy: "so-tai-chinh", IsSuggestion: true, IsConcurrentPost: true, Basis: SuggestionBasis.Deputy });
    }

    [Fact]
    public void Without_an_order_nobody_is_suggested_as_deputy_and_last_year_s_head_never_as_head()
    {
        Assert.True(Rotation.ByDeputy(Last, 2020, [], _ => true) is { Head: "so-ngoai-vu", Deputy: null });
        Assert.Null(Rotation.ByDeputy(Last with { Deputy = null }, 2020, [], _ => true));
        Assert.Null(Rotation.ByDeputy(Last, 2020, [], unit => unit == "so-tu-phap"));
    }

    [Fact]
    public void The_order_is_a_circle_and_leaves_out_who_is_in_the_bloc_no_more()
    {
        Assert.True(Rotation.ByOrder(Last, "khoi", 2020, Order, _ => true) is { Head: "so-ngoai-vu", Deputy: "so-tai-chinh" });
        Assert.True(Rotation.ByOrder(Last with { Head = "so-tai-chinh" }, "khoi", 2020, Order, _ => true) is { Head: "so-tu-phap", Deputy: "so-ngoai-vu" });
        Assert.True(Rotation.ByOrder(Last, "khoi", 2020, Order, unit => unit != "so-ngoai-vu") is { Head: "so-tai-chinh", Deputy: "so-tu-phap" });
        Assert.True(Rotation.ByOrder(null, "khoi", 2020, Order, _ => true) is { Head: "so-tu-phap", Deputy: "so-ngoai-vu" });
        Assert.Null(Rotation.ByOrder(Last, "khoi", 2020, [], _ => true));
        Assert.Null(Rotation.ByOrder(Last, "khoi", 2020, Order, _ => false));
    }

    [Fact]
    public void A_standing_unit_stays_as_long_as_it_is_in_the_bloc()
    {
        var standing = Last with { Head = null, Deputy = null, StandingUnit = "so-tai-nguyen" };

        Assert.True(Rotation.ByDeputy(standing, 2020, [], _ => true) is { Head: null, StandingUnit: "so-tai-nguyen" });
        Assert.Null(Rotation.ByDeputy(standing, 2020, [], _ => false));
    }

    [Fact]
    public void A_suggestion_follows_the_last_term_that_was_confirmed()
    {
        var suggested = Last with { Year = 2020, Head = "so-ngoai-vu", IsSuggestion = true };

        Assert.Equal(Last, Rotation.LastOf([Last, suggested], 2021));
        Assert.Equal(suggested, Rotation.LastOf([suggested], 2021));
        Assert.Null(Rotation.LastOf([Last], 2019));
    }

    [Fact]
    public void Most_votes_win_and_a_tie_has_no_winner()
    {
        Assert.Equal("so-b", Rotation.Winner([new("so-a", 2), new("so-b", 5), new("so-c", 0)]));
        Assert.Null(Rotation.Winner([new("so-a", 5), new("so-b", 5)]));
        Assert.Null(Rotation.Winner([]));
        Assert.Equal("head: so-b 5, so-a 2; deputy: so-c 7", Rotation.Text([new("so-a", 2), new("so-b", 5)], [new("so-c", 7)]));
        Assert.Null(Rotation.Text([], []));
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(null, "2025-02-28", "2025-03-01", null, false)]
    [InlineData(null, "2025-03-01", "2025-03-01", null, true)]
    [InlineData("2025-03-01", null, null, "2025-02-28", false)]
    [InlineData("2025-01-01", "2025-03-01", "2025-02-01", "2025-02-02", true)]
    public void Terms_overlap_where_they_share_a_day(string? from, string? until, string? otherFrom, string? otherUntil, bool overlap)
    {
        var (one, other) = (Last with { From = Day(from), Until = Day(until) }, Last with { From = Day(otherFrom), Until = Day(otherUntil) });

        Assert.Equal((overlap, overlap), (one.Overlaps(other), other.Overlaps(one)));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);
    }

    [Theory]
    [InlineData("2025-02-28", "so-a", "so-b")] // the last day before it ends
    [InlineData("2025-03-01", null, "so-b")] // the head is no more: its deputy stands in
    [InlineData("2024-12-20", null, null)] // the term has not begun
    [InlineData("2024-12-21", "so-a", "so-b")] // the day of the handover
    public void A_unit_leads_from_the_first_day_of_its_term_while_it_is_in_the_bloc(string day, string? head, string? deputy)
    {
        var cycle = CalendarTemplate.Default.In(2025) with { Blocs = [new("khoi", null)] };
        var term = new Term("khoi", 2025, "so-a", "so-b", null, false, false, 1) { From = new(2024, 12, 21) };
        Membership[] history = [new("khoi", "so-a", new(2016, 1, 1), new(2025, 2, 28), null, null, 1), new("khoi", "so-b", new(2016, 1, 1), null, null, null, 1)];

        Assert.Equal(new Leaders(head, deputy), BlocHeads.LeadersOn(DateOnly.Parse(day, null), term, cycle, history));
        Assert.Equal(Leaders.Nobody, BlocHeads.LeadersOn(DateOnly.Parse(day, null), term with { IsSuggestion = true }, cycle, history));
        Assert.Equal(new Leaders(head, deputy), BlocHeads.OfYear(DateOnly.Parse(day, null), [term], cycle, history));
        Assert.Equal(Leaders.Nobody, BlocHeads.OfYear(DateOnly.Parse(day, null), [term with { IsSuggestion = true }], cycle, history));
    }

    [Theory]
    [InlineData("2025-07-31", "so-a")]
    [InlineData("2025-08-01", "so-c")]
    [InlineData("2025-12-31", "so-c")]
    [InlineData("2027-01-01", "so-c")] // rights have long ended; who led the year has not changed
    public void Who_led_a_year_on_a_day_is_a_matter_of_its_terms_and_not_of_rights(string day, string head)
    {
        var cycle = CalendarTemplate.Default.In(2025) with { Blocs = [new("khoi", null)] };
        Term[] terms =
        [
            new("khoi", 2025, "so-a", "so-b", null, false, false, 1) { Until = new(2025, 7, 31) },
            new("khoi", 2025, "so-c", "so-b", null, false, false, 1) { From = new(2025, 8, 1), IsLater = true },
            new("khoi", 2025, "so-b", null, null, false, true, 1),
        ];
        Membership[] history = [.. new[] { "so-a", "so-b", "so-c" }.Select(unit => new Membership("khoi", unit, new(2016, 1, 1), new(2026, 5, 1), null, null, 1))];

        Assert.Equal(new Leaders(head, "so-b"), BlocHeads.OfYear(DateOnly.Parse(day, null), terms, cycle, history));
    }
}
