using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a unit put down for a criterion, as those who score it see it.</summary>
/// <param name="Entry">As it was entered: points, counts, an option or what was measured, with the explanation.</param>
/// <param name="Chosen">The option that was chosen, with its words and points; null where none is.</param>
/// <param name="Points">What it comes to by the scheme; null where it comes to nothing by itself.</param>
internal sealed record EnteredScore(ScoreEntry Entry, Option? Chosen, Points? Points)
{
    public static EnteredScore Of(Criterion criterion, ScoreEntry entry, RoundingRule rounding) =>
        new(entry, ChosenOf(criterion, entry), LeafPoints.Of(criterion, entry, rounding));

    /// <summary>What was entered where the scheme has a place for it, in the order of the form.</summary>
    public static IReadOnlyList<EnteredScore> Of(SchemeTree tree, SheetContent content)
    {
        var entries = content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        return [.. tree.Leaves
            .Where(leaf => !leaf.IsVoid && leaf.AppliesTo(content.NotApplicable) && entries.ContainsKey(leaf.Code))
            .Select(leaf => Of(leaf.Criterion, entries[leaf.Code], tree.Content.Rounding))];
    }

    public static Option? ChosenOf(Criterion criterion, ScoreEntry? entry) =>
        entry?.Option is { } code ? criterion.Options?.FirstOrDefault(option => option.Code == code) : null;
}
