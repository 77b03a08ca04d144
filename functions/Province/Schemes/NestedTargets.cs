using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>A percentage within a percentage: "100 % complete their task, of whom 15 % excellently".</summary>
/// <param name="Outer">The share of all that is to be reached.</param>
/// <param name="OuterPoints">What the outer share is worth; the rest of the maximum is for the inner one.</param>
/// <param name="Inner">The share, of those counted by the outer one, that is to be reached.</param>
internal sealed record NestedTargets(Percent Outer, Points OuterPoints, Percent Inner);
