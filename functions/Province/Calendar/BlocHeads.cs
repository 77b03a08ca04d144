using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Who leads a bloc in a year, and for how long: the rights of a term begin with its first day and end with the last day of the handover, and of a unit
/// that is in the bloc no more. What is behind <see cref="LeadersLookup"/>.
/// </summary>
internal sealed class BlocHeads(RosterTable roster, CycleTable cycles, VietnamTime vietnam, TimeProvider clock)
{
    public async Task<Leaders> FindAsync(string bloc, int year, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        if (await roster.FindTermAsync(bloc, year, today, cancellationToken) is not { Leader: { } leader } term)
        {
            return Leaders.Nobody;
        }

        var cycle = await cycles.FindForAsync(year, bloc, leader, cancellationToken);
        return cycle is null ? Leaders.Nobody : LeadersOn(today, term, cycle, await roster.HistoryAsync(bloc, cancellationToken));
    }

    /// <summary>The head, or the standing unit where no head is named, and the deputy; nobody by a term that was only suggested, has not begun or is over.</summary>
    /// <param name="history">The bloc's memberships.</param>
    public static Leaders LeadersOn(DateOnly day, Term term, Cycle cycle, IReadOnlyList<Membership> history)
    {
        if (term.IsSuggestion || !term.Covers(day) || term.Leader is not { } leader || !cycle.Has(term.Bloc) || day > cycle.LedThrough(term.Bloc, leader))
        {
            return Leaders.Nobody;
        }

        // January still works on last year with the units that were there at its end.
        var on = cycle.MembershipDay(Period.WholeYear, day);
        return new(IfMember(leader), IfMember(term.Deputy));

        string? IfMember(string? unit) => unit is not null && history.Any(member => member.Unit == unit && member.Covers(on)) ? unit : null;
    }
}
