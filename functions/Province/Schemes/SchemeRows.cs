using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// A version of a scheme as rows: one for itself, and below it one for each criterion, class, floor and tie-break. Points are
/// texts (<c>33.35</c>), because a table's only fraction is the binary one.
/// </summary>
internal static class SchemeRows
{
    public static string Key(int version) => $"version|{version.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>The version's own row and all below it.</summary>
    public static KeyRange RangeOf(int version) => new(Key(version), KeyRange.Prefix($"{Key(version)}|").To);

    public static IEnumerable<TableEntity> Write(Scheme scheme, bool isInUse)
    {
        var (id, key, content) = (scheme.Id, Key(scheme.Version), scheme.Content);
        yield return Row(id, scheme.Version, content, isInUse);
        foreach (var (order, criterion) in content.Criteria.Index())
        {
            yield return new(id, $"{key}|criterion|{criterion.Code}")
            {
                ["Order"] = order,
                ["Code"] = criterion.Code,
                ["Parent"] = criterion.Parent,
                ["Title"] = criterion.Title,
                ["Kind"] = criterion.Kind.ToString(),
                ["Maximum"] = criterion.Maximum.ToString(),
                ["Evidence"] = criterion.Evidence.ToString(),
                ["Each"] = criterion.Each?.ToString(),
                ["OuterTarget"] = criterion.Nested?.Outer.ToString(),
                ["OuterPoints"] = criterion.Nested?.OuterPoints.ToString(),
                ["InnerTarget"] = criterion.Nested?.Inner.ToString(),
                ["Options"] = Text(criterion.Options),
                ["Measure"] = Text(criterion.Measure),
                ["Adding"] = Text(criterion.Adding),
                ["IsUncapped"] = criterion.IsUncapped ? true : null,
                ["Step"] = criterion.Step?.ToString(),
                ["Number"] = criterion.Number,
                ["Basis"] = criterion.Basis,
                ["CheckedBy"] = criterion.CheckedBy,
            };
        }

        foreach (var (order, rung) in content.Ladder.Index())
        {
            yield return new(id, $"{key}|rung|{rung.Code}")
            {
                ["Order"] = order,
                ["Code"] = rung.Code,
                ["Title"] = rung.Title,
                ["Minimum"] = rung.Minimum?.ToString(),
                ["MinimumIncluded"] = rung.MinimumIncluded,
                ["Maximum"] = rung.Maximum?.ToString(),
                ["MaximumIncluded"] = rung.MaximumIncluded,
                ["Floor"] = rung.Floor?.ToString(),
                ["NoneAtZero"] = rung.NoneAtZero ? true : null,
            };
            foreach (var (place, floor) in (rung.Floors ?? []).Index())
            {
                yield return new(id, $"{key}|floor|{rung.Code}|{floor.Criterion}")
                {
                    ["Order"] = place,
                    ["Rung"] = rung.Code,
                    ["Criterion"] = floor.Criterion,
                    ["Share"] = floor.Share.ToString(),
                };
            }
        }

        foreach (var (order, tieBreak) in content.TieBreaks.Index())
        {
            yield return new(id, $"{key}|tiebreak|{order.ToString("D4", CultureInfo.InvariantCulture)}")
            {
                ["Order"] = order,
                ["Kind"] = tieBreak.Kind.ToString(),
                ["Criterion"] = tieBreak.Criterion,
                ["Criteria"] = tieBreak.Criteria is { } several ? string.Join(' ', several) : null,
            };
        }

        foreach (var (order, condition) in (content.Conditions ?? []).Index())
        {
            yield return new(id, $"{key}|condition|{condition.Code}")
            {
                ["Order"] = order,
                ["Code"] = condition.Code,
                ["Title"] = condition.Title,
                ["Effects"] = Text(condition.Effects),
                ["By"] = Text(condition.By),
                ["Body"] = condition.Body,
                ["Due"] = condition.Due,
                ["IsDueNextYear"] = condition.IsDueNextYear,
                ["Evidence"] = condition.Evidence.ToString(),
                ["Source"] = condition.Source.ToString(),
                ["Unless"] = condition.Unless is { } unless ? string.Join(' ', unless) : null,
            };
        }

        foreach (var (order, body) in (content.Appraisal?.Specialists ?? []).Index())
        {
            yield return new(id, $"{key}|specialist|{body.Criterion}")
            {
                ["Order"] = order,
                ["Criterion"] = body.Criterion,
                ["Unit"] = body.Unit,
            };
        }
    }

    /// <summary>A version's own row.</summary>
    public static TableEntity Row(string id, int version, SchemeContent content, bool isInUse) => new(id, Key(version))
    {
        ["Title"] = content.Title,
        ["InUse"] = isInUse,
        ["Maximum"] = content.Maximum.ToString(),
        ["Basis"] = content.Basis.ToString(),
        ["Rounding"] = content.Rounding.ToString(),
        ["ShownDecimals"] = content.ShownDecimals,
        ["FloorsOn"] = content.FloorsOn.ToString(),
        ["FloorsRead"] = content.FloorsRead.ToString(),
        ["IsDraft"] = content.IsDraft ? true : null,
        ["ProRata"] = content.ProRata == ProRata.None ? null : content.ProRata.ToString(),
        ["BonusCap"] = content.BonusCap?.ToString(),
        ["PenaltyCap"] = content.PenaltyCap?.ToString(),
        ["BonusClassified"] = content.BonusClassified,
        ["BonusRanked"] = content.BonusRanked,
        ["ClassificationCap"] = content.ClassificationCap?.ToString(),
        ["PeerAverage"] = content.CrossScoring?.Average.ToString(),
        ["Peers"] = content.CrossScoring?.Peers,
        ["PeersMinimum"] = content.CrossScoring?.MinimumPeers,
        ["SelfShare"] = content.CrossScoring?.SelfShare.ToString(),
        ["AppraisalRounds"] = content.Appraisal?.Rounds,
        ["AppraisalRevisions"] = content.Appraisal?.Revisions,
        ["AppraisalHead"] = content.Appraisal?.Head.ToString(),
        ["AppraisalDeputy"] = content.Appraisal?.Deputy.ToString(),
        ["AppraisalOffice"] = content.Appraisal?.Office.ToString(),
    };

    /// <summary>A criterion of a version in use that was declared void.</summary>
    public static TableEntity Row(string id, int version, VoidedCriterion voided) => new(id, VoidPrefix(version) + voided.Criterion)
    {
        ["Criterion"] = voided.Criterion,
        ["Reason"] = voided.Reason,
        ["At"] = voided.At,
    };

    /// <summary>The version that these rows are; null when they are none.</summary>
    public static StoredScheme? Read(string id, int version, IReadOnlyList<TableEntity> rows)
    {
        var key = Key(version);
        if (rows.FirstOrDefault(row => row.RowKey == key) is not { } own)
        {
            return null;
        }

        var floors = Below("floor").ToLookup(row => row.GetString("Rung"), row => new CriterionFloor(row.GetString("Criterion")!, Share(row, "Share")!.Value));
        var content = new SchemeContent(
            own.GetString("Title")!,
            PointsOf(own, "Maximum")!.Value,
            [.. Below("criterion").Select(ToCriterion)],
            [.. Below("rung").Select(row => ToRung(row, floors))],
            [.. Below("tiebreak").Select(row => new TieBreak(Word<TieBreakKind>(row, "Kind"), row.GetString("Criterion"), row.GetString("Criteria")?.Split(' ')))],
            Word<ScoreBasis>(own, "Basis"),
            Word<RoundingRule>(own, "Rounding"),
            own.GetInt32("ShownDecimals")!.Value,
            Word<FloorScope>(own, "FloorsOn"),
            PointsOf(own, "BonusCap"),
            PointsOf(own, "PenaltyCap"),
            own.GetBoolean("BonusClassified")!.Value,
            own.GetBoolean("BonusRanked")!.Value,
            PointsOf(own, "ClassificationCap"),
            own.GetString("PeerAverage") is null
                ? null
                : new(own.GetInt32("Peers"), Word<PeerAverage>(own, "PeerAverage"), Share(own, "SelfShare")!.Value, own.GetInt32("PeersMinimum")!.Value),
            own.GetInt32("AppraisalRounds") is { } rounds ? ToAppraisal(own, rounds, [.. Below("specialist")]) : null,
            // What was written before it could be said looked at the base alone, and goes on to.
            own.GetString("FloorsRead") is null ? FloorReading.Base : Word<FloorReading>(own, "FloorsRead"),
            Below("condition").Select(ToCondition).ToList() is { Count: > 0 } conditions ? conditions : null,
            own.GetBoolean("IsDraft") is true,
            own.GetString("ProRata") is null ? ProRata.None : Word<ProRata>(own, "ProRata"));
        var voided = rows.Where(row => row.RowKey.StartsWith(VoidPrefix(version), StringComparison.Ordinal)).Select(ToVoid);
        return new(new(id, version, content), own.GetBoolean("InUse") == true, own.GetInt64("Seq") ?? 0, [.. voided]);

        IEnumerable<TableEntity> Below(string kind) => rows
            .Where(row => row.RowKey.StartsWith($"{key}|{kind}|", StringComparison.Ordinal))
            .OrderBy(row => row.GetInt32("Order"));
    }

    private static string VoidPrefix(int version) => $"{Key(version)}|void|";

    private static VoidedCriterion ToVoid(TableEntity row) =>
        new(row.GetString("Criterion")!, row.GetString("Reason")!, row.GetDateTimeOffset("At")!.Value);

    private static Criterion ToCriterion(TableEntity row) => new(
        row.GetString("Code")!,
        row.GetString("Parent"),
        row.GetString("Title")!,
        Word<CriterionKind>(row, "Kind"),
        PointsOf(row, "Maximum")!.Value,
        Word<EvidenceRule>(row, "Evidence"),
        PointsOf(row, "Each"),
        Share(row, "OuterTarget") is { } outer ? new(outer, PointsOf(row, "OuterPoints")!.Value, Share(row, "InnerTarget")!.Value) : null,
        Value<IReadOnlyList<Option>>(row, "Options"),
        Value<MeasureRule>(row, "Measure"),
        Value<Adding>(row, "Adding"),
        row.GetBoolean("IsUncapped") is true,
        PointsOf(row, "Step"),
        row.GetString("Number"),
        row.GetString("Basis"),
        row.GetString("CheckedBy"));

    private static Condition ToCondition(TableEntity row) => new(
        row.GetString("Code")!,
        row.GetString("Title")!,
        Value<IReadOnlyList<ConditionEffect>>(row, "Effects")!,
        Value<IReadOnlyList<ConditionParty>>(row, "By"),
        row.GetString("Body"),
        row.GetString("Due"),
        row.GetBoolean("IsDueNextYear") is true,
        Word<EvidenceRule>(row, "Evidence"),
        Word<ConditionSource>(row, "Source"),
        row.GetString("Unless")?.Split(' '));

    private static Appraisal ToAppraisal(TableEntity own, int rounds, IReadOnlyList<TableEntity> specialists) => new(
        rounds,
        own.GetInt32("AppraisalRevisions")!.Value,
        Word<AppraisalPower>(own, "AppraisalHead"),
        Word<AppraisalPower>(own, "AppraisalDeputy"),
        Word<AppraisalPower>(own, "AppraisalOffice"),
        specialists.Count == 0 ? null : [.. specialists.Select(row => new SpecialistBody(row.GetString("Criterion")!, row.GetString("Unit")!))]);

    private static Rung ToRung(TableEntity row, ILookup<string, CriterionFloor> floors)
    {
        var code = row.GetString("Code")!;
        return new(
            code,
            row.GetString("Title")!,
            PointsOf(row, "Minimum"),
            row.GetBoolean("MinimumIncluded")!.Value,
            PointsOf(row, "Maximum"),
            row.GetBoolean("MaximumIncluded")!.Value,
            Share(row, "Floor"),
            floors.Contains(code) ? [.. floors[code]] : null,
            row.GetBoolean("NoneAtZero") is true);
    }

    /// <summary>Of what has no fixed number of parts: compact JSON.</summary>
    private static string? Text<T>(T? value)
        where T : class => value is null ? null : RowText.Of(value);

    private static T? Value<T>(TableEntity row, string name)
        where T : class => row.GetString(name) is { } text ? RowText.Read<T>(text) : null;

    private static Points? PointsOf(TableEntity row, string name) =>
        row.GetString(name) is { } text ? Points.FromDecimal(decimal.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static Percent? Share(TableEntity row, string name) =>
        row.GetString(name) is { } text ? Percent.FromDecimal(decimal.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static T Word<T>(TableEntity row, string name)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(name)!);
}
