using System.Collections.Concurrent;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What the schema of a value type with a converter of its own is; registered by the room that owns the type.</summary>
internal static class SchemaOfValues
{
    private static readonly ConcurrentDictionary<Type, Action<OpenApiSchema>> Known = new();

    public static void Add(Type type, Action<OpenApiSchema> describe) => Known[type] = describe;

    public static void Describe(OpenApiSchema schema, Type type)
    {
        if (Known.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var describe))
        {
            describe(schema);
        }
    }
}
