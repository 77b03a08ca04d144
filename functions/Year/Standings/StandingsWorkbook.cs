using System.Globalization;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>Standings as a workbook in Vietnamese: the places, and the points by group of criteria.</summary>
internal static class StandingsWorkbook
{
    private const string ByGroups = "Theo nhóm tiêu chí";

    private const int RankWidth = 7;
    private const int NameWidth = 34;
    private const int PointsWidth = 11;
    private const int GroupWidth = 15;
    private const int TextWidth = 38;

    /// <param name="periodName">Null for the whole year.</param>
    /// <param name="kind">A cluster has another head than a bloc.</param>
    public static IReadOnlyList<TableSheet> Make(DetailedStandings detailed, string? periodName, BlocKind kind, VietnamTime vietnam)
    {
        var view = StandingsView.Of(detailed.Standings, Language.Vietnamese);
        return
        [
            .. new[] { Overview(view), ByGroup(view, detailed) }.Select(table => table with
            {
                Letter = new(view.BlocName, "NGƯỜI LẬP BẢNG", kind == BlocKind.Cluster ? "CỤM TRƯỞNG" : "KHỐI TRƯỞNG"),
                Above =
                [
                    $"{(table.Name == ByGroups ? "BẢNG ĐIỂM THEO NHÓM TIÊU CHÍ" : "BẢNG XẾP HẠNG THI ĐUA")} {PeriodWords.In(view.Year, periodName).ToUpperInvariant()}",
                    $"Theo {view.Scheme.Title} (phiên bản {view.Scheme.Version.ToString(CultureInfo.InvariantCulture)})",
                    view.PublishedAt is { } at ? $"Công bố lúc {vietnam.Local(at)}" : "Tạm tính từ các phiếu điểm đã nộp, chưa công bố",
                ],
                KeyColumns = 2,
            }),
        ];
    }

    /// <summary>A name to save under, without ending: what file systems forbid becomes a low line.</summary>
    public static string FileName(BlocStandings standings)
    {
        const int Longest = 150;
        var name = $"Xếp hạng {standings.BlocName} {standings.Id.Year.ToString(CultureInfo.InvariantCulture)}"
            + (standings.Id.Period == Period.WholeYear ? "" : $" {standings.Id.Period}")
            + (standings.State == StandingsState.Published ? "" : " (tạm tính)");
        var clean = new StringBuilder();
        foreach (var rune in name.Normalize().EnumerateRunes())
        {
            // Format characters are invisible, and some turn the order of letters round.
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format && clean.Length < Longest)
            {
                clean.Append(Rune.IsControl(rune) || (rune.IsBmp && "<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal)) ? "_" : rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static TableSheet Overview(StandingsView view)
    {
        var isPercent = view.Scheme.Basis == ScoreBasis.PercentOfAssigned;
        return new(
            "Xếp hạng",
            [
                new("Hạng", RankWidth, 0),
                new("Đơn vị", NameWidth),
                new("Tổng điểm", PointsWidth, 2),
                .. isPercent ? [new TableColumn("Tỷ lệ xếp hạng (%)", PointsWidth, 2)] : Array.Empty<TableColumn>(),
                new("Xếp loại", 20),
                new("Giải thích thứ hạng", TextWidth),
                new("Căn cứ xếp loại", TextWidth),
            ],
            [
                .. view.Places.Select(place => TableRow.Of(
                [
                    place.Rank,
                    place.Name,
                    place.Total.ToDecimal(),
                    .. isPercent ? [place.Value.ToDecimal()] : Array.Empty<TableCell>(),
                    place.Class?.Title,
                    place.Explanation,
                    place.ClassExplanation,
                ])),
                .. view.Apart.Select(unit => TableRow.Of(
                [
                    default,
                    unit.Name,
                    default,
                    .. isPercent ? [default] : Array.Empty<TableCell>(),
                    unit.Class is { } reached ? $"{reached.Title} (không xếp hạng)" : "Không xếp hạng",
                    unit.Reason,
                    default,
                ])),
            ]);
    }

    /// <summary>Sections, and groups below them, in the order of the form. A bonus adds to its group; a penalty takes away, and is below zero wherever it stands.</summary>
    private static TableSheet ByGroup(StandingsView view, DetailedStandings detailed)
    {
        var groups = detailed.Tree.Nodes.Where(node => node.Parent is null || !node.IsLeaf).ToList();
        return new(
            ByGroups,
            [
                new("Hạng", RankWidth, 0),
                new("Đơn vị", NameWidth),
                .. groups.Select(node => new TableColumn($"{Number(node.Criterion)} {node.Criterion.Title}", GroupWidth, 2)),
                new("Cộng", PointsWidth, 2),
                new("Điểm thưởng", PointsWidth, 2),
                new("Điểm trừ", PointsWidth, 2),
                new("Tổng điểm", PointsWidth, 2),
            ],
            [
                new TableRow(
                    [
                        default,
                        "Điểm tối đa",
                        .. groups.Select(node => node.IsVoid ? "Vô hiệu" : (TableCell)Maximum(detailed.Tree, node).ToDecimal()),
                        view.Scheme.Maximum.ToDecimal(),
                        detailed.Tree.Content.BonusCap?.ToDecimal(),
                        (-detailed.Tree.Content.PenaltyCap)?.ToDecimal(),
                        default,
                    ],
                    IsStrong: true),
                .. view.Places.Select(place => TableRow.Of(
                [
                    place.Rank,
                    place.Name,
                    .. groups.Select(node => Cell(detailed.Totals[place.Unit][node])),
                    place.Base.ToDecimal(),
                    place.Bonus.ToDecimal(),
                    (-place.Penalty).ToDecimal(),
                    place.Total.ToDecimal(),
                ])),
            ]);
    }

    /// <summary>As the decision prints it, else the code.</summary>
    private static string Number(Criterion criterion) => criterion.Number ?? $"{criterion.Code}.";

    /// <summary>The most that the group can give without what is void in it; of a penalty, the most that it takes.</summary>
    private static Points Maximum(SchemeTree tree, SchemeNode group) => group.IsLeaf
        ? group.Criterion.Kind == CriterionKind.Penalty ? -group.Criterion.Maximum : group.Criterion.Maximum
        : Points.Sum(tree.Leaves.Where(leaf => leaf.Criterion.IsBase && !leaf.IsVoid && IsBelow(leaf, group)).Select(leaf => leaf.Criterion.Maximum));

    private static bool IsBelow(SchemeNode node, SchemeNode group)
    {
        var at = node.Parent;
        while (at is not null && at != group)
        {
            at = at.Parent;
        }

        return at is not null;
    }

    private static TableCell Cell(NodeScore score) => score.State switch
    {
        NodeState.Void => "Vô hiệu",
        NodeState.NotApplicable => "Không áp dụng",
        NodeState.NotClaimed => default,
        NodeState.Missing when score.Points.IsZero => "Chưa có điểm",
        NodeState.Missing or NodeState.Scored => (score.Points + score.Bonus - score.Penalty).ToDecimal(),
        _ => throw new ArgumentOutOfRangeException(nameof(score)),
    };
}
