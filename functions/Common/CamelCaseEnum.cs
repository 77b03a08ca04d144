using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>Enums are camel-case words in JSON, never numbers.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
