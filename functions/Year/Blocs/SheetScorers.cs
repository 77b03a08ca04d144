using System.Collections.Frozen;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Who was assigned to score a sheet. What is behind <see cref="ScorersLookup"/>.</summary>
internal sealed class SheetScorers(CycleTable cycles, SchemeTable schemes, BlocTable blocs)
{
    public async Task<Scorers> FindAsync(int year, string period, string bloc, string unit, CancellationToken cancellationToken)
    {
        var peers = await blocs.PeersOfAsync(new(year, period, bloc, unit), cancellationToken);
        var version = (await cycles.FindAsync(year, cancellationToken))?.SchemeOf(bloc);
        var tree = version is null ? null : await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken);
        return new(
            peers,
            tree?.Content.Appraising.Specialists?.Select(body => body.Unit).ToFrozenSet(StringComparer.Ordinal) ?? [],
            tree?.Content.Conditions?.Select(condition => condition.Body).OfType<string>().ToFrozenSet(StringComparer.Ordinal) ?? []);
    }
}
