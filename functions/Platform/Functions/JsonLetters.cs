using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Platform.Functions;

/// <summary>The letters of a JSON text, looked at in borrowed memory: a body is looked at several times, and only what is kept of it should become a string.</summary>
internal static class JsonLetters
{
    /// <exception cref="InvalidOperationException">They are none: half a character, or bytes that are no UTF-8.</exception>
    public static bool Are(JsonElement text, Func<ReadOnlySpan<char>, bool> so)
    {
        // With its quotes, and never fewer bytes than letters.
        var written = JsonMarshal.GetRawUtf8Value(text);
        var letters = ArrayPool<char>.Shared.Rent(written.Length);
        try
        {
            var reader = new Utf8JsonReader(written);
            reader.Read();
            return so(letters.AsSpan(0, reader.CopyString(letters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>The same body with its texts in composed form (NFC), or null when they already are.</summary>
    public static JsonNode? Composed(JsonElement element)
    {
        if (IsComposed(element))
        {
            return null;
        }

        return Compose(element);
    }

    private static bool IsComposed(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return Are(element, static letters => letters.IsNormalized());
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (!IsComposed(item))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (!IsComposed(member.Value))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    private static JsonNode? Compose(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(element.GetString()!.Normalize()),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Compose)]),
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Compose(member.Value)))),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(element.GetRawText()),
    };
}
