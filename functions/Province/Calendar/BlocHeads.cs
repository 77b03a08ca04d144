using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Who leads a bloc in a year, and for how long: the rights of a term end with the last day of the handover. What is behind
/// <see cref="LeadersLookup"/>.
/// </summary>
internal sealed class BlocHeads(RosterTable roster, CycleTable cycles, VietnamTime vietnam, TimeProvider clock)
{
    public async Task<Leaders> FindAsync(string bloc, int year, CancellationToken cancellationToken)
    {
        if (await roster.FindTermAsync(bloc, year, cancellationToken) is not { Leader: { } leader } term)
        {
            return Leaders.Nobody;
        }

        var cycle = await cycles.FindForAsync(year, bloc, leader, cancellationToken);
        return cycle is null ? Leaders.Nobody : LeadersOn(vietnam.Today(clock), term, cycle);
    }

    /// <summary>The head, or the standing unit where no head is named, and the deputy; nobody by a term that was only suggested or is over.</summary>
    public static Leaders LeadersOn(DateOnly day, Term term, Cycle cycle) =>
        !term.IsSuggestion && term.Leader is { } leader && cycle.Has(term.Bloc) && day <= cycle.LedThrough(term.Bloc, leader)
            ? new(leader, term.Deputy)
            : Leaders.Nobody;
}
