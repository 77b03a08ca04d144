using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What is known of the sheet, or of the bloc's work, that a notice is about.</summary>
/// <param name="Year">The year.</param>
/// <param name="PeriodName">The period's name, where a year has several.</param>
/// <param name="Bloc">What people call the bloc.</param>
/// <param name="Deadline">Until when the unit may hand it in; null when that is over or never was.</param>
/// <param name="OtherUnit">What people call the unit whose sheet it is, where that is not the unit the mail goes to.</param>
internal sealed record NoticeSheet(int Year, string? PeriodName, string Bloc, DateOnly? Deadline, string? OtherUnit = null);

/// <summary>Writes the mail that follows a change, in Vietnamese.</summary>
internal static class NoticeComposer
{
    public const string SheetReturned = "SheetReturned";
    public const string RevisionRequested = "RevisionRequested";
    public const string ScoresAppraised = "ScoresAppraised";
    public const string ScoresFinal = "ScoresFinal";
    public const string FindingRecorded = "FindingRecorded";
    public const string ComplaintOpened = "ComplaintOpened";
    public const string ComplaintUpheld = "ComplaintUpheld";
    public const string ComplaintDismissed = "ComplaintDismissed";

    private const string Foot = "Thư tự động; xin không trả lời.";

    /// <param name="notice">What it is about.</param>
    /// <param name="sheet">The sheet it is about; null when it is about no sheet.</param>
    /// <param name="day">The day on which the mail goes out.</param>
    /// <param name="unit">What people call the unit.</param>
    public static MailLetter Compose(MailNotice notice, NoticeSheet? sheet, DateOnly day, string unit) => (notice.Kind, sheet) switch
    {
        (SheetReturned, not null) => new(
            unit,
            $"Phiếu tự chấm điểm {Of(sheet)} được trả lại để chỉnh sửa",
            [
                new($"Phiếu tự chấm điểm {Of(sheet)} của đơn vị ({sheet.Bloc}) được trả lại để chỉnh sửa.", []),
                .. Said("Lý do:", notice.Text),
                new(
                    sheet.Deadline is { } deadline
                        ? $"Đề nghị đơn vị chỉnh sửa và nộp lại: {DigestComposer.Deadline(deadline, day)}."
                        : "Đề nghị đơn vị chỉnh sửa và nộp lại.",
                    []),
            ],
            Foot),
        (RevisionRequested, not null) => new(
            unit,
            $"Yêu cầu chỉnh sửa phiếu tự chấm điểm {Of(sheet)}",
            [
                new($"Qua thẩm định, phiếu tự chấm điểm {Of(sheet)} của đơn vị ({sheet.Bloc}) cần được chỉnh sửa và nộp lại.", []),
                .. Said("Nội dung yêu cầu:", notice.Text),
            ],
            Foot),
        (ScoresAppraised or ScoresFinal, not null) => new(
            unit,
            $"Điểm thẩm định {Of(sheet)} của đơn vị",
            [
                new($"Vòng thẩm định {Of(sheet)} ({sheet.Bloc}) đã kết thúc và làm thay đổi điểm của đơn vị.", []),
                .. Said("Các tiêu chí thay đổi:", notice.Text),
                new(
                    notice.Kind == ScoresAppraised
                        ? "Đơn vị có thể giải trình cho đến khi vòng thẩm định tiếp theo kết thúc."
                        : "Đây là vòng thẩm định cuối cùng.",
                    []),
            ],
            Foot),
        (FindingRecorded, not null) => new(
            unit,
            $"Kết luận kiểm tra chéo {Of(sheet)} cần khắc phục",
            [new($"Đoàn kiểm tra chéo {Of(sheet)} ({sheet.Bloc}) đã ghi nội dung đơn vị cần khắc phục.", []), .. Said("Nội dung:", notice.Text)],
            Foot),
        (ComplaintOpened, not null) => new(
            unit,
            $"{sheet.OtherUnit} kiến nghị về điểm {Of(sheet)}",
            [
                new($"{sheet.OtherUnit} kiến nghị về điểm {Of(sheet)} ({sheet.Bloc}).", []),
                .. Said("Nội dung:", notice.Text),
                new("Đề nghị đơn vị trưởng khối xem xét và trả lời.", []),
            ],
            Foot),
        (ComplaintUpheld or ComplaintDismissed, not null) => new(
            unit,
            $"Trả lời kiến nghị về điểm {Of(sheet)}",
            [
                new(
                    notice.Kind == ComplaintUpheld
                        ? $"Kiến nghị của đơn vị về điểm {Of(sheet)} ({sheet.Bloc}) được chấp nhận."
                        : $"Kiến nghị của đơn vị về điểm {Of(sheet)} ({sheet.Bloc}) không được chấp nhận.",
                    []),
                .. Said("Trả lời:", notice.Text),
            ],
            Foot),
        _ => new(unit, "Thông báo về công tác thi đua", [new("Có thông báo mới về công tác thi đua của đơn vị.", []), .. Said("Nội dung:", notice.Text)], Foot),
    };

    private static string Of(NoticeSheet sheet) => sheet.PeriodName is { } period ? $"kỳ {period} năm {sheet.Year}" : $"năm {sheet.Year}";

    private static IEnumerable<MailBlock> Said(string heading, string? text)
    {
        string[] lines = text?.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (lines.Length > 0)
        {
            yield return new(heading, lines);
        }
    }
}
