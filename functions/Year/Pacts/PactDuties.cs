using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What pacts and registrations ask of a bloc and its units. What is behind <see cref="YearDuties"/>.</summary>
internal sealed class PactDuties(PartitionStore partitions, YearDesk desk)
{
    private static readonly Words Open = new("đưa giao ước thi đua ra ký", "putting the pact up for signing");
    private static readonly Words Sign = new("ký giao ước thi đua", "signing the pact");
    private static readonly Words Report = new("báo cáo thực hiện chỉ tiêu giao ước thi đua", "reporting the pact's targets");
    private static readonly Words Register = new("đăng ký danh hiệu và chỉ tiêu thi đua", "registering titles and targets");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(terms.Id.AddressIn(PactKeys.Table), PactKeys.Everything, cancellationToken);
        var members = terms.MembersOn(terms.WithinYear(desk.Today));
        var record = PactRows.ReadRecord(view);
        return
        [
            YearDuty.OfBloc(terms, StageKind.Pact, Open, record?.Current.IsForSigning is true) with { Kind = DutyKind.Pact, IsKnown = record is not null },
            .. Of(record, Progress(view), Registered(view), members, desk.Today),
        ];
    }

    /// <summary>A bloc may do all that on paper: registering is asked for where some unit has done it here or the pact is for signing. A draft, which the program makes itself, asks for nothing.</summary>
    /// <param name="record">The pact; null where there is none.</param>
    /// <param name="progress">What units have reported, by unit.</param>
    /// <param name="registered">The units that have registered.</param>
    /// <param name="members">The units of the bloc.</param>
    /// <param name="today">In Vietnam.</param>
    public static IEnumerable<YearDuty> Of(
        PactRecord? record, ILookup<string, Progress> progress, IReadOnlySet<string> registered, IReadOnlyList<string> members, DateOnly today)
    {
        var pact = record?.Current is { IsForSigning: true } open ? open : null;
        foreach (var unit in pact is null && registered.Count == 0 ? [] : members)
        {
            yield return new(StageKind.Registration, Register, unit, registered.Contains(unit)) { Kind = DutyKind.Registration };
            if (pact is null)
            {
                continue;
            }

            yield return new YearDuty(StageKind.Pact, Sign, unit, record!.ValidOf(unit) is not null) with { Kind = DutyKind.Signature, IsKnown = !pact.Text.TextUnknown || record.ValidOf(unit) is not null };
            if (pact.Text.Targets.Count > 0 && NextOf(pact, progress[unit], today) is var (due, isDone))
            {
                yield return new(StageKind.Pact, Report, unit, isDone, due) { Kind = DutyKind.Progress, IsChased = true };
            }
        }
    }

    /// <summary>The report that the unit is asked for: the last that was due if it is late with any target, else the next one.</summary>
    private static (DateOnly Due, bool IsDone)? NextOf(Pact pact, IEnumerable<Progress> ofUnit, DateOnly today)
    {
        var byTarget = ofUnit.ToLookup(one => one.Target, StringComparer.Ordinal);
        if (pact.DueBefore(today).Last is { } last && pact.Text.Targets.Any(target => ProgressRules.IsLate(pact, byTarget[target.Id], today)))
        {
            return (last, false);
        }

        var days = pact.ReportBy.Order().ToList();
        var next = days.FindIndex(day => day >= today);
        if (next < 0)
        {
            return days.Count == 0 ? null : (days[^1], true);
        }

        DateOnly? before = next == 0 ? null : days[next - 1];
        return (days[next], pact.Text.Targets.All(target => byTarget[target.Id].Any(one => before is null || one.Day > before)));
    }

    private static ILookup<string, Progress> Progress(PartitionView view) => view.RowsOf(PactKeys.ProgressPrefix).Select(ProgressTable.Read).ToLookup(one => one.Unit, StringComparer.Ordinal);

    private static HashSet<string> Registered(PartitionView view) => [.. view.RowsOf(PactKeys.RegistrationPrefix).Select(row => Registration.Read(row).Unit)];
}
