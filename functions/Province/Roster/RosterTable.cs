using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// Who belongs to which bloc and who leads it, in one partition: a province has about a thousand units, and what must hold
/// between them (a unit is in one bloc of a level at a time) then holds in one transaction. This is its reading side;
/// <see cref="RosterChanges"/> is the other.
/// </summary>
internal sealed class RosterTable(PartitionStore partitions)
{
    public const string Table = "Roster";
    public const string Partition = "roster";

    /// <summary>From this many units on, one query over the range of their ids is cheaper than a read for each.</summary>
    private const int ManyUnits = 16;

    internal static readonly PartitionAddress Address = new(Table, Partition);

    public async Task<Unit?> FindUnitAsync(string unit, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.UnitKey(unit), cancellationToken) is { } row ? RosterRows.Unit(row) : null;

    public async Task<Bloc?> FindBlocAsync(string bloc, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.BlocKey(bloc), cancellationToken) is { } row ? RosterRows.Bloc(row) : null;

    public async Task<Term?> FindTermAsync(string bloc, int year, CancellationToken cancellationToken) =>
        await FindAsync(RosterRows.TermKey(bloc, year), cancellationToken) is { } row ? RosterRows.Term(row) : null;

    /// <summary>The units of these ids that there are, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Unit>> FindUnitsAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        string[] wanted = [.. units.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (wanted.Length == 0)
        {
            return new Dictionary<string, Unit>(StringComparer.Ordinal);
        }

        return await partitions.ReadSteadyAsync(Address, async _ =>
        {
            IEnumerable<TableEntity> found = wanted.Length < ManyUnits
                ? (await Task.WhenAll(wanted.Select(unit => partitions.FindAsync(Address, RosterRows.UnitKey(unit), cancellationToken)))).OfType<TableEntity>()
                : await partitions.QueryAsync(Address, new(RosterRows.UnitKey(wanted[0]), RosterRows.UnitKey(wanted[^1]) + " "), cancellationToken);
            return found.Select(RosterRows.Unit).Where(unit => Array.BinarySearch(wanted, unit.Id, StringComparer.Ordinal) >= 0)
                .ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        }, cancellationToken);
    }

    /// <summary>What people call these units, in one read however many they are.</summary>
    public async Task<UnitNames> NamesAsync(IEnumerable<string> units, CancellationToken cancellationToken) => new(await FindUnitsAsync(units, cancellationToken));

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
    public Task<IReadOnlyList<Membership>> MembershipsOfAsync(string unit, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync(Address, _ => PlacesAsync(unit, cancellationToken), cancellationToken);

    /// <summary>Every year's term of the bloc, oldest first.</summary>
    public async Task<IReadOnlyList<Term>> TermsOfAsync(string bloc, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, RosterRows.TermsOf(bloc), cancellationToken)).Rows.Select(RosterRows.Term)];

    /// <summary>The unit with where it is and was, as of one moment; null when there is no such unit.</summary>
    public Task<(Unit Unit, IReadOnlyList<Membership> Memberships)?> FindUnitWithBlocsAsync(string unit, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync<(Unit, IReadOnlyList<Membership>)?>(
            Address,
            async _ => await partitions.FindAsync(Address, RosterRows.UnitKey(unit), cancellationToken) is { } row
                ? (RosterRows.Unit(row), await PlacesAsync(unit, cancellationToken))
                : null,
            cancellationToken);

    /// <summary>The bloc with all its memberships and terms, as of one moment; null when there is no such bloc.</summary>
    public Task<(Bloc Bloc, IReadOnlyList<Membership> History, IReadOnlyList<Term> Terms)?> FindBlocWithMembersAsync(string bloc, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync<(Bloc, IReadOnlyList<Membership>, IReadOnlyList<Term>)?>(
            Address,
            async _ =>
            {
                if (await partitions.FindAsync(Address, RosterRows.BlocKey(bloc), cancellationToken) is not { } row)
                {
                    return null;
                }

                var members = await partitions.QueryAsync(Address, RosterRows.MembersOf(bloc), cancellationToken);
                var terms = await partitions.QueryAsync(Address, RosterRows.TermsOf(bloc), cancellationToken);
                return (RosterRows.Bloc(row), [.. members.Select(RosterRows.Membership)], [.. terms.Select(RosterRows.Term)]);
            },
            cancellationToken);

    /// <summary>A page of units, of one kind or of all, with the id after which the next page begins.</summary>
    public async Task<(IReadOnlyList<Unit> Units, string? Next)> ListUnitsAsync(UnitKind? kind, string? after, int pageSize, CancellationToken cancellationToken)
    {
        var (rows, isMore) = await partitions.ReadPageAsync(
            Address, RosterRows.After(RosterRows.Units, after), kind is { } one ? StoredTable.CreateQueryFilter($"Kind eq {RosterRows.Word(one)}") : null, pageSize, cancellationToken);
        Unit[] units = [.. rows.Select(RosterRows.Unit)];
        return (units, isMore ? units[^1].Id : null);
    }

    /// <summary>A page of blocs, of one level or of all, with the id after which the next page begins.</summary>
    public async Task<(IReadOnlyList<Bloc> Blocs, string? Next)> ListBlocsAsync(BlocLevel? level, string? after, int pageSize, CancellationToken cancellationToken)
    {
        var (rows, isMore) = await partitions.ReadPageAsync(
            Address, RosterRows.After(RosterRows.Blocs, after), level is { } one ? StoredTable.CreateQueryFilter($"Level eq {RosterRows.Word(one)}") : null, pageSize, cancellationToken);
        Bloc[] blocs = [.. rows.Select(RosterRows.Bloc)];
        return (blocs, isMore ? blocs[^1].Id : null);
    }

    private async Task<IReadOnlyList<Membership>> PlacesAsync(string unit, CancellationToken cancellationToken)
    {
        var levels = await Task.WhenAll(Enum.GetValues<BlocLevel>()
            .Select(level => partitions.QueryAsync(Address, RosterRows.PlacesOf(level, unit), cancellationToken)));
        return [.. levels.SelectMany(rows => rows).Select(RosterRows.Membership).OrderBy(member => member.From)];
    }

    /// <summary>Imports are staged changes, which nobody may read by halves.</summary>
    private Task<TableEntity?> FindAsync(string rowKey, CancellationToken cancellationToken) =>
        partitions.FindSettledAsync(Address, rowKey, cancellationToken);
}
