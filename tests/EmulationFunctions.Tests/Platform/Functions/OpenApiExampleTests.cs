using System.Text.Json;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>Whoever builds on the API finds in its description what to send, how long it may be, and what comes back.</summary>
public sealed class OpenApiExampleTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Every_body_and_answer_has_an_example()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var document = await DescribedAsync(app);

        var without = Operations(document)
            .SelectMany(operation => Contents(operation.Value!).Select(content => (operation.Key, Content: content)))
            .Where(one => one.Content["example"] is null)
            .Select(one => one.Key);

        Assert.Empty(without);
    }

    [Fact]
    public async Task The_example_of_a_body_is_a_body_that_can_be_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var document = await DescribedAsync(app);
        var operations = Operations(document).ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal);
        var options = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var bodies = new DescribedFunctions(app.Services).Endpoints
            .Select(endpoint => (Name: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName, Body: endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
            .Where(one => one is { Name: not null, Body: not null } && operations.TryGetValue(one.Name, out var described) && described["requestBody"]!["content"]!["application/json"] is not null)
            .ToList();

        var faults = bodies.SelectMany(one =>
        {
            var example = operations[one.Name!]["requestBody"]!["content"]!["application/json"]!["example"]!;
            using var body = JsonDocument.Parse(example.ToJsonString());
            return JsonFaults.Find(body.RootElement, options.GetTypeInfo(one.Body!)).Select(fault => $"{one.Name} {fault.Path}: {fault.Words.En}");
        });

        Assert.NotEmpty(bodies);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_text_that_can_be_sent_says_how_long_it_may_be_or_of_which_form_it_is()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var document = await DescribedAsync(app);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var without = new List<string>();

        foreach (var operation in Operations(document))
        {
            if (operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
            {
                Look(schema, operation.Key);
            }
        }

        Assert.Empty(without);

        void Look(JsonNode? schema, string where)
        {
            if (schema is null)
            {
                return;
            }

            if ((string?)schema["$ref"] is { } reference)
            {
                var name = reference.Split('/')[^1];
                if (seen.Add(name))
                {
                    Look(document["components"]!["schemas"]![name], name);
                }

                return;
            }

            foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            {
                Look(member, $"{where}.{name}");
            }

            Look(schema["items"], $"{where}[]");
            foreach (var choice in schema["oneOf"]?.AsArray() ?? [])
            {
                Look(choice, where);
            }

            var isText = schema["type"] switch
            {
                JsonValue one => (string)one! == "string",
                JsonArray several => several.Any(one => (string)one! == "string"),
                _ => false,
            };
            if (isText && new[] { "maxLength", "enum", "format", "pattern" }.All(limit => schema![limit] is null))
            {
                without.Add(where);
            }
        }
    }

    [Fact]
    public async Task An_upload_says_what_it_demands_and_a_download_every_answer_it_can_give()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var operations = Operations(await DescribedAsync(app)).ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal);

        var demanded = operations["UploadEvidence"]["parameters"]!.AsArray().Where(one => (bool?)one!["required"] == true).Select(one => (string)one!["name"]!);

        Assert.Superset(new HashSet<string> { "criterion", "name" }, demanded.ToHashSet());
        Assert.Superset(new HashSet<string> { "200", "206", "304", "416", "404", "409" }, operations["DownloadEvidence"]["responses"]!.AsObject().Select(answer => answer.Key).ToHashSet());
    }

    [Fact]
    public async Task Every_parameter_says_what_it_is()
    {
        await using var app = new EmulationApp(azurite, issuer);

        var without = Operations(await DescribedAsync(app))
            .SelectMany(operation => (operation.Value!["parameters"]?.AsArray() ?? []).Select(parameter => (operation.Key, Parameter: parameter!)))
            .Where(one => string.IsNullOrEmpty((string?)one.Parameter["description"]))
            .Select(one => $"{one.Key} {one.Parameter["name"]}");

        Assert.Empty(without);
    }

    /// <summary>Validators that reckon in doubles would refuse every seventh number with two decimals.</summary>
    [Fact]
    public async Task No_number_is_held_to_a_multiple_of_a_hundredth_and_points_are_numbers_within_their_bounds()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var document = await DescribedAsync(app);

        Assert.DoesNotContain("multipleOf", document.ToJsonString(), StringComparison.Ordinal);
        Assert.All(new[] { "Points", "Percent" }, name =>
        {
            var schema = document["components"]!["schemas"]![name]!;
            Assert.Equal(("number", -1_000_000, 1_000_000), ((string)schema["type"]!, (int)schema["minimum"]!, (int)schema["maximum"]!));
            Assert.DoesNotContain("8667", (string)schema["description"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_value_that_may_be_left_out_may_be_null_too_and_enumerations_are_strings()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var schemas = (await DescribedAsync(app))["components"]!["schemas"]!;

        Assert.Equal(["null", "number"], schemas["ScoreEntry"]!["properties"]!["points"]!["type"]!.AsArray().Select(type => (string)type!).Order());
        Assert.All(schemas.AsObject().Where(schema => schema.Value!["enum"] is not null), schema => Assert.Equal("string", (string?)schema.Value!["type"]));
    }

    [Fact]
    public async Task A_file_is_a_binary_string_whichever_way_it_goes()
    {
        await using var app = new EmulationApp(azurite, issuer);

        var files = Operations(await DescribedAsync(app))
            .SelectMany(operation => operation.Value!["responses"]!.AsObject().Select(answer => answer.Value!["content"]).Append(operation.Value["requestBody"]?["content"]))
            .SelectMany(contents => contents?.AsObject() ?? [])
            .Where(content => !content.Key.EndsWith("json", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(("string", "binary"), ((string?)file.Value!["schema"]?["type"], (string?)file.Value["schema"]?["format"])));
    }

    [Fact]
    public async Task What_is_read_to_be_changed_tells_its_ETag_and_what_can_be_tried_again_when()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var operations = Operations(await DescribedAsync(app)).ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal);

        Assert.NotNull(Header("GetSheet", 200, "ETag"));
        Assert.NotNull(Header("SaveScores", 200, "ETag"));
        Assert.NotNull(Header("UploadEvidence", 201, "Location"));
        Assert.NotNull(Header("UploadEvidence", 429, "Retry-After"));
        Assert.NotNull(Header("SaveScores", 503, "Retry-After"));
        Assert.NotNull(Header("ExportSheet", 200, "Content-Disposition"));
        Assert.NotNull(operations["LiftDisqualification"]["responses"]!["204"]);

        JsonNode? Header(string operation, int status, string name) => operations[operation]["responses"]![$"{status}"]?["headers"]?[name];
    }

    private static Task<JsonNode> DescribedAsync(EmulationApp app) =>
        app.Nobody().GetAsync("/api/openapi.json", TestContext.Current.CancellationToken).JsonAsync();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => KeyValuePair.Create((string)operation.Value!["operationId"]!, (JsonNode?)operation.Value));

    private static IEnumerable<JsonNode> Contents(JsonNode operation) =>
        operation["responses"]!.AsObject().Select(answer => answer.Value!["content"]?["application/json"])
            .Append(operation["requestBody"]?["content"]?["application/json"])
            .OfType<JsonNode>()
            .Where(content => content["schema"] is not null);
}
