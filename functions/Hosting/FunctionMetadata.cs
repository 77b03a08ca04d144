using EmulationFunctions.Identity;

namespace EmulationFunctions.Hosting;

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
}

/// <summary>A body that is a file of one of these media types, and not JSON.</summary>
internal sealed record FileBody(IReadOnlyList<string> MediaTypes);

/// <summary>An answer that is a file and not JSON.</summary>
internal sealed record FileAnswer(IReadOnlyList<string> MediaTypes);

/// <summary>An error status that an endpoint can answer with a problem document.</summary>
internal sealed record ErrorAnswer(int Status);

/// <summary>A query value or header that a parameter reads by itself, so that the description has to be told of it.</summary>
internal sealed record TakenValue(string Name, bool InHeader, string Description);
