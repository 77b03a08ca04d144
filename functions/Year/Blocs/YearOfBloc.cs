using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A bloc's year: its plan, pact, movements, meetings, reports and registers, whatever periods it is scored in.</summary>
internal readonly record struct YearOfBloc(int Year, string Bloc)
{
    /// <summary>Its partition in a table. All are slugs, so nothing in the key needs quoting.</summary>
    public PartitionAddress AddressIn(string table) => new(table, $"{Year.ToString("D4", CultureInfo.InvariantCulture)}|{Bloc}");

    /// <summary>The bloc's year whose partition that is.</summary>
    public static YearOfBloc Parse(string partition) => new(int.Parse(partition.AsSpan(0, 4), CultureInfo.InvariantCulture), partition[5..]);

    public override string ToString() => $"{Year} {Bloc}";
}
