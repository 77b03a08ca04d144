using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

/// <summary>The plan of a bloc's cross-checks in a period, and the minutes of one of them.</summary>
internal sealed class VisitPapers(SheetDesk desk, InspectionTable inspections, RosterTable roster, LeadersLookup findLeaders)
{
    private const int MostVisits = 500;

    /// <exception cref="Refusal">404: no such year, period or bloc, or no visit is planned.</exception>
    public async Task<Paper> PlanAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (id, cycle, bloc, kind, names) = await FindAsync(order, cancellationToken);
        var (visits, _) = await inspections.ListAsync(id, units: null, after: null, MostVisits, cancellationToken);
        return visits.Count == 0
            ? throw Refusal.NotFound(new("Khối chưa có cuộc kiểm tra chéo nào được lên kế hoạch.", "No cross-check is planned yet."))
            : CrossCheckPaper.Plan(bloc, PeriodWords.In(order.Year, cycle.NameOf(order.Period)), visits, names, kind);
    }

    /// <exception cref="Refusal">404: no such year, period, bloc or visit, or the caller may not see it.</exception>
    public async Task<Paper> MinutesAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (id, cycle, bloc, _, names) = await FindAsync(order, cancellationToken);
        var found = await inspections.FindAsync(id, order.Item, cancellationToken);
        var leaders = caller.Oversees ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        return found is not null && (RightRules.Allows(Right.ReadSheet, caller, new(Unit: null, IsYearOver: false, leaders)) || found.Concerns(caller.Units))
            ? CrossCheckPaper.Minutes(bloc, PeriodWords.In(order.Year, cycle.NameOf(order.Period)), found, names)
            : throw Refusal.NotFound(new("Không có cuộc kiểm tra chéo này.", "There is no such cross-check."));
    }

    private async Task<(BlocInPeriod Id, Cycle Cycle, string BlocName, BlocKind Kind, UnitNames Names)> FindAsync(PaperOrder order, CancellationToken cancellationToken)
    {
        var (cycle, _) = await desk.FindBlocAsync(order.Year, order.Period, order.Bloc, cancellationToken);
        var bloc = await roster.FindBlocAsync(order.Bloc, cancellationToken);
        return (
            new(order.Year, order.Period, order.Bloc),
            cycle,
            bloc?.Name ?? order.Bloc,
            bloc?.Kind ?? default,
            await roster.NamesOfYearAsync(order.Year, desk.Today, cancellationToken));
    }
}
