using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>A row as JSON, in a transaction and in a backup alike: as the service itself writes it, without what only the service sets.</summary>
internal static class RowWriting
{
    /// <summary>Behind the name of a property: its type, where JSON has none for it.</summary>
    public const string Annotation = "@odata.type";

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
}
