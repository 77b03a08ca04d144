using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What is said of successions.</summary>
internal static class SuccessionWords
{
    public static readonly Words NoSuccession = new("Không có thay đổi này về đơn vị.", "There is no such succession.");

    public static readonly Words NoBlocToCarryTo = new(
        "Đơn vị tiếp nhận không ở khối nào cùng cấp từ ngày này, nên không làm tiếp phiếu được.",
        "The unit that takes over is in no bloc of that level from the day on, so the sheet cannot go on there.");

    public static readonly Words NotCarried = new(
        "Điểm, minh chứng và phần không được giao đi theo phiếu làm tiếp; điểm thẩm định và điểm chấm chéo ở lại với phiếu cũ, nên phiếu làm tiếp được thẩm định và chấm chéo lại.",
        "Scores, evidence and what is not assigned go with a sheet that is carried; appraisals and peers' points stay with the old one, so they are given again.");

    public static readonly Words RestsOnIt = new(
        "Không rút lại được: đã có việc dựa trên thay đổi này; xem từng lý do.", "It cannot be taken back: something rests on it; see each reason.");

    public static readonly Words NothingKept = new(
        "Không rút lại được: bản ghi này do phiên bản trước của hệ thống ghi và không lưu thời gian ở khối trước đó; hãy sửa việc vào và rời khối.",
        "It cannot be taken back: an earlier version of the program recorded it, and did not keep what memberships were before; change the memberships instead.");

    public static Words HasBegun(DateOnly day) => new(
        $"Chỉ rút lại được trước ngày có hiệu lực. Thay đổi này có hiệu lực từ ngày {VietnamTime.Local(day)}: khối, tên và phiếu điểm đã theo đó. Hãy ghi một thay đổi mới.",
        $"It can be taken back only before its day. It holds since {RosterRows.Day(day)}: blocs, names and sheets have followed from it. Record another succession instead.");

    public static Words NamedBy(string unit, string other) => new(
        $"Thay đổi '{other}' cũng nêu đơn vị '{unit}'.", $"The succession '{other}' names the unit '{unit}', too.");

    public static Words ChangedSince(Membership member) => new(
        $"Việc đơn vị '{member.Unit}' ở khối '{member.Bloc}' từ ngày {VietnamTime.Local(member.From)} đã được sửa sau đó.",
        $"The membership of the unit '{member.Unit}' in the bloc '{member.Bloc}' from {RosterRows.Day(member.From)} was changed since.");

    /// <summary>Of a sheet that another decision has had carried since.</summary>
    public static Words CarriedMeanwhile(string to) => new(
        $"Phiếu đã hoặc đang được chuyển sang '{to}' làm tiếp trước khi quyết định này được ghi; hãy quyết định như vậy (carried).",
        $"It had been, or was being, carried to '{to}' before this was decided; decide it so (carried).");

    /// <summary>Of a sheet whose total another decision has had counted since.</summary>
    public static Words CountedMeanwhile(string to) => new(
        $"Tổng điểm của phiếu đã được tính cho '{to}' trước khi quyết định này được ghi; hãy quyết định như vậy (proRata).",
        $"Its total had been counted for '{to}' before this was decided; decide it so (proRata).");

    public static Words Undecided(HalfSheet sheet) => new(
        $"Chưa quyết định phiếu của '{sheet.Unit}' ({sheet.Period} {sheet.Year}, khối '{sheet.Bloc}'), hiện {sheet.State.Vi}: làm tiếp (carried), đóng (closed) hay tính theo phần của năm (proRata).",
        $"Nothing is decided of the sheet of '{sheet.Unit}' ({sheet.Period} {sheet.Year}, bloc '{sheet.Bloc}'), which is {sheet.State.En}: carried, closed or proRata.");

    public static Words Settled(SheetFate fate) => new(
        $"Phiếu của '{fate.Unit}' ({fate.Period} {fate.Year}, khối '{fate.Bloc}') đã {fate.Outcome switch { SheetOutcome.Carried => $"được '{fate.To}' làm tiếp", SheetOutcome.ProRata => $"được tính theo phần của năm cho '{fate.To}'", _ => "đóng" }}.",
        $"The sheet of '{fate.Unit}' ({fate.Period} {fate.Year}, bloc '{fate.Bloc}') has been {fate.Outcome switch { SheetOutcome.Carried => $"carried to '{fate.To}'", SheetOutcome.ProRata => $"counted pro rata for '{fate.To}'", _ => "closed" }}.");

    public static Words NotSettled(SheetFate fate, Words why) => new(
        $"Phiếu của '{fate.Unit}' ({fate.Period} {fate.Year}, khối '{fate.Bloc}'): {why.Vi}",
        $"The sheet of '{fate.Unit}' ({fate.Period} {fate.Year}, bloc '{fate.Bloc}'): {why.En}");

    /// <summary>Of many the first, and how many more there are; null of none.</summary>
    public static Words? Together(IReadOnlyList<Words> sentences)
    {
        const int Most = 20;
        var more = sentences.Count - Most;
        return sentences.Count == 0 ? null : new(
            string.Join(' ', sentences.Take(Most).Select(words => words.Vi)) + (more > 0 ? $" (và {more} phiếu nữa)" : ""),
            string.Join(' ', sentences.Take(Most).Select(words => words.En)) + (more > 0 ? $" (and {Words.Count(more, "more sheet")})" : ""));
    }
}
