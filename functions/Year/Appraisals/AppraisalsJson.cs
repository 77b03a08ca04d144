using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationFunctions.Year.Sheets;

namespace EmulationFunctions.Year.Appraisals;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AppraisalBody))]
[JsonSerializable(typeof(ClosingBody))]
[JsonSerializable(typeof(ExplanationsBody))]
[JsonSerializable(typeof(RevisionBody))]
[JsonSerializable(typeof(AppraisalView))]
[JsonSerializable(typeof(RoundScoresView))]
[JsonSerializable(typeof(RoundsView))]
[JsonSerializable(typeof(ExplanationsView))]
[JsonSerializable(typeof(IReadOnlyList<AppraisalLine>))]
[JsonSerializable(typeof(IReadOnlyList<ExplanationEntry>))]
internal sealed partial class AppraisalsJson : JsonSerializerContext
{
    /// <summary>For audit rows: nothing that was not said, and Vietnamese letters as letters.</summary>
    public static AppraisalsJson Compact { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
