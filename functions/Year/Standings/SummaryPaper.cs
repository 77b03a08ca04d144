using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>"Bảng tổng hợp": the bloc's units with their points by group of criteria, on pages that lie.</summary>
internal static class SummaryPaper
{
    /// <summary>With more of them, only the sections of the form stand side by side.</summary>
    private const int MostGroups = 8;

    /// <param name="periodName">Null for the whole year.</param>
    /// <param name="kind">A cluster has another head than a bloc.</param>
    public static Paper Compose(DetailedStandings detailed, string? periodName, BlocKind kind)
    {
        var view = StandingsView.Of(detailed.Standings, Language.Vietnamese);
        var period = PeriodWords.In(view.Year, periodName);
        List<PaperBlock> blocks =
        [
            .. view.State == StandingsState.Published ? Array.Empty<PaperBlock>() : [new PaperParagraph("(Tạm tính từ các phiếu điểm đã nộp, chưa công bố)".Italic()) { Align = PaperAlign.Centre, IsIndented = false }],
            view.Scheme.Basis == ScoreBasis.Measures ? ByMeasures(view) : ByGroups(view, detailed),
        ];
        return new(new(view.BlocName, "Bảng tổng hợp", $"Kết quả chấm điểm thi đua {period}") { BodyAbove = PaperHead.UnknownBody }, blocks)
        {
            IsLying = true,
            HasEndMark = false,
            Grounds = [$"Theo {view.Scheme.Title} (phiên bản {view.Scheme.Version.ToString(CultureInfo.InvariantCulture)})"],
            Signatures = [new("Người lập bảng", PaperText.Gap("họ và tên người lập bảng")), BlocWords.Signed(kind, PaperText.Gap($"họ và tên {BlocWords.Head(kind)}"))],
        };
    }

    private static PaperGrid ByGroups(StandingsView view, DetailedStandings detailed)
    {
        var tree = detailed.Tree;
        var groups = tree.Nodes.Where(node => node.Criterion.IsBase && (node.Parent is null || !node.IsLeaf)).ToList();
        if (groups.Count > MostGroups)
        {
            groups = [.. tree.Sections.Where(node => node.Criterion.IsBase)];
        }

        var isPercent = view.Scheme.Basis == ScoreBasis.PercentOfAssigned;
        return new(
            [
                new("STT", 8, PaperAlign.Centre),
                new("Đơn vị", 44),
                .. groups.Select(node => new PaperColumn($"{node.Criterion.Printed}. {node.Criterion.Title}", Math.Max(12, 72 / groups.Count), PaperAlign.Right)),
                new("Điểm thưởng", 14, PaperAlign.Right),
                new("Điểm trừ", 12, PaperAlign.Right),
                new("Tổng điểm", 14, PaperAlign.Right),
                .. isPercent ? [new PaperColumn("Tỷ lệ (%)", 13, PaperAlign.Right)] : Array.Empty<PaperColumn>(),
                new("Xếp hạng", 12, PaperAlign.Centre),
                new("Xếp loại", 40),
            ],
            [
                PaperRow.Of(
                [
                    "",
                    "Điểm chuẩn",
                    .. groups.Select(node => (PaperText)node.Criterion.Maximum.InVietnamese()),
                    tree.Content.BonusCap?.InVietnamese() ?? "",
                    tree.Content.PenaltyCap is { } cap ? (-cap).InVietnamese() : "",
                    view.Scheme.Maximum.InVietnamese(),
                    .. isPercent ? [""] : Array.Empty<PaperText>(),
                    "",
                    "",
                ]).Strong(),
                .. view.Places.Select((place, index) => PaperRow.Of(
                [
                    (PaperText)$"{index + 1}",
                    place.Name,
                    .. groups.Select(node => Points(detailed.Totals[place.Unit][node])),
                    place.Bonus.InVietnamese(),
                    (-place.Penalty).InVietnamese(),
                    place.Total?.InVietnamese() ?? "",
                    .. isPercent ? [place.Percentage?.InVietnamese() ?? ""] : Array.Empty<PaperText>(),
                    $"{place.Rank}",
                    place.Class?.Title ?? "",
                ])),
                .. view.Apart.Select((unit, index) => new PaperRow(
                [
                    (PaperText)$"{view.Places.Count + index + 1}",
                    unit.Name,
                    new((PaperText)$"Không xếp hạng: {unit.Reason}", Columns: groups.Count + 3 + (isPercent ? 1 : 0), Align: PaperAlign.Left),
                    "",
                    unit.Class?.Title ?? "",
                ])),
            ])
        {
            NumbersColumns = true,
            Size = groups.Count > 5 ? 11 : 12,
        };
    }

    private static PaperGrid ByMeasures(StandingsView view) => new(
        [new("STT", 8, PaperAlign.Centre), new("Đơn vị", 50), new("Số liệu xếp hạng", 60), new("Xếp hạng", 14, PaperAlign.Centre), new("Xếp loại", 30)],
        [
            .. view.Places.Select((place, index) => PaperRow.Of((PaperText)$"{index + 1}", place.Name, place.Measures?.Replace(" %", "%", StringComparison.Ordinal) ?? "", $"{place.Rank}", place.Class?.Title ?? "")),
            .. view.Apart.Select((unit, index) => PaperRow.Of((PaperText)$"{view.Places.Count + index + 1}", unit.Name, $"Không xếp hạng: {unit.Reason}", "", unit.Class?.Title ?? "")),
        ])
    {
        Size = 12,
    };

    private static PaperText Points(NodeScore score) => score.State switch
    {
        NodeState.Void => "Vô hiệu",
        NodeState.NotApplicable => "Không áp dụng",
        NodeState.Missing when score.Points.IsZero => "Chưa có điểm",
        _ => score.Points.InVietnamese(),
    };
}
