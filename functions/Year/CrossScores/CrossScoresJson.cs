using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Year.CrossScores;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DrawBody))]
[JsonSerializable(typeof(PeerScoresBody))]
[JsonSerializable(typeof(ReplacementBody))]
[JsonSerializable(typeof(PanelView))]
[JsonSerializable(typeof(PeerSheetView))]
internal sealed partial class CrossScoresJson : JsonSerializerContext;
