using EmulationFunctions.Hosting;
using EmulationFunctions.Roster;

namespace EmulationFunctions.Cycles;

/// <summary>Says for each bloc of the open years, in one record, at which stage it is and how many of its members have submitted.</summary>
internal sealed partial class BlocProgress(
    CycleTable cycles, RosterTable roster, VietnamTime vietnam, TimeProvider clock, SubmittedUnits findSubmitted, ILogger<BlocProgress> logger)
{
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        foreach (var cycle in await cycles.ListOpenAsync(cancellationToken))
        {
            var reached = cycle.ReachedBy(today).ToDictionary(move => (move.Bloc, move.Period), move => move.Stage);
            foreach (var (bloc, period) in cycle.Blocs.SelectMany(bloc => cycle.Periods.Select(period => (bloc.Bloc, period.Id))))
            {
                var day = cycle.MembershipDay(period, today);
                string[] members = [.. (await roster.MembersAsync(bloc, day, cancellationToken)).Select(member => member.Unit)];
                var submitted = await findSubmitted(cycle.Year, period, bloc, members, cancellationToken);
                Tell(
                    cycle.Year,
                    period,
                    bloc,
                    reached.GetValueOrDefault((bloc, period)) ?? "between",
                    members.Length,
                    members.Count(submitted.Contains),
                    members.Count(unit => !submitted.Contains(unit) && cycle.DeadlineOf(bloc, unit, new(StageKind.SelfScore, period)) < today));
            }
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "In {Year}, period {Period}, the bloc {Bloc} is at {Stage}: {Submitted} of {Members} members have submitted, {Late} are late.",
        EventName = "BlocProgress")]
    private partial void Tell(int year, string period, string bloc, string stage, int members, int submitted, int late);
}
