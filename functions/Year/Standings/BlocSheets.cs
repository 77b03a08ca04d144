using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>A bloc in a period, as it is now.</summary>
/// <param name="Members">By unit id.</param>
internal sealed record BlocNow(BlocInPeriod Id, string Name, SchemeTree Tree, IReadOnlyList<BlocMember> Members);

internal sealed record BlocMember(string Unit, string Name);

/// <summary>Reads what the standings of a bloc rest on.</summary>
internal sealed class BlocSheets(SheetDesk desk, RosterTable roster, SheetTable sheets, BlocTable blocs, SchemeTable schemes)
{
    /// <summary>How many sheets are read together.</summary>
    public const int AtOnce = 20;

    /// <exception cref="Refusal">404 or 409: no such year, period or bloc, or no scheme.</exception>
    public async Task<BlocNow> FindAsync(BlocInPeriod id, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        var bloc = await roster.FindBlocAsync(id.Bloc, cancellationToken);
        var names = await roster.NamesOfYearAsync(id.Year, desk.Today, cancellationToken);
        return new(
            id,
            bloc?.Name ?? id.Bloc,
            terms.Tree,
            [.. terms.Members.Select(unit => new BlocMember(unit, names[unit]))]);
    }

    /// <summary>What every member has handed in by now, and what the bloc has put down beside it.</summary>
    public async Task<(BlocRecord Record, IReadOnlyList<Entrant> Entrants)> ReadAsync(BlocNow bloc, CancellationToken cancellationToken)
    {
        var record = await blocs.ReadAsync(bloc.Id, cancellationToken);
        return (record, await ReadAsync(bloc, record, cancellationToken));
    }

    /// <summary>What every member has handed in by now, beside this record.</summary>
    public async Task<IReadOnlyList<Entrant>> ReadAsync(BlocNow bloc, BlocRecord record, CancellationToken cancellationToken)
    {
        var entrants = new List<Entrant>(bloc.Members.Count);
        foreach (var some in bloc.Members.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(member => sheets.ReadAsync(bloc.Id.SheetOf(member.Unit), cancellationToken)));
            entrants.AddRange(some.Zip(read, (member, sheet) => new Entrant(
                member.Unit, member.Name, sheet, CountedScores.WhyNot(member.Unit, sheet.Head, bloc.Tree.Scheme, record))));
        }

        return entrants;
    }

    /// <summary>What a publication rests on: the members as they were when it began, and their sheets.</summary>
    public async Task<IReadOnlyList<Entrant>> ReadAsync(BlocInPeriod id, Publication publication, CancellationToken cancellationToken)
    {
        var entrants = new List<Entrant>(publication.Units.Count);
        foreach (var some in publication.Units.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(unit => sheets.ReadAsync(id.SheetOf(unit.Unit), cancellationToken)));
            entrants.AddRange(some.Zip(read, (unit, sheet) => new Entrant(unit.Unit, unit.Name, sheet, unit.WhyApart)));
        }

        return entrants;
    }

    /// <summary>The scheme of a publication, with just what was void in it when that began.</summary>
    public async Task<SchemeTree> FindTreeAsync(BlocInPeriod id, StandingsScheme scheme, IReadOnlySet<string> voided, CancellationToken cancellationToken) =>
        await schemes.FindTreeAsync(scheme.Scheme, scheme.Version, voided, cancellationToken)
        ?? throw new InvalidOperationException($"The scheme of the standings {id} is gone.");
}
