using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Schemes;

internal static class SchemeTexts
{
    public static string ToJson(this SchemeContent content) => RowText.WholeOf(content);

    /// <summary>The same with one way to say nothing: what is empty is null, and outer blanks do not count.</summary>
    public static SchemeContent Plain(this SchemeContent content) => content with
    {
        Title = content.Title.Trim(),
        Criteria = [.. content.Criteria.Select(criterion => criterion with
        {
            Title = criterion.Title.Trim(),
            Number = criterion.Number.Trimmed(),
            Basis = criterion.Basis.Trimmed(),
            CheckedBy = criterion.CheckedBy.Trimmed(),
            Measure = criterion.Measure.Plain(),
            Adding = criterion.Adding == new Adding() ? null : criterion.Adding,
        })],
        Conditions = content.Conditions is { Count: > 0 } conditions
            ? [.. conditions.Select(condition => condition with
            {
                Title = condition.Title.Trim(),
                By = condition.By is { Count: > 0 } by ? [.. by.Order()] : null,
                Unless = condition.Unless is { Count: > 0 } unless ? unless : null,
            })]
            : null,
        Ladder = [.. content.Ladder.Select(rung => rung with { Title = rung.Title.Trim(), Floors = rung.Floors is { Count: > 0 } floors ? floors : null })],
        Appraisal = content.Appraisal is { Specialists: [] } appraisal ? appraisal with { Specialists = null } : content.Appraisal,
    };

    private static MeasureRule? Plain(this MeasureRule? rule) => rule is null ? null : rule with
    {
        Steps = rule.Steps is { } steps ? steps with { Beyond = steps.Beyond.Plain(), Every = steps.Every.Plain() } : null,
        Ladder = rule.Ladder is { } ladder ? [.. ladder.Select(step => step with { Of = step.Of.Plain(), Whole = step.Whole?.Plain() })] : null,
    };

    private static Bounds Plain(this Bounds bounds) => bounds with { From = bounds.From?.Plain(), To = bounds.To?.Plain() };

    /// <summary>2.50 and 2.5 are the same number, and are written the same.</summary>
    private static decimal Plain(this decimal number) => number / 1.0000000000000000000000000000m;

    private static string? Trimmed(this string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
