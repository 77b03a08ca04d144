using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Schemes;

internal static class SchemeTexts
{
    public static string ToJson(this SchemeContent content) => RowText.WholeOf(content);

    /// <summary>The same with one way to say nothing: no floors and no specialist bodies are null, and outer blanks do not count.</summary>
    public static SchemeContent Plain(this SchemeContent content) => content with
    {
        Title = content.Title.Trim(),
        Criteria = [.. content.Criteria.Select(criterion => criterion with { Title = criterion.Title.Trim() })],
        Ladder = [.. content.Ladder.Select(rung => rung with { Title = rung.Title.Trim(), Floors = rung.Floors is { Count: > 0 } floors ? floors : null })],
        Appraisal = content.Appraisal is { Specialists: [] } appraisal ? appraisal with { Specialists = null } : content.Appraisal,
    };
}
