using EmulationFunctions.Office.Papers;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Year;
using EmulationFunctions.Rules.Tests.Year.Meetings;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Rules.Tests.Year.Plans;
using EmulationFunctions.Rules.Tests.Year.Reports;
using EmulationFunctions.Year.Pacts;
using EmulationFunctions.Year.Plans;
using EmulationFunctions.Year.Reports;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Office.Papers;

/// <summary>Papers as they are issued, with letterhead and number; and the largest ones: a pact of 95 members, a report of 20 units.</summary>
internal sealed class IssuedSamples : ISamplePapers
{
    private static readonly PaperLetterhead OfBloc = new("UBND tỉnh Bắc Ninh", false, null, "Bắc Ninh", null, null, "{number}/{kind}-KTĐ") { Recipients = ["Sở Nội vụ", "Các đơn vị thành viên", "Lưu: VT, KTĐ"], Addressees = ["Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh"] };

    private static readonly PaperLetterhead OfUnit = new("UBND tỉnh Bắc Ninh", false, null, "Bắc Ninh", "KT. Giám đốc", "Phó Giám đốc", "{number}/{kind}-STC") { Recipients = ["Khối trưởng", "Ban Giám đốc Sở", "Lưu: VT, TĐKT"] };

    public static IReadOnlyDictionary<string, Paper> Papers { get; } = new Dictionary<string, Paper>
    {
        ["issued-self-score-report"] = IssuedPaper.Of(PaperSamples.Papers["self-score-report"], "self-score-report", "BC", OfUnit, new("403", "403/BC-STC", new(2026, 12, 5), new("Ông A", null, ""))),
        ["issued-report-letter"] = IssuedPaper.Of(ReportSamples.Papers["report-letter"], "report-letter", null, OfBloc, new("07", "07/KTĐ-VP", new(2018, 7, 25), new("Ông A", null, ""))),
        ["issued-plan"] = IssuedPaper.Of(
            PlanPaper.Compose(PlanPaperSamples.Bloc, 2020, PlanPaperSamples.ThePlan with { Implementation = ["Các đơn vị thành viên cụ thể hóa Kế hoạch trước ngày 15 tháng 02; báo cáo kết quả về Khối trưởng trước ngày 10 tháng 12.", "Khối trưởng theo dõi, đôn đốc, tổng hợp"] }, PlanPaperSamples.Register),
            "plan", "KH", OfBloc, new("05", "05/KH-KTĐ", new(2020, 1, 20), new("Ông A", null, ""))),
        ["issued-invitation"] = IssuedPaper.Of((MeetingPaperTests.Sample(MeetingPaperTests.Whole) with { Deputy = "so-tai-chinh" }).Invitation(), "meeting-invitation", "GM", OfBloc, null),
        ["news-with-pictures"] = MeetingPaperTests.Sample(MeetingPaperTests.Whole).News(new Dictionary<string, byte[]> { ["anh-1"] = SampleFiles.Png(250), ["anh-2"] = SampleFiles.Png(200) }),
        ["pact-of-95"] = PactOf95(),
        ["report-of-20"] = ReportOf20(),
    };

    private static Paper PactOf95()
    {
        string[] members = [.. Enumerable.Range(1, 95).Select(number => $"xa-{number:D2}")];
        return new PactPaper(new([Pact(PactPapersOf.BacNinh)], [.. members.Select(unit => Signed(unit))]), Terms(members), members).Compose();
    }

    private static Paper ReportOf20()
    {
        var request = ReportSamples.Request with { Questions = [.. ReportSamples.Request.Questions, new("dung-han", "Tỷ lệ trả kết quả đúng hạn", "%", IsSummed: false, new("qua-han", "thu-tuc", IsRest: true))] };
        var parts = Enumerable.Range(1, 20).Select(number => ($"Sở số {number}", ReportSamples.Part with { Answers = [new("thu-tuc", 800 + number), new("qua-han", number % 3)] })).ToList();
        return ReportPaper.Of(ReportSamples.Bloc with { Asked = 20 }, request, ReportMerge.Merge(request, null, parts, [], unit => unit).Draft);
    }
}
