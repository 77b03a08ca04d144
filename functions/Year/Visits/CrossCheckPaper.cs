using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

/// <summary>Papers of cross-checks: what is planned, and what one visit found.</summary>
internal static class CrossCheckPaper
{
    /// <param name="period">Such as "năm 2026".</param>
    /// <param name="kind">A cluster has another head than a bloc.</param>
    public static Paper Plan(string bloc, string period, IReadOnlyList<Inspection> visits, UnitNames names, BlocKind kind = default) => new(
        new(bloc, "Kế hoạch", $"Kiểm tra chéo công tác thi đua, khen thưởng {period}") { BodyAbove = PaperHead.UnknownBody },
        [
            new PaperHeading(1, "I. MỤC ĐÍCH, YÊU CẦU"),
            .. Purposes(visits),
            new PaperHeading(1, "II. ĐƠN VỊ ĐƯỢC KIỂM TRA, ĐOÀN KIỂM TRA, THỜI GIAN"),
            new PaperGrid(
                [new("STT", 8, PaperAlign.Centre), new("Đơn vị được kiểm tra", 34), new("Đoàn kiểm tra", 40), new("Ngày", 20, PaperAlign.Centre), new("Nội dung", 44)],
                [.. visits.OrderBy(visit => visit.PlannedOn).ThenBy(visit => visit.Id, StringComparer.Ordinal).Select((visit, index) => PaperRow.Of(
                [
                    (PaperText)$"{index + 1}",
                    names[visit.Unit],
                    string.Join('\n', visit.Team.Select(unit => $"- {names[unit]}")),
                    VisitWords.Planned(visit),
                    visit.Plan.OrGap($"nội dung kiểm tra tại {names[visit.Unit]}", "nội dung kiểm tra"),
                ]))]),
            new PaperHeading(1, "III. TỔ CHỨC THỰC HIỆN"),
            new PaperParagraph(PaperText.Gap("phân công tổ chức thực hiện")),
        ])
    {
        Grounds = VisitWords.Grounds(visits) is { Count: > 0 } grounds
            ? grounds
            : [$"Căn cứ {PaperText.Gap($"quy chế, kế hoạch hoạt động của {BlocWords.Short(kind)} (số, ký hiệu, ngày)")}"],
        Signatures = [BlocWords.Signed(kind, PaperText.Gap("họ và tên người ký kế hoạch"))],
        Recipients = ["Các đơn vị thành viên", "Lưu: VT"],
    };

    public static Paper Minutes(string bloc, string period, Inspection visit, UnitNames names) => new(
        new(bloc, "Biên bản", $"Kiểm tra chéo công tác thi đua, khen thưởng {period} tại {names[visit.Unit]}") { BodyAbove = PaperHead.UnknownBody, Number = null, Day = visit.VisitedOn },
        [
            new PaperParagraph($"Thời gian: {visit.From.OrGap("giờ bắt đầu")}, ngày {visit.VisitedOn.OrGap("ngày kiểm tra")}."),
            new PaperParagraph($"Địa điểm: {visit.Place.OrGap("địa điểm kiểm tra")}."),
            .. visit.Purpose is { } purpose ? [new PaperParagraph(((PaperText)$"Mục đích: {purpose}").Stopped())] : Array.Empty<PaperBlock>(),
            new PaperHeading(1, "I. THÀNH PHẦN"),
            new PaperParagraph("1. Đoàn kiểm tra:"),
            new PaperList([.. visit.Team.Select(unit => VisitWords.People(visit, unit, names[unit]))]),
            new PaperParagraph("2. Đơn vị được kiểm tra:"),
            new PaperList([VisitWords.People(visit, visit.Unit, names[visit.Unit])]),
            new PaperHeading(1, "II. NỘI DUNG KIỂM TRA"),
            new PaperParagraph(visit.Plan.OrGap("nội dung kiểm tra")),
            new PaperHeading(1, "III. KẾT LUẬN KIỂM TRA"),
            // That nothing is put down does not say that nothing was found.
            visit.Findings.Count == 0
                ? new PaperParagraph(PaperText.Gap("kết luận kiểm tra"))
                : new PaperList([.. visit.Findings.Select(VisitWords.Told)], PaperMark.Number),
            new PaperHeading(1, "IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA"),
            new PaperParagraph(PaperText.Gap("ý kiến của đơn vị được kiểm tra")),
            new PaperParagraph($"Biên bản kết thúc hồi {visit.To.OrGap("giờ kết thúc")} cùng ngày, lập thành {PaperText.Gap("số bản")} bản."),
        ])
    {
        Grounds = VisitWords.Grounds([visit]),
        HasEndMark = false,
        Signatures =
        [
            new("Đại diện đơn vị\nđược kiểm tra", VisitWords.NameOf(visit, VisitOffice.Representative, "họ và tên đại diện đơn vị được kiểm tra")),
            new("Thư ký", VisitWords.NameOf(visit, VisitOffice.Secretary, "họ và tên thư ký")),
            new("Trưởng đoàn", VisitWords.NameOf(visit, VisitOffice.Leader, "họ và tên trưởng đoàn")),
        ],
    };

    /// <summary>Each purpose once: mostly all visits have the same.</summary>
    private static IEnumerable<PaperBlock> Purposes(IReadOnlyList<Inspection> visits)
    {
        List<string> said = [.. visits.Select(visit => visit.Purpose).OfType<string>().Distinct(StringComparer.Ordinal)];
        return said.Count == 0 ? [new PaperParagraph(PaperText.Gap("mục đích, yêu cầu của đợt kiểm tra"))] : said.Select(purpose => new PaperParagraph(((PaperText)purpose).Stopped()));
    }
}
