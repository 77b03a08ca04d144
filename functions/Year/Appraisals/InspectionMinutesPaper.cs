using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>
/// Minutes of a score inspection, made of what was recorded: the unit's own points, and item by item what was agreed with the reason. They have no number,
/// and three sign. No fact in them is a default.
/// </summary>
/// <param name="PeriodName">Null for the whole year.</param>
/// <param name="Visits">Cross-checks of the unit that have been made; the last is the one of the minutes.</param>
/// <param name="Rounds">The rounds of appraisal that are seen.</param>
internal sealed record InspectionMinutesPaper(UnitAppraisal Appraisal, string BlocName, string? PeriodName, IReadOnlyList<Inspection> Visits, UnitNames Names, int Rounds)
{
    private Inspection? Visit => Visits.Where(visit => visit.VisitedOn is not null).MaxBy(visit => (visit.VisitedOn, visit.Id));

    public Paper Compose()
    {
        var (id, name, tree, _, sheet, scores) = Appraisal;
        var period = PeriodWords.In(id.Year, PeriodName);
        return new(
            new(BlocName, "Biên bản", $"Kiểm tra, thẩm định điểm thi đua {period} của {name}") { BodyAbove = PaperHead.UnknownBody, Number = null, Day = Visit?.VisitedOn },
            [
                new PaperParagraph($"Hôm nay, hồi {(Visit?.From).OrGap("giờ bắt đầu")} {DayWords(Visit?.VisitedOn)}, tại {(Visit?.Place).OrGap("địa điểm kiểm tra")}, đã tiến hành kiểm tra, thẩm định điểm thi đua {period} của {name}."),
                new PaperHeading(1, "I. THÀNH PHẦN"),
                new PaperParagraph("1. Đoàn kiểm tra:"),
                new PaperList(Visit is { } visit ? [.. visit.Team.Select(unit => VisitWords.People(visit, unit, Names[unit]))] : [PaperText.Gap("thành phần đoàn kiểm tra")]),
                new PaperParagraph("2. Đơn vị được kiểm tra:"),
                new PaperList([Visit is { } seen ? VisitWords.People(seen, id.Unit, name) : (PaperText)$"{name}: {PaperText.Gap($"họ và tên, chức vụ của người thuộc {name}", "họ và tên, chức vụ")}"]),
                new PaperHeading(1, "II. NỘI DUNG KIỂM TRA"),
                new PaperParagraph((Visit?.Plan).OrGap("các bước đã tiến hành")),
                new PaperHeading(1, "III. KẾT QUẢ"),
                new PaperParagraph($"1. {"Điểm tự chấm của đơn vị:".Bold()} {(sheet.Head is null ? PaperText.Gap("điểm tự chấm của đơn vị") : Total(scores.Self))}"),
                .. Extras("Điểm thưởng", CriterionKind.Bonus),
                .. Extras("Điểm trừ", CriterionKind.Penalty),
                new PaperParagraph($"2. {"Điểm thống nhất theo từng tiêu chí:".Bold()}"),
                .. tree.Nodes.Where(node => node.Criterion.IsBase && Agreed[node].State is NodeState.Scored or NodeState.Missing).SelectMany(Told),
                new PaperParagraph($"3. {"Tổng điểm thống nhất tại thời điểm kiểm tra:".Bold()} {Total(Agreed)}"),
                .. Findings(),
                new PaperHeading(1, "IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA"),
                .. Opinions(),
                new PaperParagraph(
                    $"Biên bản kết thúc hồi {(Visit?.To).OrGap("giờ kết thúc")} cùng ngày, được lập thành {PaperText.Gap("số bản")} bản, {PaperText.Gap("nơi giữ các bản")}; đã đọc lại cho những người có tên trên cùng nghe: {PaperText.Gap("có thông qua hay không")}."),
            ])
        {
            Grounds = Visit is { } made ? VisitWords.Grounds([made]) : [],
            HasEndMark = false,
            Signatures =
            [
                new("Đại diện đơn vị\nđược kiểm tra", VisitWords.NameOf(Visit, VisitOffice.Representative, "họ và tên đại diện đơn vị được kiểm tra")),
                new("Thư ký", VisitWords.NameOf(Visit, VisitOffice.Secretary, "họ và tên thư ký")),
                new("Chủ trì", VisitWords.NameOf(Visit, VisitOffice.Leader, "họ và tên người chủ trì")),
            ],
        };
    }

    /// <summary>What is agreed so far: the unit's own points with those of the rounds that are seen.</summary>
    private ScoreTable Agreed => Appraisal.Scores.Self.Under(Appraisal.Scores.Official.Held).With(
        Recorded.ToDictionary(score => score.Criterion, score => score.Points, StringComparer.Ordinal));

    /// <summary>Of each criterion the last record.</summary>
    private IReadOnlyList<AppraisedScore> Recorded => [.. Appraisal.Record.Appraised
        .Where(score => score.Unit == Appraisal.Id.Unit && score.Round <= Rounds)
        .GroupBy(score => score.Criterion, StringComparer.Ordinal)
        .Select(scores => scores.MaxBy(score => score.Round)!)];

    private static PaperText DayWords(DateOnly? day) => day is { } known
        ? FormattableString.Invariant($"ngày {known.Day:00} tháng {known.Month:00} năm {known.Year}")
        : PaperText.Gap("ngày kiểm tra");

    private static PaperText Total(ScoreTable scores) =>
        $"{scores.OwnTotal.InVietnamese()}/{scores.Assigned.InVietnamese()} điểm (điểm thưởng {scores.Bonus.InVietnamese()}; điểm trừ {scores.Penalty.InVietnamese()}).";

    private IEnumerable<PaperBlock> Extras(string what, CriterionKind kind)
    {
        List<PaperText> lines = [.. Appraisal.Tree.Leaves
            .Where(leaf => leaf.Criterion.Kind == kind && Agreed[leaf].State == NodeState.Scored)
            .Select(leaf => Line(leaf))];
        return lines.Count == 0 ? [] : [new PaperParagraph($"{what}:"), new PaperList(lines)];
    }

    private IEnumerable<PaperBlock> Told(SchemeNode node) => node.IsLeaf
        ? [new PaperList([Line(node)])]
        : [new PaperHeading(node.Parent is null ? 2 : 3, $"{node.Criterion.Printed}. {node.Criterion.Title}: {Agreed[node].Points.InVietnamese()}/{Agreed[node].Assigned.InVietnamese()} điểm")];

    /// <summary>"II.1 Tổ chức phong trào: 26,75/30 điểm (tự chấm 28,5; lý do: …)".</summary>
    private PaperText Line(SchemeNode leaf)
    {
        var own = AppraisalLines.Own(leaf, Appraisal.Scores.Self);
        var recorded = Recorded.FirstOrDefault(score => score.Criterion == leaf.Code);
        PaperText points = recorded is not null ? recorded.Points.InVietnamese() : own?.InVietnamese() ?? PaperText.Gap($"điểm tiêu chí {leaf.Code}");
        PaperText why = recorded is null ? "theo điểm tự chấm"
            : $"tự chấm {own?.InVietnamese() ?? PaperText.Gap($"điểm tự chấm tiêu chí {leaf.Code}")}; lý do: {VisitWords.Because(recorded.Reason, recorded.Finding, Visits).TrimEnd('.', ';')}";
        return $"{leaf.Criterion.Printed} {leaf.Criterion.Title}: {points}{(leaf.Criterion.IsBase ? $"/{leaf.Criterion.Maximum.InVietnamese()}" : "")} điểm ({why});";
    }

    private IEnumerable<PaperBlock> Findings() => Visits.SelectMany(visit => visit.Findings) is var findings && findings.Any()
        ? [new PaperParagraph($"4. {"Kết luận kiểm tra:".Bold()}"), new PaperList([.. findings.Select(VisitWords.Told)])]
        : [];

    private IEnumerable<PaperBlock> Opinions()
    {
        List<PaperText> said = [.. Appraisal.Record.Explained
            .Where(one => one.Unit == Appraisal.Id.Unit && one.Round <= Rounds)
            .Select(one => (PaperText)$"Tiêu chí {one.Criterion}: {one.Text}")];
        return said.Count == 0 ? [new PaperParagraph(PaperText.Gap("ý kiến của đơn vị được kiểm tra"))] : [new PaperList(said)];
    }
}
