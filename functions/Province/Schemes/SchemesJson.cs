using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Province.Schemes;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SchemeContent))]
[JsonSerializable(typeof(SchemeView))]
[JsonSerializable(typeof(SchemePage))]
[JsonSerializable(typeof(SchemePreview))]
[JsonSerializable(typeof(SchemeComparison))]
[JsonSerializable(typeof(CopyBody))]
[JsonSerializable(typeof(VoidBody))]
internal sealed partial class SchemesJson : JsonSerializerContext
{
    /// <summary>Compact, with Vietnamese letters as letters: for audit rows and comparisons.</summary>
    public static SchemesJson Compact { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

internal static class SchemeTexts
{
    public static string ToJson(this SchemeContent content) => JsonSerializer.Serialize(content, SchemesJson.Compact.SchemeContent);

    /// <summary>The same with one way to say nothing: no floors and no specialist bodies are null, and outer blanks do not count.</summary>
    public static SchemeContent Plain(this SchemeContent content) => content with
    {
        Title = content.Title.Trim(),
        Criteria = [.. content.Criteria.Select(criterion => criterion with { Title = criterion.Title.Trim() })],
        Ladder = [.. content.Ladder.Select(rung => rung with { Title = rung.Title.Trim(), Floors = rung.Floors is { Count: > 0 } floors ? floors : null })],
        Appraisal = content.Appraisal is { Specialists: [] } appraisal ? appraisal with { Specialists = null } : content.Appraisal,
    };
}
