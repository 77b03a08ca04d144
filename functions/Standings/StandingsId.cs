using System.Globalization;
using EmulationFunctions.Scoring;
using EmulationFunctions.Storage.Partitions;

namespace EmulationFunctions.Standings;

/// <summary>Which standings: a bloc's, for a period of a year. All are slugs, so nothing in the key needs quoting.</summary>
internal readonly record struct StandingsId(int Year, string Period, string Bloc)
{
    public PartitionAddress Address =>
        new(StandingsTable.Table, $"{Year.ToString("D4", CultureInfo.InvariantCulture)}-{Period}|{Bloc}");

    public SheetId SheetOf(string unit) => new(Year, Period, Bloc, unit);

    /// <summary>The standings whose partition that is.</summary>
    public static StandingsId Parse(string partition)
    {
        var parts = partition.Split('|');
        return new(int.Parse(parts[0].AsSpan(0, 4), CultureInfo.InvariantCulture), parts[0][5..], parts[1]);
    }

    public override string ToString() => $"{Year} {Period} {Bloc}";
}
