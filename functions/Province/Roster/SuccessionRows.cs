using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>How successions lie in the roster's partition: <c>succession|{id}</c> each.</summary>
internal static class SuccessionRows
{
    private const string Prefix = "succession|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static string Key(string succession) => Prefix + succession;

    public static TableEntity Row(Succession one)
    {
        var row = new TableEntity(RosterTable.Partition, Key(one.Id))
        {
            ["Kind"] = RosterRows.Word(one.Kind),
            ["Day"] = RosterRows.Day(one.Day),
            ["Decision"] = RowText.Of(one.Decision),
            ["From"] = string.Join(' ', one.From),
            ["To"] = one.To.Count == 0 ? null : RowText.Of(one.To),
            ["TasksTo"] = one.TasksTo,
            ["Name"] = one.Name,
            ["Bloc"] = one.Bloc,
            ["IsDone"] = one.IsDone,
            ["Obstacle"] = one.Obstacle?.Vi,
            ["ObstacleInEnglish"] = one.Obstacle?.En,
            ["FormerName"] = one.FormerName,
        };
        row.PutText("Sheets", one.Sheets.Count == 0 ? null : RowText.PiecesOf(one.Sheets));
        row.PutText("Moved", one.Moved is null ? null : RowText.PiecesOf(one.Moved));
        return row;
    }

    public static Succession Succession(TableEntity row) => new(
        row.RowKey[Prefix.Length..],
        Enum.Parse<SuccessionKind>(row.GetString("Kind")!, ignoreCase: true),
        RosterRows.Day(row.GetString("Day")!),
        RowText.Read<PaperReference>(row.GetString("Decision")!),
        row.GetString("From")!.Split(' '),
        row.GetString("To") is { } to ? RowText.Read<List<Successor>>(to) : [],
        row.GetString("TasksTo"),
        row.GetString("Name"),
        row.GetString("Bloc"),
        row.Text("Sheets") is { } sheets ? RowText.Read<List<SheetFate>>(sheets) : [])
    {
        IsDone = row.GetBoolean("IsDone") ?? false,
        Obstacle = row.GetString("Obstacle") is { } vi ? new(vi, row.GetString("ObstacleInEnglish") ?? vi) : null,
        FormerName = row.GetString("FormerName"),
        Moved = row.Text("Moved") is { } moved ? RowText.Read<List<MovedMember>>(moved) : null,
        Version = row.GetInt64("Seq") ?? 0,
    };

    /// <summary>As it stands in the audit trail.</summary>
    public static string Audited(Succession one) => RowText.Of(one with { Moved = null });
}
