using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What stands beside every route: who may call it, what it says of itself, and which errors it can answer.</summary>
internal static class FunctionMetadata
{
    /// <summary>Who may call it; a route without this is refused to everybody.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Right right)
        where TBuilder : IEndpointConventionBuilder
    {
        route.WithMetadata(new NeededRight(right));
        return route;
    }

    /// <summary>The summary and description of the OpenAPI document.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string summary, string description) =>
        route.WithSummary(summary).WithDescription(description);

    /// <summary>The error statuses of its own, beside those that every function of its right can answer.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.WithMetadata(new ErrorAnswer(status));
        }

        return route;
    }

    /// <summary>The body is a file as it is, of whatever Content-Type; the handler reads it from the request.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => route.WithMetadata(new FileBody(["*/*"]));

    /// <summary>The answer is a file of one of these media types.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route, params string[] mediaTypes) => route.WithMetadata(new FileAnswer(mediaTypes));

    /// <summary>The file can be asked for in parts, and is not sent again to who has it.</summary>
    public static RouteHandlerBuilder InParts(this RouteHandlerBuilder route) => route.WithMetadata(new PartAnswers());

    /// <summary>Query values that must be there although the handler takes them as missing, to name them with all other faults.</summary>
    public static RouteHandlerBuilder Demands(this RouteHandlerBuilder route, params string[] names) => route.WithMetadata(new DemandedValues(names));
}

/// <summary>A body that is a file of one of these media types, and not JSON.</summary>
internal sealed record FileBody(IReadOnlyList<string> MediaTypes);

/// <summary>An answer that is a file and not JSON.</summary>
internal sealed record FileAnswer(IReadOnlyList<string> MediaTypes);

/// <summary>The answers of a file that can be asked for in parts (RFC 9110, 14 and 13.1.2).</summary>
internal sealed record PartAnswers;

/// <summary>Query values that must be there.</summary>
internal sealed record DemandedValues(IReadOnlyList<string> Names);

/// <summary>An error status that an endpoint can answer with a problem document.</summary>
internal sealed record ErrorAnswer(int Status);

/// <summary>A query value or header that a parameter reads by itself, so that the description has to be told of it.</summary>
internal sealed record TakenValue(string Name, bool InHeader, string Description);
