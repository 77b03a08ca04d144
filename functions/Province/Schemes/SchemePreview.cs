using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The form as a unit sees it.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Maximum">The most a unit can have, without bonus and without what is void.</param>
/// <param name="BonusCap">The most that all bonuses together may add; null: each its own maximum.</param>
/// <param name="PenaltyCap">The most that all penalties together may take; null: each its own maximum.</param>
/// <param name="ShownDecimals">How many decimals people are shown.</param>
/// <param name="Lines">Every line, in the order of the form: each group before what it holds.</param>
internal sealed record SchemePreview(
    string Scheme, int Version, string Title, Points Maximum, Points? BonusCap, Points? PenaltyCap, int ShownDecimals, IReadOnlyList<PreviewLine> Lines)
{
    public static SchemePreview Of(SchemeTree tree)
    {
        var maxima = new Points[tree.Nodes.Count];
        foreach (var leaf in tree.Leaves.Where(leaf => !leaf.IsVoid && leaf.Criterion.IsBase))
        {
            for (var at = leaf; at is not null; at = at.Parent)
            {
                maxima[at.Index] += leaf.Criterion.Maximum;
            }
        }

        var content = tree.Content;
        return new(
            tree.Scheme.Id,
            tree.Scheme.Version,
            content.Title,
            Points.Sum(tree.Sections.Select(section => maxima[section.Index])),
            content.BonusCap,
            content.PenaltyCap,
            content.ShownDecimals,
            [.. tree.Nodes.Select(node => PreviewLine.Of(node, maxima[node.Index]))]);
    }
}

/// <param name="Depth">1 for a section.</param>
/// <param name="Maximum">What it can give, of a penalty what it can take; 0 when it is void.</param>
/// <param name="Entered">What the unit puts down here.</param>
/// <param name="Each">What one time is worth, where times are counted.</param>
/// <param name="Evidence">Whether evidence or an explanation must stand behind it.</param>
/// <param name="IsVoid">Shown as void, and in no sum.</param>
internal sealed record PreviewLine(
    string Code,
    int Depth,
    string Title,
    CriterionKind Kind,
    Points Maximum,
    EnteredValue Entered,
    Points? Each,
    NestedTargets? Nested,
    EvidenceRule Evidence,
    bool IsVoid)
{
    public static PreviewLine Of(SchemeNode node, Points maximum)
    {
        var criterion = node.Criterion;
        return new(
            node.Code,
            node.Depth,
            criterion.Title,
            criterion.Kind,
            node.IsVoid ? Points.Zero : criterion.IsBase ? maximum : criterion.Maximum,
            node.IsVoid ? EnteredValue.Nothing : EnteredValues.Of(criterion),
            criterion.Each,
            criterion.Nested,
            criterion.Evidence,
            node.IsVoid);
    }
}

/// <summary>What is put down for a criterion.</summary>
[JsonConverter(typeof(CamelCaseEnum<EnteredValue>))]
internal enum EnteredValue
{
    /// <summary>It is a group, void, or computed from the whole bloc's results.</summary>
    Nothing,

    /// <summary>Points up to the maximum.</summary>
    Points,

    /// <summary>All points or none.</summary>
    PassOrFail,

    /// <summary>How many times.</summary>
    Count,

    /// <summary>How many there are, how many count, and how many of those count twice.</summary>
    Counts,
}

internal static class EnteredValues
{
    public static EnteredValue Of(Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Group or CriterionKind.Quantitative => EnteredValue.Nothing,
        CriterionKind.PassFail => EnteredValue.PassOrFail,
        CriterionKind.NestedPercentage => EnteredValue.Counts,
        _ => criterion.Each is null ? EnteredValue.Points : EnteredValue.Count,
    };
}
