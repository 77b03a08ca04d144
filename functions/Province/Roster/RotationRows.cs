using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>How rotation lies in the roster's partition: <c>order|{bloc}</c> and <c>handover|{bloc}|{year}</c>, beside the terms.</summary>
internal static class RotationRows
{
    public static string OrderKey(string bloc) => $"order|{bloc}";

    public static string HandoverKey(string bloc, int year) => $"handover|{bloc}|{year.ToString(CultureInfo.InvariantCulture)}";

    public static TableEntity Row(string bloc, IReadOnlyList<string> order) => new(RosterTable.Partition, OrderKey(bloc)) { ["Units"] = string.Join(' ', order) };

    public static IReadOnlyList<string> Order(TableEntity row) => row.GetString("Units")!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static TableEntity Row(Handover one)
    {
        var row = new TableEntity(RosterTable.Partition, HandoverKey(one.Bloc, one.Year))
        {
            ["Bloc"] = one.Bloc,
            ["Year"] = one.Year,
            ["Day"] = one.Day is { } day ? RosterRows.Day(day) : null,
            ["DaySaid"] = one.DaySaid,
            ["Meeting"] = one.Meeting,
            ["FlagFrom"] = one.FlagFrom,
            ["FlagTo"] = one.FlagTo,
        };
        row.PutText("Items", one.Items.Count == 0 ? null : RowText.Of(one.Items));
        return row;
    }

    public static Handover Handover(TableEntity row) => new(
        row.GetString("Bloc")!,
        row.GetInt32("Year")!.Value,
        row.GetString("Day") is { } day ? RosterRows.Day(day) : null,
        row.GetString("DaySaid"),
        row.GetString("Meeting"),
        row.GetString("FlagFrom"),
        row.GetString("FlagTo"),
        row.GetInt64("Seq") ?? 0)
    {
        Items = row.Text("Items") is { } items ? RowText.Read<IReadOnlyList<string>>(items) : [],
    };
}
