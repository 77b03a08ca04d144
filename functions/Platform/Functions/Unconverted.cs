using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Lets the endpoints that are no functions yet compile; goes with the last of them.</summary>
internal static class Unconverted
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Right right) => route;

    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string summary, string description) => route;

    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, params int[] statuses) => route;

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => route;

    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route, params string[] mediaTypes) => route;

    public static RouteHandlerBuilder InParts(this RouteHandlerBuilder route) => route;

    public static RouteHandlerBuilder Demands(this RouteHandlerBuilder route, params string[] names) => route;
}

internal static class SheetEndpoints
{
    public const string One = $"/{BlocRoutes.Sheet}";
}

internal static class FigureEndpoints
{
    public const string Targets = $"/{BlocRoutes.Bloc}/targets";
}
