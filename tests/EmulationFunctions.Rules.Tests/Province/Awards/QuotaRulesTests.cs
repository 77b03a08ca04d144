using EmulationFunctions.Province.Awards;
using static EmulationFunctions.Rules.Tests.Province.Awards.AwardSamples;

namespace EmulationFunctions.Rules.Tests.Province.Awards;

public sealed class QuotaRulesTests
{
    /// <summary>20 % of the leaders of blocs that reach the standard (Decree 152/2025, article 7(1)): of 54 blocs 10, never 11; of 4 nobody.</summary>
    [Theory]
    [InlineData(54, QuotaRounding.Down, false, 10)]
    [InlineData(54, QuotaRounding.Nearest, false, 11)]
    [InlineData(54, QuotaRounding.Up, false, 11)]
    [InlineData(55, QuotaRounding.Down, false, 11)]
    [InlineData(4, QuotaRounding.Down, false, 0)]
    [InlineData(4, QuotaRounding.Down, true, 1)]
    [InlineData(0, QuotaRounding.Down, true, 0)]
    [InlineData(2, QuotaRounding.Nearest, false, 0)]
    [InlineData(0, QuotaRounding.Up, false, 0)]
    internal void A_fifth_of_a_base_is_rounded_as_declared(int all, QuotaRounding rounding, bool atLeastOne, int allowed) =>
        Assert.Equal(allowed, QuotaRules.Allowed(Part(20, 100, rounding, atLeastOne), all));

    [Fact]
    public void Half_a_place_is_one_by_the_nearest() => Assert.Equal(3, QuotaRules.Allowed(Part(1, 2, QuotaRounding.Nearest), 5));

    [Fact]
    public void A_number_needs_no_base_and_a_part_of_what_is_not_known_is_not_known()
    {
        Assert.Equal(3, QuotaRules.Allowed(new(QuotaScope.Bloc, Default, Most: 3), null));
        Assert.Null(QuotaRules.Allowed(Part(20, 100), null));
    }

    [Fact]
    public void A_quota_never_allows_more_than_its_part_says_by_more_than_its_rounding() => Law.HoldsForEverySeed(random =>
    {
        var of = random.Next(1, 101);
        var (part, all) = (random.Next(1, of + 1), random.Next(0, 2000));
        var exact = (long)part * all;
        long Allowed(QuotaRounding rounding) => QuotaRules.Allowed(Part(part, of, rounding), all)!.Value;
        return Allowed(QuotaRounding.Down) * of <= exact && (Allowed(QuotaRounding.Down) + 1) * of > exact
            && Allowed(QuotaRounding.Up) * of >= exact && (Allowed(QuotaRounding.Up) - 1) * of < exact
            && Math.Abs((Allowed(QuotaRounding.Nearest) * of) - exact) * 2 <= of
            && Allowed(QuotaRounding.Up) <= all;
    });

    [Fact]
    public void A_larger_base_never_allows_fewer() => Law.HoldsForEverySeed(random =>
    {
        var quota = Part(random.Next(1, 51), random.Next(51, 101), (QuotaRounding)random.Next(3), random.Next(2) == 0);
        var all = random.Next(0, 500);
        return QuotaRules.Allowed(quota, all) <= QuotaRules.Allowed(quota, all + random.Next(1, 50));
    });
}
