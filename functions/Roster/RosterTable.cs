using EmulationFunctions.Storage.Partitions;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Roster;

/// <summary>
/// Who belongs to which bloc and who leads it, in one partition: a province has about a thousand units, and what must hold
/// between them (a unit is in one bloc of a level at a time) then holds in one transaction.
/// </summary>
internal sealed class RosterTable(PartitionStore partitions)
{
    public const string Table = "Roster";
    public const string Partition = "roster";

    private static readonly PartitionAddress Address = new(Table, Partition);

    public async Task<Unit?> FindUnitAsync(string unit, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.UnitKey(unit), cancellationToken) is { } row ? RosterRows.Unit(row) : null;

    public async Task<Bloc?> FindBlocAsync(string bloc, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.BlocKey(bloc), cancellationToken) is { } row ? RosterRows.Bloc(row) : null;

    public async Task<Term?> FindTermAsync(string bloc, int year, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.TermKey(bloc, year), cancellationToken) is { } row ? RosterRows.Term(row) : null;

    /// <summary>The units of these ids that there are, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Unit>> FindUnitsAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(units.Distinct(StringComparer.Ordinal)
            .Select(unit => partitions.FindAsync(Address, RosterRows.UnitKey(unit), cancellationToken)));
        return found.OfType<TableEntity>().Select(RosterRows.Unit).ToDictionary(unit => unit.Id, StringComparer.Ordinal);
    }

    /// <summary>Every bloc, by id.</summary>
    public async Task<IReadOnlyList<Bloc>> ListBlocsAsync(CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, RosterRows.Blocs, cancellationToken)).Rows.Select(RosterRows.Bloc)];

    /// <summary>Who is in the bloc on that day, by unit id.</summary>
    public async Task<IReadOnlyList<Membership>> MembersAsync(string bloc, DateOnly day, CancellationToken cancellationToken) =>
        [.. (await HistoryAsync(bloc, cancellationToken)).Where(member => member.Covers(day))];

    /// <summary>Everybody who ever was in the bloc, by unit id and first day.</summary>
    public async Task<IReadOnlyList<Membership>> HistoryAsync(string bloc, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, RosterRows.MembersOf(bloc), cancellationToken)).Rows.Select(RosterRows.Membership)];

    /// <summary>Where the unit is and was, on every level; oldest first.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsOfAsync(string unit, CancellationToken cancellationToken)
    {
        var levels = await Task.WhenAll(Enum.GetValues<BlocLevel>()
            .Select(level => partitions.ReadAsync(Address, RosterRows.PlacesOf(level, unit), cancellationToken)));
        return [.. levels.SelectMany(level => level.Rows).Select(RosterRows.Membership).OrderBy(member => member.From)];
    }

    /// <summary>Every year's term of the bloc, oldest first.</summary>
    public async Task<IReadOnlyList<Term>> TermsOfAsync(string bloc, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, RosterRows.TermsOf(bloc), cancellationToken)).Rows.Select(RosterRows.Term)];

    private Task<TableEntity?> FindAsync(string rowKey, CancellationToken cancellationToken) => partitions.FindAsync(Address, rowKey, cancellationToken);
}
