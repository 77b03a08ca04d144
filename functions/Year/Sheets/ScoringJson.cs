using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ScoresBody))]
[JsonSerializable(typeof(ReturnBody))]
[JsonSerializable(typeof(SheetView))]
[JsonSerializable(typeof(SheetSummary))]
[JsonSerializable(typeof(SheetPage))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(NotApplicableBody))]
[JsonSerializable(typeof(TargetsBody))]
[JsonSerializable(typeof(ActualsBody))]
[JsonSerializable(typeof(TargetsAnswer))]
[JsonSerializable(typeof(ActualsView))]
[JsonSerializable(typeof(IReadOnlyList<ScoreEntry>))]
[JsonSerializable(typeof(IReadOnlyList<TargetEntry>))]
[JsonSerializable(typeof(IReadOnlyList<ActualEntry>))]
internal sealed partial class ScoringJson : JsonSerializerContext
{
    /// <summary>For audit rows: nothing that was not said, and Vietnamese letters as letters.</summary>
    public static ScoringJson Compact { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
