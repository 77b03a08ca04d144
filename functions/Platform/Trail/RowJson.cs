using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>A row in a backup: as the service itself writes it, without what only the service sets.</summary>
internal static class RowJson
{
    private const string Annotation = "@odata.type";

    /// <summary>Vietnamese letters need no escapes, which would take half of a backup's room.</summary>
    public static JsonWriterOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, TableEntity row)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey"u8, row.PartitionKey);
        json.WriteString("RowKey"u8, row.RowKey);
        foreach (var (name, value) in row.Properties())
        {
            if (TypeOf(value) is { } type)
            {
                json.WriteString(name + Annotation, type);
            }

            WriteValue(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
    }

    public static TableEntity Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var json = JsonDocument.ParseValue(ref reader);
        var row = new TableEntity();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (!property.Name.EndsWith(Annotation, StringComparison.Ordinal))
            {
                var type = json.RootElement.TryGetProperty(property.Name + Annotation, out var announced) ? announced.GetString() : null;
                row[property.Name] = ReadValue(property.Value, type);
            }
        }

        return row;
    }

    /// <summary>The types that JSON does not have.</summary>
    private static string? TypeOf(object value) => value switch
    {
        long => "Edm.Int64",
        double => "Edm.Double",
        Guid => "Edm.Guid",
        DateTimeOffset => "Edm.DateTime",
        byte[] => "Edm.Binary",
        _ => null,
    };

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case Guid guid:
                json.WriteString(name, guid);
                break;
            case DateTimeOffset instant:
                json.WriteString(name, instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new ArgumentException($"The property '{name}' is a {value.GetType().Name}, which a table cannot hold.", nameof(value));
        }
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
