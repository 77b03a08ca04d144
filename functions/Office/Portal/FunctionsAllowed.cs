using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Portal;

/// <summary>Which functions a caller may call: every function's own right, decided by <see cref="RightRules"/> as for a real call.</summary>
internal sealed class FunctionsAllowed(Caller caller)
{
    private static readonly IReadOnlyList<(string Name, Right Right)> All =
        [.. FunctionMethod.All.Values.Select(function => (function.Name, function.Attribute<NeedsAttribute>()?.Right)).Where(function => function.Right is not null).Select(function => (function.Name, function.Right!.Value))];

    private static readonly Target Anything = new(Unit: null, IsYearOver: false, Leaders.Nobody);

    /// <summary>Whatever they are called for.</summary>
    public IReadOnlyList<string> Everywhere => [.. All.Where(function => RightRules.Allows(function.Right, caller, Anything)).Select(function => function.Name)];

    /// <summary>Only for this unit, bloc and year.</summary>
    public IReadOnlyList<string> For(Target target) =>
        [.. All.Where(function => !RightRules.Allows(function.Right, caller, Anything) && RightRules.Allows(function.Right, caller, target)).Select(function => function.Name)];
}
