using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData(9, 9, "HTXSNV")]        // 90, every criterion at 90 %
    [InlineData(8.5, 9.5, "HTXSNV")]    // 94, the lowest at exactly 85 %
    [InlineData(8.49, 9.5, "HTTNV")]    // 93.99, one at 84.9 %
    [InlineData(7.99, 9.5, "HTNV")]     // 93.49, one at 79.9 %
    [InlineData(6.99, 10, "KHTNV")]     // 96.99, one at 69.9 %
    [InlineData(8.99, 9, "HTTNV")]      // 89.99
    [InlineData(7, 7, "HTNV")]
    [InlineData(6.99, 7, "KHTNV")]
    public void Scheme_A_of_Nghe_An_77_2025_needs_90_points_and_85_percent_of_every_criterion(decimal first, decimal others, string expected) =>
        Assert.Equal(expected, ClassifyA(first, others).Rung!.Code);

    [Theory]
    [InlineData(84.99, 95.01, "HTTNV")]
    [InlineData(85, 95, "HTXSNV")]
    public void Scheme_A_of_Nghe_An_77_2025_90_with_one_criterion_at_84_99_percent_is_not_enough(decimal first, decimal second, string expected)
    {
        var scheme = Of(Direct("1", null, 100), Direct("2", null, 100)) with { Ladder = A.Ladder, Basis = ScoreBasis.PercentOfAssigned };
        var scores = scheme.Tree().Score(("1", first), ("2", second));

        Assert.Equal(P(90), scores.ClassifiedValue);
        Assert.Equal(expected, Classification.Of(scores).Rung!.Code);
    }

    [Fact]
    public void Scheme_A_of_Nghe_An_77_2025_a_criterion_below_85_percent_keeps_a_unit_above_90_points_from_the_top_and_is_named()
    {
        var scheme = Of(Direct("1", null, 50), Direct("2", null, 50)) with { Ladder = [.. A.Ladder.Where(rung => rung.Code is "HTXSNV" or "HTTNV"), A.Ladder[3] with { Maximum = P(80) }] };
        var kept = Classification.Of(scheme.Tree().Score(("1", 42.49m), ("2", 50)));
        var reached = Classification.Of(scheme.Tree().Score(("1", 42.5m), ("2", 50)));

        Assert.Equal("HTTNV", kept.Rung!.Code);
        Assert.Equal(["1"], kept.Failures.Select(failure => failure.Criterion.Code));
        Assert.Equal(
            "92,49 điểm: Hoàn thành tốt nhiệm vụ; chưa đạt Hoàn thành xuất sắc nhiệm vụ vì tiêu chí 1 đạt 42,49/50 điểm (84,98 %), dưới mức sàn 85 %.",
            kept.Explanation.Vi);
        Assert.Contains("criterion 1 has 42.49 of 50 points", kept.Explanation.En, StringComparison.Ordinal);
        Assert.Equal("HTXSNV", reached.Rung!.Code);
    }

    [Fact]
    public void What_fails_a_floor_by_a_hair_is_not_shown_as_if_it_held()
    {
        var scheme = Of(Direct("1", null, 1_000), Direct("2", null, 1_000)) with
        {
            Ladder = [new("T", "Tốt", P(1_000), true, null, false, Floor: Share(85)), new("K", "Khá", null, false, P(1_000), false)],
        };

        Assert.Contains("(84,99 %)", Classification.Of(scheme.Tree().Score(("1", 849.99m), ("2", 1_000))).Explanation.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(95, "XS")]        // inclusive
    [InlineData(94.99, "T")]
    [InlineData(85, "T")]
    [InlineData(84.99, "K")]
    [InlineData(0, "K")]
    [InlineData(100, "XS")]
    public void Scheme_D_of_Dong_Nai_2026_has_bounds_at_95_and_85(decimal total, string expected)
    {
        var first = Math.Min(total, 33.35m);
        var second = Math.Min(total - first, 26.65m);
        var scores = D.Tree().Score(("I.1", first), ("I.2", second), ("II.1", total - first - second));

        Assert.Equal(expected, Classification.Of(scores).Rung!.Code);
    }

    [Theory]
    [InlineData(95, true, "K")]
    [InlineData(95.01, true, "XS")]
    [InlineData(95, false, "XS")]
    public void An_end_may_be_exclusive(decimal total, bool isExclusive, string expected)
    {
        var scheme = Of(Direct("1", null, 100)) with
        {
            Ladder = [new("XS", "Xuất sắc", P(95), !isExclusive, null, false), new("K", "Khá", null, false, P(95), isExclusive)],
        };

        Assert.Equal(expected, Classification.Of(scheme.Tree().Score(("1", total))).Rung!.Code);
    }

    [Fact]
    public void Scheme_D_of_Dong_Nai_2026_bonus_stands_beside_and_lifts_no_class()
    {
        var scores = D.Tree().Score(("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34), ("III", 10));

        Assert.Equal((P(94), P(10), P(104)), (scores.Base, scores.Bonus, scores.Total));
        Assert.Equal("T", Classification.Of(scores).Rung!.Code);
    }

    [Fact]
    public void Where_bonus_is_classified_the_cap_still_holds()
    {
        var scores = (D with { BonusClassified = true }).Tree().Score(("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 36), ("III", 10));

        Assert.Equal((P(100), P(106)), (scores.ClassifiedValue, scores.Total));
        Assert.Equal("XS", Classification.Of(scores).Rung!.Code);
    }

    [Fact]
    public void A_floor_does_not_look_at_what_is_not_applicable_or_void()
    {
        var content = SheetContent.Of([.. Enumerable.Range(1, 8).Select(number => Entry($"{number}", 10))]) with { NotApplicable = new HashSet<string> { "9" } };

        Assert.Empty(Classification.Of(SheetScores.Compute(A.Tree("10"), content)).Failures);
    }

    [Fact]
    public void A_criterion_may_have_a_floor_of_its_own_and_floors_may_look_at_leaves()
    {
        var scheme = Of(Group("I", null, 20), Direct("I.1", "I", 10), Direct("I.2", "I", 10)) with
        {
            Ladder = [new("T", "Tốt", P(10), true, null, false, Share(80), [new("I.2", Share(50))]), new("K", "Khá", null, false, P(10), false)],
        };
        var byLeaves = scheme with { FloorsOn = FloorScope.Leaves };

        Assert.Equal("T", Classification.Of(scheme.Tree().Score(("I.1", 10), ("I.2", 6))).Rung!.Code);
        Assert.Equal("T", Classification.Of(byLeaves.Tree().Score(("I.1", 8), ("I.2", 5))).Rung!.Code);
        Assert.Equal("K", Classification.Of(byLeaves.Tree().Score(("I.1", 7.99m), ("I.2", 5))).Rung!.Code);
        Assert.Equal("K", Classification.Of(byLeaves.Tree().Score(("I.1", 10), ("I.2", 4.99m))).Rung!.Code);
    }

    [Fact]
    public void Of_many_failed_floors_five_are_told_and_the_others_counted()
    {
        // Below every floor but that of no class at all: each of ten criteria at 8, where 85 % is asked for.
        var told = Classification.Of((A with { Ladder = [A.Ladder[0] with { Minimum = P(80) }, new("K", "Khá", null, false, P(80), false)] }).Tree()
            .Score([.. Enumerable.Range(1, 10).Select(number => ($"{number}", 8m))]));

        Assert.Equal(10, told.Failures.Count);
        Assert.EndsWith("tiêu chí 5 đạt 8/10 điểm (80 %), dưới mức sàn 85 % và 5 tiêu chí khác.", told.Explanation.Vi, StringComparison.Ordinal);
        Assert.EndsWith("criterion 5 has 8 of 10 points (80 %), below the floor of 85 % and 5 more criteria.", told.Explanation.En, StringComparison.Ordinal);

        var five = Classification.Of((A with { Ladder = [A.Ladder[0] with { Minimum = P(80) }, new("K", "Khá", null, false, P(80), false)] }).Tree()
            .Score([.. Enumerable.Range(1, 10).Select(number => ($"{number}", number <= 5 ? 8m : 10m))]));
        Assert.EndsWith("tiêu chí 5 đạt 8/10 điểm (80 %), dưới mức sàn 85 %.", five.Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_reaches_no_class_is_told_so()
    {
        var scheme = Of(Direct("1", null, 10)) with { Ladder = [new("T", "Tốt", P(5), true, null, false)] };

        var none = Classification.Of(scheme.Tree().Score(("1", 4)));

        Assert.Null(none.Rung);
        Assert.Equal(("4 điểm: không đạt mức nào.", "4 points: no class reached."), (none.Explanation.Vi, none.Explanation.En));
    }

    [Fact]
    public void A_unit_to_which_nothing_is_assigned_has_no_class_and_is_told_why()
    {
        var scheme = Of(Direct("1", null, 10)) with { Basis = ScoreBasis.PercentOfAssigned, Ladder = [new("T", "Tốt", null, false, null, false)] };

        var none = Classification.Of(SheetScores.Compute(scheme.Tree(), SheetContent.Of() with { NotApplicable = new HashSet<string> { "1" } }));

        Assert.Null(none.Rung);
        Assert.Equal(
            ("Không có tiêu chí nào được giao nên không xếp loại.", "Nothing is assigned to the unit, so it has no class."), (none.Explanation.Vi, none.Explanation.En));
    }

    [Fact]
    public void A_scheme_without_a_ladder_does_not_classify() => Assert.Null(Classification.Of(B.Tree().Score()).Rung);

    private static Classification ClassifyA(decimal first, decimal others) =>
        Classification.Of(A.Tree().Score([("1", first), .. Enumerable.Range(2, 9).Select(number => ($"{number}", others))]));
}
