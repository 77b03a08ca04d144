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

        return Members(day, leader, term.Deputy, cycle, history);
    }

    /// <summary>Who led a bloc on a day by the confirmed term of the year that held then: what papers say of the year. It gives no rights, so it does not end with them.</summary>
    /// <param name="terms">The bloc's of that year, in their order.</param>
    /// <param name="history">The bloc's memberships.</param>
    public static Leaders OfYear(DateOnly day, IEnumerable<Term> terms, Cycle cycle, IReadOnlyList<Membership> history) =>
        terms.LastOrDefault(term => !term.IsSuggestion && term.Covers(day)) is { Leader: { } leader } term ? Members(day, leader, term.Deputy, cycle, history) : Leaders.Nobody;

    private static Leaders Members(DateOnly day, string leader, string? deputy, Cycle cycle, IReadOnlyList<Membership> history)
    {
        // January still works on last year with the units that were there at its end.
        var on = cycle.MembershipDay(Period.WholeYear, day);
        return new(IfMember(leader), IfMember(deputy));

        string? IfMember(string? unit) => unit is not null && history.Any(member => member.Unit == unit && member.Covers(on)) ? unit : null;
    }
}
