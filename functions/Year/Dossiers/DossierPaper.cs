using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>Papers of a dossier, from what was written down. What was not is a gap.</summary>
internal static class DossierPaper
{
    private static readonly PaperText NotTold = "không công bố";

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>The letter of proposal (tờ trình), with what 152/2025/NĐ-CP, article 33, paragraph 11 asks for.</summary>
    public static Paper Letter(DossierSight sight)
    {
        var (letter, kind, unit) = (sight.Dossier.Content.Letter, sight.Terms.Bloc.Kind, sight.Terms.Names[sight.Id.Unit]);
        return new(
            new(sight.Terms.Bloc.Name, "Tờ trình", $"Về việc đề nghị tặng {sight.AwardTitle} năm {sight.Id.Year}")
            {
                BodyAbove = PaperHead.UnknownBody,
                Number = (letter?.Number).OrGap("số, ký hiệu"),
                Day = letter?.Day,
                To = [PaperText.Gap("nơi nhận tờ trình")],
            },
            [
                new PaperHeading(1, "I. NỘI DUNG ĐỀ NGHỊ"),
                new PaperParagraph($"{sight.Terms.Bloc.Name} đề nghị tặng {sight.AwardTitle} năm {sight.Id.Year} cho: {unit}."),
                .. Lines((letter?.Achievement).OrGap("tóm tắt thành tích")),
                new PaperHeading(1, "II. KẾT QUẢ BÌNH XÉT"),
                new PaperParagraph(Told(sight.Dossier.Content.Minutes?.Day, sight.Vote)),
                new PaperHeading(1, "III. Ý KIẾN CÁC CƠ QUAN"),
                sight.Opinions.Count == 0
                    ? new PaperParagraph("Không có ý kiến nào được ghi.")
                    : new PaperList([.. sight.Opinions.Select(one => Said(one.Opinion, one.Term))]),
                new PaperHeading(1, "IV. KẾT QUẢ THẨM ĐỊNH"),
                .. Lines((letter?.Appraisal).OrGap("kết quả thẩm định")),
                new PaperParagraph("Hồ sơ kèm theo:") { KeepsWithNext = true },
                new PaperList([.. Enclosed(sight)]),
            ])
        {
            Grounds = letter is { Grounds.Count: > 0 } ? [.. letter.Grounds.Select(ground => (PaperText)$"Căn cứ {ground.Cited()}")] : [PaperText.Gap("căn cứ pháp lý")],
            Signatures = [BlocWords.Signed(kind, PaperText.Gap("họ và tên người ký tờ trình"))],
            Recipients = ["Như trên", "Lưu: VT"],
        };
    }

    /// <summary>The minutes of the meeting that voted, with the result of the vote.</summary>
    public static Paper Minutes(DossierSight sight)
    {
        var (minutes, unit) = (sight.Dossier.Content.Minutes, sight.Terms.Names[sight.Id.Unit]);
        var vote = sight.Vote;
        var counts = vote?.Counts;
        return new(
            new(sight.Terms.Bloc.Name, "Biên bản", $"Họp bình xét, đề nghị tặng {sight.AwardTitle} năm {sight.Id.Year}") { BodyAbove = PaperHead.UnknownBody, Number = null, Day = minutes?.Day },
            [
                new PaperParagraph($"Thời gian: {PaperText.Gap("giờ họp")}, ngày {(minutes?.Day).OrGap("ngày họp")}."),
                new PaperParagraph($"Địa điểm: {(minutes?.Place).OrGap("địa điểm họp")}."),
                new PaperParagraph($"Có quyền bỏ phiếu: {(vote?.Members).OrGap("số người có quyền bỏ phiếu")}; {Attended(vote)}. Khách mời không bỏ phiếu."),
                new PaperGrid(
                    [
                        new("Đề nghị", 40), new("Đồng ý", 14, PaperAlign.Centre), new("Không đồng ý, ý kiến khác", 18, PaperAlign.Centre), new("Không hợp lệ", 14, PaperAlign.Centre),
                        new("Văn bản: đồng ý", 14, PaperAlign.Centre), new("Văn bản: ý kiến khác", 16, PaperAlign.Centre), new("Tỷ lệ trên tổng số", 18, PaperAlign.Centre),
                    ],
                    [PaperRow.Of(
                    [
                        (PaperText)$"{unit}: {sight.AwardTitle}",
                        Count(vote, counts?.For, "số phiếu đồng ý"),
                        Count(vote, counts?.NotFor, "số phiếu không đồng ý"),
                        Count(vote, counts?.Invalid, "số phiếu không hợp lệ"),
                        Count(vote, counts?.WrittenFor, "số ý kiến đồng ý bằng văn bản"),
                        Count(vote, counts?.WrittenNotFor, "số ý kiến khác bằng văn bản"),
                        vote is null ? PaperText.Gap("tỷ lệ phiếu đồng ý") : counts is null ? NotTold : (PaperText)Percent(vote, counts),
                    ])]) { Size = 12 },
                new PaperParagraph(vote switch
                {
                    { IsPassed: true } => (PaperText)$"Kết quả: thông qua đề nghị tặng {sight.AwardTitle} cho {unit}.",
                    { IsPassed: false } => (PaperText)$"Kết quả: không thông qua đề nghị tặng {sight.AwardTitle} cho {unit}.",
                    _ => (PaperText)$"Kết quả: {PaperText.Gap("kết quả bỏ phiếu")}.",
                }),
            ])
        {
            HasEndMark = false,
            Signatures = [new("Thư ký", PaperText.Gap("họ và tên thư ký")), new("Chủ trì", PaperText.Gap("họ và tên người chủ trì"))],
        };
    }

    /// <summary>The achievement report, by the office's outline.</summary>
    public static Paper Report(DossierSight sight)
    {
        var report = sight.Dossier.Content.Report;
        return new(
            new(sight.Terms.Names[sight.Id.Unit], "Báo cáo", $"Thành tích đề nghị tặng {sight.AwardTitle} năm {sight.Id.Year}") { BodyAbove = PaperHead.UnknownBody },
            [
                new PaperParagraph($"Thành tích tính đến ngày {(report?.Until).OrGap("ngày tính thành tích")}."),
                .. sight.Outline.Sections.SelectMany((section, index) => (IEnumerable<PaperBlock>)
                [
                    new PaperHeading(1, $"{Roman(index)}. {section.Title.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}"),
                    .. Lines((report?.TextOf(section.Code)).OrGap(section.Title)),
                ]),
            ])
        {
            Signatures =
            [
                new("Xác nhận của cấp trình", PaperText.Gap("họ và tên người xác nhận")) { Note = report?.CertifiedBy is { } by ? (PaperText)$"({by})" : PaperText.Gap("cơ quan xác nhận") },
                new("Thủ trưởng đơn vị", PaperText.Gap("họ và tên người ký báo cáo")) { IsIssuers = true },
            ],
        };
    }

    private static PaperText Told(DateOnly? day, VoteResult? vote) => vote switch
    {
        { Counts: { } counts } => (PaperText)$"Cuộc họp ngày {day.OrGap("ngày họp")}: {Turnout(vote)}; đồng ý {counts.For}, không đồng ý hoặc ý kiến khác {counts.NotFor}, không hợp lệ {counts.Invalid}; ý kiến bằng văn bản của người vắng: đồng ý {counts.WrittenFor}, ý kiến khác {counts.WrittenNotFor}. Tỷ lệ đồng ý trên tổng số: {Percent(vote, counts)}; {Ended(vote)}.",
        not null => (PaperText)$"Cuộc họp ngày {day.OrGap("ngày họp")}: {Turnout(vote)}; theo quy chế không công bố số phiếu; {Ended(vote)}.",
        null => PaperText.Gap("kết quả bình xét"),
    };

    private static PaperText Ended(VoteResult vote) => vote.IsPassed switch
    {
        true => "thông qua",
        false => "không thông qua",
        null => PaperText.Gap("kết quả bỏ phiếu"),
    };

    private static PaperText Turnout(VoteResult vote) => vote is { Present: null, Voted: { } voted }
        ? (PaperText)$"{voted}/{vote.Members} người có quyền bỏ phiếu đã bỏ phiếu"
        : (PaperText)$"{vote.Present.OrGap("số người dự họp")}/{vote.Members} người có quyền bỏ phiếu dự họp";

    /// <summary>Of a ballot nobody may have recorded who was there: then those who voted are told.</summary>
    private static PaperText Attended(VoteResult? vote) => vote is { Present: null, Voted: { } voted }
        ? (PaperText)$"đã bỏ phiếu: {voted}"
        : (PaperText)$"dự họp: {(vote?.Present).OrGap("số người dự họp")}";

    private static PaperText Count(VoteResult? vote, int? count, string what) => vote is { Counts: null } ? NotTold : count.OrGap(what);

    /// <summary>Cut, so that what is less never looks like as much.</summary>
    private static string Percent(VoteResult vote, BallotCounts counts)
    {
        var percent = Fraction.PercentOf(counts.For + counts.WrittenFor, vote.Members).ToDecimal();
        return $"{decimal.Truncate(percent * 100) / 100:0.##}".Replace('.', ',') + " %";
    }

    private static PaperText Said(Opinion opinion, OpinionTerm term) => opinion.Answer is { } answer
        ? (PaperText)$"{opinion.Question.Body}: {View(answer.View)} ({answer.On}{(answer.Paper is { } paper ? $", {paper.Cited()}" : "")}). {answer.Text}"
        : (PaperText)$"{opinion.Question.Body}: chưa trả lời, hạn đến {term.Last.Last}; không trả lời không phải là đồng ý.";

    private static string View(OpinionViewed view) => view switch
    {
        OpinionViewed.Agrees => "đồng ý",
        OpinionViewed.Disagrees => "không đồng ý",
        _ => "ý kiến khác",
    };

    private static IEnumerable<PaperText> Enclosed(DossierSight sight)
    {
        yield return "Biên bản họp bình xét kèm kết quả bỏ phiếu;";
        yield return sight.Dossier.Content.Files.Count == 0 ? "Báo cáo thành tích." : "Báo cáo thành tích;";
        var files = sight.Dossier.Content.Files;
        for (var index = 0; index < files.Count; index++)
        {
            var title = files[index].Title ?? sight.Outline.Papers.FirstOrDefault(paper => paper.Code == files[index].Paper)?.Title ?? "";
            yield return ((PaperText)title).EndingWith(index < files.Count - 1 ? ";" : ".");
        }
    }

    private static IEnumerable<PaperBlock> Lines(PaperText text) => text.IsGap
        ? [new PaperParagraph(text)]
        : text.Plain.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(PaperBlock (line) => new PaperParagraph(((PaperText)line).Stopped()));

    private static string Roman(int index) => index < Romans.Length ? Romans[index] : FormattableString.Invariant($"{index + 1}");
}
