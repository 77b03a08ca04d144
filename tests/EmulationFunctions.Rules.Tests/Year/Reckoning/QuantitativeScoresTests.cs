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
}
