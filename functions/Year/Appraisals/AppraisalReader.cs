using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>One unit's scores with all that they rest on, as of one reading.</summary>
internal sealed record UnitAppraisal(SheetId Id, string Name, SchemeTree Tree, BlocRecord Record, StoredSheet Sheet, UnitScores Scores)
{
    /// <summary>Whether the time of appraisal has begun: no round is open before.</summary>
    public bool HasBegun { get; init; } = true;
}

/// <summary>Reads a unit's scores step by step: once standings are published, by the form and the members of the publication.</summary>
internal sealed class AppraisalReader(SheetDesk desk, BlocTable blocs, SheetTable sheets, SchemeTable schemes, RosterTable roster, StandingsTable standings)
{
    /// <exception cref="Common.Refusal">404 or 409: no such year, period or bloc, no scheme, or the unit is not in the bloc.</exception>
    public async Task<UnitAppraisal> ReadAsync(SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        var (published, _) = await standings.FindPublishedAsync(id.InPeriod, cancellationToken);
        var tree = published is null ? terms.Tree
            : await schemes.FindTreeAsync(published.Scheme.Scheme, published.Scheme.Version, published.Voided!, cancellationToken)
                ?? throw new InvalidOperationException($"The scheme of the published standings {id.InPeriod} is gone.");
        var record = await blocs.ReadAsync(id.InPeriod, cancellationToken);
        string[] units = [id.Unit];
        if (tree.Leaves.Any(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative))
        {
            // Computed points depend on what everybody else has reached.
            var members = published is null
                ? (await desk.FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken)).Members
                : [.. published.Places.Select(place => place.Unit), .. published.Apart.Select(apart => apart.Unit)];
            units = [.. members.Union(units, StringComparer.Ordinal)];
        }

        var read = new Dictionary<string, StoredSheet>(StringComparer.Ordinal);
        foreach (var some in units.Chunk(BlocSheets.AtOnce))
        {
            var found = await Task.WhenAll(some.Select(unit => sheets.ReadAsync(id.InPeriod.SheetOf(unit), cancellationToken)));
            foreach (var (unit, sheet) in some.Zip(found))
            {
                read[unit] = sheet;
            }
        }

        return read[id.Unit].Head is null && !terms.IsMember(desk.Today)
            ? throw SheetTerms.NoSuchMember()
            : new(id, (await roster.NamesOfYearAsync(id.Year, desk.Today, cancellationToken))[id.Unit], tree, record, read[id.Unit], CountedScores.Of(tree, record, read)[id.Unit]) { HasBegun = terms.IsAppraisalBegun(desk.Today) };
    }
}
