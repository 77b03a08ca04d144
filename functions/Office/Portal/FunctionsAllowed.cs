using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Portal;

/// <summary>Which functions a caller may call: every endpoint's own right, decided by <see cref="RightRules"/> as for a real call.</summary>
internal sealed class FunctionsAllowed(EndpointDataSource endpoints, Caller caller)
{
    private readonly List<(string Name, Right Right)> _functions = [.. endpoints.Endpoints
        .Select(endpoint => (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName, endpoint.Metadata.GetMetadata<NeededRight>()?.Right))
        .Where(function => function is { EndpointName: not null, Right: not null })
        .Select(function => (function.EndpointName!, function.Right!.Value))
        .OrderBy(function => function.Item1, StringComparer.Ordinal)];

    private static readonly Target Anything = new(Unit: null, IsYearOver: false, Leaders.Nobody);

    /// <summary>Whatever they are called for.</summary>
    public IReadOnlyList<string> Everywhere => [.. _functions.Where(function => RightRules.Allows(function.Right, caller, Anything)).Select(function => function.Name)];

    /// <summary>Only for this unit, bloc and year.</summary>
    public IReadOnlyList<string> For(Target target) =>
        [.. _functions.Where(function => !RightRules.Allows(function.Right, caller, Anything) && RightRules.Allows(function.Right, caller, target)).Select(function => function.Name)];
}
