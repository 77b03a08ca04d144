using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The points that an entry stands for. Quantitative leaves have none here: theirs come from the whole bloc.</summary>
internal static class LeafPoints
{
    public static Points? Of(Criterion criterion, ScoreEntry entry, RoundingRule rounding) => criterion.Form switch
    {
        EntryForm.Points => entry.Points,
        EntryForm.Count => Counted(criterion, entry.Count),
        EntryForm.Counts => entry.Counts is { } counts ? Nested(criterion, counts, rounding) : null,
        EntryForm.Option => entry.Option is { } code ? Chosen(criterion.Options!, code) : null,
        EntryForm.Measure => entry.Measure is { } measured && Fits(criterion.Measure!, measured)
            ? criterion.Measure!.PointsOf(measured.Whole, measured.Part, criterion.Maximum, rounding)
            : null,
        EntryForm.Nothing => null,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
    };

    /// <summary>What was measured by another version of the scheme may not fit this one's rule; it counts as nothing until it is saved again.</summary>
    public static bool Fits(MeasureRule rule, Measured measured) => rule.NeedsWhole
        ? measured.Whole > 0 && (rule.MayExceed || rule.Of == MeasureOf.Value || measured.Part <= measured.Whole)
        : measured.Whole is null;

    private static Points? Chosen(IReadOnlyList<Option> options, string code)
    {
        foreach (var option in options)
        {
            if (option.Code == code)
            {
                return option.Points;
            }
        }

        return null;
    }

    private static Points? Counted(Criterion criterion, long? count) =>
        count is { } times ? Capped(criterion, times * criterion.Each!.Value) : null;

    private static Points Capped(Criterion criterion, Points points) => criterion.IsUncapped ? points : Points.Min(points, criterion.Maximum);

    /// <summary>
    /// Each share counts by how much of its target is reached, and no more than in full:
    /// outer = Outer / All against its target, inner = Inner / Outer against its own. Nobody in the outer share leaves nothing for the inner one.
    /// </summary>
    private static Points Nested(Criterion criterion, NestedCounts counts, RoundingRule rounding)
    {
        var targets = criterion.Nested!;
        return Reached(counts.Outer, counts.All, targets.Outer, targets.OuterPoints)
            + Reached(counts.Inner, counts.Outer, targets.Inner, criterion.Maximum - targets.OuterPoints);

        Points Reached(long part, long whole, Percent target, Points points) => whole == 0
            ? Points.Zero
            : Points.Min(
                points,
                new(Exact.Divide((Int128)points.Hundredths * part * 100_00, (Int128)whole * target.Hundredths, rounding)));
    }
}
