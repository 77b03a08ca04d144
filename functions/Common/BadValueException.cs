using System.Text.Json;

namespace EmulationFunctions.Common;

/// <summary>Thrown by a JSON converter that can say what is wrong with a value.</summary>
internal sealed class BadValueException(Words words) : JsonException(words.En)
{
    public Words Words { get; } = words;
}
