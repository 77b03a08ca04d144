using System.Runtime.CompilerServices;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>How far a bloc is in a period of a year.</summary>
/// <param name="Stage">The stage it has reached; <c>between</c> when none is open.</param>
/// <param name="Members">How many units it has.</param>
/// <param name="Submitted">How many of them have submitted.</param>
/// <param name="LateUnits">Those that have not, although their deadline is over.</param>
internal sealed record BlocStanding(int Year, string Period, string Bloc, string Stage, int Members, int Submitted, IReadOnlyList<string> LateUnits)
{
    public int Late => LateUnits.Count;
}

/// <summary>Says for each bloc of the open years at which stage it is and how many of its members have submitted.</summary>
internal sealed partial class BlocProgress(
    CycleTable cycles, RosterTable roster, VietnamTime vietnam, TimeProvider clock, SubmittedUnits findSubmitted, ILogger<BlocProgress> logger)
{
    /// <summary>One record for each.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await foreach (var one in ReadAsync(cancellationToken))
        {
            Tell(one.Year, one.Period, one.Bloc, one.Stage, one.Members, one.Submitted, one.Late);
        }
    }

    /// <summary>Year by year, bloc by bloc, period by period.</summary>
    public async IAsyncEnumerable<BlocStanding> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
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
                yield return new(
                    cycle.Year,
                    period,
                    bloc,
                    reached.GetValueOrDefault((bloc, period)) ?? "between",
                    members.Length,
                    members.Count(submitted.Contains),
                    [.. members.Where(unit => !submitted.Contains(unit) && cycle.DeadlineOf(bloc, unit, new(StageKind.SelfScore, period)) < today)]);
            }
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "In {Year}, period {Period}, the bloc {Bloc} is at {Stage}: {Submitted} of {Members} members have submitted, {Late} are late.",
        EventName = "BlocProgress")]
    private partial void Tell(int year, string period, string bloc, string stage, int members, int submitted, int late);
}
