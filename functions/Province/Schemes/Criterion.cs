using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// One line of a scheme. Lines are kept flat, in the order of the form, and name their parent: so a tree of any depth is one
/// list in a body, rows in a table and rows in a workbook alike.
/// </summary>
/// <param name="Code">Unique in the scheme (<c>II.1.a</c>). An empty one is made from the line's place in the tree (<c>2.1.1</c>).</param>
/// <param name="Parent">The code of the group it belongs to; none for a section.</param>
/// <param name="Maximum">The most it can give; of a penalty, the most it can take.</param>
/// <param name="Each">Of a count, and of a bonus or penalty that is counted: what one time is worth.</param>
/// <param name="Nested">Of a nested percentage: its two targets.</param>
/// <param name="Options">Of a choice, and of a bonus or penalty that is chosen: the answers, one of which holds.</param>
/// <param name="Measure">Of a measure, and of a bonus or penalty that follows from one: how points follow from a and b.</param>
/// <param name="Adding">Of a group: how it adds up where it is not the plain sum.</param>
/// <param name="IsUncapped">Of a bonus: it has no most; its maximum is 0 then.</param>
/// <param name="Step">The step in which points are given (0.25); other points are warned of, not refused.</param>
/// <param name="Number">As the decision prints it (<c>2.a)</c>), which may start again in each section.</param>
/// <param name="Basis">What it is scored by ("căn cứ chấm điểm").</param>
/// <param name="CheckedBy">The body that checks it, by name.</param>
/// <param name="Level">In place of a parent when it is put: 1 for a section, 2 for what is below the section above it, and so on. Not kept.</param>
internal sealed record Criterion(
    [property: Longest(SchemeRules.LongestCode)] string Code,
    [property: Longest(SchemeRules.LongestCode)] string? Parent,
    [property: Longest(SchemeRules.LongestTitle)] string Title,
    CriterionKind Kind,
    Points Maximum,
    EvidenceRule Evidence = EvidenceRule.NotNeeded,
    Points? Each = null,
    NestedTargets? Nested = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Option>? Options = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeasureRule? Measure = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Adding? Adding = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUncapped = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Points? Step = null,
    [property: Longest(SchemeRules.LongestCode), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null,
    [property: Longest(SchemeRules.LongestBasis), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Basis = null,
    [property: Longest(SchemeRules.LongestTitle), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CheckedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level = null)
{
    /// <summary>Bonus and penalty stand beside the base: they are in no maximum and no percentage's denominator.</summary>
    [JsonIgnore]
    public bool IsBase => Kind is not (CriterionKind.Bonus or CriterionKind.Penalty);

    /// <summary>What is entered for it.</summary>
    [JsonIgnore]
    public EntryForm Form => Kind switch
    {
        CriterionKind.Group or CriterionKind.Quantitative => EntryForm.Nothing,
        CriterionKind.NestedPercentage => EntryForm.Counts,
        _ => Options is not null ? EntryForm.Option
            : Measure is not null ? EntryForm.Measure
            : Each is not null ? EntryForm.Count
            : EntryForm.Points,
    };

    /// <summary>Whether peers and appraisers give it points. What is computed from the whole bloc, or only recorded, is the same for everybody.</summary>
    [JsonIgnore]
    public bool IsGiven => Kind is not (CriterionKind.Group or CriterionKind.Quantitative) && Measure?.Formula != MeasureFormula.Recorded;

    /// <summary>As people find it on their paper: the printed number, else the code.</summary>
    [JsonIgnore]
    public string Printed => Number ?? Code;
}

/// <summary>What an entry carries.</summary>
internal enum EntryForm
{
    /// <summary>The leaf is computed from others' figures, or is a group.</summary>
    Nothing,

    Points,

    Count,

    Counts,

    Option,

    Measure,
}
