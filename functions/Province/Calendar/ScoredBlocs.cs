using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>A bloc that is scored by a scheme in a year.</summary>
/// <param name="Units">Its members in that year.</param>
internal sealed record ScoredBloc(int Year, string Bloc, IReadOnlyList<string> Units);

/// <summary>Whom a change of a scheme's version concerns.</summary>
internal sealed class ScoredBlocs(CycleTable cycles, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    /// <returns>The blocs of the open years that are scored by that version.</returns>
    public async Task<IReadOnlyList<ScoredBloc>> FindAsync(string scheme, int version, CancellationToken cancellationToken)
    {
        var found = new List<ScoredBloc>();
        foreach (var cycle in await cycles.ListOpenAsync(cancellationToken))
        {
            var day = cycle.MembershipDay(Period.WholeYear, vietnam.Today(clock));
            foreach (var bloc in cycle.Blocs.Where(one => one.Scheme is { } known && known.Scheme == scheme && known.Version == version).Select(one => one.Bloc))
            {
                var members = await roster.MembersAsync(bloc, day, cancellationToken);
                found.Add(new(cycle.Year, bloc, [.. members.Select(member => member.Unit).Distinct(StringComparer.Ordinal)]));
            }
        }

        return found;
    }
}
