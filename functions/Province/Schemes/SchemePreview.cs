using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The form as a unit sees it.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Maximum">The most a unit can have, without bonus and without what is void.</param>
/// <param name="BonusCap">The most that all bonuses together may add; null: each its own maximum.</param>
/// <param name="PenaltyCap">The most that all penalties together may take; null: each its own maximum.</param>
/// <param name="ShownDecimals">How many decimals people are shown.</param>
/// <param name="IsDraft">Whether it is still being written, and nobody can be scored by it.</param>
/// <param name="Lines">Every line, in the order of the form: each group before what it holds.</param>
internal sealed record SchemePreview(
    string Scheme, int Version, string Title, Points Maximum, Points? BonusCap, Points? PenaltyCap, int ShownDecimals, bool IsDraft, IReadOnlyList<PreviewLine> Lines)
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
            content.IsDraft,
            [.. tree.Nodes.Select(node => PreviewLine.Of(node, maxima[node.Index]))]);
    }
}

/// <param name="Depth">1 for a section.</param>
/// <param name="Maximum">What it can give, of a penalty what it can take; 0 when it is void.</param>
/// <param name="Entered">What the unit puts down here.</param>
/// <param name="Each">What one time is worth, where times are counted.</param>
/// <param name="Options">The answers, where one is chosen.</param>
/// <param name="Measure">How points follow from a and b, where something is measured.</param>
/// <param name="Adding">How a group adds up where it is not the plain sum.</param>
/// <param name="IsUncapped">Whether a bonus has no most.</param>
/// <param name="Number">As the decision prints it.</param>
/// <param name="Basis">What it is scored by.</param>
/// <param name="CheckedBy">The body that checks it.</param>
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
    IReadOnlyList<Option>? Options,
    MeasureRule? Measure,
    Adding? Adding,
    bool IsUncapped,
    string? Number,
    string? Basis,
    string? CheckedBy,
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
            criterion.Options,
            criterion.Measure,
            criterion.Adding,
            criterion.IsUncapped,
            criterion.Number,
            criterion.Basis,
            criterion.CheckedBy,
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

    /// <summary>Which of the answers holds.</summary>
    Option,

    /// <summary>What was measured: b, and a where the formula needs it.</summary>
    Measure,
}

internal static class EnteredValues
{
    public static EnteredValue Of(Criterion criterion) => criterion.Form switch
    {
        EntryForm.Nothing => EnteredValue.Nothing,
        EntryForm.Points => criterion.Kind == CriterionKind.PassFail ? EnteredValue.PassOrFail : EnteredValue.Points,
        EntryForm.Count => EnteredValue.Count,
        EntryForm.Counts => EnteredValue.Counts,
        EntryForm.Option => EnteredValue.Option,
        EntryForm.Measure => EnteredValue.Measure,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
    };
}
