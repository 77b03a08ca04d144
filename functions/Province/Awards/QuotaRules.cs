using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>How many a quota allows. Pure; whole numbers only.</summary>
internal static class QuotaRules
{
    /// <param name="quota">The quota.</param>
    /// <param name="all">How many its base has; null where that is not known.</param>
    /// <returns>Null where it cannot be told yet.</returns>
    public static int? Allowed(AwardQuota quota, int? all) => quota.Most ?? (all is { } count ? PartOf(quota, count) : null);

    private static int PartOf(AwardQuota quota, int all)
    {
        var (part, of) = ((long)quota.Share!.Part * all, quota.Share.Of);
        var allowed = (int)(quota.Rounding switch
        {
            QuotaRounding.Down => part / of,
            QuotaRounding.Nearest => Exact.Divide(part, of, RoundingRule.HalfAwayFromZero),
            _ => (part + of - 1) / of,
        });
        return allowed == 0 && all > 0 && quota.AtLeastOne ? 1 : allowed;
    }
}
