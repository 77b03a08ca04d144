using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Finds what holds for a bloc's year from outside of it. All of it is remembered, so it seldom costs a read.</summary>
internal sealed class YearDesk(CycleTable cycles, RosterTable roster, LeadersLookup findLeaders, VietnamTime vietnam, TimeProvider clock)
{
    public DateOnly Today => vietnam.Today(clock);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <exception cref="Refusal">404: no such year, or the bloc takes no part in it.</exception>
    public async Task<YearTerms> FindAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var cycle = await cycles.FindWithBlocsAsync(id.Year, cancellationToken)
            ?? throw Refusal.NotFound(new("Năm thi đua này chưa được mở.", "There is no cycle of that year."));
        return await FindAsync(id.Bloc, cycle, cancellationToken)
            ?? throw Refusal.NotFound(new("Khối này không tham gia năm thi đua.", "The bloc takes no part in that year."));
    }

    /// <summary>The same in a year that was read; null where the bloc takes no part in it, or is not in the roster.</summary>
    public async Task<YearTerms?> FindAsync(string bloc, Cycle cycle, CancellationToken cancellationToken)
    {
        if (!cycle.Has(bloc) || await roster.FindBlocWithMembersAsync(bloc, cancellationToken) is not { } found)
        {
            return null;
        }

        IReadOnlyList<Membership> memberships = [.. found.History.Where(member => member.CoversPartOf(cycle.Year))];
        IReadOnlyList<Term> terms = [.. found.Terms.Where(term => term.Year == cycle.Year)];
        return new(
            new(cycle.Year, bloc),
            cycle,
            found.Bloc,
            memberships,
            terms,
            BlocHeads.OfYear(RosterTable.LastDayOf(cycle.Year, Today), terms, cycle, memberships),
            await findLeaders(bloc, cycle.Year, cancellationToken),
            await roster.NamesOfYearAsync(cycle.Year, Today, cancellationToken));
    }

    /// <summary>The same with the time that the unit was given beyond that of its bloc.</summary>
    /// <exception cref="Refusal">404: no such year, or the bloc takes no part in it.</exception>
    public async Task<YearTerms> FindAsync(YearOfBloc id, string unit, CancellationToken cancellationToken)
    {
        var terms = await FindAsync(id, cancellationToken);
        return terms with { Cycle = await cycles.FindForAsync(id.Year, id.Bloc, unit, cancellationToken) ?? terms.Cycle };
    }
}
