using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>Plan and regulation of a bloc's year as papers.</summary>
internal sealed class PlanPapers(YearDesk desk, PlanTable plans, RegulationTable regulations, TextTable texts)
{
    /// <exception cref="Refusal">404: no such year or bloc, or no plan.</exception>
    public async Task<Paper> PlanAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(order.Year, order.Bloc), cancellationToken);
        var plan = await plans.FindAsync(terms.Id, cancellationToken) ?? throw PlanTable.NoPlan();
        return PlanPaper.Compose(terms.Bloc.Name, order.Year, plan, await texts.FindAllAsync(plan.Cited(), cancellationToken), terms.Bloc.Kind);
    }

    /// <summary>The last version, which may be a draft.</summary>
    /// <exception cref="Refusal">404: no such year or bloc, or no regulation.</exception>
    public async Task<Paper> RegulationAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(order.Year, order.Bloc), cancellationToken);
        return await regulations.ListAsync(terms.Id, cancellationToken) is [.., var last] ? RegulationPaper.Compose(terms.Bloc.Name, order.Year, last, terms.Bloc.Kind) : throw RegulationTable.NotThere();
    }
}
