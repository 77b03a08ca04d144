using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Trail;

/// <summary>What a check of the audit says, in sentences.</summary>
internal static class AuditWords
{
    /// <summary>What even a check that finds nothing does not promise.</summary>
    public static readonly IReadOnlyList<Words> NotPromised =
    [
        new(
            "Thay đổi sau lần niêm phong cuối cùng: ai ghi thẳng được vào bảng có thể viết lại toàn bộ phần chưa niêm phong mà không bị phát hiện.",
            "Changes after the last seal: whoever can write to the tables directly can rewrite all that is not sealed yet, and is not found."),
        new(
            "Nội dung các dòng dữ liệu đã ghi sau bản sao lưu cuối cùng, và dữ liệu đã bị xóa sau đó: chỉ nhật ký thay đổi được chứng minh, không phải từng dòng dữ liệu.",
            "The content of data rows written after the last backup, and rows deleted since: what is proven is the trail of changes, not each row that it speaks of."),
        new(
            "Thay đổi đúng cách của người có quyền: nhật ký cho biết ai đã làm và khi nào, không cho biết việc đó có đúng hay không.",
            "Changes made in the proper way by somebody with the right: the trail says who and when, not whether it was right."),
        new(
            "Khi chính sách bất biến của kho niêm phong chưa khóa, người quản trị tài khoản lưu trữ có thể thay cả niêm phong; mã băm của mỗi niêm phong còn nằm trong bản ghi AuditSealed của nhật ký hệ thống để đối chiếu.",
            "While the immutability policy of the seals is not locked, an administrator of the storage account can replace the seals themselves; the hash of each also stands in the record AuditSealed of the system's log, to compare with."),
    ];

    public static Words Of(ChainCheck check) => check switch
    {
        { Fault: { } fault } => Of(fault),
        { IsWhole: false } => new($"Đã kiểm tra đến dòng {check.Last.Seq}, còn tiếp.", $"Checked up to row {check.Last.Seq}; to be continued."),
        { Sealed: null } => new(
            $"Nhật ký có {check.Last.Seq} dòng, khớp với nhau; chưa có dòng nào được niêm phong.",
            $"The trail has {Words.Count(check.Last.Seq, "row", "rows that fit together")}; none is sealed yet."),
        { Sealed: { } last } => new(
            $"Nhật ký có {check.Last.Seq} dòng, khớp với nhau và với mọi niêm phong; đã niêm phong đến dòng {last.Seq} (ngày {last.Day:yyyy-MM-dd}).",
            $"The trail has {Words.Count(check.Last.Seq, "row that fits", "rows that fit together and")} with every seal; sealed up to row {last.Seq} (day {last.Day:yyyy-MM-dd})."),
    };

    public static Words Of(RowFault fault, DateOnly day) => fault.Kind switch
    {
        RowFaultKind.Changed => new(
            $"Dòng dữ liệu {fault.RowKey} khác với bản sao lưu ngày {day:yyyy-MM-dd} mà nhật ký không ghi thay đổi nào: đã bị sửa thẳng trong bảng.",
            $"The data row {fault.RowKey} differs from the backup of {day:yyyy-MM-dd} and no change accounts for it: it was changed in the table directly."),
        RowFaultKind.Removed => new(
            $"Dòng dữ liệu {fault.RowKey} có trong bản sao lưu ngày {day:yyyy-MM-dd}, nay không còn mà nhật ký không ghi thay đổi nào: đã bị xóa thẳng trong bảng.",
            $"The data row {fault.RowKey} is in the backup of {day:yyyy-MM-dd} and gone although there was no change since: it was deleted in the table directly."),
        RowFaultKind.Inserted => new(
            $"Dòng dữ liệu {fault.RowKey} không có trong bản sao lưu ngày {day:yyyy-MM-dd} và không do thay đổi nào sau đó ghi: đã được chèn thẳng vào bảng.",
            $"The data row {fault.RowKey} is not in the backup of {day:yyyy-MM-dd} and no later change wrote it: it was put into the table directly."),
        RowFaultKind.Backup => new(
            $"Bản sao lưu ngày {day:yyyy-MM-dd} của phân vùng không phải là bản đã lưu: đã bị thay, nên không đối chiếu được các dòng dữ liệu.",
            $"The partition's backup of {day:yyyy-MM-dd} is not what was stored: it was replaced, so the data rows were held to nothing."),
        _ => throw new InvalidOperationException(),
    };

    public static Words Of(SealFaultKind? fault, DateOnly day) => fault switch
    {
        null => new($"Niêm phong ngày {day:yyyy-MM-dd} khớp với ngày trước và ngày sau.", $"The seal of {day:yyyy-MM-dd} fits the days before and after it."),
        SealFaultKind.Unreadable => new($"Niêm phong ngày {day:yyyy-MM-dd} không đọc được: không phải do hệ thống này ghi.", $"The seal of {day:yyyy-MM-dd} cannot be read: this system has not written it."),
        SealFaultKind.Before => new(
            $"Niêm phong ngày {day:yyyy-MM-dd} không khớp với ngày trước: niêm phong của ngày trước đã bị thay hoặc bị mất.",
            $"The seal of {day:yyyy-MM-dd} does not fit the day before: that day's seal was replaced or is gone."),
        SealFaultKind.After => new(
            $"Niêm phong ngày {day:yyyy-MM-dd} không phải là niêm phong mà ngày sau nối tiếp: đã bị thay.",
            $"The seal of {day:yyyy-MM-dd} is not the one that the next day's was made after: it was replaced."),
        _ => throw new InvalidOperationException(),
    };

    private static Words Of(ChainFault fault)
    {
        var (rowsVi, rowsEn) = fault.From == fault.To ? ($"dòng {fault.From}", $"row {fault.From}") : ($"dòng {fault.From} đến {fault.To}", $"rows {fault.From} to {fault.To}");
        var (sealVi, sealEn) = fault.Sealed is { } day ? ($" (đã niêm phong ngày {day:yyyy-MM-dd})", $" (sealed on {day:yyyy-MM-dd})") : ("", "");
        return fault.Kind switch
        {
            ChainFaultKind.Changed => new($"Nội dung {rowsVi} đã bị sửa: không khớp với mã băm của chính nó{sealVi}.", $"The content of {rowsEn} was changed: it does not match its own hash{sealEn}."),
            ChainFaultKind.Removed => new($"Nhật ký thiếu {rowsVi}{sealVi}: đã bị xóa.", $"The trail lacks {rowsEn}{sealEn}: removed."),
            ChainFaultKind.Inserted => new($"Dòng {fault.RowKey} không thuộc nhật ký: đã được chèn vào.", $"The row {fault.RowKey} does not belong to the trail: it was put in."),
            ChainFaultKind.Rewritten => new(
                $"Nhật ký đã bị viết lại trong khoảng {rowsVi}{sealVi}: các dòng tự khớp với mình nhưng không khớp với phần còn lại; dòng đầu tiên bị sửa nằm trong khoảng này.",
                $"The trail was rewritten within {rowsEn}{sealEn}: the rows agree with themselves but not with the rest; the first changed row is one of these."),
            ChainFaultKind.Head => new(
                $"Các dòng còn đủ đến dòng {fault.To} nhưng dòng đầu mối (head) của phân vùng không chỉ vào dòng cuối: dòng đầu mối đã bị sửa, hoặc có dòng được thêm vào cuối.",
                $"The rows are whole up to row {fault.To}, but the partition's head does not point at the last one: the head was changed, or rows were added at the end."),
            _ => throw new InvalidOperationException(),
        };
    }
}
