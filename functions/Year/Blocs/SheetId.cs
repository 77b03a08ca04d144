using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Which sheet: a unit's, in a bloc, for a period of a year. All are slugs, so nothing in the key needs quoting.</summary>
internal readonly record struct SheetId(int Year, string Period, string Bloc, string Unit)
{
    /// <summary>The partition of the sheet's scores, evidence and audit rows.</summary>
    public PartitionAddress Address =>
        new(SheetTable.Table, $"{Year.ToString("D4", CultureInfo.InvariantCulture)}-{Period}|{Bloc}|{Unit}");

    /// <summary>The bloc it belongs to.</summary>
    public BlocInPeriod InPeriod => new(Year, Period, Bloc);

    /// <summary>The sheet of an address whose ids have been checked.</summary>
    public static SheetId Of(RouteValueDictionary address) =>
        new(int.Parse((string)address["year"]!, CultureInfo.InvariantCulture), (string)address["period"]!, (string)address["bloc"]!, (string)address["unit"]!);

    /// <summary>The sheet whose partition that is.</summary>
    public static SheetId Parse(string partition)
    {
        var parts = partition.Split('|');
        return new(int.Parse(parts[0].AsSpan(0, 4), CultureInfo.InvariantCulture), parts[0][5..], parts[1], parts[2]);
    }

    public override string ToString() => $"{Year} {Period} {Bloc} {Unit}";
}
