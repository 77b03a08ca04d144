using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>SimulateStandings</c>.</summary>
/// <param name="Changes">What is supposed.</param>
internal sealed record SimulationBody([property: Items(1, SimulationBody.MostChanges)] IReadOnlyList<SimulatedChange> Changes)
{
    public const int MostChanges = 200;
}

/// <summary>One thing that would be otherwise: of a criterion its points, option or measure; or a condition.</summary>
/// <param name="Unit">Of which unit.</param>
/// <param name="Criterion">Which criterion; left out with a condition.</param>
/// <param name="Points">What its official points would be.</param>
/// <param name="By">By how much they would differ, such as -5.</param>
/// <param name="Option">Which of its options would be chosen.</param>
/// <param name="Measure">What would be measured.</param>
/// <param name="Condition">Which condition of the scheme, in place of a criterion.</param>
/// <param name="IsSo">Whether that condition would be so.</param>
internal sealed record SimulatedChange(
    [property: Slug] string Unit,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string? Criterion = null,
    Points? Points = null,
    Points? By = null,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string? Option = null,
    Measured? Measure = null,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string? Condition = null,
    bool? IsSo = null);

/// <param name="Units">Every unit of the bloc: what it has and what it would have, in the order of the supposed ranks.</param>
internal sealed record SimulationView(IReadOnlyList<SimulatedUnit> Units);

/// <param name="Now">Its place; null without one.</param>
/// <param name="Then">The place it would have.</param>
/// <param name="WhyApart">Why it has none, whatever is supposed; null where it has one.</param>
internal sealed record SimulatedUnit(string Unit, string Name, SimulatedPlace? Now, SimulatedPlace? Then, string? WhyApart);

/// <param name="Value">What it is ranked by; null in a ranking by measures alone.</param>
/// <param name="Class">The class's code; null for none.</param>
internal sealed record SimulatedPlace(int Rank, bool IsShared, Points? Value, string? Class);
