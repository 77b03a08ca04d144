using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What the roster says when it refuses.</summary>
internal static class RosterWords
{
    public static readonly Words LevelIsFixed = new(
        "Khối đã có thành viên nên không đổi được cấp.", "The bloc has had members, so its level cannot change.");

    public static readonly Words NoMembership = new(
        "Đơn vị không vào khối này từ ngày đó.", "The unit did not join this bloc on that day.");

    public static Words NoUnit(string unit) => new($"Không có đơn vị “{unit}”.", $"There is no unit '{unit}'.");

    public static Words NoBloc(string bloc) => new($"Không có khối “{bloc}”.", $"There is no bloc '{bloc}'.");

    public static Words AlreadyIn(Membership other) => new(
        $"Đơn vị đang ở khối “{other.Bloc}” từ {VietnamTime.Local(other.From)}{(other.Until is { } until ? $" đến {VietnamTime.Local(until)}" : "")}; cùng một cấp chỉ được ở một khối.",
        $"The unit is in bloc '{other.Bloc}' from {RosterRows.Day(other.From)}{(other.Until is { } last ? $" to {RosterRows.Day(last)}" : "")}; it can be in one bloc of a level at a time.");

    public static Words SameNameInBloc(string other) => new(
        $"Trong khối đã có đơn vị “{other}” cùng tên.", $"Unit '{other}' of the same name is already in the bloc.");

    public static Words LeadsBloc(string unit, Term term) => new(
        $"Đơn vị “{unit}” giữ nhiệm vụ trong nhiệm kỳ {term.Year} của khối; hãy đổi nhiệm kỳ trước.",
        $"Unit '{unit}' has a role in the bloc's term of {term.Year}; change the term first.");

    public static Words TermsOverlap(Term other) => new(
        $"Năm {other.Year} đã có nhiệm kỳ {From(other).Vi}{(other.Until is { } until ? $" đến hết ngày {VietnamTime.Local(until)}" : ", chưa có ngày kết thúc")}; hãy ghi ngày kết thúc (until) của nhiệm kỳ đó trước.",
        $"{other.Year} has a term {From(other).En}{(other.Until is { } last ? $" to {RosterRows.Day(last)}" : ", without an end")}; say when that one ends (until) first.");

    private static Words From(Term term) => term.From is { } from
        ? new($"từ ngày {VietnamTime.Local(from)}", $"from {RosterRows.Day(from)}")
        : new("từ đầu năm", "from the beginning of the year");

    public static Words NotMembers(IReadOnlyList<string> units, int year) => new(
        $"Không phải thành viên của khối trong năm {year}: {string.Join(", ", units)}.",
        $"Not a member of the bloc in {year}: {string.Join(", ", units)}.");
}
