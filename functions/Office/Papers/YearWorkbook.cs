using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Meetings;
using EmulationFunctions.Year.Pacts;
using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Office.Papers;

/// <summary>What the workbook of a bloc's year is made of.</summary>
/// <param name="BlocName">What people call the bloc.</param>
/// <param name="Year">The year.</param>
/// <param name="Units">The bloc's units of the year, by id.</param>
/// <param name="Names">What people call units.</param>
/// <param name="Pact">Its pact; null where it has none.</param>
/// <param name="Progress">What units have reported of its targets.</param>
/// <param name="Registrations">What units have registered.</param>
/// <param name="Meetings">Its meetings with all that was written down of them.</param>
/// <param name="Reports">Its reports, each with the parts that were sent and the reader may see.</param>
/// <param name="Today">In Vietnam.</param>
internal sealed record YearBook(
    string BlocName,
    int Year,
    IReadOnlyList<string> Units,
    UnitNames Names,
    Pact? Pact,
    ILookup<string, Progress> Progress,
    IReadOnlyList<Registration> Registrations,
    IReadOnlyList<MeetingRecord> Meetings,
    IReadOnlyList<(ReportRequest Request, IReadOnlyList<(string Unit, PartContent Content)> Parts)> Reports,
    DateOnly Today);

/// <summary>The tables of a bloc's year, to go on working with: targets and progress, titles, attendance, conclusions, numbers of reports by unit. What was not recorded is empty. Pure.</summary>
internal static class YearWorkbook
{
    private const int NumberWidth = 7;
    private const int DayWidth = 13;
    private const int NameWidth = 30;
    private const int TextWidth = 46;
    private const int WordWidth = 18;

    public static IReadOnlyList<TableSheet> Make(YearBook book)
    {
        var titles = new (string Title, TableSheet Table)[]
        {
            ("CHỈ TIÊU GIAO ƯỚC VÀ KẾT QUẢ BÁO CÁO", Targets(book)),
            ("DANH HIỆU, HÌNH THỨC KHEN THƯỞNG ĐĂNG KÝ", Titles(book)),
            ("THÀNH PHẦN DỰ HỌP", Attendance(book)),
            ("KẾT LUẬN CÁC CUỘC HỌP VÀ TÌNH HÌNH THỰC HIỆN", Conclusions(book)),
        }.Concat(book.Reports.Where(one => Numbers(one.Request).Any()).Select(one => (Title: $"SỐ LIỆU THEO ĐƠN VỊ: {one.Request.Title}", Table: Statistics(book, one.Request, one.Parts))));
        return [.. titles.Select(one => one.Table with { Above = [one.Title, $"{book.BlocName}, năm {book.Year}, đến ngày {VietnamTime.Local(book.Today)}"], KeyColumns = 2 })];
    }

    /// <summary>Of each unit and target the last report.</summary>
    private static TableSheet Targets(YearBook book) => new(
        "Chỉ tiêu giao ước",
        [
            new("STT", NumberWidth), new("Đơn vị", NameWidth), new("Chỉ tiêu", TextWidth), new("Mức giao ước", WordWidth), new("Báo cáo tính đến", DayWidth),
            new("Kết quả (theo báo cáo)", NameWidth), new("Kết quả (số)", WordWidth), new("Đạt", DayWidth),
        ],
        Numbered(
            from unit in book.Units
            from target in book.Pact?.Text.Targets ?? []
            let last = book.Progress[unit].Where(one => one.Target == target.Id).MaxBy(one => one.Day)
            select (IReadOnlyList<TableCell>)
            [
                book.Names[unit], target.What, target.Kind == TargetKind.Words ? null : TargetWords.Amount(target), Day(last?.Day), last?.Said, last?.Number,
                (last?.IsReached ?? target.IsReachedBy(last?.Number)) switch { true => "đạt", false => "chưa đạt", null => null },
            ]));

    private static TableSheet Titles(YearBook book) => new(
        "Danh hiệu đăng ký",
        [new("STT", NumberWidth), new("Đơn vị", NameWidth), new("Danh hiệu, hình thức", TextWidth), new("Số lượng", WordWidth), new("Ghi chú", TextWidth)],
        Numbered(
            from one in book.Registrations.OrderBy(one => book.Names[one.Unit], VietnameseNames.Order)
            from title in one.Titles
            select (IReadOnlyList<TableCell>)[book.Names[one.Unit], title.Title, title.Count is { } count ? count : "đơn vị", title.Note]));

    private static TableSheet Attendance(YearBook book) => new(
        "Dự họp",
        [new("STT", NumberWidth), new("Cuộc họp", TextWidth), new("Ngày", DayWidth), new("Đơn vị", NameWidth), new("Có mặt", WordWidth), new("Hình thức", WordWidth)],
        Numbered(
            from record in Held(book)
            from one in (record.Attendance?.Units ?? []).OrderBy(one => book.Names[one.Unit], VietnameseNames.Order)
            select (IReadOnlyList<TableCell>)
            [
                record.Meeting.Content.Title, When(record), book.Names[one.Unit],
                one.State switch
                {
                    AttendanceState.Present => "có mặt",
                    AttendanceState.Substitute => "cử người dự thay",
                    AttendanceState.Excused => "vắng có lý do",
                    _ => "vắng",
                },
                one.Way switch { AttendanceWay.Online => "trực tuyến", AttendanceWay.Room => "trực tiếp", _ => null },
            ]));

    private static TableSheet Conclusions(YearBook book) => new(
        "Kết luận",
        [
            new("STT", NumberWidth), new("Cuộc họp", NameWidth), new("Ngày họp", DayWidth), new("Kết luận số", NumberWidth), new("Nội dung", TextWidth), new("Đơn vị thực hiện", NameWidth),
            new("Thời hạn", DayWidth), new("Tình trạng", WordWidth), new("Kết quả", TextWidth), new("Ngày", DayWidth),
        ],
        Numbered(
            from record in Held(book)
            from one in record.Conclusions
            select (IReadOnlyList<TableCell>)
            [
                record.Meeting.Content.Title, When(record), one.Number, one.Text, string.Join("; ", one.Owners.Select(unit => book.Names[unit])), Day(one.Due) ?? one.DueSaid,
                one.Closing?.Outcome switch
                {
                    ConclusionOutcome.Done => "đã xong",
                    ConclusionOutcome.Dropped => "không thực hiện nữa",
                    _ => one.IsOverdue(book.Today) ? "quá hạn" : "đang thực hiện",
                },
                one.Closing?.Result, Day(one.Closing?.On),
            ]));

    /// <summary>A row a unit that was read of, a column a question that asks for a number; the sum only where all of it is summed.</summary>
    private static TableSheet Statistics(YearBook book, ReportRequest request, IReadOnlyList<(string Unit, PartContent Content)> parts)
    {
        var questions = Numbers(request).ToList();
        decimal? Given(PartContent content, ReportQuestion question) =>
            content.Answers.FirstOrDefault(one => one.Question == question.Code)?.Number
            ?? question.Share?.Of(code => content.Answers.FirstOrDefault(one => one.Question == code)?.Number);
        return new(
            $"Số liệu {request.Id}",
            [new("STT", NumberWidth), new("Đơn vị", NameWidth), .. questions.Select(question => new TableColumn($"{question.Title} ({question.Measure})", WordWidth))],
            [
                .. Numbered(parts.OrderBy(part => book.Names[part.Unit], VietnameseNames.Order).Select(part => (IReadOnlyList<TableCell>)
                    [book.Names[part.Unit], .. questions.Select(question => (TableCell)Given(part.Content, question))])),
                .. parts.Count == 0
                    ? Array.Empty<TableRow>()
                    : [new TableRow(["", "Cộng", .. questions.Select(question => (TableCell)(question.IsSummed ? parts.Sum(part => Given(part.Content, question) ?? 0) : (decimal?)null))], IsStrong: true)],
            ]);
    }

    private static IEnumerable<ReportQuestion> Numbers(ReportRequest request) => request.Questions.Where(question => question.Measure is not null);

    private static IEnumerable<MeetingRecord> Held(YearBook book) =>
        book.Meetings.Where(record => record.Meeting.Cancelled is null).OrderBy(record => record.Meeting.Content.When.Day ?? DateOnly.MaxValue).ThenBy(record => record.Meeting.Id, StringComparer.Ordinal);

    private static string? When(MeetingRecord record) => Day(record.Meeting.Content.When.Day) ?? record.Meeting.Content.When.Said;

    private static IReadOnlyList<TableRow> Numbered(IEnumerable<IReadOnlyList<TableCell>> rows) => [.. rows.Select((cells, index) => new TableRow([index + 1, .. cells]))];

    private static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Local(known) : null;
}
