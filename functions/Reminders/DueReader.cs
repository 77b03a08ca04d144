using EmulationFunctions.Cycles;
using EmulationFunctions.Hosting;
using EmulationFunctions.Identity;
using EmulationFunctions.Roster;

namespace EmulationFunctions.Reminders;

/// <summary>
/// Reads who has to do what, a bloc at a time. Of the stages of a year only self-scoring has a sheet from which it is known who has
/// done it; nobody is reminded of what may long be done.
/// </summary>
internal sealed class DueReader(
    CycleTable cycles, RosterTable roster, LeadersLookup findLeaders, VietnamTime vietnam, TimeProvider clock, SubmittedUnits findSubmitted)
{
    public Task<IReadOnlyList<Cycle>> OpenYearsAsync(CancellationToken cancellationToken) => cycles.ListOpenAsync(cancellationToken);

    /// <summary>What the members of a bloc have to do in the years it takes part in.</summary>
    public async Task<IReadOnlyList<YearWork>> ReadAsync(string bloc, IReadOnlyList<Cycle> years, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var work = new List<YearWork>();
        foreach (var cycle in years.Where(cycle => cycle.Has(bloc)))
        {
            var obligations = new List<Obligation>();
            foreach (var period in cycle.Periods)
            {
                var stage = new StageKey(StageKind.SelfScore, period.Id);
                if (cycle.StageOf(bloc, stage) is not { } found || today < found.Opens)
                {
                    continue;
                }

                string[] members = [.. (await roster.MembersAsync(bloc, cycle.MembershipDay(period.Id, today), cancellationToken)).Select(member => member.Unit)];
                var submitted = await findSubmitted(cycle.Year, period.Id, bloc, members, cancellationToken);
                obligations.AddRange(members.Select(unit => new Obligation(stage, bloc, unit, submitted.Contains(unit))));
            }

            if (obligations.Count > 0)
            {
                var (head, _) = await findLeaders(bloc, cycle.Year, cancellationToken);
                work.Add(new(cycle, obligations, new Dictionary<string, IReadOnlyList<string>> { [bloc] = head is null ? [] : [head] }));
            }
        }

        return work;
    }

    /// <summary>Whether the unit has handed in the sheet since.</summary>
    public async Task<bool> HasSubmittedAsync(int year, string period, string bloc, string unit, CancellationToken cancellationToken) =>
        (await findSubmitted(year, period, bloc, [unit], cancellationToken)).Contains(unit);
}
