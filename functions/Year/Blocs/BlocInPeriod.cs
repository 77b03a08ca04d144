using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A bloc in a period of a year: what is scored and ranked as one. All are slugs, so nothing in the key needs quoting.</summary>
internal readonly record struct BlocInPeriod(int Year, string Period, string Bloc)
{
    /// <summary>The partition of what the bloc puts down beside its sheets, and of its standings.</summary>
    public PartitionAddress Address =>
        new(BlocTable.Table, $"{Year.ToString("D4", CultureInfo.InvariantCulture)}-{Period}|{Bloc}");

    public SheetId SheetOf(string unit) => new(Year, Period, Bloc, unit);

    /// <summary>The bloc whose partition that is.</summary>
    public static BlocInPeriod Parse(string partition)
    {
        var parts = partition.Split('|');
        return new(int.Parse(parts[0].AsSpan(0, 4), CultureInfo.InvariantCulture), parts[0][5..], parts[1]);
    }

    public override string ToString() => $"{Year} {Period} {Bloc}";
}
