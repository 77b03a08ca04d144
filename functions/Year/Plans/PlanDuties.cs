using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>
/// That a bloc adopts a plan and a regulation. No text says by when: the last day of the calendar's step of the pact stands for it, a configurable default.
/// What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class PlanDuties(PlanTable plans, RegulationTable regulations)
{
    private static readonly Words AdoptPlan = new("thông qua kế hoạch thi đua của khối", "adopting the bloc's plan");
    private static readonly Words AdoptRegulation = new("thông qua quy chế của khối", "adopting the bloc's regulation");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var plan = await plans.FindAsync(terms.Id, cancellationToken);
        var versions = await regulations.ListAsync(terms.Id, cancellationToken);
        var isSettled = await regulations.HoldingAsync(terms.Id, versions, cancellationToken) is not null;
        return
        [
            YearDuty.OfBloc(terms, StageKind.Pact, AdoptPlan, plan?.Adopted is not null) with { Kind = DutyKind.Plan, IsKnown = plan is not null },
            YearDuty.OfBloc(terms, StageKind.Pact, AdoptRegulation, isSettled) with { Kind = DutyKind.Regulation, IsKnown = isSettled || versions.Count > 0 },
        ];
    }
}
