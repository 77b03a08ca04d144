using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>Reads a row of a backup back, as <see cref="RowWriting"/> wrote it.</summary>
internal static class RowJson
{
    public static TableEntity Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var json = JsonDocument.ParseValue(ref reader);
        var row = new TableEntity();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (!property.Name.EndsWith(RowWriting.Annotation, StringComparison.Ordinal))
            {
                var type = json.RootElement.TryGetProperty(property.Name + RowWriting.Annotation, out var announced) ? announced.GetString() : null;
                row[property.Name] = ReadValue(property.Value, type);
            }
        }

        return row;
    }

    private static object ReadValue(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.True, _) => true,
        (JsonValueKind.False, _) => false,
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.Number, _) => value.GetInt32(),
        (_, "Edm.Int64") => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => value.GetGuid(),
        (_, "Edm.DateTime") => value.GetDateTimeOffset(),
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        (JsonValueKind.String, _) => value.GetString()!,
        _ => throw new JsonException($"A table cannot hold a {value.ValueKind}."),
    };
}
