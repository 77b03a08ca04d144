using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What must hold of successions: by themselves, and between them. Pure.</summary>
internal static class SuccessionRules
{
    /// <summary>What is wrong with it whatever else there is.</summary>
    public static IReadOnlyList<Fault> FaultsOf(Succession wanted)
    {
        var faults = new List<Fault>();
        RosterRules.CheckDay(wanted.Day, "$.day", faults);
        RosterRules.CheckText(wanted.Decision.Number ?? "", "$.decision.number", faults);
        CheckCounts(wanted, faults);
        CheckRepeated(wanted.From, "$.from[{0}]", faults);
        CheckRepeated([.. wanted.To.Select(one => one.Unit)], "$.to[{0}].unit", faults);
        for (var index = 0; index < wanted.To.Count; index++)
        {
            if (wanted.From.Contains(wanted.To[index].Unit, StringComparer.Ordinal))
            {
                faults.Add(
                    $"$.to[{index}].unit",
                    $"Đơn vị '{wanted.To[index].Unit}' không thể tự nhập vào hay kế thừa chính mình. Đơn vị tiếp nhận mà vẫn tồn tại chỉ nêu ở đây, không nêu ở from.",
                    $"The unit '{wanted.To[index].Unit}' cannot be merged into, or succeed, itself. One that takes over and goes on is named here only, not in from.");
            }
        }

        CheckTasks(wanted, faults);
        CheckSheets(wanted, faults);
        return faults;
    }

    /// <summary>What is wrong with it beside the others: a unit ends once, and nobody goes on after its end.</summary>
    public static IReadOnlyList<Fault> FaultsOf(Succession wanted, IEnumerable<Succession> others)
    {
        var faults = new List<Fault>();
        var known = others.Where(other => other.Id != wanted.Id).ToList();
        for (var index = 0; index < wanted.From.Count; index++)
        {
            CheckUnit(wanted, wanted.From[index], $"$.from[{index}]", known, faults);
        }

        for (var index = 0; index < wanted.To.Count; index++)
        {
            CheckUnit(wanted, wanted.To[index].Unit, $"$.to[{index}].unit", known, faults);
        }

        return faults;
    }

    /// <summary>Of a unit that joins a bloc by it: that another, which was recorded before, ends the unit later. What the unit begins now would outlive it.</summary>
    public static Words? EndsLater(Succession wanted, string unit, IEnumerable<Succession> known) =>
        known.FirstOrDefault(other => other.Id != wanted.Id && other.Ends && other.From.Contains(unit, StringComparer.Ordinal) && other.Day > wanted.Day) is { } end
            ? new(
                $"Đơn vị '{unit}' kết thúc từ ngày {VietnamTime.Local(end.Day)} ('{end.Id}'), đã ghi trước; việc vào khối phải ghi trước việc kết thúc: hãy rút '{end.Id}', ghi việc này rồi ghi lại.",
                $"The unit '{unit}' ends on {RosterRows.Day(end.Day)} ('{end.Id}'), which was recorded before; what joins it to a bloc is recorded before its end: withdraw '{end.Id}', record this, and record that again.")
            : null;

    private static void CheckUnit(Succession wanted, string unit, string path, List<Succession> known, List<Fault> faults)
    {
        var isFrom = wanted.From.Contains(unit, StringComparer.Ordinal);
        if (known.Find(other => other.Ends && other.From.Contains(unit, StringComparer.Ordinal) && other.Day <= wanted.Day) is { } end)
        {
            var isCycle = !isFrom && Leads(end.Day, unit, wanted.From, known);
            faults.Add(
                path,
                $"Đơn vị '{unit}' đã kết thúc từ ngày {VietnamTime.Local(end.Day)} ('{end.Id}')"
                    + (isCycle ? "; như vậy việc kế thừa thành vòng tròn." : "."),
                $"The unit '{unit}' ended on {RosterRows.Day(end.Day)} ('{end.Id}')"
                    + (isCycle ? "; the succession would be a cycle." : "."));
        }
        else if (isFrom && known.Find(other => IsFrom(other, unit) && (other.Day == wanted.Day || (wanted.Ends && other.Day > wanted.Day) || (other.Ends && wanted.Ends))) is { } twice)
        {
            faults.Add(
                path,
                $"Đơn vị '{unit}' đã có thay đổi '{twice.Id}' từ ngày {VietnamTime.Local(twice.Day)}; một đơn vị không thay đổi hai lần cùng thời gian.",
                $"The unit '{unit}' has the succession '{twice.Id}' on {RosterRows.Day(twice.Day)}; no unit is succeeded twice on overlapping days.");
        }
        else if (isFrom && wanted.Ends && known.Find(other => other.Day >= wanted.Day && other.To.Any(one => one.Unit == unit)) is { } later)
        {
            faults.Add(
                path,
                $"Đơn vị '{unit}' tiếp nhận đơn vị khác từ ngày {VietnamTime.Local(later.Day)} ('{later.Id}'), nên không thể kết thúc trước hoặc vào ngày đó.",
                $"The unit '{unit}' takes over from another on {RosterRows.Day(later.Day)} ('{later.Id}'), so it cannot end on or before that day.");
        }
        else if (isFrom && wanted.Kind == SuccessionKind.Rename && known.Find(other => other.Kind == SuccessionKind.Rename && IsFrom(other, unit) && other.Day > wanted.Day) is { } renamed)
        {
            faults.Add(
                path,
                $"Đơn vị '{unit}' còn đổi tên vào ngày {VietnamTime.Local(renamed.Day)} ('{renamed.Id}'); các lần đổi tên được ghi theo thứ tự thời gian.",
                $"The unit '{unit}' is renamed on {RosterRows.Day(renamed.Day)} ('{renamed.Id}'); renamings are recorded in their order.");
        }
    }

    private static bool IsFrom(Succession one, string unit) => one.From.Contains(unit, StringComparer.Ordinal);

    /// <summary>Whether those who would now end took over from the unit, directly or not.</summary>
    private static bool Leads(DateOnly day, string unit, IReadOnlyList<string> to, List<Succession> known)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { unit };
        foreach (var one in known.Where(one => one.Ends && one.Day >= day).OrderBy(one => one.Day))
        {
            if (one.From.Any(reached.Contains))
            {
                reached.UnionWith(one.To.Select(successor => successor.Unit));
            }
        }

        return to.Any(reached.Contains);
    }

    private static void CheckCounts(Succession wanted, List<Fault> faults)
    {
        var isOfOne = wanted.Kind is SuccessionKind.Rename or SuccessionKind.Move or SuccessionKind.Split or SuccessionKind.SplitOff or SuccessionKind.Dissolve;
        if (wanted.From.Count == 0 || (isOfOne && wanted.From.Count > 1))
        {
            faults.Add("$.from", isOfOne ? "Phải nêu đúng một đơn vị." : "Phải nêu ít nhất một đơn vị.", isOfOne ? "Must name just one unit." : "Must name at least one unit.");
        }

        var (vi, en) = (wanted.Kind, wanted.To.Count) switch
        {
            (SuccessionKind.Rename or SuccessionKind.Move, > 0) => ("Đơn vị vẫn là đơn vị cũ nên không có đơn vị kế thừa.", "The unit stays what it is, so nobody succeeds it."),
            (SuccessionKind.Merge, not 1) => ("Phải nêu đúng một đơn vị tiếp nhận.", "Must name just one unit that takes over."),
            (SuccessionKind.SplitOff, 0) => ("Phải nêu ít nhất một đơn vị tiếp nhận phần được tách.", "Must name at least one unit that takes over a part."),
            (SuccessionKind.Split, < 2) => ("Phải nêu ít nhất hai đơn vị tiếp nhận.", "Must name at least two units that take over."),
            _ => default,
        };
        if (vi is not null)
        {
            faults.Add("$.to", vi, en!);
        }

        CheckOnly(wanted.Name, wanted.Kind == SuccessionKind.Rename, "$.name", new("tên mới", "the new name"), faults);
        CheckOnly(wanted.Bloc, wanted.Kind == SuccessionKind.Move, "$.bloc", new("khối mới", "the new bloc"), faults);
        if (wanted is { Name: { } name, Kind: SuccessionKind.Rename })
        {
            RosterRules.CheckName(name, "$.name", faults);
        }
    }

    private static void CheckOnly(string? value, bool isNeeded, string path, Words what, List<Fault> faults)
    {
        if (isNeeded && value is null)
        {
            faults.Add(path, $"Phải nêu {what.Vi}.", $"Must say {what.En}.");
        }
        else if (!isNeeded && value is not null)
        {
            faults.Add(path, $"Loại thay đổi này không có {what.Vi}.", $"This kind has no place for {what.En}.");
        }
    }

    private static void CheckTasks(Succession wanted, List<Fault> faults)
    {
        if (wanted.Kind == SuccessionKind.SplitOff)
        {
            CheckOnly(wanted.TasksTo, isNeeded: false, "$.tasksTo", new("đơn vị tiếp nhận toàn bộ nhiệm vụ: đơn vị cũ vẫn tồn tại và giữ thành tích của mình", "a unit that took over the tasks: the old one goes on, and keeps what it reached"), faults);
        }
        else if (wanted.TasksTo is { } unit && wanted.To.All(one => one.Unit != unit))
        {
            faults.Add("$.tasksTo", "Phải là một trong các đơn vị tiếp nhận.", "Must be one of the units that take over.");
        }
        else if (wanted.TasksTo is null && wanted.To.Count > 1)
        {
            faults.Add(
                "$.tasksTo",
                "Có nhiều đơn vị tiếp nhận: phải nêu đơn vị nào tiếp nhận nhiệm vụ và đề nghị khen thưởng (Nghị định 152/2025/NĐ-CP, Điều 33, khoản 4).",
                "Several units take over: say which of them took over the tasks, and proposes (Decree 152/2025/NĐ-CP, art. 33(4)).");
        }
    }

    private static void CheckSheets(Succession wanted, List<Fault> faults)
    {
        if (!wanted.Leaves && wanted.Sheets.Count > 0)
        {
            faults.Add("$.sheets", "Đổi tên hay tách một phần không ảnh hưởng phiếu điểm: đơn vị làm tiếp.", "A renaming or splitting off touches no sheet: the unit goes on with it.");
            return;
        }

        string?[] heirs = wanted.Kind == SuccessionKind.Move ? [.. wanted.From] : [.. wanted.To.Select(one => one.Unit)];
        for (var index = 0; index < wanted.Sheets.Count; index++)
        {
            var fate = wanted.Sheets[index];
            if (!wanted.From.Contains(fate.Unit, StringComparer.Ordinal))
            {
                faults.Add($"$.sheets[{index}].unit", "Không phải đơn vị nêu ở from.", "Not a unit that from names.");
            }

            if (wanted.Sheets.Take(index).Any(earlier => earlier.Sheet == fate.Sheet))
            {
                faults.Add($"$.sheets[{index}]", "Phiếu điểm này được nêu hai lần.", "This sheet is named twice.");
            }

            if (fate.Outcome != SheetOutcome.Closed && (fate.To is null || !heirs.Contains(fate.To)))
            {
                faults.Add(
                    $"$.sheets[{index}].to",
                    "Phải nêu phiếu của đơn vị nào được làm tiếp, hoặc tính cho đơn vị nào: một trong các đơn vị tiếp nhận (khi chuyển khối: chính đơn vị đó).",
                    "Must say whose sheet goes on from it, or in whose total it counts: one of the units that take over (of a move: the unit itself).");
            }
            else if (fate.Outcome == SheetOutcome.Closed && fate.To is not null)
            {
                faults.Add($"$.sheets[{index}].to", "Phiếu được đóng thì không ai làm tiếp.", "Nobody goes on from a sheet that is closed.");
            }
            else if (fate.Outcome == SheetOutcome.Carried && wanted.Sheets.Take(index).Any(earlier =>
                earlier.Outcome == SheetOutcome.Carried && (earlier.Year, earlier.Period, earlier.To) == (fate.Year, fate.Period, fate.To)))
            {
                faults.Add(
                    $"$.sheets[{index}].to",
                    $"Phiếu của đơn vị '{fate.To}' chỉ làm tiếp được từ một phiếu; phiếu kia phải đóng.",
                    $"The sheet of the unit '{fate.To}' can go on from one sheet only; close the other.");
            }
        }
    }

    private static void CheckRepeated(IReadOnlyList<string> units, string path, List<Fault> faults)
    {
        for (var index = 0; index < units.Count; index++)
        {
            if (units.Take(index).Contains(units[index], StringComparer.Ordinal))
            {
                faults.Add(string.Format(null, path, index), "Đơn vị này được nêu hai lần.", "This unit is named twice.");
            }
        }
    }
}
