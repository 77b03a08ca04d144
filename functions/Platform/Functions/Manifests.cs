using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// The <c>function.json</c> of every endpoint and timer: the endpoints in code are the only source. Written when the program is
/// published, never edited by hand.
/// </summary>
internal static class Manifests
{
    /// <summary>Each function's name with the text of its manifest.</summary>
    public static SortedDictionary<string, string> Of(IEnumerable<EndpointDataSource> sources, IEnumerable<ITimerFunction> timers)
    {
        var manifests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } name)
            {
                var methods = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods;
                manifests.Add(name, Http([.. methods.Select(method => method.ToLowerInvariant())], Route(endpoint.RoutePattern)));
            }
        }

        foreach (var timer in timers)
        {
            manifests.Add(timer.Name, Timer(timer.Schedule));
        }

        return manifests;
    }

    /// <summary>The route as the host writes it: without the leading slash, parameters without our constraints.</summary>
    private static string Route(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { IsCatchAll: true } parameter => $"{{*{parameter.Name}}}",
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => throw new InvalidOperationException($"The route {pattern.RawText} has a part that the host does not know."),
    }))));

    private static string Http(IReadOnlyList<string> methods, string route) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "httpTrigger");
        json.WriteString("direction", "in");
        json.WriteString("name", "req");
        // Anonymous for the host: the program itself checks every token, here as on a developer's machine.
        json.WriteString("authLevel", "anonymous");
        json.WriteStartArray("methods");
        foreach (var method in methods)
        {
            json.WriteStringValue(method);
        }

        json.WriteEndArray();
        json.WriteString("route", route);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "http");
        json.WriteString("direction", "out");
        json.WriteString("name", "res");
        json.WriteEndObject();
    });

    private static string Timer(string schedule) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "timerTrigger");
        json.WriteString("direction", "in");
        json.WriteString("name", "timer");
        json.WriteString("schedule", schedule);
        json.WriteBoolean("useMonitor", true);
        json.WriteBoolean("runOnStartup", false);
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> bindings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("bindings");
            bindings(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
