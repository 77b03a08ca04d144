using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>How parts of a year of units that ended lie in the partition of the sheet that goes on: a row <c>part|{bloc}|{unit}</c> each.</summary>
internal static class PartRows
{
    private const string DayFormat = "yyyy-MM-dd";

    public static TableEntity Write(string partition, PriorPart part) => new(partition, SheetKeys.Part(part.Bloc, part.Unit))
    {
        ["Bloc"] = part.Bloc,
        ["Unit"] = part.Unit,
        ["Name"] = part.Name,
        ["Day"] = part.Day.ToString(DayFormat, CultureInfo.InvariantCulture),
        ["Before"] = part.Before,
        ["Of"] = part.Of,
        ["HeirSince"] = part.HeirSince,
        ["Total"] = part.Total.ToString(),
        ["Ranked"] = part.Ranked.ToString(),
        ["Classified"] = part.Classified.ToString(),
    };

    /// <summary>Those among the rows that were read, by bloc and unit.</summary>
    public static IEnumerable<PriorPart> Of(PartitionView view) => view.RowsOf(SheetKeys.PartPrefix).Select(Read);

    /// <summary>In a row of before the unit that takes over counts from the succession on.</summary>
    private static PriorPart Read(TableEntity row) => new(
        row.GetString("Bloc")!,
        row.GetString("Unit")!,
        row.GetString("Name")!,
        DateOnly.ParseExact(row.GetString("Day")!, DayFormat, CultureInfo.InvariantCulture),
        row.GetInt32("Before")!.Value,
        row.GetInt32("Of")!.Value,
        Read(row, "Total"),
        Read(row, "Ranked"),
        Read(row, "Classified"))
    {
        HeirSince = row.GetInt32("HeirSince") ?? row.GetInt32("Before")!.Value,
    };

    private static Points Read(TableEntity row, string name) => Points.FromDecimal(decimal.Parse(row.GetString(name)!, CultureInfo.InvariantCulture));
}
