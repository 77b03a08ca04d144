using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class RankingTests
{
    private static readonly SchemeContent Scheme = Of(
        Direct("I", null, 50), Direct("II", null, 30), Direct("III", null, 20),
        new("T", null, "Thưởng", CriterionKind.Bonus, P(10)),
        new("P", null, "Trừ", CriterionKind.Penalty, P(10)));

    [Fact]
    public void Equals_share_a_rank_and_the_next_is_as_far_on_as_they_are_many()
    {
        var ranking = Rank(Scheme, ("d", 40, 30, 20), ("b", 50, 25, 20), ("a", 50, 30, 20), ("c", 45, 30, 20));

        Assert.Equal([("a", 1, false), ("b", 2, true), ("c", 2, true), ("d", 4, false)], ranking.Places.Select(place => (place.Unit, place.Rank, place.IsShared)));
        Assert.Equal("Hạng 1 với 100 điểm.", ranking.Places[0].Explanation.Vi);
        Assert.Equal("Hạng 2 với 95 điểm, đồng hạng với Sở C (bảng điểm không có tiêu chí phụ).", ranking.Places[1].Explanation.Vi);
        Assert.Equal("Rank 2 with 95 points, shared with Sở B (the scheme declares no tie-break).", ranking.Places[2].Explanation.En);
    }

    [Fact]
    public void Tie_breaks_separate_in_the_order_declared_and_say_why()
    {
        var scheme = Scheme with { TieBreaks = [new(TieBreakKind.MoreSectionsAtMaximum), new(TieBreakKind.HigherPointsIn, "I")] };
        var ranking = Rank(scheme, ("a", 48, 28, 19), ("b", 45, 30, 20), ("c", 49, 27, 19), ("d", 48, 28, 19));

        Assert.Equal([("b", 1), ("c", 2), ("a", 3), ("d", 3)], ranking.Places.Select(place => (place.Unit, place.Rank)));
        Assert.Equal("Hạng 1 với 95 điểm; bằng điểm Sở C và xếp trước vì số phần đạt điểm tối đa là 2 so với 0.", ranking.Places[0].Explanation.Vi);
        Assert.Equal(
            "Hạng 2 với 95 điểm; bằng điểm Sở B nhưng xếp sau vì số phần đạt điểm tối đa là 0 so với 2; bằng điểm Sở A và xếp trước vì tiêu chí I là 49 điểm so với 48 điểm.",
            ranking.Places[1].Explanation.Vi);
        Assert.Equal(
            "Rank 3 with 95 points, shared with Sở D (equal in every tie-break); equal to Sở C but after it (criterion I: 48 points against 49 points).",
            ranking.Places[2].Explanation.En);
    }

    [Fact]
    public void Fewer_deductions_a_higher_base_or_more_bonus_may_decide()
    {
        var plain = ("a", SheetContent.Of(Entry("I", 50)));
        var lifted = ("b", SheetContent.Of(Entry("I", 50), Entry("T", 5), Entry("P", 5)));

        Assert.Equal("a", First(TieBreakKind.FewerDeductions));
        Assert.Equal("b", First(TieBreakKind.HigherBonus));
        Assert.Equal("a", Ranking.Of(
            Scheme with { TieBreaks = [new(TieBreakKind.HigherBase)] },
            [Contender("b", Scheme, Entry("I", 45), Entry("T", 5)), Contender("a", Scheme, Entry("I", 50))]).Places[0].Unit);

        string First(TieBreakKind kind) => Ranking.Of(
            Scheme with { TieBreaks = [new(kind)] },
            [Contender(lifted.Item1, Scheme, [.. lifted.Item2.Entries]), Contender(plain.Item1, Scheme, [.. plain.Item2.Entries])]).Places[0].Unit;
    }

    [Fact]
    public void Units_without_a_sheet_stand_apart_with_the_reason()
    {
        var ranking = Ranking.Of(Scheme, [
            Contender("a", Scheme, Entry("I", 10)),
            new("b", "Sở B", null),
            Contender("c", Scheme, Entry("I", 50)) with { WhyUnranked = new("Không xét: không đăng ký thi đua.", "Not considered: no registration.") },
        ]);

        Assert.Equal(["a"], ranking.Places.Select(place => place.Unit));
        Assert.Equal(
            [("b", "Chưa nộp bảng điểm."), ("c", "Không xét: không đăng ký thi đua.")],
            ranking.Unranked.Select(unit => (unit.Unit, unit.Reason.Vi)));
    }

    [Fact]
    public void Units_with_different_assignments_are_ranked_by_percentage_of_the_assigned()
    {
        var scheme = Of(Direct("I", null, 70), Direct("II", null, 30)) with { Basis = ScoreBasis.PercentOfAssigned };
        var ranking = Ranking.Of(scheme, [
            Contender("a", scheme, Entry("I", 65), Entry("II", 25)),
            new("b", "Sở B", SheetScores.Compute(scheme.Tree(), SheetContent.Of(Entry("I", 68.4m)) with { NotApplicable = new HashSet<string> { "II" } })),
            new("c", "Sở C", SheetScores.Compute(scheme.Tree(), SheetContent.Of() with { NotApplicable = new HashSet<string> { "I", "II" } })),
        ]);

        Assert.Equal([("b", "Hạng 1 với 97,71 %."), ("a", "Hạng 2 với 90 %.")], ranking.Places.Select(place => (place.Unit, place.Explanation.Vi)));
        Assert.Equal("c", Assert.Single(ranking.Unranked).Unit);
    }

    [Fact]
    public void By_percentage_a_tie_break_compares_shares_of_what_is_assigned_not_points()
    {
        var scheme = Of(Group("I", null, 60), Direct("I.1", "I", 40), Direct("I.2", "I", 20), Direct("II", null, 40)) with
        {
            Basis = ScoreBasis.PercentOfAssigned,
            TieBreaks = [new(TieBreakKind.HigherPointsIn, "I")],
        };

        var ranking = Ranking.Of(scheme, [
            Contender("b", scheme, Entry("I.1", 40), Entry("I.2", 8), Entry("II", 37)),
            new("a", "Sở A", SheetScores.Compute(scheme.Tree(), SheetContent.Of(Entry("I.1", 36), Entry("II", 32)) with { NotApplicable = new HashSet<string> { "I.2" } })),
        ]);

        Assert.Equal([("a", 1), ("b", 2)], ranking.Places.Select(place => (place.Unit, place.Rank)));
        Assert.Contains("tiêu chí I là 90 % so với 80 %", ranking.Places[0].Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bonus_that_is_not_ranked_moves_nobody()
    {
        var scheme = Scheme with { BonusRanked = false };

        Assert.Equal("a", Ranking.Of(scheme, [Contender("b", scheme, Entry("I", 49), Entry("T", 10)), Contender("a", scheme, Entry("I", 50))]).Places[0].Unit);
    }

    [Fact]
    public void A_long_list_of_equals_is_told_shortly() => Assert.Contains(
        "đồng hạng với Sở B, Sở C, Sở D và 1 đơn vị khác",
        Rank(Scheme, ("a", 1, 1, 1), ("b", 1, 1, 1), ("c", 1, 1, 1), ("d", 1, 1, 1), ("e", 1, 1, 1)).Places[0].Explanation.Vi,
        StringComparison.Ordinal);

    private static Contender Contender(string unit, SchemeContent scheme, params ScoreEntry[] entries) =>
        new(unit, $"Sở {unit.ToUpperInvariant()}", SheetScores.Compute(scheme.Tree(), SheetContent.Of(entries)));

    private static Ranking Rank(SchemeContent scheme, params (string Unit, decimal I, decimal Ii, decimal Iii)[] units) => Ranking.Of(
        scheme,
        units.Select(unit => Contender(unit.Unit, scheme, Entry("I", unit.I), Entry("II", unit.Ii), Entry("III", unit.Iii))));

    [Theory]
    [InlineData(nameof(TieBreakKind.MoreSectionsAtMaximum), "số phần đạt điểm tối đa là 1 so với 0", "sections at their maximum: 1 against 0")]
    [InlineData(nameof(TieBreakKind.HigherPointsIn), "tiêu chí I là 50 điểm so với 45 điểm", "criterion I: 50 points against 45 points")]
    [InlineData(nameof(TieBreakKind.HigherBase), "điểm trước thưởng và trừ là 50 điểm so với 45 điểm", "points before bonus and penalty: 50 points against 45 points")]
    public void Each_tie_break_says_what_stood_against_what(string kind, string vietnamese, string english) => Assert.Equal(
        ($"Hạng 1 với 50 điểm; bằng điểm Sở B và xếp trước vì {vietnamese}.", $"Rank 1 with 50 points; equal to Sở B and before it ({english})."),
        Told(Enum.Parse<TieBreakKind>(kind), Contender("a", Scheme, Entry("I", 50)), Contender("b", Scheme, Entry("I", 45), Entry("T", 5))));

    [Fact]
    public void Deductions_and_bonus_are_told_without_their_sign()
    {
        Contender plain = Contender("a", Scheme, Entry("I", 50)), lifted = Contender("b", Scheme, Entry("I", 50), Entry("T", 5.5m), Entry("P", 5.5m));

        Assert.Equal(
            ("Hạng 1 với 50 điểm; bằng điểm Sở B và xếp trước vì điểm trừ là 0 so với 5,5.", "Rank 1 with 50 points; equal to Sở B and before it (deductions: 0 against 5.5)."),
            Told(TieBreakKind.FewerDeductions, plain, lifted));
        Assert.Equal(
            ("Hạng 1 với 50 điểm; bằng điểm Sở A và xếp trước vì điểm thưởng là 5,5 so với 0.", "Rank 1 with 50 points; equal to Sở A and before it (bonus: 5.5 against 0)."),
            Told(TieBreakKind.HigherBonus, plain, lifted));
    }

    [Fact]
    public void A_place_behind_and_a_shared_place_are_told_in_both_languages()
    {
        var scheme = Scheme with { TieBreaks = [new(TieBreakKind.HigherPointsIn, "I")] };
        var ranking = Rank(scheme, ("a", 50, 0, 0), ("b", 45, 5, 0), ("c", 45, 5, 0));

        Assert.Equal(
            ("Hạng 2 với 50 điểm, đồng hạng với Sở C (mọi tiêu chí phụ đều bằng nhau); bằng điểm Sở A nhưng xếp sau vì tiêu chí I là 45 điểm so với 50 điểm.",
                "Rank 2 with 50 points, shared with Sở C (equal in every tie-break); equal to Sở A but after it (criterion I: 45 points against 50 points)."),
            (ranking.Places[1].Explanation.Vi, ranking.Places[1].Explanation.En));
        Assert.Contains(
            "shared with Sở B, Sở C, Sở D and 2 more",
            Rank(Scheme, ("a", 1, 1, 1), ("b", 1, 1, 1), ("c", 1, 1, 1), ("d", 1, 1, 1), ("e", 1, 1, 1), ("f", 1, 1, 1)).Places[0].Explanation.En,
            StringComparison.Ordinal);
        Assert.Contains("đồng hạng với Sở B, Sở C, Sở D (", Rank(Scheme, ("a", 1, 1, 1), ("b", 1, 1, 1), ("c", 1, 1, 1), ("d", 1, 1, 1)).Places[0].Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_unit_stands_apart_is_said_in_both_languages()
    {
        var scheme = Of(Direct("I", null, 70)) with { Basis = ScoreBasis.PercentOfAssigned };
        var ranking = Ranking.Of(scheme, [
            new("b", "Sở B", null),
            new("a", "Sở A", SheetScores.Compute(scheme.Tree(), SheetContent.Of() with { NotApplicable = new HashSet<string> { "I" } })),
        ]);

        Assert.Equal(
            [
                ("a", "Không có tiêu chí nào được giao nên không xếp hạng.", "Nothing is assigned to the unit, so it has no rank."),
                ("b", "Chưa nộp bảng điểm.", "No score sheet was submitted."),
            ],
            ranking.Unranked.Select(unit => (unit.Unit, unit.Reason.Vi, unit.Reason.En)));
    }

    private static (string Vi, string En) Told(TieBreakKind kind, params Contender[] contenders)
    {
        var first = Ranking.Of(Scheme with { TieBreaks = [new(kind, kind == TieBreakKind.HigherPointsIn ? "I" : null)] }, contenders).Places[0].Explanation;
        return (first.Vi, first.En);
    }
}
