using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using static EmulationFunctions.Province.Schemes.SchemeWords;

namespace EmulationFunctions.Province.Schemes;

/// <summary>A scheme as tables: what is written here, <see cref="SchemeImport"/> reads back as the same scheme.</summary>
internal static class SchemeWorkbook
{
    /// <summary>Tables to work on: no letterhead, and each printed page says of which scheme it is.</summary>
    public static IReadOnlyList<TableSheet> Write(StoredScheme stored) =>
        [.. Tables(stored).Select(table => table with { Foot = $"{stored.Scheme.Content.Title} ({stored.Scheme.Id}, phiên bản {stored.Scheme.Version}) – {table.Name}" })];

    private static IReadOnlyList<TableSheet> Tables(StoredScheme stored) =>
    [
        WriteGeneral(stored.Scheme.Content),
        WriteCriteria(stored),
        new(
            Ladder,
            [new(Code, 12), new(RungTitle, 50), new(From, 12), new(FromIncluded, 16, Choices: YesNo.All), new(To, 12), new(ToIncluded, 16, Choices: YesNo.All), new(Floor, 16), new(NoneAtZero, 16, Choices: YesNo.All)],
            [.. stored.Scheme.Content.Ladder.Select(rung => TableRow.Of(
                rung.Code, rung.Title, Number(rung.Minimum), YesNo[rung.MinimumIncluded], Number(rung.Maximum), YesNo[rung.MaximumIncluded], rung.Floor?.ToDecimal(), YesNo[rung.NoneAtZero]))]),
        new(
            Floors,
            [new(RungCode, 12), new(CriterionCode, 16), new(FloorShare, 12)],
            [.. stored.Scheme.Content.Ladder.SelectMany(rung => (rung.Floors ?? []).Select(floor => TableRow.Of(rung.Code, floor.Criterion, floor.Share.ToDecimal())))]),
        new(
            TieBreaks,
            [new(TieBreakWay, 50, Choices: TieBreakKinds.All), new(CriterionCode, 16), new(TieBreakCriteria, 30)],
            [.. stored.Scheme.Content.TieBreaks.Select(tieBreak => TableRow.Of(
                TieBreakKinds[tieBreak.Kind], tieBreak.Criterion, tieBreak.Criteria is { } several ? string.Join(' ', several) : null))]),
        new(
            Specialists,
            [new(CriterionCode, 16), new(SpecialistUnit, 40)],
            [.. (stored.Scheme.Content.Appraisal?.Specialists ?? []).Select(body => TableRow.Of(body.Criterion, body.Unit))]),
        .. SchemePartTables.Write(stored.Scheme.Content),
    ];

    private static TableSheet WriteGeneral(SchemeContent content)
    {
        var peers = content.CrossScoring;
        var appraisal = content.Appraisal;
        return new(General, [new(Setting, 44), new(Value, 60), new(Note, 60)],
        [
            TableRow.Of(Title, content.Title, default),
            TableRow.Of(Total, Number(content.Maximum), "Tổng các phần, không kể điểm thưởng và điểm trừ"),
            TableRow.Of(Basis, Bases[content.Basis], OneOf(Bases.All)),
            TableRow.Of(Rounding, Roundings[content.Rounding], OneOf(Roundings.All)),
            TableRow.Of(ShownDecimals, content.ShownDecimals, "0, 1 hoặc 2"),
            TableRow.Of(FloorsOn, FloorScopes[content.FloorsOn], OneOf(FloorScopes.All)),
            TableRow.Of(BonusCap, Number(content.BonusCap), "Để trống nếu không có trần"),
            TableRow.Of(PenaltyCap, Number(content.PenaltyCap), "Để trống nếu không có trần"),
            TableRow.Of(BonusClassified, YesNo[content.BonusClassified], OneOf(YesNo.All)),
            TableRow.Of(BonusRanked, YesNo[content.BonusRanked], OneOf(YesNo.All)),
            TableRow.Of(ClassificationCap, Number(content.ClassificationCap), "Để trống nếu không có trần"),
            TableRow.Of(Average, peers is null ? null : Averages[peers.Average], $"{OneOf(Averages.All)}. Để trống nếu không chấm chéo"),
            TableRow.Of(Peers, (decimal?)peers?.Peers, "Để trống nếu mọi đơn vị chấm lẫn nhau"),
            TableRow.Of(SelfShare, peers?.SelfShare.ToDecimal(), "Từ 0 đến dưới 100"),
            TableRow.Of(MinimumPeers, (decimal?)peers?.MinimumPeers, "Ít đơn vị chấm hơn thì tiêu chí chưa có điểm trung bình"),
            TableRow.Of(Rounds, (decimal?)appraisal?.Rounds, $"Từ 1 đến {AppraisalRules.MaximumRounds}. Để trống: {Appraisal.Default.Rounds}"),
            TableRow.Of(Revisions, (decimal?)appraisal?.Revisions, $"Từ 0 đến {AppraisalRules.MaximumRevisions}. Để trống: {Appraisal.Default.Revisions}"),
            TableRow.Of(HeadPower, Power(appraisal?.Head), PowerNote(Appraisal.Default.Head)),
            TableRow.Of(DeputyPower, Power(appraisal?.Deputy), PowerNote(Appraisal.Default.Deputy)),
            TableRow.Of(OfficePower, Power(appraisal?.Office), PowerNote(Appraisal.Default.Office)),
            TableRow.Of(FloorsRead, FloorReadings[content.FloorsRead], OneOf(FloorReadings.All)),
            TableRow.Of(ProRataBy, ProRatas[content.ProRata], OneOf(ProRatas.All)),
            TableRow.Of(IsDraft, YesNo[content.IsDraft], "Bản nháp chưa cần khớp tổng điểm và không dùng để chấm"),
        ]);
    }

    private static TableSheet WriteCriteria(StoredScheme stored)
    {
        var reasons = stored.Voided.ToDictionary(voided => voided.Criterion, voided => $"Vô hiệu: {voided.Reason}", StringComparer.Ordinal);
        return new(
            Criteria,
            [
                new(Code, 14), new(Parent, 14), new(CriterionTitle, 70), new(Kind, 20, Choices: Kinds.All), new(Maximum, 12),
                new(EvidenceNeeded, 16, Choices: EvidenceRules.All), new(Each, 12), new(Outer, 14), new(OuterPoints, 14), new(Inner, 14),
                new(Step, 12), new(IsUncapped, 14, Choices: YesNo.All), new(SchemeWords.Number, 10), new(ScoredBy, 50), new(CheckedBy, 30), new(Note, 40),
            ],
            [.. stored.Scheme.Content.Criteria.Select(line => new TableRow(
                [
                    line.Code, line.Parent, line.Title, Kinds[line.Kind], Number(line.Maximum), EvidenceRules[line.Evidence], Number(line.Each),
                    line.Nested?.Outer.ToDecimal(), Number(line.Nested?.OuterPoints), line.Nested?.Inner.ToDecimal(),
                    Number(line.Step), YesNo[line.IsUncapped], line.Number, line.Basis, line.CheckedBy, reasons.GetValueOrDefault(line.Code),
                ],
                line.Kind == CriterionKind.Group))]);
    }

    private static string? Power(AppraisalPower? power) => power is { } one ? Powers[one] : null;

    private static string PowerNote(AppraisalPower standard) => $"{OneOf(Powers.All)}. Để trống: {Powers[standard]}";

    private static TableCell Number(Points? points) => points?.ToDecimal();

    private static string OneOf(IReadOnlyList<string> choices) => string.Join("; ", choices);
}
