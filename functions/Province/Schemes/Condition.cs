using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// A fact of a unit and year that is yes or no ("plan published", "head reprimanded"), and what follows from it. What nobody declared counts as no.
/// </summary>
/// <param name="Code">Unique among the scheme's conditions.</param>
/// <param name="By">Who may declare it; the office may always, once the day is over too.</param>
/// <param name="Body">A unit that may declare it beside them, such as the inspectorate; mostly null.</param>
/// <param name="Due">By which day it is declared (<c>12-10</c>, month and day); null for any time until publication.</param>
/// <param name="IsDueNextYear">Whether that day is in the year after.</param>
/// <param name="Evidence">Whether a paper must be named: always, or when it is declared to hold.</param>
/// <param name="Source">Who knows it: people declare it, or the program knows by itself.</param>
/// <param name="Unless">Conditions that take this one's effects away when one of them holds ("found by the unit itself").</param>
internal sealed record Condition(
    [property: Longest(SchemeRules.LongestCode)] string Code,
    [property: Longest(SchemeRules.LongestTitle)] string Title,
    IReadOnlyList<ConditionEffect> Effects,
    IReadOnlyList<ConditionParty>? By = null,
    [property: Slug] string? Body = null,
    [property: Longest(5)] string? Due = null,
    bool IsDueNextYear = false,
    EvidenceRule Evidence = EvidenceRule.NotNeeded,
    ConditionSource Source = ConditionSource.Declared,
    [property: Longest(SchemeRules.LongestCode)] IReadOnlyList<string>? Unless = null)
{
    /// <summary>The last day on which those beside the office may declare it, in the scheme's year.</summary>
    public DateOnly? DueIn(int year) =>
        Due is null ? null : DateOnly.ParseExact($"{year + (IsDueNextYear ? 1 : 0):D4}-{Due}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What follows from a condition.</summary>
/// <param name="When">Whether it follows when the fact is so (true), or when it is not (false: a gate).</param>
/// <param name="Class">Of a cap: the highest class the unit can have then.</param>
/// <param name="Criterion">Of the others: a criterion or group, a bonus, a penalty.</param>
internal sealed record ConditionEffect(
    EffectKind Kind,
    bool When = true,
    [property: Longest(SchemeRules.LongestCode)] string? Class = null,
    [property: Longest(SchemeRules.LongestCode)] string? Criterion = null);

/// <summary>The closed set of effects.</summary>
[JsonConverter(typeof(CamelCaseEnum<EffectKind>))]
internal enum EffectKind
{
    /// <summary>At most the named class.</summary>
    CapClass,

    /// <summary>The lowest class.</summary>
    LowestClass,

    /// <summary>A criterion, or all of a group, has 0 points, its bonus lines too.</summary>
    Zero,

    /// <summary>A bonus, or all bonus lines of a group, counts only when this holds.</summary>
    AllowBonus,

    /// <summary>A bonus, or all bonus lines of a group, does not count.</summary>
    ForbidBonus,

    /// <summary>A penalty, or all penalty lines of a group, is not taken.</summary>
    WaivePenalty,
}

[JsonConverter(typeof(CamelCaseEnum<ConditionParty>))]
internal enum ConditionParty
{
    /// <summary>The unit itself.</summary>
    Unit,

    /// <summary>The bloc's head or deputy.</summary>
    Head,

    /// <summary>The emulation office.</summary>
    Office,
}

[JsonConverter(typeof(CamelCaseEnum<ConditionSource>))]
internal enum ConditionSource
{
    Declared,

    /// <summary>Whether the unit's sheet is submitted.</summary>
    SelfScoreSent,
}
