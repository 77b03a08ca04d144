using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>One class of the ladder: its bounds, each inclusive or not, and the floor that every criterion must hold.</summary>
/// <param name="Minimum">None: from nothing.</param>
/// <param name="Maximum">None: without an upper end.</param>
/// <param name="Floor">The least share of its own maximum that every criterion must have.</param>
/// <param name="Floors">Criteria with a floor of their own in this class, instead of the common one.</param>
/// <param name="NoneAtZero">Whether no criterion may have 0 points; which ones are looked at is the common floor's scope.</param>
internal sealed record Rung(
    [property: Longest(SchemeRules.LongestCode)] string Code,
    [property: Longest(SchemeRules.LongestTitle)] string Title,
    Points? Minimum,
    bool MinimumIncluded,
    Points? Maximum,
    bool MaximumIncluded,
    Percent? Floor = null,
    IReadOnlyList<CriterionFloor>? Floors = null,
    bool NoneAtZero = false)
{
    [JsonIgnore]
    public bool HasFloor => NoneAtZero || Floor is not null || Floors is { Count: > 0 };

    /// <summary>The lowest value of the class. Values are whole hundredths, so an exclusive end is the next hundredth.</summary>
    [JsonIgnore]
    public Points? Lowest => Minimum is { } minimum ? new(minimum.Hundredths + (MinimumIncluded ? 0 : 1)) : null;

    /// <summary>The highest value of the class.</summary>
    [JsonIgnore]
    public Points? Highest => Maximum is { } maximum ? new(maximum.Hundredths - (MaximumIncluded ? 0 : 1)) : null;
}

/// <summary>The least share of its own maximum that one criterion must have.</summary>
internal sealed record CriterionFloor([property: Longest(SchemeRules.LongestCode)] string Criterion, Percent Share);
