using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>A row as the service writes it: OData JSON with minimal metadata.</summary>
internal static class TableEntityJson
{
    private const string Annotation = "@odata.type";

    private static readonly JsonWriterOptions Relaxed = new()
    {
        // The body is read by the service only: Vietnamese letters need no escapes, which would take half of a batch's room.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Utf8JsonWriter CreateWriter(IBufferWriter<byte> buffer) => new(buffer, Relaxed);

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey"u8, entity.PartitionKey);
        json.WriteString("RowKey"u8, entity.RowKey);

        foreach (var (name, value) in entity)
        {
            WriteProperty(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Reads one row; <paramref name="names"/> may be shared by the rows of a page.</summary>
    public static T Read<T>(ref Utf8JsonReader json, TableEntityNames names) where T : TableEntity, new()
    {
        var entity = new T();
        names.StartRow();

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (name, announces) = names.Next(ref json);
            json.Read();

            if (announces is not null)
            {
                names.Announce(announces, json.GetString()!);
            }
            else if (name == "odata.etag")
            {
                entity.ETag = new ETag(json.GetString()!);
            }
            else if (name == "PartitionKey")
            {
                entity.PartitionKey = json.GetString()!;
            }
            else if (name == "RowKey")
            {
                entity.RowKey = json.GetString()!;
            }
            else if (name == "Timestamp")
            {
                entity.Timestamp = ReadInstant(ref json);
            }
            else if (name.StartsWith("odata.", StringComparison.Ordinal) || json.TokenType == JsonTokenType.Null)
            {
                json.Skip();
            }
            else
            {
                entity.SetRead(name, ReadValue(ref json, names.TypeOf(name)));
            }
        }

        return entity;
    }

    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
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
                WriteType(json, name, "Edm.Int64"u8);
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteType(json, name, "Edm.Double"u8);
                if (double.IsFinite(number))
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                }

                break;
            case Guid guid:
                WriteType(json, name, "Edm.Guid"u8);
                json.WriteString(name, guid);
                break;
            case DateTimeOffset instant:
                WriteType(json, name, "Edm.DateTime"u8);
                json.WriteString(name, Format(instant));
                break;
            case byte[] bytes:
                WriteType(json, name, "Edm.Binary"u8);
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new ArgumentException($"The property '{name}' is a {value.GetType().Name}, which a table cannot hold.", nameof(value));
        }
    }

    private static void WriteType(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotated = stackalloc char[TableLimits.MaximumNameCharacters + Annotation.Length];
        name.CopyTo(annotated);
        Annotation.CopyTo(annotated[name.Length..]);
        json.WritePropertyName(annotated[..(name.Length + Annotation.Length)]);
        json.WriteStringValue(type);
    }

    private static object ReadValue(ref Utf8JsonReader json, string? type) => (json.TokenType, type) switch
    {
        (JsonTokenType.True, _) => true,
        (JsonTokenType.False, _) => false,
        (JsonTokenType.Number, "Edm.Double") => json.GetDouble(),
        (JsonTokenType.Number, _) => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
        (_, "Edm.Int64") => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.Double") => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => json.GetGuid(),
        (_, "Edm.DateTime") => ReadInstant(ref json),
        (_, "Edm.Binary") => json.GetBytesFromBase64(),
        (JsonTokenType.String, _) => json.GetString()!,
        _ => throw new JsonException($"A table cannot hold a {json.TokenType}."),
    };

    private static DateTimeOffset ReadInstant(ref Utf8JsonReader json) => json.GetDateTimeOffset();
}
