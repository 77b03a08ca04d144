using System.Globalization;
using EmulationFunctions.Hosting;
using EmulationFunctions.Storage.Partitions;

namespace EmulationFunctions.Cycles;

/// <summary>The years: a partition each, with plain rows (<see cref="CycleRows"/>).</summary>
internal sealed class CycleTable(PartitionStore partitions, VietnamTime vietnam, TimeProvider clock)
{
    public const string Table = "Cycles";

    /// <summary>The whole year: every bloc, every override, every extension. For what looks at all units; a single one has <see cref="FindForAsync"/>.</summary>
    public Task<Cycle?> FindAsync(int year, CancellationToken cancellationToken) =>
        FindAsync(year, [CycleRows.Blocs, CycleRows.Extensions], cancellationToken);

    /// <summary>
    /// What concerns one bloc and one unit of the year, in three small queries however large the year is. Other blocs and units
    /// are not in it; the bloc may turn out not to take part (<see cref="Cycle.Has"/>).
    /// </summary>
    public Task<Cycle?> FindForAsync(int year, string bloc, string unit, CancellationToken cancellationToken) =>
        FindAsync(year, [CycleRows.Of(bloc), CycleRows.ExtensionsOf(unit)], cancellationToken);

    /// <summary>The years that are open today, earliest first: often two in January. Looked up, never guessed from today's date.</summary>
    public async Task<IReadOnlyList<int>> OpenYearsAsync(CancellationToken cancellationToken)
    {
        // The days of a year lie within the year before and the year after it, so no other year can be open.
        var today = vietnam.Today(clock);
        var found = await Task.WhenAll(Enumerable.Range(today.Year - 1, 3).Select(year => FindAsync(year, [], cancellationToken)));
        return [.. found.Where(cycle => cycle?.State == CycleState.Open).Select(cycle => cycle!.Year)];
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

    public static PartitionAddress Address(int year) => new(Table, year.ToString("D4", CultureInfo.InvariantCulture));

    private async Task<Cycle?> FindAsync(int year, KeyRange[] others, CancellationToken cancellationToken)
    {
        while (true)
        {
            var view = await partitions.ReadAsync(Address(year), CycleRows.Calendar, cancellationToken);
            if (view.Row(CycleRows.Year) is null)
            {
                return null;
            }

            var rows = await Task.WhenAll(others.Select(range => view.QueryAsync(range, cancellationToken)));
            if (Array.TrueForAll(rows, list => list.TrueForAll(row => CycleRows.Version(row) <= view.Head.Seq)))
            {
                return CycleRows.ToCycle(year, [.. view.Rows, .. rows.SelectMany(list => list)], vietnam.Today(clock));
            }
        }
    }
}
