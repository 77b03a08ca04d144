using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Decisions;

/// <summary>What this room says when it refuses.</summary>
internal static class DecisionWords
{
    public static Refusal NoDecision() => Refusal.NotFound(new("Không có quyết định này trong năm.", "The year has no such decision."));

    public static Refusal Revoked(Decision decision) => Refusal.Rule("decision-revoked", new(
        $"Quyết định {decision.Paper.Number} đã có phần bị hủy bỏ nên không sửa được nữa.", $"Something of decision {decision.Paper.Number} was taken back, so it does not change any more."));

    public static Refusal AlreadyRevoked(IEnumerable<(GivenTitle Title, Revocation By)> titles, UnitNames names) => new(
        StatusCodes.Status409Conflict,
        "already-revoked",
        new("Đã bị hủy bỏ trước đó; không có gì thay đổi.", "It was taken back before; nothing has changed."),
        [.. titles.Select(one => new Fault("$.titles", new(
            $"“{names[one.Title.Unit]}”, '{one.Title.Award}': đã hủy bỏ theo {one.By.Paper.Number} ngày {VietnamTime.Local(one.By.Day)}.",
            $"'{one.Title.Unit}', '{one.Title.Award}': taken back by {one.By.Paper.Number} of {one.By.Day:yyyy-MM-dd}.")))]);

    public static Refusal NotRevoked() => Refusal.Rule("not-revoked", new("Danh hiệu này không bị hủy bỏ nên không có gì phải nộp lại.", "That title was not taken back, so there is nothing to return."));

    public static Refusal AlreadyGiven(IEnumerable<(int Index, RecordedTitle By)> titles) => new(
        StatusCodes.Status409Conflict,
        "title-already-given",
        new("Đơn vị đã được tặng theo quyết định khác của năm; chưa có gì được lưu.", "Another decision of the year gave it already; nothing was saved."),
        [.. titles.Select(one => new Fault($"$.titles[{one.Index}]", new(
            $"Đã tặng theo quyết định {one.By.Number} ngày {VietnamTime.Local(one.By.Day)}.", $"Given by decision {one.By.Number} of {one.By.Day:yyyy-MM-dd}.")))]);

    /// <param name="titles">What was given, each with the place of what it rests on.</param>
    public static Refusal RestsOnIt(IEnumerable<(string Path, RecordedTitle By)> titles) => new(
        StatusCodes.Status409Conflict,
        "title-given",
        new(
            "Đã có quyết định tặng dựa trên kết luận thông qua của Hội đồng; hãy hủy bỏ phần đó của quyết định trước (RevokeDecision). Chưa có gì được lưu.",
            "A decision gives what the council passed; take that part of it back first (RevokeDecision). Nothing was saved."),
        [.. titles.Select(one => new Fault(one.Path, new(
            $"Đã tặng theo quyết định {one.By.Number} ngày {VietnamTime.Local(one.By.Day)}.", $"Given by decision {one.By.Number} of {one.By.Day:yyyy-MM-dd}.")))]);

    public static Refusal BeforeTheCouncil(IReadOnlyList<Fault> faults) => new(
        StatusCodes.Status409Conflict,
        "council-not-held",
        new("Hội đồng Thi đua - Khen thưởng chưa thông qua; chưa có gì được lưu.", "The council has not passed it; nothing was saved."),
        faults);

    public static Words NoSession { get; } = new("Chưa có kết quả phiên họp Hội đồng về đề nghị này.", "No session of the council has settled this proposal.");

    public static Words SessionLater(DateOnly day) => new(
        $"Hội đồng họp ngày {VietnamTime.Local(day)}, sau ngày quyết định.", $"The council's session was on {day:yyyy-MM-dd}, after the decision.");

    public static Words NotPassed(DateOnly day) => new(
        $"Hội đồng họp ngày {VietnamTime.Local(day)} không thông qua đề nghị này.", $"The council did not pass this proposal on {day:yyyy-MM-dd}.");
}
