using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>How rotation lies in the roster's partition: <c>order|{bloc}</c> and <c>handover|{bloc}|{year}</c>, beside the terms.</summary>
internal static class RotationRows
{
    private static readonly string[] Signers = ["GivenBy", "ReceivedBy", "Witness"];

    public static string OrderKey(string bloc) => $"order|{bloc}";

    public static string HandoverKey(string bloc, int year) => $"handover|{bloc}|{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The row of that handover alone.</summary>
    public static KeyRange HandoverOf(string bloc, int year) => RosterRows.Only(HandoverKey(bloc, year));

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
            ["GivenBy"] = Person(one.GivenBy),
            ["ReceivedBy"] = Person(one.ReceivedBy),
            ["Witness"] = Person(one.Witness),
            ["Salt"] = one.Salt,
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
        GivenBy = Person(row, "GivenBy"),
        ReceivedBy = Person(row, "ReceivedBy"),
        Witness = Person(row, "Witness"),
        Salt = row.GetString("Salt"),
    };

    /// <summary>
    /// Takes those who sign out of a handover's row, and the salt with them: with it somebody could try names on the fingerprints of items in the trail.
    /// </summary>
    public static int Erase(TableEntity row)
    {
        List<string> named = [.. Signers.Where(name => Person(row, name) is { } person && person != NamedPerson.Erased)];
        foreach (var name in named)
        {
            row[name] = Person(NamedPerson.Erased);
        }

        if (named.Count > 0)
        {
            row["Salt"] = Roster.Handover.DrawSalt();
        }

        return named.Count;
    }

    private static string? Person(NamedPerson? person) => person is null ? null : RowText.Of(person);

    private static NamedPerson? Person(TableEntity row, string name) => row.GetString(name) is { } text ? RowText.Read<NamedPerson>(text) : null;
}
