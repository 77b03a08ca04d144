using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What the schema of a value type with a converter of its own is; registered by the room that owns the type.</summary>
internal static class SchemaOfValues
{
    private static readonly Dictionary<Type, Action<OpenApiSchema>> Known = [];

    public static void Add(Type type, Action<OpenApiSchema> describe) => Known[type] = describe;

    public static void Describe(OpenApiSchema schema, Type type)
    {
        if (Known.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var describe))
        {
            describe(schema);
        }
    }
}
