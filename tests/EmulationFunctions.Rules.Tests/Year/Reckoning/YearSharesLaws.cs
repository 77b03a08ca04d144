using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>What must hold of a total in which units that ended count for their part of the year.</summary>
public sealed class YearSharesLaws
{
    private static readonly RoundingRule[] Roundings = Enum.GetValues<RoundingRule>();

    [Fact]
    public void With_no_part_of_the_year_it_is_the_units_own_total_and_with_all_of_it_that_of_the_one_that_ended() => Law.HoldsForEverySeed(random =>
    {
        var (own, brought) = (Any(random), Any(random));
        return Roundings.All(rounding => Mean(own, [Part(0, brought)], rounding) == own && Mean(own, [Part(365, brought)], rounding) == brought);
    });

    [Fact]
    public void It_lies_between_the_lowest_and_the_highest_so_never_above_the_most_there_is() => Law.HoldsForEverySeed(random =>
    {
        var (own, parts) = (Any(random), Parts(random));
        var (lowest, highest) = (parts.Select(part => part.Total).Append(own).Min(), parts.Select(part => part.Total).Append(own).Max());
        return Roundings.All(rounding => Mean(own, parts, rounding) is var mean && lowest <= mean && mean <= highest && mean <= new Points(Most));
    });

    [Fact]
    public void The_order_of_those_that_ended_makes_no_difference() => Law.HoldsForEverySeed(random =>
    {
        var (own, parts) = (Any(random), Parts(random));
        PriorPart[] shuffled = [.. parts];
        random.Shuffle(shuffled);
        return Roundings.All(rounding => Mean(own, parts, rounding) == Mean(own, shuffled, rounding));
    });

    [Fact]
    public void The_shares_are_the_whole_year() => Law.HoldsForEverySeed(random =>
    {
        var shares = YearShares.Of(Parts(random));
        return shares.Parts.Aggregate(shares.Own, static (sum, share) => sum + share) == shares.Whole && shares.Parts.Append(shares.Own).All(share => share >= BigInteger.Zero);
    });

    [Fact]
    public void Of_one_that_ended_it_is_the_plain_weighted_mean_rounded_once()
    {
        // 59 of 365 days: (70 × 59 + 90 × 306) / 365 = 86.767…
        Assert.Equal(new Points(8677), Mean(new(9000), [Part(59, new(7000))], RoundingRule.HalfAwayFromZero));
        Assert.Equal(new Points(8676), Mean(new(9000), [Part(59, new(7000))], RoundingRule.TowardsZero));
    }

    [Fact]
    public void Of_several_on_one_day_their_mean_counts_for_the_first_part() => Assert.Equal(
        Mean(new(9000), [Part(59, new(7000))], RoundingRule.HalfAwayFromZero),
        Mean(new(9000), [Part(59, new(6000)), Part(59, new(8000))], RoundingRule.HalfAwayFromZero));

    [Fact]
    public void Of_several_on_different_days_each_part_of_the_year_is_the_mean_of_those_that_stood_then() =>
        // A hundred days: 20 of both, 30 of the second and the unit, 50 of the unit alone.
        Assert.Equal(
            new Points(((6000 + 8000) / 2 * 20 / 100) + ((8000 + 9000) / 2 * 30 / 100) + (9000 * 50 / 100)),
            Mean(new(9000), [Part(20, new(6000), 100), Part(50, new(8000), 100)], RoundingRule.HalfAwayFromZero));

    [Fact]
    public void A_unit_that_stood_all_year_and_takes_in_another_counts_its_own_months_before_too()
    {
        // On 1 December, 334 of 365 days: ((60 + 95) / 2 × 334 + 95 × 31) / 365 = 78.986…
        Assert.Equal(new Points(7899), Mean(new(9500), [Part(334, new(6000)) with { HeirSince = 0 }], RoundingRule.HalfAwayFromZero));
        // Of a hundred days in its bloc since the 40th: 40 of both others, 20 of all three, 40 of it alone.
        Assert.Equal(
            new Points((7000 * 40 / 100) + (7600 * 20 / 100) + (8800 * 40 / 100)),
            Mean(new(8800), [Part(60, new(6000), 100) with { HeirSince = 40 }, Part(60, new(8000), 100) with { HeirSince = 40 }], RoundingRule.HalfAwayFromZero));
        // Where it began with the first succession, it stands beside the one that ends later.
        Assert.Equal(
            Mean(new(9000), [Part(20, new(6000), 100), Part(50, new(8000), 100)], RoundingRule.HalfAwayFromZero),
            Mean(new(9000), [Part(20, new(6000), 100), Part(50, new(8000), 100) with { HeirSince = 20 }], RoundingRule.HalfAwayFromZero));
    }

    [Fact]
    public void The_longer_the_unit_itself_stood_the_larger_is_its_share() => Law.HoldsForEverySeed(random =>
    {
        var parts = Parts(random);
        var since = parts.Min(part => part.HeirSince);
        var earlier = parts.Select(part => part with { HeirSince = random.Next(since + 1) }).ToList();
        return YearShares.Of(earlier) is var more && YearShares.Of(parts) is var less && more.Own * less.Whole >= less.Own * more.Whole;
    });

    [Theory]
    [InlineData("2025-03-01", 59, 365, 2)]
    [InlineData("2024-03-01", 60, 366, 2)]
    [InlineData("2025-03-31", 89, 365, 2)]
    [InlineData("2025-01-01", 0, 365, 0)]
    [InlineData("2025-12-31", 364, 365, 11)]
    public void A_day_parts_the_year_by_the_days_before_it_or_the_whole_months(string day, int days, int all, int months)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((days, all), YearShares.Passed(ProRata.Days, on.Year, on));
        Assert.Equal((months, 12), YearShares.Passed(ProRata.Months, on.Year, on));
        Assert.Equal((0, 365), YearShares.Passed(ProRata.Days, 2026, new(2025, 11, 1)));
        Assert.Equal((12, 12), YearShares.Passed(ProRata.Months, 2024, new(2025, 11, 1)));
    }

    [Fact]
    public void In_any_bloc_only_totals_are_parted_and_no_criterion() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeAny(random);
        return bloc.Scores.Values.All(unit =>
        {
            var (own, parts) = (unit.Official, Parts(random));
            var beside = own.Beside(parts);
            return bloc.Tree.Nodes.All(node => own[node] == beside[node])
                && (own.Base, own.Bonus, own.Penalty, own.Total) == (beside.Base, beside.Bonus, beside.Penalty, beside.OwnTotal)
                && beside.Total == Mean(own.Total, parts, bloc.Tree.Content.Rounding)
                && beside.RankedValue is null == own.RankedValue is null
                && beside.With(new Dictionary<string, Points>()).Total == beside.Total;
        });
    });

    private const int Most = 12_000;

    private static Points Mean(Points own, IReadOnlyList<PriorPart> parts, RoundingRule rounding) => YearShares.Of(parts).Mean(own, parts.Select(part => part.Total), rounding);

    private static Points Any(Random random) => new(random.Next(Most + 1));

    private static PriorPart Part(int before, Points total, int of = 365) => new("khoi", "so-a", "Sở A", new(2025, 3, 1), before, of, total, total, total);

    /// <summary>Several, some of them on one day.</summary>
    private static IReadOnlyList<PriorPart> Parts(Random random)
    {
        int[] days = [random.Next(366), random.Next(366), random.Next(366)];
        var since = random.Next(366);
        return [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => Part(days[random.Next(3)], Any(random))).Select(part => part with { HeirSince = Math.Min(since, part.Before) })];
    }
}
