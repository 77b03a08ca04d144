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
            if (Nullable.GetUnderlyingType(type) is not null)
            {
                schema.Type |= JsonSchemaType.Null;
            }
        }
        else if (schema is { Enum.Count: > 0, Type: null })
        {
            schema.Type = JsonSchemaType.String;
            // Where it may be null, that is said beside the reference to it.
            schema.Enum = [.. schema.Enum.Where(word => word is not null)];
        }
    }
}
