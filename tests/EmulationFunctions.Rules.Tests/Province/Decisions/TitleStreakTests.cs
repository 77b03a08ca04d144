using EmulationFunctions.Province.Decisions;

namespace EmulationFunctions.Rules.Tests.Province.Decisions;

/// <summary>Titles of years in a row, also where other units took over.</summary>
public sealed class TitleStreakTests
{
    private const string Flag = "co-thi-dua-ubnd-tinh";

    [Fact]
    public void Years_are_in_a_row_up_to_the_last_one_and_a_gap_ends_them()
    {
        var streaks = TitleStreak.Of([Given("so-a", 2021), Given("so-a", 2023), Given("so-a", 2024), Given("so-a", 2025), Given("so-a", 2025, "bang-khen")], _ => Only("so-a"));

        Assert.Equal([new("bang-khen", 1, 2025, 2025), new(Flag, 3, 2023, 2025)], streaks);
    }

    [Fact]
    public void What_was_taken_back_counts_for_nothing()
    {
        var revoked = Given("so-a", 2024) with { Revoked = new DateOnly(2025, 6, 1) };

        Assert.Equal(new(Flag, 1, 2025, 2025), Assert.Single(TitleStreak.Of([Given("so-a", 2023), revoked, Given("so-a", 2025)], _ => Only("so-a"))));
        Assert.Empty(TitleStreak.Of([revoked], _ => Only("so-a")));
    }

    [Fact]
    public void A_unit_that_took_over_goes_on_from_a_year_only_where_all_it_took_over_were_given_the_award()
    {
        RecordedTitle[] both = [Given("so-cu-1", 2023), Given("so-cu-2", 2023), Given("so-cu-1", 2024), Given("so-cu-2", 2024), Given("so-moi", 2025)];

        Assert.Equal(new(Flag, 3, 2023, 2025), Assert.Single(TitleStreak.Of(both, Stood)));
        Assert.Equal(new(Flag, 2, 2024, 2025), Assert.Single(TitleStreak.Of(both.Where(title => title is not { Year: 2023, Unit: "so-cu-2" }), Stood)));
        Assert.Equal(new(Flag, 1, 2025, 2025), Assert.Single(TitleStreak.Of(both.Where(title => title is not { Year: 2024, Unit: "so-cu-2" }), Stood)));

        // The two ended on 1 March 2025: at the end of that year only the new one stood.
        static IReadOnlySet<string> Stood(int year) => year < 2025 ? new HashSet<string> { "so-cu-1", "so-cu-2" } : Only("so-moi");
    }

    [Fact]
    public void A_row_of_years_is_as_long_under_one_name_as_under_the_names_of_units_that_followed_each_other() => Law.HoldsForEverySeed(random =>
    {
        var changes = Enumerable.Range(2010, 16).Where(_ => random.Next(4) == 0).ToList();
        string Of(int year) => $"so-{changes.Count(change => change <= year)}";
        var years = Enumerable.Range(2010, 16).Where(_ => random.Next(3) > 0).ToList();

        var under = TitleStreak.Of(years.Select(year => Given(Of(year), year)), year => Only(Of(year)));
        var one = TitleStreak.Of(years.Select(year => Given("so-a", year)), _ => Only("so-a"));

        return under.SequenceEqual(one) && one.All(streak => streak.Last == years.Max() && Enumerable.Range(streak.Since, streak.Years).All(years.Contains) && !years.Contains(streak.Since - 1));
    });

    private static RecordedTitle Given(string unit, int year, string award = Flag) => new(year, unit, award, $"qd-{year}", "1/QĐ-UBND", new(year, 12, 28), "Chủ tịch Ủy ban nhân dân tỉnh", null, null);

    private static IReadOnlySet<string> Only(string unit) => new HashSet<string> { unit };
}
