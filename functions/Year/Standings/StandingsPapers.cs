using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>What the summary table is composed of; for whom, and when, as with the standings.</summary>
internal sealed class StandingsPapers(StandingsDesk desk, CycleTable cycles, RosterTable roster)
{
    /// <exception cref="Common.Refusal">404 or 409: not published, and the caller may not see it before.</exception>
    public async Task<Paper> SummaryAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var id = new BlocInPeriod(order.Year, order.Period, order.Bloc);
        var detailed = await desk.FindDetailedAsync(id, caller, cancellationToken);
        var (cycle, bloc) = (cycles.FindAsync(id.Year, cancellationToken), roster.FindBlocAsync(id.Bloc, cancellationToken));
        return SummaryPaper.Compose(detailed, (await cycle)?.NameOf(id.Period), (await bloc)?.Kind ?? default);
    }
}
