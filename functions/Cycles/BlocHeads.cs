using EmulationFunctions.Hosting;
using EmulationFunctions.Identity;
using EmulationFunctions.Roster;

namespace EmulationFunctions.Cycles;

/// <summary>
/// Who leads a bloc in a year, and for how long: the rights of a term end with the last day of the handover. What is behind
/// <see cref="HeadLookup"/>.
/// </summary>
internal sealed class BlocHeads(RosterTable roster, CycleTable cycles, VietnamTime vietnam, TimeProvider clock)
{
    public async Task<string?> FindAsync(string bloc, int year, CancellationToken cancellationToken)
    {
        if (await roster.FindTermAsync(bloc, year, cancellationToken) is not { Leader: { } leader } term)
        {
            return null;
        }

        var cycle = await cycles.FindForAsync(year, bloc, leader, cancellationToken);
        return cycle is null ? null : LeaderOn(vietnam.Today(clock), term, cycle);
    }

    /// <summary>The head, or the standing unit where no head is named; nobody by a term that was only suggested or is over.</summary>
    public static string? LeaderOn(DateOnly day, Term term, Cycle cycle) =>
        !term.IsSuggestion && term.Leader is { } leader && cycle.Has(term.Bloc) && day <= cycle.LedThrough(term.Bloc, leader) ? leader : null;
}
