using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What is said of who leads next.</summary>
internal static class RotationWords
{
    public static readonly Words NotMembers = new("Có đơn vị không thuộc khối.", "A unit is not in the bloc.");

    public static readonly Words NoHandover = new("Chưa ghi nhận việc bàn giao của năm này.", "No handover of that year is recorded.");

    public static readonly Words NoDeputy = new(
        "Nhiệm kỳ trước không có Khối phó còn thuộc khối; hãy đề xuất theo thứ tự luân phiên (order) hoặc kết quả bỏ phiếu (vote).",
        "The last term has no deputy that is still in the bloc; suggest by the order or by a vote.");

    public static readonly Words NoOrder = new(
        "Khối chưa có thứ tự luân phiên (PutRotation), hoặc không còn đơn vị nào trong đó thuộc khối.",
        "The bloc has no order of rotation (PutRotation), or none of its units is still in the bloc.");

    public static readonly Words NobodySuggested = new(
        "Chưa có đề xuất nào cho năm sau; hãy nêu Khối trưởng, Khối phó hoặc đơn vị thường trực.",
        "Nothing is suggested for the next year; name the head, the deputy or the standing unit.");

    public static Words NoMeeting(string meeting, int year) => new(
        $"Khối không có cuộc họp '{meeting}' trong năm {year} hoặc {year + 1}.", $"The bloc has no meeting '{meeting}' in {year} or {year + 1}.");

    public static Words TermIsSet(int year) => new(
        $"Năm {year} đã có người lãnh đạo khối được xác nhận, nên không còn gì để đề xuất.", $"It is settled who leads the bloc in {year}, so there is nothing left to suggest.");

    public static Words NeverMember(string unit) => new($"Đơn vị '{unit}' không thuộc khối.", $"The unit '{unit}' is not in the bloc.");
}
