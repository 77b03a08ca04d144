using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>A bloc that takes part in a year and is led by nobody.</summary>
/// <param name="Year">The year.</param>
/// <param name="Bloc">The bloc.</param>
/// <param name="BlocName">What people call it.</param>
/// <param name="Suggested">The unit that is suggested to lead it; null where nobody is.</param>
internal sealed record BlocWithoutHead(int Year, string Bloc, string BlocName, string? Suggested);

/// <summary>The blocs of the open years that nobody leads today: last year's head does not stay in power, so the office has to know.</summary>
internal sealed class BlocsWithoutHead(CycleTable cycles, RosterTable roster, BlocHeads heads, VietnamTime vietnam, TimeProvider clock)
{
    public async Task<IReadOnlyList<BlocWithoutHead>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<BlocWithoutHead>();
        foreach (var year in await cycles.OpenYearsAsync(cancellationToken))
        {
            if (await cycles.FindWithBlocsAsync(year, cancellationToken) is { } cycle)
            {
                found.AddRange(await FindAsync(cycle, cancellationToken));
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<BlocWithoutHead>> FindAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var found = new List<BlocWithoutHead>();
        foreach (var bloc in cycle.Blocs.Select(one => one.Bloc))
        {
            var terms = await roster.TermsOfAsync(bloc, cancellationToken);
            var ofYear = terms.Where(term => term.Year == cycle.Year).ToList();
            // Of a year that was handed over nobody needs to lead any more.
            var isHandedOver = ofYear.Find(term => !term.IsSuggestion && term.Leader is not null) is { } led && today > cycle.LedThrough(bloc, led.Leader!);
            if (!isHandedOver && (await heads.FindAsync(bloc, cycle.Year, cancellationToken)).Head is null)
            {
                found.Add(new(
                    cycle.Year, bloc, (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc, ofYear.Find(term => term.IsSuggestion)?.Leader));
            }
        }

        return found;
    }
}
