using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Office.Reminders;

/// <summary>Writes the mail that follows a change, in Vietnamese. Every kind is handled by name: one without words does not compile.</summary>
internal static class NoticeComposer
{
    private const string Foot = "Thư tự động; xin không trả lời.";

    /// <param name="kind">What it is about; null for a kind that only a later version of the program knows.</param>
    public static MailLetter Compose(NoticeKind? kind, NoticeFacts facts)
    {
        var (subject, blocks) = kind is { } known ? Write(known, facts) : ("Thông báo về công tác thi đua", [new("Có thông báo mới về công tác thi đua của đơn vị.", []), .. Said("Nội dung:", facts)]);
        return new(facts.Unit, subject, blocks, Foot) { Event = facts.Event, Place = facts.Shown };
    }

#pragma warning disable CS8524 // What is read from a row is one of the names, or nothing.
    private static (string Subject, IReadOnlyList<MailBlock> Blocks) Write(NoticeKind kind, NoticeFacts facts) => kind switch
    {
        NoticeKind.SheetReturned => (
            $"Phiếu tự chấm điểm {facts.When} được trả lại để chỉnh sửa",
            [
                new($"Phiếu tự chấm điểm {facts.When} của đơn vị ({facts.Bloc}) được trả lại để chỉnh sửa.", []),
                .. Said("Lý do:", facts),
                Do("Đề nghị đơn vị chỉnh sửa và nộp lại", facts),
            ]),
        NoticeKind.RevisionRequested => (
            $"Yêu cầu chỉnh sửa phiếu tự chấm điểm {facts.When}",
            [
                new($"Qua thẩm định, phiếu tự chấm điểm {facts.When} của đơn vị ({facts.Bloc}) cần được chỉnh sửa.", []),
                .. Said("Nội dung yêu cầu:", facts),
                .. List("Chỉ chỉnh sửa các tiêu chí:", facts.Matters),
                Do("Đề nghị đơn vị chỉnh sửa và nộp lại", facts),
            ]),
        NoticeKind.NotApplicableChanged => (
            $"Thay đổi tiêu chí không áp dụng {facts.When}",
            [
                new($"Các tiêu chí không áp dụng cho đơn vị {facts.When} ({facts.Bloc}) đã được xác định lại.", []),
                .. Said("Lý do:", facts),
                .. facts.Matters.Count == 0 ? [new MailBlock("Hiện mọi tiêu chí đều áp dụng cho đơn vị.", [])] : List("Hiện không áp dụng:", facts.Matters),
            ]),
        NoticeKind.ResultsCorrected => (
            $"Kết quả {facts.When} của đơn vị được điều chỉnh",
            [
                new($"Kết quả thực hiện chỉ tiêu {facts.When} của đơn vị ({facts.Bloc}) đã được điều chỉnh.", []),
                .. Said("Lý do:", facts),
                .. List("Kết quả hiện nay:", facts.Matters),
            ]),
        NoticeKind.ConditionDeclared => (
            $"Khai báo điều kiện {facts.When} về đơn vị",
            [
                new($"Có khai báo mới về điều kiện chấm điểm, xếp loại {facts.When} của đơn vị ({facts.Bloc}).", []),
                .. Said("Lý do:", facts),
                .. List("Các điều kiện đã khai báo:", facts.Matters),
            ]),
        NoticeKind.TargetsSet => (
            $"Chỉ tiêu {facts.When} của đơn vị",
            [
                new($"Chỉ tiêu {facts.When} của đơn vị ({facts.Bloc}) đã được xác định.", []),
                .. Said("Lý do:", facts),
                .. facts.Matters.Count == 0 ? [new MailBlock("Hiện đơn vị không có chỉ tiêu nào.", [])] : List("Chỉ tiêu hiện nay:", facts.Matters),
            ]),
        NoticeKind.DeadlineExtended => (
            $"Gia hạn {facts.Stage} {facts.When}",
            [
                new($"Đơn vị được gia hạn {facts.Stage} {facts.When} ({facts.Bloc}).", []),
                .. Said("Lý do:", facts),
                Do($"Thời gian {facts.Stage}", facts),
            ]),
        NoticeKind.ScorersDrawn => (
            $"Phân công chấm điểm chéo {facts.When}",
            [
                new($"{facts.Bloc} đã phân công chấm điểm chéo {facts.When}.", []),
                .. List("Đơn vị được phân công chấm:", facts.Matters),
                Do("Đề nghị đơn vị chấm và nộp điểm", facts),
            ]),
        NoticeKind.ScorerReplaced => (
            $"Thay đổi phân công chấm điểm chéo {facts.When}",
            [
                new(
                    facts.IsDue
                        ? $"Đơn vị được phân công chấm điểm chéo {facts.Other} {facts.When} ({facts.Bloc})."
                        : $"Đơn vị không còn phải chấm điểm chéo {facts.Other} {facts.When} ({facts.Bloc}).",
                    []),
                .. Said("Lý do:", facts),
                .. facts.IsDue ? [Do("Đề nghị đơn vị chấm và nộp điểm", facts)] : Array.Empty<MailBlock>(),
            ]),
        NoticeKind.ScoresAppraised or NoticeKind.ScoresFinal => (
            $"Điểm thẩm định {facts.When} của đơn vị",
            [
                new($"Vòng thẩm định {facts.When} ({facts.Bloc}) đã kết thúc và làm thay đổi điểm của đơn vị.", []),
                .. Said("Các tiêu chí thay đổi:", facts),
                new(
                    facts.IsDue ? "Đơn vị có thể giải trình cho đến khi vòng thẩm định tiếp theo kết thúc."
                        : kind == NoticeKind.ScoresFinal ? "Đây là vòng thẩm định cuối cùng."
                        : "Thời gian giải trình của vòng này đã kết thúc.",
                    []),
            ]),
        NoticeKind.VisitPlanned => (
            $"Kế hoạch kiểm tra chéo {facts.When}",
            [
                new($"Kế hoạch kiểm tra chéo {facts.When} ({facts.Bloc}) có cuộc kiểm tra liên quan đến đơn vị.", []),
                .. List("Hiện dự kiến:", facts.Matters),
                .. Said("Nội dung:", facts),
            ]),
        NoticeKind.FindingRecorded => (
            $"Kết luận kiểm tra chéo {facts.When} cần khắc phục",
            [
                new($"Đoàn kiểm tra chéo {facts.When} ({facts.Bloc}) đã ghi nội dung đơn vị cần khắc phục.", []),
                .. List("Nội dung:", facts.Matters),
            ]),
        NoticeKind.ComplaintOpened => (
            $"{facts.Other} kiến nghị về điểm {facts.When}",
            [
                new($"{facts.Other} kiến nghị về điểm {facts.When} ({facts.Bloc}).", []),
                .. List("Về tiêu chí:", facts.Matters),
                .. Said("Nội dung:", facts),
                new("Đề nghị đơn vị trưởng khối xem xét và trả lời.", []),
            ]),
        NoticeKind.ComplaintUpheld or NoticeKind.ComplaintDismissed => (
            $"Trả lời kiến nghị về điểm {facts.When}",
            [
                new(
                    kind == NoticeKind.ComplaintUpheld
                        ? $"Kiến nghị của đơn vị về điểm {facts.When} ({facts.Bloc}) được chấp nhận."
                        : $"Kiến nghị của đơn vị về điểm {facts.When} ({facts.Bloc}) không được chấp nhận.",
                    []),
                .. List("Về tiêu chí:", facts.Matters),
                .. Said("Trả lời:", facts),
            ]),
        NoticeKind.ComplaintClosed => facts.Other.Length > 0
            ? (
                $"{facts.Other} đã rút kiến nghị về điểm {facts.When}",
                [
                    new($"{facts.Other} đã rút kiến nghị về điểm {facts.When} ({facts.Bloc}); đơn vị trưởng khối không cần trả lời.", []),
                    .. List("Về tiêu chí:", facts.Matters),
                    .. Said("Nội dung kiến nghị:", facts),
                ])
            : (
                $"Kiến nghị về điểm {facts.When} đã khép lại",
                [
                    new($"Kiến nghị của đơn vị về điểm {facts.When} ({facts.Bloc}) đã được trả lời và khép lại.", []),
                    .. List("Về tiêu chí:", facts.Matters),
                    .. Said("Nội dung kiến nghị:", facts),
                ]),
        NoticeKind.ComplaintCarriedOut => (
            $"Điểm {facts.When} được sửa theo kiến nghị",
            [
                new($"Điểm {facts.When} của đơn vị ({facts.Bloc}) được sửa theo kiến nghị đã được chấp nhận.", []),
                .. Said("Các tiêu chí thay đổi:", facts),
            ]),
        NoticeKind.CriterionVoided => (
            $"Tiêu chí thi đua {facts.When} không còn hiệu lực",
            [
                new($"Trong bảng điểm của {facts.Bloc} {facts.When} có tiêu chí không còn hiệu lực và không được tính điểm nữa.", []),
                .. List("Tiêu chí:", facts.Matters),
                .. Said("Lý do:", facts),
            ]),
        NoticeKind.ReportsRequested => (
            $"Đề nghị gửi {facts.Other}",
            [
                new($"{facts.Bloc} đề nghị đơn vị gửi {facts.Other}.", []),
                .. List("Nội dung báo cáo:", facts.Matters),
                .. Said("Ghi chú:", facts),
                Do("Đề nghị đơn vị gửi báo cáo", facts),
            ]),
        NoticeKind.ReportPartReturned => (
            $"{facts.Other} của đơn vị được trả lại",
            [
                new($"{facts.Other} của đơn vị ({facts.Bloc}) được trả lại để hoàn thiện.", []),
                .. Said("Lý do:", facts),
                Do("Đề nghị đơn vị hoàn thiện và gửi lại", facts),
            ]),
        NoticeKind.MembershipChanged => (
            $"Thời gian tham gia {facts.Bloc}",
            [new($"Thời gian đơn vị tham gia {facts.Bloc}:", facts.Matters)]),
        NoticeKind.Disqualified => (
            $"Đơn vị không được xếp hạng {facts.When}",
            [new($"Đơn vị không được xếp hạng {facts.When} trong {facts.Bloc}.", []), .. Said("Căn cứ và lý do:", facts)]),
        NoticeKind.DisqualificationLifted => (
            $"Đơn vị được xếp hạng trở lại {facts.When}",
            [new($"Quyết định không xếp hạng đơn vị {facts.When} trong {facts.Bloc} đã được bãi bỏ.", []), .. Said("Lý do:", facts)]),
        NoticeKind.StandingsPublished => (
            $"Công bố kết quả xếp hạng {facts.When} của {facts.Bloc}",
            [new($"Kết quả xếp hạng {facts.When} của {facts.Bloc} đã được công bố.", []), .. List("Kết quả của đơn vị:", facts.Matters)]),
        NoticeKind.CalendarChanged => (
            $"Thay đổi thời gian thi đua {facts.When}",
            [
                new($"Thời gian các bước thi đua {facts.When} ({facts.Bloc}) đã thay đổi.", []),
                .. List("Thời gian hiện nay của đơn vị:", facts.Matters),
            ]),
        NoticeKind.PactToSign => (
            $"Ký giao ước thi đua {facts.When} của {facts.Bloc}",
            [
                new($"Giao ước thi đua {facts.When} của {facts.Bloc} đã có bản để các đơn vị ký.", []),
                Do("Đề nghị đơn vị đọc và ký", facts),
            ]),
        NoticeKind.SignaturesVoided => (
            $"Chữ ký của đơn vị dưới giao ước thi đua {facts.When} không còn hiệu lực",
            [
                new(
                    facts.Said.Count > 0
                        ? $"Chữ ký của đơn vị dưới giao ước thi đua {facts.When} của {facts.Bloc} đã bị hủy."
                        : $"Nội dung giao ước thi đua {facts.When} của {facts.Bloc} đã thay đổi sau khi đơn vị ký, nên chữ ký của đơn vị không còn hiệu lực.",
                    []),
                .. Said("Lý do:", facts),
                facts.IsDue ? Do("Đề nghị đơn vị đọc lại và ký", facts) : new("Đơn vị sẽ được mời ký lại khi giao ước mở ký.", []),
            ]),
        NoticeKind.MovementLaunched => (
            $"Phong trào thi đua {facts.When} của {facts.Bloc}",
            [
                new($"{facts.Bloc} tham gia phong trào thi đua {facts.When}.", []),
                .. List("Phong trào:", facts.Matters),
                Do("Đề nghị đơn vị hưởng ứng và ghi việc làm, kết quả của đơn vị", facts),
            ]),
        NoticeKind.MeetingInvited => (
            facts.Event is { Sequence: > 0 } ? $"Giấy mời họp thay đổi: {facts.Title}" : $"Giấy mời họp: {facts.Title}",
            [
                new($"Trân trọng mời đơn vị dự cuộc họp của {facts.Bloc}: {facts.Title}.", []),
                .. List("Thông tin cuộc họp:", facts.Matters),
                .. List("Nội dung:", facts.Said),
            ]),
        NoticeKind.MeetingCancelled => (
            $"Hủy cuộc họp: {facts.Title}",
            [
                new($"Cuộc họp của {facts.Bloc} mà đơn vị được mời dự không tổ chức nữa: {facts.Title}.", []),
                .. List("Thông tin cuộc họp:", facts.Matters),
                .. Said("Lý do:", facts),
            ]),
        NoticeKind.ConclusionsAssigned => (
            $"Kết luận cuộc họp giao đơn vị thực hiện: {facts.Title}",
            [
                new($"Biên bản cuộc họp của {facts.Bloc} đã được thông qua: {facts.Title}.", []),
                .. List("Kết luận giao đơn vị thực hiện:", facts.Matters),
            ]),
        NoticeKind.NominationSuspended => (
            $"Tạm dừng xét khen thưởng {facts.When}{Of(facts)}",
            [
                new($"{Whose(facts)} bị tạm dừng xét khen thưởng {facts.When} trong {facts.Bloc}: trong thời gian này không đề nghị, không tặng danh hiệu (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP).", []),
                .. List("Thời gian:", facts.Matters),
                .. Said("Lý do:", facts),
                new("Các đề nghị đã có được giữ nguyên và xét tiếp nếu đơn vị không vi phạm.", []),
            ]),
        NoticeKind.SuspensionLifted => (
            $"Kết thúc tạm dừng xét khen thưởng {facts.When}{Of(facts)}",
            [
                new($"Việc tạm dừng xét khen thưởng {facts.When} trong {facts.Bloc} đối với {(facts.Other.Length > 0 ? facts.Other : "đơn vị")} đã kết thúc; các đề nghị đã có được xét tiếp.", []),
                .. List("Thời gian:", facts.Matters),
                .. Said("Lý do:", facts),
            ]),
        NoticeKind.TermSet => (
            $"Nhiệm vụ trong {facts.Bloc} {facts.When}",
            [new($"Các đơn vị giữ nhiệm vụ trong {facts.Bloc} {facts.When}:", facts.Matters)]),
    };
#pragma warning restore CS8524

    private static string Of(NoticeFacts facts) => facts.Other.Length > 0 ? $": {facts.Other}" : " của đơn vị";

    private static string Whose(NoticeFacts facts) => facts.Other.Length > 0 ? facts.Other : "Đơn vị";

    private static MailBlock Do(string what, NoticeFacts facts) =>
        new(facts.Deadline is { } deadline ? $"{what}: {DigestComposer.Deadline(deadline, facts.Today)}." : $"{what}.", []);

    private static IEnumerable<MailBlock> Said(string heading, NoticeFacts facts) => List(heading, facts.Said);

    private static IEnumerable<MailBlock> List(string heading, IReadOnlyList<string> lines) => lines.Count > 0 ? [new(heading, lines)] : [];
}
