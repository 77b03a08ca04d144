using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Values as rows and the trail of changes hold them: compact JSON, with Vietnamese letters as letters.</summary>
internal static class RowText
{
    private static readonly JsonSerializerOptions Whole = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Said = new(Whole) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Nothing in it that was not said.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Said);

    /// <summary>The same for what may be long.</summary>
    public static PiecedText PiecesOf<T>(T value)
    {
        using var json = PooledMemory.Take();
        JsonSerializer.Serialize(json, value, Said);
        var letters = ArrayPool<char>.Shared.Rent((int)json.Length);
        try
        {
            return PiecedText.Cut(letters.AsSpan(0, Encoding.UTF8.GetChars(json.GetReadOnlySequence(), letters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>Every member, also those that say nothing.</summary>
    public static string WholeOf<T>(T value) => JsonSerializer.Serialize(value, Whole);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Said) ?? throw new JsonException("A row holds null where a value must be.");
}
