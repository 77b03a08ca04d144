using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>What papers of a unit's appraisal are composed of, as far as the caller may see it.</summary>
internal sealed class AppraisalPapers(AppraisalReader reader, SheetDesk desk, InspectionTable inspections, RosterTable roster, LeadersLookup findLeaders)
{
    private const int MostVisits = 100;

    public async Task<Paper> ExplanationAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (appraisal, bloc, kind, period, rounds) = await ReadAsync(order, caller, cancellationToken);
        return new ExplanationPaper(appraisal, bloc, period, await VisitsAsync(appraisal.Id, cancellationToken), rounds, kind).Compose();
    }

    public async Task<Paper> MinutesAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (appraisal, bloc, _, period, rounds) = await ReadAsync(order, caller, cancellationToken);
        return new InspectionMinutesPaper(appraisal, bloc, period, await VisitsAsync(appraisal.Id, cancellationToken), await roster.NamesOfYearAsync(order.Year, desk.Today, cancellationToken), rounds).Compose();
    }

    private async Task<IReadOnlyList<Inspection>> VisitsAsync(SheetId id, CancellationToken cancellationToken)
    {
        var (visits, _) = await inspections.ListAsync(id.InPeriod, [id.Unit], after: null, MostVisits, cancellationToken);
        return [.. visits.Where(visit => visit.Unit == id.Unit)];
    }

    /// <exception cref="Refusal">404 or 409: no such year, period or bloc, no scheme, the unit is not in the bloc, or the caller may not see what was appraised.</exception>
    private async Task<(UnitAppraisal Appraisal, string BlocName, BlocKind Kind, string? PeriodName, int Rounds)> ReadAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var id = new SheetId(order.Year, order.Period, order.Bloc, order.Unit);
        var appraisal = await reader.ReadAsync(id, caller, cancellationToken);
        var sight = AppraisalSight.Of(caller, id.Unit, await findLeaders(id.Bloc, id.Year, cancellationToken), appraisal.Tree, appraisal.Record);
        if (!sight.Explanations)
        {
            throw Refusal.NotFound(new("Bạn chưa xem được kết quả thẩm định của đơn vị này.", "You cannot see what was appraised of this unit."));
        }

        var (cycle, _) = await desk.FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken);
        var bloc = await roster.FindBlocAsync(id.Bloc, cancellationToken);
        return (appraisal, bloc?.Name ?? id.Bloc, bloc?.Kind ?? default, cycle.NameOf(id.Period), sight.Rounds);
    }
}
