using System.Reflection;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
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

    /// <summary>A parameter that no part of the route has the name of would be taken from the query, where nobody has checked it.</summary>
    [Fact]
    public void Every_part_of_a_route_is_a_parameter_and_every_plain_parameter_that_must_be_there_is_a_part_of_the_route()
    {
        var nullability = new NullabilityInfoContext();
        Assert.All(FunctionMethod.All.Values.Where(function => function.Http is not null), function =>
        {
            Assert.NotEmpty(FunctionInput.Of(function.Method));
            // What takes the rest of an address may be without it.
            var parts = RoutePatternFactory.Parse(function.Http!.Route!).Parameters.Where(part => !part.IsCatchAll).Select(part => part.Name).Order(StringComparer.OrdinalIgnoreCase);
            var demanded = function.Method.GetParameters()
                .SelectMany(parameter => parameter.IsDefined(typeof(AsParametersAttribute)) ? parameter.ParameterType.GetConstructors().Single().GetParameters() : [parameter])
                .Where(parameter => parameter.ParameterType == typeof(string) || parameter.ParameterType.IsPrimitive || parameter.ParameterType == typeof(Guid))
                .Where(parameter => nullability.Create(parameter).ReadState == NullabilityState.NotNull)
                .Select(parameter => parameter.Name!)
                .Order(StringComparer.OrdinalIgnoreCase);
            Assert.Equal(parts, demanded, StringComparer.OrdinalIgnoreCase);
        });
    }

    /// <summary>Who may call is decided by our own token, never by a key of the host.</summary>
    [Fact]
    public void Every_function_that_is_called_has_one_method_below_the_api_or_a_page_and_asks_the_host_for_no_key() =>
        Assert.All(FunctionMethod.All.Values.Where(function => function.Http is not null), function =>
        {
            Assert.Single(function.Http!.Methods!);
            Assert.StartsWith(function.Name is "Portal" or "MovePortalClock" ? "portal/" : function.Name is "Docs" ? "docs/" : "api/", function.Http.Route, StringComparison.Ordinal);
            Assert.Equal(AuthorizationLevel.Anonymous, function.Http.AuthLevel);
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
            where string.CompareOrdinal(one.Name, other.Name) < 0 && one.Method == other.Method
                && (one.Segments.Length == other.Segments.Length || one.Segments[^1].StartsWith("{*", StringComparison.Ordinal) || other.Segments[^1].StartsWith("{*", StringComparison.Ordinal))
                && one.Segments.Zip(other.Segments).All(pair => pair.First == pair.Second || pair.First.StartsWith('{') || pair.Second.StartsWith('{'))
            select $"{one.Name} and {other.Name}";

        Assert.Empty(clashes);
    }
}
