using System.Globalization;
using System.Text.Json;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>One thing in which two versions differ.</summary>
/// <param name="Path">The criterion by its code (<c>criteria['I.2'].maximum</c>), the class by its (<c>ladder['XS']</c>), or a member of the scheme.</param>
/// <param name="Before">None: it was not there.</param>
/// <param name="After">None: it is gone.</param>
internal sealed record SchemeDifference(string Path, string? Before, string? After);

/// <summary>What changed from one version of a scheme to another.</summary>
internal static class SchemeDifferences
{
    public static IReadOnlyList<SchemeDifference> Between(SchemeContent before, SchemeContent after) =>
    [
        .. Members("", Describe(before), Describe(after)),
        .. Parts("criteria", before.Criteria, after.Criteria, line => line.Code, line => line.Title, Describe),
        .. Order("criteria", before.Criteria, after.Criteria, line => line.Code),
        .. Parts("conditions", before.Conditions ?? [], after.Conditions ?? [], condition => condition.Code, condition => condition.Title, Describe),
        .. Parts("ladder", before.Ladder, after.Ladder, rung => rung.Code, rung => rung.Title, Describe),
    ];

    private static (string, string?)[] Describe(SchemeContent content) =>
    [
        ("title", content.Title),
        ("maximum", content.Maximum.ToString()),
        ("basis", Word(content.Basis)),
        ("rounding", Word(content.Rounding)),
        ("shownDecimals", content.ShownDecimals.ToString(CultureInfo.InvariantCulture)),
        ("floorsOn", Word(content.FloorsOn)),
        ("floorsRead", Word(content.FloorsRead)),
        ("proRata", Word(content.ProRata)),
        ("isDraft", Word(content.IsDraft)),
        ("bonusCap", content.BonusCap?.ToString()),
        ("penaltyCap", content.PenaltyCap?.ToString()),
        ("bonusClassified", Word(content.BonusClassified)),
        ("bonusRanked", Word(content.BonusRanked)),
        ("classificationCap", content.ClassificationCap?.ToString()),
        ("crossScoring.peers", content.CrossScoring?.Peers?.ToString(CultureInfo.InvariantCulture)),
        ("crossScoring.average", content.CrossScoring is { } crossScoring ? Word(crossScoring.Average) : null),
        ("crossScoring.selfShare", content.CrossScoring?.SelfShare.ToString()),
        ("crossScoring.minimumPeers", content.CrossScoring?.MinimumPeers.ToString(CultureInfo.InvariantCulture)),
        ("appraisal.rounds", content.Appraisal?.Rounds.ToString(CultureInfo.InvariantCulture)),
        ("appraisal.revisions", content.Appraisal?.Revisions.ToString(CultureInfo.InvariantCulture)),
        ("appraisal.head", content.Appraisal is { Head: var head } ? Word(head) : null),
        ("appraisal.deputy", content.Appraisal is { Deputy: var deputy } ? Word(deputy) : null),
        ("appraisal.office", content.Appraisal is { Office: var office } ? Word(office) : null),
        ("appraisal.specialists", content.Appraisal?.Specialists is { } specialists ? string.Join(", ", specialists.Select(body => $"{body.Criterion} {body.Unit}")) : null),
        ("tieBreaks", string.Join(", ", content.TieBreaks.Select(tieBreak => string.Join(' ', [Word(tieBreak.Kind), .. tieBreak.Criteria ?? (tieBreak.Criterion is { } one ? [one] : [])])))),
    ];

    private static (string, string?)[] Describe(Criterion line) =>
    [
        ("parent", line.Parent),
        ("title", line.Title),
        ("kind", Word(line.Kind)),
        ("maximum", line.Maximum.ToString()),
        ("evidence", Word(line.Evidence)),
        ("each", line.Each?.ToString()),
        ("options", Json(line.Options)),
        ("measure", Json(line.Measure)),
        ("adding", Json(line.Adding)),
        ("isUncapped", Word(line.IsUncapped)),
        ("step", line.Step?.ToString()),
        ("number", line.Number),
        ("basis", line.Basis),
        ("checkedBy", line.CheckedBy),
        ("nested", line.Nested is { } nested ? $"{nested.Outer} % {nested.OuterPoints}, {nested.Inner} %" : null),
    ];

    private static (string, string?)[] Describe(Rung rung) =>
    [
        ("title", rung.Title),
        ("minimum", rung.Minimum is { } minimum ? $"{minimum}{(rung.MinimumIncluded ? "" : " (excluded)")}" : null),
        ("maximum", rung.Maximum is { } maximum ? $"{maximum}{(rung.MaximumIncluded ? "" : " (excluded)")}" : null),
        ("floor", rung.Floor?.ToString()),
        ("noneAtZero", Word(rung.NoneAtZero)),
        ("floors", rung.Floors is { Count: > 0 } floors ? string.Join(", ", floors.Select(floor => $"{floor.Criterion} {floor.Share} %")) : null),
    ];

    private static (string, string?)[] Describe(Condition condition) =>
    [
        ("title", condition.Title),
        ("effects", Json(condition.Effects)),
        ("by", condition.By is { } by ? string.Join(", ", by.Select(Word)) : null),
        ("body", condition.Body),
        ("due", condition.Due),
        ("isDueNextYear", Word(condition.IsDueNextYear)),
        ("evidence", Word(condition.Evidence)),
        ("source", Word(condition.Source)),
        ("unless", condition.Unless is { } unless ? string.Join(", ", unless) : null),
    ];

    /// <summary>As in the scheme's JSON, without what it does not say.</summary>
    private static string? Json<T>(T? value)
        where T : class => value is null ? null : RowText.Of(value);

    /// <summary>As in the scheme's JSON.</summary>
    private static string Word<T>(T value)
        where T : struct => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!);

    private static IEnumerable<SchemeDifference> Parts<T>(
        string list, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code, Func<T, string> title, Func<T, (string, string?)[]> describe)
    {
        var left = before.ToDictionary(code, StringComparer.Ordinal);
        var right = after.ToDictionary(code, StringComparer.Ordinal);
        foreach (var part in before)
        {
            var path = $"{list}['{code(part)}']";
            if (!right.TryGetValue(code(part), out var other))
            {
                yield return new(path, title(part), null);
                continue;
            }

            foreach (var difference in Members($"{path}.", describe(part), describe(other)))
            {
                yield return difference;
            }
        }

        foreach (var part in after.Where(part => !left.ContainsKey(code(part))))
        {
            yield return new($"{list}['{code(part)}']", null, title(part));
        }
    }

    private static IEnumerable<SchemeDifference> Members(string path, (string Name, string? Value)[] before, (string Name, string? Value)[] after) =>
        before.Zip(after)
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new SchemeDifference(path + pair.First.Name, pair.First.Value, pair.Second.Value));

    /// <summary>Lines that only moved are told once, as the two orders of what both versions have.</summary>
    private static IEnumerable<SchemeDifference> Order<T>(string list, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code)
    {
        var (left, right) = (before.Select(code).ToList(), after.Select(code).ToList());
        var (kept, still) = (left.Intersect(right).ToList(), right.Intersect(left).ToList());
        if (!kept.SequenceEqual(still))
        {
            yield return new($"{list}.order", string.Join(", ", kept), string.Join(", ", still));
        }
    }
}
