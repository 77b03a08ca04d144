using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>Something that is allowed and should be looked at: it never refuses anything, and is gone when its cause is.</summary>
/// <param name="Criterion">The code of the criterion or group; null where the whole scheme or a condition is meant.</param>
/// <param name="Condition">The code of the condition; null elsewhere.</param>
internal sealed record Warning(WarningCode Code, string? Criterion, Words Words, string? Condition = null)
{
    /// <summary>What a change has brought, as its audit row keeps it; null for nothing, so that other rows stay as they always were.</summary>
    public static IReadOnlyList<Warning>? Brought(IReadOnlyList<Warning> before, IReadOnlyList<Warning> after) =>
        after.Except(before).ToList() is { Count: > 0 } brought ? brought : null;
}

[JsonConverter(typeof(CamelCaseEnum<WarningCode>))]
internal enum WarningCode
{
    /// <summary>What was entered comes to more than a cap lets count.</summary>
    OverCap,

    /// <summary>A bonus that every unit of the bloc has in full: it separates nobody.</summary>
    FullForAll,

    /// <summary>A paper of another year than the one that is scored.</summary>
    PaperOfAnotherYear,

    /// <summary>Points that are no multiple of the criterion's step.</summary>
    BesideStep,
}

/// <param name="Code">What kind of warning it is.</param>
/// <param name="Criterion">The code of the criterion or group; null where the whole scheme or a condition is meant.</param>
/// <param name="Condition">The code of the condition; null elsewhere.</param>
/// <param name="Detail">What should be looked at, as people read it.</param>
internal sealed record WarningView(WarningCode Code, string? Criterion, string? Condition, string Detail)
{
    public static IReadOnlyList<WarningView> Of(IEnumerable<Warning> warnings, Language language) =>
        [.. warnings.Select(warning => new WarningView(warning.Code, warning.Criterion, warning.Condition, warning.Words.In(language)))];
}
