using EmulationFunctions.Common;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>How points and percentages look in the API's description: numbers with at most two decimals.</summary>
internal static class PointSchemas
{
    public static void Register()
    {
        SchemaOfValues.Add(typeof(Points), Describe);
        SchemaOfValues.Add(typeof(Percent), Describe);
    }

    private static void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.MultipleOf = 0.01m;
        schema.Minimum = "-1000000";
        schema.Maximum = "1000000";
    }
}
