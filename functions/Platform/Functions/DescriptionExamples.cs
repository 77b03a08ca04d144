using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What members of bodies and parts of addresses look like in practice, by name, as JSON; given by the program that describes itself.</summary>
/// <param name="BySchema">Bodies whose members have to fit each other, by the name of their schema.</param>
internal sealed record ExampleValues(IReadOnlyDictionary<string, string> ByName, IReadOnlyDictionary<string, string> BySchema);

/// <summary>An example for every body and answer of the description, put together from what its members look like.</summary>
internal sealed class DescriptionExamples(ExampleValues values)
{
    /// <summary>Deeper than any body or answer goes.</summary>
    private const int Deepest = 12;

    public void Describe(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => (path.Operations ?? []).Values))
        {
            foreach (var contents in (operation.Responses ?? []).Values.Select(answer => answer.Content).Append(operation.RequestBody?.Content))
            {
                if (contents?.TryGetValue(MediaTypeNames.Application.Json, out var content) == true && content.Schema is { } schema)
                {
                    content.Example = Find("", schema, 0);
                }
            }
        }
    }

    private JsonNode? Find(string name, IOpenApiSchema? schema, int depth)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && values.BySchema.TryGetValue(id, out var whole))
        {
            return JsonNode.Parse(whole);
        }

        var type = schema?.Type ?? (schema?.Properties is { Count: > 0 } ? JsonSchemaType.Object : 0);
        var isPlain = schema is not ({ Enum.Count: > 0 } or { Properties.Count: > 0 } or { OneOf.Count: > 0 });
        if (isPlain && values.ByName.TryGetValue(name, out var known) && JsonNode.Parse(known) is var example && Fits(example, schema))
        {
            return example;
        }

        return schema switch
        {
            null => null,
            _ when depth > Deepest => null,
            { OneOf: { Count: > 0 } choices } => Find(name, choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null), depth),
            { Enum: { Count: > 0 } words } => words.FirstOrDefault(word => word is not null)?.DeepClone(),
            { Properties: { Count: > 0 } members } => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Find(member.Key, member.Value, depth + 1)))),
            _ when type.HasFlag(JsonSchemaType.Array) => Find(name, schema.Items, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            { Pattern: Slug.Form } => "ma-1",
            { Format: "date" } => "2026-12-10",
            { Format: "date-time" } => "2026-12-10T09:30:00+07:00",
            { Format: "uuid" } => "2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11",
            _ when type.HasFlag(JsonSchemaType.Boolean) => true,
            _ when type.HasFlag(JsonSchemaType.Integer) => 1,
            _ when type.HasFlag(JsonSchemaType.Number) => 38.25,
            _ when type.HasFlag(JsonSchemaType.Object) => new JsonObject(),
            _ => "…",
        };
    }

    /// <summary>A name may stand for something else elsewhere.</summary>
    private static bool Fits(JsonNode? example, IOpenApiSchema? schema)
    {
        var type = schema?.Type ?? 0;
        return example?.GetValueKind() switch
        {
            null => type.HasFlag(JsonSchemaType.Null),
            JsonValueKind.String => type.HasFlag(JsonSchemaType.String) && (schema?.Pattern is not { } pattern || Regex.IsMatch(example.GetValue<string>(), pattern)),
            JsonValueKind.Number => type.HasFlag(JsonSchemaType.Number) || type.HasFlag(JsonSchemaType.Integer),
            JsonValueKind.Array => type.HasFlag(JsonSchemaType.Array) && example.AsArray().All(item => Fits(item, schema!.Items)),
            _ => false,
        };
    }
}
