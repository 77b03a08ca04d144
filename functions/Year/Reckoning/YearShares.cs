using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// How the total of a unit that took over is made up of its own and those of the units that ended. The days of the successions, and the one on which it came into its bloc,
/// part the year; each part is the mean of all that stood then, itself among them, each the same. Exact: whole numbers of one whole.
/// </summary>
/// <param name="Own">The unit's own share.</param>
/// <param name="Parts">The shares of those that ended, in their order.</param>
/// <param name="Whole">What all of them come to.</param>
internal sealed record YearShares(BigInteger Own, IReadOnlyList<BigInteger> Parts, BigInteger Whole)
{
    public static YearShares Of(IReadOnlyList<PriorPart> parts)
    {
        if (parts.Count == 0)
        {
            return new(1, [], 1);
        }

        var (year, since) = (parts[0].Of, parts.Min(part => part.HeirSince));
        var stretches = new List<(int Length, int End, int Standing)>();
        var begins = 0;
        foreach (var end in parts.Select(part => part.Before).Append(since).Append(year).Where(end => end > 0).Distinct().Order())
        {
            stretches.Add((end - begins, end, parts.Count(part => part.Before >= end) + (since < end ? 1 : 0)));
            begins = end;
        }

        var shared = stretches.Aggregate(BigInteger.One, static (all, one) => all / BigInteger.GreatestCommonDivisor(all, one.Standing) * one.Standing);
        var (own, shares) = (BigInteger.Zero, new BigInteger[parts.Count]);
        foreach (var (length, end, standing) in stretches)
        {
            var each = length * shared / standing;
            for (var index = 0; index < parts.Count; index++)
            {
                shares[index] += parts[index].Before >= end ? each : 0;
            }

            own += since < end ? each : 0;
        }

        return new(own, shares, year * shared);
    }

    /// <summary>The weighted mean, rounded once.</summary>
    public Points Mean(Points own, IEnumerable<Points> parts, RoundingRule rounding) => new(Exact.Divide(
        parts.Zip(Parts).Aggregate(own.Hundredths * Own, static (sum, one) => sum + (one.First.Hundredths * one.Second)), Whole, rounding));

    /// <summary>How much of the year had passed on that day, in what the scheme parts it.</summary>
    public static (int Before, int Of) Passed(ProRata by, int year, DateOnly day)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var on = day < first ? first : day > next ? next : day;
        return by == ProRata.Months
            ? (on == next ? 12 : on.Month - 1, 12)
            : (on.DayNumber - first.DayNumber, next.DayNumber - first.DayNumber);
    }

    /// <summary>Each with its share and what it brings; the unit itself last.</summary>
    public static Words Told(ScoreTable scores)
    {
        var (shares, content) = (Of(scores.Parts), scores.Tree.Content);
        List<(string? Name, Points Value, BigInteger Share)> all =
        [
            .. scores.Parts.Zip(shares.Parts, (part, share) => ((string?)part.Name, part.Ranked, share)),
            (null, scores.OwnRankedValue ?? Points.Zero, shares.Own),
        ];
        return new(
            $"tính theo phần của năm: {string.Join("; ", all.Select(one => $"{ValueWords.Of(content, one.Value).Vi} của {(one.Name is { } name ? $"“{name}”" : "chính đơn vị")} ({one.Share}/{shares.Whole} năm)"))}",
            $"pro rata: {string.Join("; ", all.Select(one => $"{ValueWords.Of(content, one.Value).En} of {(one.Name is { } name ? $"“{name}”" : "its own")} ({one.Share}/{shares.Whole} of the year)"))}");
    }
}
