using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Conditions;

/// <summary>Who may declare a condition of a unit today, and what it takes.</summary>
internal static class DeclarationRules
{
    /// <summary>In which office the caller declares it. The office may at any time; the others until the condition's day is over.</summary>
    /// <exception cref="Refusal">409: nobody declares it, somebody else does, or its day is over.</exception>
    public static DeclarerOffice DemandOffice(Condition condition, string unit, int year, Caller caller, Leaders leaders, DateOnly today)
    {
        if (condition.Source != ConditionSource.Declared)
        {
            throw Refusal.Rule("condition-known", new(
                $"Hệ thống tự biết điều kiện “{condition.Title}”, không ai khai báo.", $"The program knows the condition “{condition.Title}” by itself; nobody declares it."));
        }

        if (caller.IsAdmin)
        {
            return DeclarerOffice.Office;
        }

        if (Office(condition, unit, caller, leaders) is not { } office)
        {
            var who = ConditionWords.Declarers(condition);
            throw Refusal.Rule("condition-of-others", new(
                $"Điều kiện “{condition.Title}” do {who.Vi} khai báo.", $"The condition “{condition.Title}” is declared by {who.En}."));
        }

        return condition.DueIn(year) is not { } due || today <= due
            ? office
            : throw Refusal.Rule("deadline-passed", new(
                $"Hạn khai báo điều kiện “{condition.Title}” là hết ngày {VietnamTime.Local(due)}, nay đã qua. Khi có lý do, cơ quan thường trực vẫn có thể khai báo.",
                $"The condition “{condition.Title}” was to be declared by the end of {due:yyyy-MM-dd}. With a reason, the office still can."));
    }

    public static IReadOnlyList<Fault> Check(Condition condition, DeclarationBody body)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            faults.Add("$.reason", "Không được để trống.", "Must not be blank.");
        }

        var needsPaper = condition.Evidence == EvidenceRule.Always || (condition.Evidence == EvidenceRule.WhenClaimed && body.IsSo);
        if (needsPaper && string.IsNullOrWhiteSpace(body.Paper))
        {
            faults.Add("$.paper", "Cần ghi văn bản chứng minh: số, ngày, nơi ban hành.", "The paper that shows it is needed: number, day, issuer.");
        }

        return faults;
    }

    public static IReadOnlyList<Fault> Check(StaffBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        if (body.Women > body.All)
        {
            faults.Add("$.women", "Số nữ không được lớn hơn tổng số.", "There cannot be more women than people.");
        }

        if (body.AsOf > today)
        {
            faults.Add("$.asOf", "Ngày thống kê không được ở tương lai.", "The day of the count must not lie in the future.");
        }

        if (string.IsNullOrWhiteSpace(body.Source))
        {
            faults.Add("$.source", "Không được để trống.", "Must not be blank.");
        }

        return faults;
    }

    /// <summary>A leader does not speak for its own unit as a leader.</summary>
    private static DeclarerOffice? Office(Condition condition, string unit, Caller caller, Leaders leaders)
    {
        var isOwn = caller.Units.Contains(unit);
        return isOwn && May(ConditionParty.Unit) ? DeclarerOffice.Unit
            : !isOwn && May(ConditionParty.Head) && caller.Units.Any(one => one == leaders.Head || one == leaders.Deputy) ? DeclarerOffice.Head
            : !isOwn && condition.Body is { } body && caller.Units.Contains(body) ? DeclarerOffice.Body
            : null;

        bool May(ConditionParty party) => condition.By?.Contains(party) is true;
    }
}
