using System.Text.Json;

namespace EmulationFunctions.Hosting;

/// <summary>A value of a body that its type refuses, with the reason in both languages. The serializer adds the path.</summary>
internal sealed class WordsJsonException(Words words) : JsonException(words.En)
{
    public Words Words { get; } = words;
}
