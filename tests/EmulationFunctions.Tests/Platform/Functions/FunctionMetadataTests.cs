using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What the Functions host is told of the program.</summary>
public sealed class FunctionMetadataTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public void The_metadata_beside_the_program_names_every_function_with_its_method_and_route_or_schedule()
    {
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")))!.AsArray()
            .Select(function => (Name: (string)function!["name"]!, Trigger: function["bindings"]![0]!))
            .Select(function => Line(
                function.Name, (string?)function.Trigger["schedule"], function.Trigger["methods"]?.AsArray().Select(method => (string)method!), (string?)function.Trigger["route"]));

        var declared = FunctionMethod.All.Values.Select(function => Line(function.Name, function.Timer?.Schedule, function.Http?.Methods, function.Http?.Route));

        Assert.Equal(declared.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));

        static string Line(string name, string? schedule, IEnumerable<string>? methods, string? route) => $"{name}: {schedule ?? $"{string.Join(',', methods!)} {route}"}";
    }

    [Fact]
    public async Task Every_timer_says_the_schedule_that_the_host_was_told()
    {
        await using var app = new EmulationApp(azurite, issuer);

        var told = FunctionMethod.All.Values.Where(function => function.Timer is not null).ToDictionary(function => function.Name, function => function.Timer!.Schedule);

        Assert.Equal(app.Services.GetServices<ITimerFunction>().ToDictionary(timer => timer.Name, timer => timer.Schedule), told);
    }

    [Fact]
    public void Every_function_that_is_called_says_what_it_needs() =>
        Assert.Empty(FunctionMethod.All.Values.Where(function => function.Http is not null && function.Attribute<NeedsAttribute>() is null).Select(function => function.Name));

    /// <summary>Who may call is decided by our own token, never by a key of the host.</summary>
    [Fact]
    public void Every_function_that_is_called_has_one_method_below_the_api_and_asks_the_host_for_no_key() =>
        Assert.All(FunctionMethod.All.Values.Select(function => function.Http).OfType<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>(), trigger =>
        {
            Assert.Single(trigger.Methods!);
            Assert.StartsWith("api/", trigger.Route, StringComparison.Ordinal);
            Assert.Equal(Microsoft.Azure.Functions.Worker.AuthorizationLevel.Anonymous, trigger.AuthLevel);
        });

    /// <summary>The host takes the first route that matches in the order of the functions' names, not the most specific one.</summary>
    [Fact]
    public void No_two_functions_match_the_same_request()
    {
        var routes = FunctionMethod.All.Values.Where(function => function.Http is not null)
            .Select(function => (function.Name, Method: function.Http!.Methods![0], Segments: function.Http.Route!.Split('/')))
            .ToList();

        var clashes =
            from one in routes
            from other in routes
            where string.CompareOrdinal(one.Name, other.Name) < 0 && one.Method == other.Method && one.Segments.Length == other.Segments.Length
                && one.Segments.Zip(other.Segments).All(pair => pair.First == pair.Second || pair.First.StartsWith('{') || pair.Second.StartsWith('{'))
            select $"{one.Name} and {other.Name}";

        Assert.Empty(clashes);
    }
}
