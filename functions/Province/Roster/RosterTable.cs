using System.Collections.Frozen;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// Who belongs to which bloc and who leads it, in one partition: a province has about a thousand units, and what must hold
/// between them (a unit is in one bloc of a level at a time) then holds in one transaction. This is its reading side;
/// <see cref="RosterChanges"/> is the other.
/// </summary>
internal sealed class RosterTable(PartitionStore partitions, PartitionMemory memory)
{
    public const string Table = "Roster";
    public const string Partition = "roster";

    internal static readonly PartitionAddress Address = new(Table, Partition);

    public async Task<Unit?> FindUnitAsync(string unit, CancellationToken cancellationToken) =>
        (await AllUnitsAsync(cancellationToken)).GetValueOrDefault(unit);

    public async Task<Bloc?> FindBlocAsync(string bloc, CancellationToken cancellationToken) =>
        (await AllOfAsync(bloc, cancellationToken)).Bloc;

    /// <summary>The bloc's term of that year; of several the last.</summary>
    public async Task<Term?> FindTermAsync(string bloc, int year, CancellationToken cancellationToken) =>
        (await TermsOfAsync(bloc, cancellationToken)).LastOrDefault(term => term.Year == year);

    /// <summary>The bloc's term of that year that holds on that day, whether confirmed or suggested; null where none does.</summary>
    public async Task<Term?> FindTermAsync(string bloc, int year, DateOnly day, CancellationToken cancellationToken) =>
        (await TermsOfAsync(bloc, cancellationToken)).LastOrDefault(term => term.Year == year && term.Covers(day));

    /// <summary>Every succession of units, by id; remembered, for a province has a few hundred at most.</summary>
    public Task<IReadOnlyList<Succession>> SuccessionsAsync(CancellationToken cancellationToken) => memory.GetAsync<IReadOnlyList<Succession>>(
        Address,
        SuccessionRows.All.From,
        async token => [.. (await partitions.ReadAsync(Address, SuccessionRows.All, token)).Rows.Select(SuccessionRows.Succession)],
        cancellationToken);

    public async Task<Succession?> FindSuccessionAsync(string succession, CancellationToken cancellationToken) =>
        (await SuccessionsAsync(cancellationToken)).FirstOrDefault(one => one.Id == succession);

    /// <summary>What people called units on that day.</summary>
    public async Task<UnitNames> NamesAsync(DateOnly day, CancellationToken cancellationToken) =>
        new(await AllUnitsAsync(cancellationToken), Lineage.NamesOn(day, await SuccessionsAsync(cancellationToken)));

    /// <summary>What people called units in that year: of one that is over on its last day, else today. So papers and lists of a year call them.</summary>
    public Task<UnitNames> NamesOfYearAsync(int year, DateOnly today, CancellationToken cancellationToken) => NamesAsync(LastDayOf(year, today), cancellationToken);

    /// <summary>The last day of a year that has been: of one that is not over, today.</summary>
    public static DateOnly LastDayOf(int year, DateOnly today) => today.Year > year ? new(year, 12, 31) : today;

    /// <summary>The unit and those whose tasks it has taken over by that day.</summary>
    public async Task<IReadOnlyList<Forebear>> LineageAsync(string unit, DateOnly day, CancellationToken cancellationToken) =>
        Lineage.Of(unit, await SuccessionsAsync(cancellationToken), day);

    /// <summary>The units of these ids that there are, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Unit>> FindUnitsAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var all = await AllUnitsAsync(cancellationToken);
        return units.Distinct(StringComparer.Ordinal).Select(all.GetValueOrDefault).OfType<Unit>().ToDictionary(unit => unit.Id, StringComparer.Ordinal);
    }

    /// <summary>What people call units.</summary>
    public async Task<UnitNames> NamesAsync(CancellationToken cancellationToken) => new(await AllUnitsAsync(cancellationToken));

    /// <summary>Every bloc, by id.</summary>
    public async Task<IReadOnlyList<Bloc>> ListBlocsAsync(CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, RosterRows.Blocs, cancellationToken)).Rows.Select(RosterRows.Bloc)];

    /// <summary>Who is in the bloc on that day, by unit id.</summary>
    public async Task<IReadOnlyList<Membership>> MembersAsync(string bloc, DateOnly day, CancellationToken cancellationToken) =>
        [.. (await HistoryAsync(bloc, cancellationToken)).Where(member => member.Covers(day))];

    /// <summary>The units that are in the bloc at some time of the year.</summary>
    public async Task<IReadOnlySet<string>> MembersOfYearAsync(string bloc, int year, CancellationToken cancellationToken) =>
        (await HistoryAsync(bloc, cancellationToken)).Where(member => member.CoversPartOf(year)).Select(member => member.Unit).ToHashSet(StringComparer.Ordinal);

    /// <summary>Everybody who ever was in the bloc, by unit id and first day.</summary>
    public async Task<IReadOnlyList<Membership>> HistoryAsync(string bloc, CancellationToken cancellationToken) =>
        (await AllOfAsync(bloc, cancellationToken)).History;

    /// <summary>Where the unit is and was, on every level; oldest first.</summary>
    public Task<IReadOnlyList<Membership>> MembershipsOfAsync(string unit, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync(Address, _ => PlacesAsync(unit, cancellationToken), cancellationToken);

    /// <summary>Every year's term of the bloc, oldest first.</summary>
    public async Task<IReadOnlyList<Term>> TermsOfAsync(string bloc, CancellationToken cancellationToken) =>
        (await AllOfAsync(bloc, cancellationToken)).Terms;

    /// <summary>In which order the bloc is led; empty where it has said none.</summary>
    public Task<IReadOnlyList<string>> RotationOfAsync(string bloc, CancellationToken cancellationToken) => memory.GetAsync<IReadOnlyList<string>>(
        Address,
        RotationRows.OrderKey(bloc),
        async token => await partitions.FindAsync(Address, RotationRows.OrderKey(bloc), token) is { } row ? RotationRows.Order(row) : [],
        cancellationToken);

    /// <summary>How the bloc was handed over at the end of that year; null where nothing is recorded.</summary>
    public async Task<Handover?> FindHandoverAsync(string bloc, int year, CancellationToken cancellationToken) =>
        await partitions.FindAsync(Address, RotationRows.HandoverKey(bloc, year), cancellationToken) is { } row ? RotationRows.Handover(row) : null;

    /// <summary>The unit with where it is and was, as of one moment; null when there is no such unit.</summary>
    public Task<(Unit Unit, IReadOnlyList<Membership> Memberships)?> FindUnitWithBlocsAsync(string unit, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync<(Unit, IReadOnlyList<Membership>)?>(
            Address,
            async _ => await partitions.FindAsync(Address, RosterRows.UnitKey(unit), cancellationToken) is { } row
                ? (RosterRows.Unit(row), await PlacesAsync(unit, cancellationToken))
                : null,
            cancellationToken);

    /// <summary>The bloc with all its memberships and terms, as of one moment; null when there is no such bloc.</summary>
    public async Task<(Bloc Bloc, IReadOnlyList<Membership> History, IReadOnlyList<Term> Terms)?> FindBlocWithMembersAsync(string bloc, CancellationToken cancellationToken) =>
        await AllOfAsync(bloc, cancellationToken) is ({ } found, var history, var terms) ? (found, history, terms) : null;

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

    /// <summary>All that there is of a bloc, as of one moment; remembered.</summary>
    private Task<(Bloc? Bloc, IReadOnlyList<Membership> History, IReadOnlyList<Term> Terms)> AllOfAsync(string bloc, CancellationToken cancellationToken) => memory.GetAsync(
        Address,
        RosterRows.BlocKey(bloc),
        token => partitions.ReadSteadyAsync<(Bloc?, IReadOnlyList<Membership>, IReadOnlyList<Term>)>(
            Address,
            async _ =>
            {
                var (own, members, terms) = (
                    partitions.FindAsync(Address, RosterRows.BlocKey(bloc), token),
                    partitions.QueryAsync(Address, RosterRows.MembersOf(bloc), token),
                    partitions.QueryAsync(Address, RosterRows.TermsOf(bloc), token));
                return (
                    await own is { } row ? RosterRows.Bloc(row) : null,
                    [.. (await members).Select(RosterRows.Membership)],
                    [.. (await terms).Select(RosterRows.Term)]);
            },
            token),
        cancellationToken);

    /// <summary>A province has about a thousand: all of them are remembered together.</summary>
    private Task<FrozenDictionary<string, Unit>> AllUnitsAsync(CancellationToken cancellationToken) => memory.GetAsync(
        Address,
        RosterRows.Units.From,
        async token => (await partitions.ReadAsync(Address, RosterRows.Units, token)).Rows.Select(RosterRows.Unit).ToFrozenDictionary(unit => unit.Id, StringComparer.Ordinal),
        cancellationToken);

    private async Task<IReadOnlyList<Membership>> PlacesAsync(string unit, CancellationToken cancellationToken)
    {
        var levels = await Task.WhenAll(Enum.GetValues<BlocLevel>()
            .Select(level => partitions.QueryAsync(Address, RosterRows.PlacesOf(level, unit), cancellationToken)));
        return [.. levels.SelectMany(rows => rows).Select(RosterRows.Membership).OrderBy(member => member.From)];
    }
}
