using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Erases the names of people in what a room keeps of a bloc's year: each room that keeps some registers one. Safe to do again.</summary>
/// <param name="Where">In which rows of which partitions they lie.</param>
/// <param name="Erase">Takes names, posts and salts out of a row and says how many people that were.</param>
internal sealed record PeopleEraser(Func<YearTerms, IEnumerable<(PartitionAddress Address, KeyRange Range)>> Where, Func<TableEntity, int> Erase)
{
    /// <summary>Where they lie in the partition of the bloc's year.</summary>
    public PeopleEraser(string table, KeyRange range, Func<TableEntity, int> erase)
        : this(terms => [(terms.Id.AddressIn(table), range)], erase)
    {
    }

    /// <summary>
    /// Draws a new salt in a row where texts of other rows were fingerprinted with it and one of these, by row key, has just lost people; says whether it did.
    /// </summary>
    public Func<TableEntity, IReadOnlySet<string>, bool>? Resalt { get; init; }

    /// <summary>Erases them in one change a partition, of which the trail holds the number and the reason.</summary>
    /// <returns>How many people were erased.</returns>
    public async Task<int> RunAsync(PartitionStore partitions, YearTerms terms, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var (address, range) in Where(terms))
        {
            erased += await RunAsync(partitions, address, range, terms.Id, reason, actor, cancellationToken);
        }

        return erased;
    }

    private Task<int> RunAsync(
        PartitionStore partitions, PartitionAddress address, KeyRange range, YearOfBloc id, string reason, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(address, range, actor, (view, change) =>
        {
            var rows = view.Rows.ToList();
            var erased = 0;
            var changed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (Erase(row) is > 0 and var people)
                {
                    changed.Add(row.RowKey);
                    erased += people;
                }
            }

            foreach (var row in rows)
            {
                if (Resalt?.Invoke(row, changed) is true || changed.Contains(row.RowKey))
                {
                    change.Put(row);
                }
            }

            if (erased > 0)
            {
                change.Audit = new("ErasePeople", id.ToString(), reason, After: erased.ToString(CultureInfo.InvariantCulture));
            }

            return Task.FromResult(erased);
        }, cancellationToken);
}
