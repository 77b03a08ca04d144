using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>One of the answers that a criterion is scored by: exactly one holds ("0.2 or 0.1", "+1 or +2").</summary>
/// <param name="Code">By which it is entered; unique in its criterion.</param>
/// <param name="Points">What it is worth; of a penalty, what it takes.</param>
/// <param name="Title">What it means, as the decision says it.</param>
internal sealed record Option(
    [property: Longest(SchemeRules.LongestCode)] string Code,
    Points Points,
    [property: Longest(SchemeRules.LongestTitle)] string Title);
