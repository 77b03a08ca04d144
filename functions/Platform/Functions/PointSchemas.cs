using System.Globalization;
using EmulationFunctions.Common;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>How points and percentages look in the API's description: numbers with at most two decimals.</summary>
internal static class PointSchemas
{
    private const long Limit = Hundredths.Limit / 100;

    public static void Register()
    {
        SchemaOfValues.Add(typeof(Points), Describe);
        SchemaOfValues.Add(typeof(Percent), Describe);
        SchemaOfValues.Add(typeof(decimal), schema => schema.Format = "decimal");
    }

    /// <summary>Without multipleOf: validators that reckon in doubles refuse 0.07 as no multiple of 0.01.</summary>
    private static void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.Format = "decimal";
        schema.Minimum = (-Limit).ToString(CultureInfo.InvariantCulture);
        schema.Maximum = Limit.ToString(CultureInfo.InvariantCulture);
    }
}
