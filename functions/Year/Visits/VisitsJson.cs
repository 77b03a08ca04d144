using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Year.Visits;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(InspectionBody))]
[JsonSerializable(typeof(InspectionView))]
[JsonSerializable(typeof(InspectionPage))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
internal sealed partial class VisitsJson : JsonSerializerContext
{
    /// <summary>For rows: nothing that was not said, and Vietnamese letters as letters.</summary>
    public static VisitsJson Compact { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
