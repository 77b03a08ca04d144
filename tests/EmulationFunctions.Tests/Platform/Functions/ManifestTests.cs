using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What the Functions host is told of the program.</summary>
public sealed class ManifestTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Every_operation_has_a_manifest_with_its_method_and_route_and_nothing_else_has()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        var manifests = Of(app);
        var document = await client.GetAsync("/api/openapi.json", TestContext.Current.CancellationToken).JsonAsync();

        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
            $"{(string)operation.Value!["operationId"]!}: {operation.Key} {path.Key[1..]}"));
        var manifested = manifests.Where(manifest => !IsTimer(manifest.Value)).Select(manifest =>
            $"{manifest.Key}: {(string)manifest.Value["methods"]!.AsArray().Single()!} {(string)manifest.Value["route"]!}");

        Assert.Equal(described.Order(StringComparer.Ordinal), manifested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_timer_has_a_manifest_with_its_schedule()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var manifested = Of(app).Where(manifest => IsTimer(manifest.Value)).ToDictionary(manifest => manifest.Key, manifest => (string)manifest.Value["schedule"]!);

        Assert.Equal(app.Services.GetServices<ITimerFunction>().ToDictionary(timer => timer.Name, timer => timer.Schedule), manifested);
        Assert.All(manifested.Values, schedule => CronSchedule.Parse(schedule));
    }

    /// <summary>The host takes the first route that matches in the order of the functions' names, not the most specific one.</summary>
    [Fact]
    public async Task No_two_functions_match_the_same_request()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        var routes = Of(app).Where(manifest => !IsTimer(manifest.Value))
            .Select(manifest => (manifest.Key, Method: (string)manifest.Value["methods"]!.AsArray().Single()!, Segments: ((string)manifest.Value["route"]!).Split('/')))
            .ToList();

        var clashes =
            from one in routes
            from other in routes
            where string.CompareOrdinal(one.Key, other.Key) < 0 && one.Method == other.Method && one.Segments.Length == other.Segments.Length
                && one.Segments.Zip(other.Segments).All(pair => pair.First == pair.Second || pair.First.StartsWith('{') || pair.Second.StartsWith('{'))
            select $"{one.Key} and {other.Key}";

        Assert.Empty(clashes);
    }

    [Fact]
    public async Task No_route_begins_with_what_the_host_keeps_for_itself()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        Assert.All(Of(app).Values.Where(manifest => !IsTimer(manifest)), manifest =>
            Assert.Equal("api", ((string)manifest["route"]!).Split('/')[0]));
    }

    private static Dictionary<string, JsonObject> Of(EmulationApp app) =>
        Manifests.Of([app.Services.GetRequiredService<EndpointDataSource>()], app.Services.GetServices<ITimerFunction>())
            .ToDictionary(manifest => manifest.Key, manifest => JsonNode.Parse(manifest.Value)!["bindings"]![0]!.AsObject());

    private static bool IsTimer(JsonObject binding) => (string)binding["type"]! == "timerTrigger";
}
