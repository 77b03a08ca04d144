using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>Units that nothing computed separates, with and without a ballot or a decision.</summary>
public sealed class TieDecisionTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly SchemeContent Scheme = Of(Direct("I", null, 60), Direct("II", null, 40)) with
    {
        TieBreaks = [new(TieBreakKind.HigherPointsIn, "I"), new(TieBreakKind.ShareOfWomen), new(TieBreakKind.Ballot), new(TieBreakKind.Decision)],
    };

    [Fact]
    public void A_ballot_orders_the_tied_and_both_are_told_what_was_compared_and_by_what_they_stand()
    {
        var ranking = Rank([Ballot("b", "a")], ("a", 50, 30), ("b", 50, 30), ("c", 40, 30));

        Assert.Equal([("b", 1, false), ("a", 2, false), ("c", 3, false)], ranking.Places.Select(place => (place.Unit, place.Rank, place.IsShared)));
        Assert.Equal(
            "Hạng 2 với 80 điểm; bằng nhau về mọi tiêu chí phụ (tiêu chí I là 50 điểm, tập thể có từ 70 % nữ trở lên (Nghị định 152/2025, Điều 4 khoản 6): không) với 1 đơn vị khác, "
            + "thứ tự theo kết quả bỏ phiếu ngày 20/12/2026: Biên bản 3 (Bầu tại hội nghị.; 5/8 phiếu).",
            ranking.Places[1].Explanation.Vi);
        Assert.Equal(
            "Rank 1 with 80 points; equal to 1 more in every tie-break (criterion I: 50 points, at least 70 % women (Decree 152/2025, article 4(6)): no), "
            + "in the order of a ballot of 2026-12-20: Biên bản 3 (Bầu tại hội nghị.; 5/8 phiếu).",
            ranking.Places[0].Explanation.En);
    }

    [Fact]
    public void Until_people_decide_the_rank_is_shared_and_the_sentence_says_what_is_still_missing()
    {
        var place = Rank([], ("a", 50, 30), ("b", 50, 30)).Places[0];

        Assert.True(place.IsShared);
        Assert.Equal(
            "Rank 1 with 80 points, shared with Sở B (equal in every tie-break: criterion I: 50 points, at least 70 % women (Decree 152/2025, article 4(6)): no; "
            + "there is no ballot or decision about them yet).",
            place.Explanation.En);
        Assert.EndsWith("; chưa có kết quả bỏ phiếu hoặc quyết định về các đơn vị này).", place.Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_that_only_has_people_decide_says_that_nothing_is_computed() => Assert.Contains(
        "the scheme declares no tie-break that is computed; there is no decision about them yet",
        Ranking.Of(Scheme with { TieBreaks = [new(TieBreakKind.Decision)] }, [Contender("a", 1, 1), Contender("b", 1, 1)]).Places[0].Explanation.En,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b,c", "A third is named that is not equal.")]
    [InlineData("a", "One of the tied is not named.")]
    [InlineData("a,c", "Another is equal now.")]
    public void A_decision_about_others_than_the_tied_changes_nothing_and_whom_it_names_is_told(string units, string why)
    {
        var ranking = Rank([Ballot(units.Split(','))], ("a", 50, 30), ("b", 50, 30), ("c", 40, 30));

        Assert.Equal([("a", 1), ("b", 1), ("c", 3)], ranking.Places.Select(place => (place.Unit, place.Rank)));
        Assert.Contains("the ballot Biên bản 3 no longer fits and does not count: other units are equal now", ranking.Places[0].Explanation.En, StringComparison.Ordinal);
        Assert.Contains("kết quả bỏ phiếu Biên bản 3 không còn phù hợp nên không được tính", ranking.Places[0].Explanation.Vi, StringComparison.Ordinal);
        Assert.All(ranking.Places, place => Assert.Null(place.Decision));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void A_kind_that_the_scheme_does_not_name_separates_nobody()
    {
        var scheme = Scheme with { TieBreaks = [new(TieBreakKind.Decision)] };

        Assert.All(Ranking.Of(scheme, [Contender("a", 1, 1), Contender("b", 1, 1)], [Ballot("b", "a")]).Places, place => Assert.True(place.IsShared));
    }

    [Fact]
    public void Of_a_ballot_and_a_decision_the_one_that_the_scheme_names_first_counts()
    {
        var decision = Ballot("a", "b") with { Kind = TieBreakKind.Decision };

        Assert.Equal(["b", "a"], Rank([decision, Ballot("b", "a")], ("a", 50, 30), ("b", 50, 30)).Places.Select(place => place.Unit));
        Assert.Equal(["a", "b"], Rank([decision], ("a", 50, 30), ("b", 50, 30)).Places.Select(place => place.Unit));
    }

    [Fact]
    public void What_is_decided_moves_nobody_else()
    {
        (string, decimal, decimal)[] units = [("z", 60, 40), ("a", 50, 30), ("b", 50, 30), ("c", 50, 30), ("d", 49, 31), ("e", 1, 1)];
        var (before, after) = (Rank([], units), Rank([Ballot("c", "a", "b")], units));

        Assert.Equal(["z", "c", "a", "b", "d", "e"], after.Places.Select(place => place.Unit));
        Assert.Equal(
            before.Places.Where(place => !place.IsShared).Select(place => (place.Unit, place.Rank, place.Explanation.En)),
            after.Places.Where(place => place.Decision is null).Select(place => (place.Unit, place.Rank, place.Explanation.En)));
        Assert.Equal(["a", "b", "c"], Assert.Single(after.Ties));
        Assert.Equal(["a", "b", "c"], Assert.Single(before.Ties));
    }

    [Fact]
    public void Women_are_counted_exactly_at_seventy_percent_and_who_is_not_recorded_has_none()
    {
        Assert.Equal(["b", "a", "c"], Ranked(("a", 699, 1000), ("b", 7, 10), ("c", null, 0)));
        Assert.Equal(["c", "a", "b"], Ranked(("a", 6, 10), ("b", null, 0), ("c", 7000, 9999)));

        static IEnumerable<string> Ranked(params (string Unit, int? Women, int All)[] units) => Ranking.Of(
            Scheme,
            units.Select(unit => Contender(unit.Unit, 50, 30) with { Facts = new([], unit.Women is { } women ? Fraction.PercentOf(women, unit.All) : null) })).Places.Select(place => place.Unit);
    }

    [Fact]
    public void A_decision_that_names_too_many_or_too_few_is_told_each_of_them()
    {
        IReadOnlyList<IReadOnlyList<string>> ties = [["a", "b", "c"], ["x", "y"]];

        Assert.Equal(["$.units[1]", "$.units"], Paths("a", "d", "b"));
        Assert.Equal(["$.units[0]"], Paths("z", "y", "x"));
        Assert.Equal(["$.units[0]", "$.units[1]"], Paths("d", "e"));
        TieRules.DemandTie(ties, ["c", "a", "b"]);

        IEnumerable<string> Paths(params string[] units) => Assert.Throws<Refusal>(() => TieRules.DemandTie(ties, units)).Faults.Select(fault => fault.Path);
    }

    private static TieDecision Ballot(params string[] units) =>
        new(TieBreakKind.Ballot, units, "Biên bản 3", "Bầu tại hội nghị.", At, new(2026, 12, 20), "5/8 phiếu");

    private static Ranking Rank(IReadOnlyList<TieDecision> decisions, params (string Unit, decimal I, decimal Ii)[] units) =>
        Ranking.Of(Scheme, units.Select(unit => Contender(unit.Unit, unit.I, unit.Ii)), decisions);

    private static Contender Contender(string unit, decimal one, decimal two) =>
        new(unit, $"Sở {unit.ToUpperInvariant()}", SheetScores.Compute(Scheme.Tree(), SheetContent.Of(Entry("I", one), Entry("II", two))));
}
