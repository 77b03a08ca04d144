using EmulationFunctions.Common;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class QuantitativeScoresTests
{
    [Fact]
    public void Scheme_C_of_Quang_Tri_2025_the_worked_cases()
    {
        var scores = Compute(
            new("a", 100, 120), new("b", 50, 60),                               // both exceed by 20 %: both lead with full marks
            new("c", 80, 80),                                                   // exactly on target: half
            new("x", null, 150), new("y", null, 100), new("z", null, 75));      // no target, but a result

        Assert.Equal([P(10), P(10), P(5), P(10), P(6.67m), P(5)], scores.Select(score => score.Points!.Value));
        Assert.Equal(
            [QuantitativeCase.Leader, QuantitativeCase.Leader, QuantitativeCase.OnTarget, QuantitativeCase.WithoutTarget, QuantitativeCase.WithoutTarget, QuantitativeCase.WithoutTarget],
            scores.Select(score => score.Case));
    }

    [Fact]
    public void The_leader_leads_by_percentage_not_by_the_absolute_result()
    {
        var scores = Compute(new("big", 1_000, 1_100), new("small", 10, 15));

        Assert.Equal(QuantitativeCase.Leader, scores[1].Case);
        Assert.Equal(P(6), scores[0].Points);  // 5 and 10 % of 50 % of the other 5
    }

    [Fact]
    public void Below_the_target_half_the_points_count_by_the_share_reached()
    {
        var score = Assert.Single(Compute(new TargetAndActual("a", 3, 2)));

        Assert.Equal(P(3.33m), score.Points);
        Assert.Equal("Đạt 2/3 chỉ tiêu: một nửa số điểm nhân với tỷ lệ đạt.", score.Explanation.Vi);
    }

    [Fact]
    public void Without_a_result_there_are_no_points_and_a_result_of_nothing_is_a_result()
    {
        var scores = Compute(new("a", 10, null), new("b", null, null), new("c", 10, 0), new("d", null, 0));

        Assert.Equal([null, null, P(0), P(0)], scores.Select(score => score.Points));
    }

    [Fact]
    public void A_unit_without_a_target_never_leads_those_with_one()
    {
        var scores = Compute(new("a", 10, 11), new("b", null, 1_000_000));

        Assert.Equal((QuantitativeCase.Leader, QuantitativeCase.WithoutTarget), (scores[0].Case, scores[1].Case));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(0.0001, true)]
    [InlineData(0.00001, false)]
    [InlineData(1_000_000_000_000, true)]
    [InlineData(1_000_000_000_001, false)]
    public void A_target_is_above_nothing_and_has_at_most_four_decimals(decimal target, bool isTaken)
    {
        var faults = new List<Fault>();
        QuantitativeScores.CheckTarget(target, "$.target", faults);

        Assert.Equal(isTaken, faults.Count == 0);
    }

    [Fact]
    public void A_result_may_be_nothing_but_not_less()
    {
        var faults = new List<Fault>();
        QuantitativeScores.CheckActual(0, "$.a", faults);
        QuantitativeScores.CheckActual(-0.01m, "$.b", faults);

        Assert.Equal(["$.b"], faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Points_lie_between_nothing_and_the_maximum_and_a_leader_has_all() => Law.HoldsForEverySeed(random =>
    {
        var units = Bloc(random);
        var scores = Compute([.. units]);
        return scores.Count == units.Count
            && scores.All(score => score.Points is null == (score.Case == QuantitativeCase.NoResult))
            && scores.All(score => score.Points is not { } points || (points >= P(0) && points <= P(10)))
            && scores.Where(score => score.Case == QuantitativeCase.Leader).All(score => score.Points == P(10))
            && scores.Any(score => score.Case == QuantitativeCase.Leader) == units.Any(unit => unit.Target is not null && unit.Actual > unit.Target);
    });

    [Fact]
    public void The_order_of_units_changes_no_points() => Law.HoldsForEverySeed(random =>
    {
        var units = Bloc(random);
        return Compute([.. units]).SequenceEqual(Compute([.. units.OrderBy(_ => random.Next())]));
    });

    [Fact]
    public void A_better_result_never_lowers_its_own_points() => Law.HoldsForEverySeed(random =>
    {
        var units = Bloc(random);
        var at = random.Next(units.Count);
        var better = units[at] with { Actual = (units[at].Actual ?? 0) + (random.Next(1, 10_000) / 100m) };
        return units[at].Actual is null
            || Compute([.. units.Select((unit, index) => index == at ? better : unit)]).Single(score => score.Unit == better.Unit).Points
                >= Compute([.. units]).Single(score => score.Unit == better.Unit).Points;
    });

    [Fact]
    public void The_scale_in_which_a_unit_counts_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var units = Bloc(random);
        var scaled = units.Select(unit => unit.Target is null ? unit : unit with { Target = unit.Target * 7, Actual = unit.Actual * 7 });
        return Compute([.. units]).Select(score => (score.Unit, score.Case, score.Points))
            .SequenceEqual(Compute([.. scaled]).Select(score => (score.Unit, score.Case, score.Points)));
    });

    private static List<TargetAndActual> Bloc(Random random) =>
    [
        .. Enumerable.Range(1, random.Next(1, 20)).Select(number => new TargetAndActual(
            $"u{number}",
            random.Next(3) == 0 ? null : random.Next(1, 2_000) / 100m,
            random.Next(6) == 0 ? null : random.Next(0, 3_000) / 100m)),
    ];

    private static IReadOnlyList<QuantitativeScore> Compute(params TargetAndActual[] units) =>
        QuantitativeScores.Compute(P(10), units, RoundingRule.HalfAwayFromZero);

    [Fact]
    public void Each_line_of_the_formula_is_told_in_both_languages()
    {
        var scores = Compute(
            new("a", 1_000, 1_500.5m), new("b", 10, 12), new("c", 80, 80), new("d", 3, 2), new("e", null, 1_500), new("f", null, 750), new("g", 5, null));

        Assert.Equal(
            [
                ("Đạt 1.500,5, vượt chỉ tiêu 1.000 với tỷ lệ cao nhất: trọn số điểm.", "Reached 1500.5 and exceeded the target of 1000 by the highest percentage: all points."),
                ("Đạt 12, vượt chỉ tiêu 10: một nửa số điểm, cộng nửa còn lại theo tỷ lệ vượt so với đơn vị dẫn đầu (1.500,5/1.000).",
                    "Reached 12 and exceeded the target of 10: half the points, and the other half by the excess against the leader's (1500.5/1000)."),
                ("Đạt đúng chỉ tiêu 80: một nửa số điểm.", "Reached the target of 80 exactly: half the points."),
                ("Đạt 2/3 chỉ tiêu: một nửa số điểm nhân với tỷ lệ đạt.", "Reached 2 of 3: half the points times the share reached."),
                ("Không giao chỉ tiêu, kết quả 1.500: 1.500/1.500 kết quả cao nhất của nhóm không giao chỉ tiêu.", "No target, result 1500: 1500/1500 of the best result without a target."),
                ("Không giao chỉ tiêu, kết quả 750: 750/1.500 kết quả cao nhất của nhóm không giao chỉ tiêu.", "No target, result 750: 750/1500 of the best result without a target."),
                ("Chưa có kết quả.", "There is no result yet."),
            ],
            scores.Select(score => (score.Explanation.Vi, score.Explanation.En)));
        Assert.Equal([P(10), P(7), P(5), P(3.33m), P(10), P(5), null], scores.Select(score => score.Points));
    }

    [Fact]
    public void Targets_and_results_that_are_refused_are_refused_in_both_languages()
    {
        Assert.Equal(
            ("Chỉ tiêu phải lớn hơn 0; nếu không giao chỉ tiêu thì bỏ trống.", "A target must be above 0; where none is set, leave it out."),
            Refused(faults => QuantitativeScores.CheckTarget(0, "$.x", faults)));
        Assert.Equal(("Kết quả không được âm.", "A result must not be negative."), Refused(faults => QuantitativeScores.CheckActual(-0.0001m, "$.x", faults)));
        var size = ("Số phải không quá 1.000.000.000.000 và có tối đa 4 chữ số thập phân.", "The number must be at most 1,000,000,000,000 and have at most 4 decimals.");
        Assert.Equal(size, Refused(faults => QuantitativeScores.CheckActual(1.00001m, "$.x", faults)));
        Assert.Equal(size, Refused(faults => QuantitativeScores.CheckActual(1_000_000_000_000.0001m, "$.x", faults)));
        Assert.Equal(size, Refused(faults => QuantitativeScores.CheckTarget(1_000_000_000_000.0001m, "$.x", faults)));

        static (string, string) Refused(Action<List<Fault>> check)
        {
            var faults = new List<Fault>();
            check(faults);
            var fault = Assert.Single(faults);
            Assert.Equal("$.x", fault.Path);
            return (fault.Words.Vi, fault.Words.En);
        }
    }

    [Fact]
    public void A_target_of_nothing_is_none()
    {
        var scores = Compute(new("a", 0, 100), new("b", null, 50));

        Assert.Equal([(P(10), QuantitativeCase.WithoutTarget), (P(5), QuantitativeCase.WithoutTarget)], scores.Select(score => (score.Points!.Value, score.Case)));
    }

    [Fact]
    public void Of_equal_leaders_the_first_is_named()
    {
        var behind = Compute(new("a", 100, 120), new("b", 50, 60), new("c", 100, 110))[2].Explanation;

        Assert.EndsWith("dẫn đầu (120/100).", behind.Vi, StringComparison.Ordinal);
        Assert.EndsWith("the leader's (120/100).", behind.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_greatest_result_there_may_be_is_computed_and_numbers_are_told_without_idle_decimals()
    {
        Assert.Equal(P(10), Compute(new TargetAndActual("a", 1, QuantitativeScores.Limit))[0].Points);
        Assert.Equal("Reached 2.5 of 10: half the points times the share reached.", Compute(new TargetAndActual("a", 10.00m, 2.50m))[0].Explanation.En);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.00001)]
    [InlineData(1_000_000_000_001)]
    public void What_the_checks_refuse_is_not_computed(decimal actual) => Assert.StartsWith(
        "A target or result that was not checked.", Assert.Throws<ArgumentOutOfRangeException>(() => Compute(new TargetAndActual("a", 1, actual))).Message);
}
