using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// One line of a scheme. Lines are kept flat, in the order of the form, and name their parent: so a tree of any depth is one
/// list in a body, rows in a table and rows in a workbook alike.
/// </summary>
/// <param name="Code">As printed on the form (<c>II.1.a</c>); unique in the scheme.</param>
/// <param name="Parent">The code of the group it belongs to; none for a section.</param>
/// <param name="Maximum">The most it can give; of a penalty, the most it can take.</param>
/// <param name="Each">Of a count, and of a bonus or penalty that is counted: what one time is worth.</param>
/// <param name="Nested">Of a nested percentage: its two targets.</param>
internal sealed record Criterion(
    [property: Longest(SchemeRules.LongestCode)] string Code,
    [property: Longest(SchemeRules.LongestCode)] string? Parent,
    [property: Longest(SchemeRules.LongestTitle)] string Title,
    CriterionKind Kind,
    Points Maximum,
    EvidenceRule Evidence = EvidenceRule.NotNeeded,
    Points? Each = null,
    NestedTargets? Nested = null)
{
    /// <summary>Bonus and penalty stand beside the base: they are in no maximum and no percentage's denominator.</summary>
    [JsonIgnore]
    public bool IsBase => Kind is not (CriterionKind.Bonus or CriterionKind.Penalty);
}
