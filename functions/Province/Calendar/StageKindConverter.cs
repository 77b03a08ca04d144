using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using Microsoft.OpenApi;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Stages have one name everywhere: the slug of row keys and addresses.</summary>
internal sealed class StageKindConverter : JsonConverter<StageKind>
{
    public override StageKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && StageKinds.Find(reader.GetString()!) is { } kind
            ? kind
            : throw new BadValueException(Unknown);

    public override void Write(Utf8JsonWriter writer, StageKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Slug());

    public static Words Unknown { get; } = new(
        $"Phải là một trong: {string.Join(", ", StageKinds.All.Select(StageKinds.Slug))}.",
        $"Must be one of: {string.Join(", ", StageKinds.All.Select(StageKinds.Slug))}.");

    public static void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. StageKinds.All.Select(kind => (JsonNode)JsonValue.Create(kind.Slug()))];
    }
}
