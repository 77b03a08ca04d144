using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The years: a partition each, with plain rows (<see cref="CycleRows"/>).</summary>
internal sealed class CycleTable(
    PartitionStore partitions, PartitionMemory memory, StoredTables tables, CalendarTable calendar, VietnamTime vietnam, TimeProvider clock)
{
    public const string Table = "Cycles";

    /// <summary>What the audit calls it when the office enters or changes a year.</summary>
    public const string PutAction = "PutCycle";

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <summary>The whole year: every bloc, every override, every extension. For what looks at all units; a single one has <see cref="FindForAsync"/>.</summary>
    public Task<Cycle?> FindAsync(int year, CancellationToken cancellationToken) =>
        FindAsync(year, [CycleRows.Blocs, CycleRows.Extensions], cancellationToken);

    /// <summary>
    /// What concerns one bloc and one unit of the year, small however large the year is. Other blocs and units
    /// are not in it; the bloc may turn out not to take part (<see cref="Cycle.Has"/>).
    /// </summary>
    public Task<Cycle?> FindForAsync(int year, string bloc, string unit, CancellationToken cancellationToken) =>
        FindAsync(year, [CycleRows.Of(bloc), CycleRows.ExtensionsOf(unit)], cancellationToken);

    /// <summary>The years that are open today, earliest first: often two in January. Looked up, never guessed from today's date.</summary>
    public async Task<IReadOnlyList<int>> OpenYearsAsync(CancellationToken cancellationToken)
    {
        return [.. (await AroundAsync(cancellationToken)).Where(cycle => cycle.State == CycleState.Open).Select(cycle => cycle.Year)];
    }

    /// <summary>The years that are open today, and of those beside them the ones that are over, which people still look up; earliest first, each without any bloc's rows.</summary>
    public async Task<IReadOnlyList<Cycle>> ListBegunAsync(CancellationToken cancellationToken) =>
        [.. (await AroundAsync(cancellationToken)).Where(cycle => cycle.State != CycleState.Planned)];

    /// <summary>This year and those beside it, without any bloc's rows: the days of a year lie within the year before and the year after it, so no other year can be open.</summary>
    private async Task<IReadOnlyList<Cycle>> AroundAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(Enumerable.Range(vietnam.Today(clock).Year - 1, 3).Select(year => FindAsync(year, [], cancellationToken)));
        return [.. found.OfType<Cycle>()];
    }

    /// <summary>The open years, each whole.</summary>
    public async Task<IReadOnlyList<Cycle>> ListOpenAsync(CancellationToken cancellationToken)
    {
        var cycles = new List<Cycle>();
        foreach (var year in await OpenYearsAsync(cancellationToken))
        {
            if (await FindAsync(year, cancellationToken) is { } cycle)
            {
                cycles.Add(cycle);
            }
        }

        return cycles;
    }

    /// <summary>The year with its blocs, without extensions.</summary>
    public Task<Cycle?> FindWithBlocsAsync(int year, CancellationToken cancellationToken) => FindAsync(year, [CycleRows.Blocs], cancellationToken);

    /// <summary>The year's periods and stages, without any bloc's or unit's own rows.</summary>
    public Task<Cycle?> FindCalendarAsync(int year, CancellationToken cancellationToken) => FindAsync(year, [], cancellationToken);

    /// <summary>
    /// Makes the year's calendar, blocs and overrides what <paramref name="cycle"/> says; extensions stay. Only rows that change are
    /// written; saying the same again changes nothing.
    /// </summary>
    /// <param name="cycle">A cycle without faults.</param>
    /// <param name="action">What the audit calls it.</param>
    /// <param name="ifMatch">What the caller has read; null leaves a year that is there as it is.</param>
    /// <param name="told">Of each bloc whose days change, the units that get a mail.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Cycle> PutAsync(
        Cycle cycle, string action, IfMatch? ifMatch, IReadOnlyList<(string Bloc, IReadOnlyList<string> Units)> told, Actor actor, CancellationToken cancellationToken)
    {
        // First, so that no year is ever there without being listed.
        await calendar.AddYearAsync(cycle.Year, actor, cancellationToken);
        var address = Address(cycle.Year);
        return await partitions.ChangeAsync(address, CycleRows.Calendar, actor, async (view, change) =>
        {
            var others = view.Rows.Where(row => !CycleRows.IsOfCalendar(row)).ToList();
            List<TableEntity> existing = [.. view.Rows.Where(CycleRows.IsOfCalendar), .. await view.QueryAsync(CycleRows.Blocs, cancellationToken)];
            var wanted = CycleRows.From(cycle, address.Partition).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
            var changes = RowChanges.Between(existing, wanted.Values);
            if (view.Row(CycleRows.Year) is { } main)
            {
                if (ifMatch is null || changes.IsEmpty)
                {
                    return CycleRows.ToCycle(cycle.Year, [.. existing, .. others], vietnam.Today(clock))!;
                }

                ifMatch.Demand(CycleRows.Version(main));
            }

            changes.Apply(change);
            // Written with every change, so that their versions are those of the whole calendar and of the whole bloc.
            change.Put(wanted[CycleRows.Year]);
            foreach (var bloc in changes.Put.Concat(changes.Gone).Select(CycleRows.BlocOf).OfType<string>())
            {
                if (wanted.TryGetValue(CycleRows.SchemeKey(bloc), out var row))
                {
                    change.Put(row);
                }
            }

            foreach (var (bloc, units) in told)
            {
                change.Notify(NoticeKind.CalendarChanged, units, $"{address.Partition} {bloc}");
            }

            change.Audit = new(action, address.Partition, Before: changes.Before, After: changes.After);
            var written = change.Rows.Values.OfType<TableEntity>().ToList();
            return CycleRows.ToCycle(
                cycle.Year, [.. changes.Kept.ExceptBy(written.Select(row => row.RowKey), row => row.RowKey), .. written, .. others], vietnam.Today(clock))!;
        }, cancellationToken);
    }

    /// <summary>Gives one unit more time for a stage, in place of what it was given before.</summary>
    /// <param name="year">A year that is there.</param>
    /// <param name="blocs">The blocs in which the unit works this year; it must gain time in at least one of them.</param>
    /// <param name="extension">The unit, the stage, the day and the reason.</param>
    /// <param name="ifMatch">What the caller has read of an extension that is there.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">The extension has faults; all are named.</exception>
    public Task<StoredExtension> ExtendAsync(
        int year, IReadOnlyList<string> blocs, Extension extension, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var address = Address(year);
        return partitions.ChangeAsync(address, CycleRows.Calendar, actor, async (view, change) =>
        {
            var stored = await view.FindAsync(CycleRows.ExtensionKey(extension.Unit, extension.Stage), cancellationToken);
            if (stored is not null && CycleRows.ToExtension(stored) == extension)
            {
                return new StoredExtension(extension, CycleRows.Version(stored));
            }

            var rows = await Task.WhenAll(blocs.Select(bloc => view.QueryAsync(CycleRows.Of(bloc), cancellationToken)));
            var cycle = CycleRows.ToCycle(year, [.. view.Rows, .. rows.SelectMany(list => list)], vietnam.Today(clock))!;
            var faults = blocs.Select(bloc => CycleRules.FaultsOf(cycle, bloc, extension, vietnam.Today(clock))).MinBy(found => found.Count)!;
            if (faults.Count > 0)
            {
                throw Refusal.BadInput(faults);
            }

            if (stored is not null)
            {
                ifMatch.Demand(CycleRows.Version(stored));
            }

            var row = CycleRows.From(extension, address.Partition);
            change.Put(row);
            if (view.Row(CycleRows.Latest) is not { } latest || CycleRows.Day(latest, "Closes") < extension.Closes)
            {
                change.Put(new(address.Partition, CycleRows.Latest) { ["Closes"] = CycleRows.Text(extension.Closes) });
            }

            change.Audit = new(
                "ExtendDeadline",
                row.RowKey,
                extension.Reason,
                stored is null ? null : CycleRows.Text(CycleRows.ToExtension(stored).Closes),
                CycleRows.Text(extension.Closes));
            change.Notify(
                NoticeKind.DeadlineExtended, extension.Unit, $"{address.Partition} {extension.Stage.Period} {blocs[0]} {extension.Unit} {extension.Stage.Kind.Slug()}", extension.Reason);
            return new StoredExtension(extension, change.Seq);
        }, cancellationToken);
    }

    public async Task<StoredExtension?> FindExtensionAsync(int year, string unit, StageKey stage, CancellationToken cancellationToken) =>
        await partitions.FindAsync(Address(year), CycleRows.ExtensionKey(unit, stage), cancellationToken) is { } row
            ? new(CycleRows.ToExtension(row), CycleRows.Version(row))
            : null;

    /// <summary>A page of the year's extensions by unit, with where the next page begins.</summary>
    public async Task<(List<StoredExtension> Extensions, string? Next)> ListExtensionsAsync(int year, Page page, CancellationToken cancellationToken)
    {
        var range = CycleRows.Extensions;
        var partition = Address(year).Partition;
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}");
        await foreach (var found in _table.QueryAsync(filter, page.Size, null, cancellationToken).AsPages(page.Continuation, page.Size))
        {
            if (found.Values.Count > 0 || found.ContinuationToken is null)
            {
                return ([.. found.Values.Select(row => new StoredExtension(CycleRows.ToExtension(row), CycleRows.Version(row)))], found.ContinuationToken);
            }
        }

        return ([], null);
    }

    /// <summary>Remembers that everything that belongs to opening the year has been done.</summary>
    public Task MarkOpenedAsync(int year, string action, CancellationToken cancellationToken)
    {
        var address = Address(year);
        return partitions.ChangeAsync(address, CycleRows.Calendar, Actor.System, (view, change) =>
        {
            if (view.Row(CycleRows.Opened) is null)
            {
                change.Put(new(address.Partition, CycleRows.Opened) { ["On"] = CycleRows.Text(vietnam.Today(clock)) });
                change.Audit = new(action, CycleRows.Opened);
            }

            return Task.FromResult(0);
        }, cancellationToken);
    }

    /// <summary>Moves every bloc of the year to the stage it has reached, and tells which ones moved.</summary>
    public Task<IReadOnlyList<BlocMove>> AdvanceAsync(int year, string action, CancellationToken cancellationToken)
    {
        var address = Address(year);
        return partitions.ChangeAsync<IReadOnlyList<BlocMove>>(address, CycleRows.Calendar, Actor.System, async (view, change) =>
        {
            var today = vietnam.Today(clock);
            var rows = await Task.WhenAll(view.QueryAsync(CycleRows.Blocs, cancellationToken), view.QueryAsync(CycleRows.Reached, cancellationToken));
            if (CycleRows.ToCycle(year, [.. view.Rows, .. rows[0]], today) is not { } cycle)
            {
                return [];
            }

            var reached = rows[1].ToDictionary(row => row.RowKey, row => row.GetString("Stage"), StringComparer.Ordinal);
            var moves = cycle.ReachedBy(today)
                .Where(move => reached.GetValueOrDefault(CycleRows.ReachedKey(move.Bloc, move.Period)) != move.Stage)
                .ToList();
            foreach (var move in moves)
            {
                change.Put(new(address.Partition, CycleRows.ReachedKey(move.Bloc, move.Period)) { ["Stage"] = move.Stage, ["On"] = CycleRows.Text(today) });
            }

            if (moves.Count > 0)
            {
                change.Audit = new(action, address.Partition, After: string.Join('\n', moves.Select(move => $"{move.Bloc}|{move.Period}: {move.Stage}")));
            }

            return moves;
        }, cancellationToken);
    }

    public static PartitionAddress Address(int year) => new(Table, year.ToString("D4", CultureInfo.InvariantCulture));

    /// <summary>Remembered; what a calendar says of itself depends on the day, so the day is part of what it is remembered by.</summary>
    private Task<Cycle?> FindAsync(int year, KeyRange[] others, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        return memory.GetAsync(
            Address(year),
            string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd} {string.Join(' ', others.Select(range => range.From))}"),
            token => ReadAsync(year, others, today, token),
            cancellationToken);
    }

    private async Task<Cycle?> ReadAsync(int year, KeyRange[] others, DateOnly today, CancellationToken cancellationToken)
    {
        var address = Address(year);
        List<TableEntity> rows = others.Length == 0
            ? [.. (await partitions.ReadAsync(address, CycleRows.Calendar, cancellationToken)).Rows]
            : await partitions.ReadSteadyAsync(
                address,
                async _ => (List<TableEntity>)[.. (await Task.WhenAll(
                    others.Prepend(CycleRows.Calendar).Select(range => partitions.QueryAsync(address, range, cancellationToken)))).SelectMany(list => list)],
                cancellationToken);
        return rows.Exists(row => row.RowKey == CycleRows.Year) ? CycleRows.ToCycle(year, rows, today) : null;
    }
}

/// <param name="Extension">What was given.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record StoredExtension(Extension Extension, long Version);
