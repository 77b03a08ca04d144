using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>A unit's report on its own score, item by item as units write it, with the score table as an annex that lies.</summary>
/// <param name="PeriodName">Null for the whole year.</param>
/// <param name="Kind">A cluster has another head than a bloc.</param>
internal sealed record SelfScorePaper(SheetId Id, string BlocName, string UnitName, string? PeriodName, SchemeTree Tree, StoredSheet Sheet, SheetFacts Facts, BlocKind Kind = default)
{
    /// <summary>Of the annex's letters, in points.</summary>
    private const int AnnexSize = 12;

    private string Period => PeriodWords.In(Id.Year, PeriodName);

    public Paper Compose()
    {
        var (scores, provisional) = OwnScores.Of(Tree, Id.Unit, Sheet.Content, Facts.Figures, Facts.Held);
        var entries = Sheet.Content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        var evidence = Proofs(Sheet.Content);
        return new(
            new(UnitName, "Báo cáo", $"Kết quả tự chấm điểm thi đua {Period}") { BodyAbove = PaperHead.UnknownBody },
            [
                new PaperParagraph($"{UnitName} báo cáo kết quả tự chấm điểm thi đua {Period} trong {BlocName} như sau:"),
                new PaperParagraph($"{"Tổng điểm tự chấm:".Bold()} {Total(scores)}"),
                .. Class(scores) is { } reached ? [new PaperParagraph($"{"Tự xếp loại:".Bold()} {reached}.")] : Array.Empty<PaperBlock>(),
                .. Facts.Held.Effects.Select(held => new PaperParagraph($"Áp dụng {held.Because.Vi}: {ConditionWords.Of(held.Effect).Vi}.")),
                .. Tree.Nodes.Where(node => Counts(node, scores)).SelectMany(node => Told(node, scores, provisional, entries.GetValueOrDefault(node.Code), evidence[node.Code])),
                new PaperParagraph("Đính kèm: Bảng chấm điểm."),
            ])
        {
            Grounds = [$"Căn cứ {PaperText.Gap("kế hoạch, hướng dẫn chấm điểm của cấp trên (số, ký hiệu, ngày)")}", $"Căn cứ {Tree.Content.Title}"],
            Signatures = [new("Thủ trưởng đơn vị", PaperText.Gap("họ và tên người ký báo cáo")) { IsIssuers = true }],
            Recipients = [$"{BlocWords.Head(Kind)} {BlocName}", "Lưu: VT"],
            Annexes = [Table(scores, entries, evidence)],
        };
    }

    /// <summary>What stands behind each criterion: papers as they are cited, then files that are none of these, by name.</summary>
    private static ILookup<string, string> Proofs(SheetContent content)
    {
        var cited = content.Papers.Select(paper => paper.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return content.Papers.Select(paper => (paper.Criterion, Text: paper.Paper.Cited()))
            .Concat(content.Evidence.Where(mark => mark.Name is not null && (mark.Id is null || !cited.Contains(mark.Id))).Select(mark => (mark.Criterion, Text: mark.Name!)))
            .ToLookup(proof => proof.Criterion, proof => proof.Text, StringComparer.Ordinal);
    }

    private PaperText Total(ScoreTable scores) => Tree.Content.Basis == ScoreBasis.Measures
        ? "xếp hạng theo số liệu, không tính điểm."
        : $"{scores.Total.InVietnamese()} điểm (các tiêu chí {scores.Base.InVietnamese()}/{scores.Assigned.InVietnamese()} điểm; điểm thưởng {scores.Bonus.InVietnamese()} điểm; điểm trừ {scores.Penalty.InVietnamese()} điểm).";

    /// <summary>Null where the scheme does not classify.</summary>
    private PaperText? Class(ScoreTable scores) =>
        Tree.Content.Ladder.Count == 0 ? null
        : scores.IsComplete && Classification.Of(scores).Rung is { } rung ? rung.Title
        : PaperText.Gap("tự xếp loại (còn tiêu chí chưa có điểm)");

    /// <summary>What was not assigned, and a bonus or penalty that nobody put down, are not told.</summary>
    private static bool Counts(SchemeNode node, ScoreTable scores) => scores[node].State is NodeState.Scored or NodeState.Missing;

    private static IEnumerable<PaperBlock> Told(SchemeNode node, ScoreTable scores, IReadOnlySet<string> provisional, ScoreEntry? entry, IEnumerable<string> evidence)
    {
        PaperText line = $"{Numbered(node)}: {Own(node, scores).Bold()}{(provisional.Contains(node.Code) && node.IsLeaf ? " (tạm tính, còn tùy kết quả của các đơn vị khác)" : "")}.";
        if (node.Parent is null)
        {
            yield return new PaperHeading(1, line);
        }
        else if (!node.IsLeaf)
        {
            yield return new PaperHeading(2, line);
        }
        else
        {
            yield return new PaperParagraph(line);
        }

        if (Entered(node.Criterion, entry) is { } entered)
        {
            yield return new PaperParagraph($"Số liệu: {entered}.");
        }

        if (entry?.Explanation is { } explanation)
        {
            yield return new PaperParagraph(explanation);
        }

        List<string> names = [.. evidence];
        if (names.Count > 0)
        {
            yield return new PaperParagraph("Tài liệu kiểm chứng:");
            yield return new PaperList([.. names.Select(name => (PaperText)name)]);
        }
    }

    private static string Numbered(SchemeNode node) =>
        $"{node.Criterion.Printed}{(node.Criterion.Printed[^1] is ')' or '.' ? "" : ".")} {node.Criterion.Title}";

    private static PaperText Own(SchemeNode node, ScoreTable scores) => (scores[node], node.Criterion.Kind) switch
    {
        ({ State: NodeState.Missing }, _) when node.IsLeaf => (PaperText)$"Tự chấm {PaperText.Gap($"điểm tự chấm tiêu chí {node.Code}")}/{node.Criterion.Maximum.InVietnamese()} điểm",
        (var score, CriterionKind.Bonus) => $"Điểm thưởng +{score.Bonus.InVietnamese()} điểm",
        (var score, CriterionKind.Penalty) => $"Điểm trừ {(-score.Penalty).InVietnamese()} điểm",
        (var score, _) => $"Tự chấm {score.Points.InVietnamese()}/{score.Assigned.InVietnamese()} điểm{(score.Bonus.IsZero ? "" : $", thưởng {score.Bonus.InVietnamese()} điểm")}{(score.Penalty.IsZero ? "" : $", trừ {score.Penalty.InVietnamese()} điểm")}",
    };

    /// <summary>What was entered beside points; null where it was points alone, or nothing.</summary>
    private static string? Entered(Criterion criterion, ScoreEntry? entry) =>
        EnteredScore.ChosenOf(criterion, entry) is { } option ? $"mức {option.Code}: {option.Title}"
        : entry?.Counts is { } counts ? $"{Number(counts.Outer)}/{Number(counts.All)} đạt, trong đó {Number(counts.Inner)} xuất sắc"
        : entry?.Measure is { Whole: { } whole } measure ? $"{Number(measure.Part)}/{Number(whole)}"
        : entry?.Measure is { } alone ? Number(alone.Part)
        : entry?.Count is { } count ? $"{Number(count)} lần"
        : null;

    private static string Number(decimal number) => number.ToString("#,##0.####", Hundredths.Vietnamese);

    private PaperAnnex Table(ScoreTable scores, Dictionary<string, ScoreEntry> entries, ILookup<string, string> evidence)
    {
        var (sum, caps) = (new List<PaperRow>(), new List<PaperRow>());
        sum.Add(Sum("Cộng điểm các tiêu chí", scores.Assigned.InVietnamese(), scores.Base.InVietnamese(), scores.Bonus.InVietnamese(), (-scores.Penalty).InVietnamese()));
        sum.Add(Sum("Tổng điểm tự chấm", "", scores.Total.InVietnamese(), "", ""));
        if (Class(scores) is { } reached)
        {
            sum.Add(new([new("", 1), new("Tự xếp loại"), new(reached, Columns: 5, Align: PaperAlign.Centre)], IsStrong: true));
        }

        return new($"Bảng chấm điểm thi đua {Period}", [
            new PaperGrid(
                [
                    new("STT", 8, PaperAlign.Centre), new("Nội dung tiêu chí", 52), new("Điểm chuẩn", 10, PaperAlign.Right), new("Điểm tự chấm", 10, PaperAlign.Right),
                    new("Điểm thưởng", 10, PaperAlign.Right), new("Điểm trừ", 10, PaperAlign.Right), new("Thuyết minh, tài liệu kiểm chứng", 45),
                ],
                [
                    .. Tree.Nodes.SelectMany(node => Rows(node, scores, entries.GetValueOrDefault(node.Code), evidence[node.Code])),
                    .. sum,
                    .. Notes(),
                ])
            {
                NumbersColumns = true,
                Size = AnnexSize,
            },
        ])
        {
            IsLying = true,
            Signatures = [new("Người lập bảng", PaperText.Gap("họ và tên người lập bảng")), new("Thủ trưởng đơn vị", PaperText.Gap("họ và tên người ký báo cáo")) { IsIssuers = true }],
        };
    }

    private static PaperRow Sum(string what, params string[] numbers) => PaperRow.Of(["", what, .. numbers, ""]).Strong();

    private static IEnumerable<PaperRow> Rows(SchemeNode node, ScoreTable scores, ScoreEntry? entry, IEnumerable<string> evidence)
    {
        var (criterion, score) = (node.Criterion, scores[node]);
        var isSaid = score.State is NodeState.Scored or NodeState.Missing;
        PaperText title = criterion.Title;
        if (criterion.Basis is { } basis)
        {
            title = $"{title}\n{$"Căn cứ chấm điểm: {basis}".Italic()}";
        }

        if (criterion.CheckedBy is { } body)
        {
            title = $"{title}\n{$"({body} kiểm tra)".Italic()}";
        }

        yield return new(
        [
            criterion.Printed,
            title,
            criterion.IsBase ? (node.IsLeaf ? criterion.Maximum : score.Assigned).InVietnamese() : "",
            !criterion.IsBase ? ""
                : score.State == NodeState.Missing && node.IsLeaf ? PaperText.Gap($"điểm tự chấm tiêu chí {node.Code}")
                : isSaid ? score.Points.InVietnamese() : score.State == NodeState.Void ? "Vô hiệu" : "Không áp dụng",
            isSaid && !score.Bonus.IsZero ? score.Bonus.InVietnamese() : "",
            isSaid && !score.Penalty.IsZero ? (-score.Penalty).InVietnamese() : "",
            Said(criterion, entry, evidence),
        ], IsStrong: !node.IsLeaf);
        if (criterion.Adding is { } adding && (adding.BonusCap is not null || adding.PenaltyCap is not null))
        {
            yield return Note(criterion.Title, adding.BonusCap, adding.PenaltyCap);
        }
    }

    private static PaperText Said(Criterion criterion, ScoreEntry? entry, IEnumerable<string> evidence) => string.Join('\n',
    [
        .. Entered(criterion, entry) is { } entered ? [$"{entered}."] : Array.Empty<string>(),
        .. entry?.Explanation is { } explanation ? [explanation] : Array.Empty<string>(),
        .. evidence.Select(name => $"- {name}"),
    ]);

    private IEnumerable<PaperRow> Notes() =>
        Tree.Content.BonusCap is not null || Tree.Content.PenaltyCap is not null ? [Note("toàn bảng", Tree.Content.BonusCap, Tree.Content.PenaltyCap)] : [];

    private static PaperRow Note(string what, Points? bonus, Points? penalty)
    {
        string[] caps =
        [
            .. bonus is { } most ? [$"tổng điểm thưởng không quá {most.InVietnamese()} điểm"] : Array.Empty<string>(),
            .. penalty is { } taken ? [$"tổng điểm trừ không quá {taken.InVietnamese()} điểm"] : Array.Empty<string>(),
        ];
        return new([new($"Ghi chú ({what}): {string.Join("; ", caps)}.".Italic(), Columns: 7)]);
    }
}
