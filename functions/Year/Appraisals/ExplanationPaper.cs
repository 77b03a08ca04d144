using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>"Phiếu giải trình": what an appraisal changed of a unit's points, why, and what the unit says to it.</summary>
/// <param name="PeriodName">Null for the whole year.</param>
/// <param name="Visits">The cross-checks of the unit.</param>
/// <param name="Kind">A cluster has another head than a bloc.</param>
/// <param name="Rounds">Those whose points are seen: the first so many.</param>
internal sealed record ExplanationPaper(UnitAppraisal Appraisal, string BlocName, string? PeriodName, IReadOnlyList<Inspection> Visits, int Rounds, BlocKind Kind = default)
{
    public Paper Compose()
    {
        var (id, name, tree, record, _, scores) = Appraisal;
        var period = PeriodWords.In(id.Year, PeriodName);
        List<AppraisedScore> changed = [.. record.Appraised
            .Where(score => score.Unit == id.Unit && score.Round <= Rounds && tree.Find(score.Criterion) is { } leaf && AppraisalLines.Own(leaf, scores.Self) != score.Points)
            .OrderBy(score => score.Round)
            .ThenBy(score => tree.Find(score.Criterion)!.Index)];
        return new(
            new(name, "Phiếu giải trình", $"Điểm thi đua {period} có chênh lệch giữa tự chấm và thẩm định") { BodyAbove = PaperHead.UnknownBody, To = [$"{BlocWords.Head(Kind)} {BlocName}"] },
            [
                new PaperParagraph($"{name} giải trình các tiêu chí có chênh lệch điểm như sau:"),
                changed.Count == 0
                    ? new PaperParagraph("Không có tiêu chí nào có chênh lệch giữa điểm tự chấm và điểm thẩm định.")
                    : new PaperGrid(
                        [
                            new("STT", 7, PaperAlign.Centre), new("Tiêu chí", 32), new("Tự chấm", 11, PaperAlign.Right), new("Thẩm định", 12, PaperAlign.Right),
                            new("Chênh lệch", 12, PaperAlign.Right), new("Lý do thẩm định", 34), new("Giải trình của đơn vị", 36),
                        ],
                        [.. changed.Select((score, index) => Row(index + 1, score, tree.Find(score.Criterion)!))])
                    {
                        Size = 12,
                    },
                new PaperParagraph($"{"Kết luận:".Bold()} {PaperText.Gap("kết luận sau giải trình")}"),
            ])
        {
            HasEndMark = false,
            Signatures =
            [
                new("Đại diện đơn vị", PaperText.Gap("họ và tên đại diện đơn vị")),
                new("Người thẩm định", PaperText.Gap("họ và tên người thẩm định")),
                new("Cấp có thẩm quyền", PaperText.Gap("họ và tên người có thẩm quyền")),
            ],
        };
    }

    private PaperRow Row(int number, AppraisedScore score, SchemeNode leaf)
    {
        var own = AppraisalLines.Own(leaf, Appraisal.Scores.Self);
        var explained = Appraisal.Record.Explained.FirstOrDefault(one => one.Unit == score.Unit && one.Round == score.Round && one.Criterion == score.Criterion);
        return PaperRow.Of(
        [
            (PaperText)$"{number}",
            $"{leaf.Criterion.Printed} {leaf.Criterion.Title}",
            own?.InVietnamese() ?? PaperText.Gap($"điểm tự chấm tiêu chí {leaf.Code}"),
            score.Points.InVietnamese(),
            own is { } known ? AppraisalLines.Signed(score.Points - known) : "",
            VisitWords.Because(score.Reason, score.Finding, Visits),
            (explained?.Text).OrGap($"giải trình tiêu chí {leaf.Code}"),
        ]);
    }
}

/// <summary>Points of one criterion as papers of an appraisal say them.</summary>
internal static class AppraisalLines
{
    /// <summary>What a unit gave itself: of a penalty what it takes; null where it gave nothing.</summary>
    public static Points? Own(SchemeNode leaf, ScoreTable scores) =>
        scores[leaf] is { State: NodeState.Scored or NodeState.NotClaimed } score ? score.Points + score.Bonus + score.Penalty : null;

    public static string Signed(Points points) => points > Points.Zero ? $"+{points.InVietnamese()}" : points.InVietnamese();
}
