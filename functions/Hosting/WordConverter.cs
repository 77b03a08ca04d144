using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Hosting;

/// <summary>An enumeration as words in JSON (<c>passFail</c>), never as a number.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
