using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Nominations;

/// <summary>How nominations and suspensions lie in the partition of a bloc's year, and outside lists in that of the year.</summary>
internal static class NominationRows
{
    public const string NominationPrefix = "nomination|";
    public const string SuspensionPrefix = "suspension|";
    public const string ListPrefix = "list|";

    /// <summary>Nominations and suspensions, and nothing of the trail.</summary>
    public static readonly KeyRange Everything = new(NominationPrefix, "suspension}");

    public static readonly KeyRange Suspensions = KeyRange.Prefix(SuspensionPrefix);

    public static readonly KeyRange Lists = KeyRange.Prefix(ListPrefix);

    public static string Nomination(string award, string unit) => $"{NominationPrefix}{award}|{unit}";

    public static string Suspension(string unit, int number) => string.Create(CultureInfo.InvariantCulture, $"{SuspensionPrefix}{unit}|{number:D2}");

    public static string List(string list) => ListPrefix + list;

    public static TableEntity Row(string partition, Nomination one)
    {
        var row = new TableEntity(partition, Nomination(one.Award, one.Unit))
        {
            ["Award"] = one.Award,
            ["Unit"] = one.Unit,
            ["Rules"] = one.Rules,
            ["OpenedOn"] = RowDay.Of(one.OpenedOn),
            ["Figures"] = one.Figures is null ? null : RowText.Of(one.Figures),
            ["WithdrawnOn"] = RowDay.Of(one.Withdrawn?.Day),
            ["WithdrawnFor"] = one.Withdrawn?.Reason,
        };
        row.PutText("Statements", RowText.PiecesOf(one.Statements));
        return row;
    }

    public static Nomination ReadNomination(TableEntity row) => new(
        Text(row, "Award"),
        Text(row, "Unit"),
        Text(row, "Rules"),
        row.DayOf("OpenedOn")!.Value,
        row.GetString("Figures") is { } figures ? RowText.Read<NominationFigures>(figures) : null,
        RowText.Read<IReadOnlyList<ConditionStatement>>(row.Text("Statements") ?? "[]"),
        row.DayOf("WithdrawnOn") is { } day ? new(day, Text(row, "WithdrawnFor")) : null,
        row.GetInt64("Seq") ?? 0);

    public static TableEntity Row(string partition, Suspension one) => new(partition, Suspension(one.Unit, one.Number))
    {
        ["Unit"] = one.Unit,
        ["Number"] = one.Number,
        ["Cause"] = one.Cause.ToString(),
        ["Since"] = RowDay.Of(one.Since),
        ["Reason"] = one.Reason,
        ["Source"] = one.Source,
        ["LiftedOn"] = RowDay.Of(one.Lifted?.Day),
        ["LiftedFor"] = one.Lifted?.Reason,
        ["PenaltyEnds"] = RowDay.Of(one.Lifted?.PenaltyEnds),
    };

    public static Suspension ReadSuspension(TableEntity row) => new(
        Text(row, "Unit"),
        row.GetInt32("Number")!.Value,
        Enum.Parse<SuspensionCause>(Text(row, "Cause")),
        row.DayOf("Since")!.Value,
        Text(row, "Reason"),
        row.GetString("Source"),
        row.DayOf("LiftedOn") is { } day ? new(day, Text(row, "LiftedFor"), row.DayOf("PenaltyEnds")) : null,
        row.GetInt64("Seq") ?? 0);

    public static TableEntity Row(string partition, OutsideList one)
    {
        var row = new TableEntity(partition, List(one.Id))
        {
            ["Body"] = one.Body,
            ["About"] = one.About,
            ["Due"] = RowDay.Of(one.Due),
            ["Received"] = RowDay.Of(one.Received),
            ["Paper"] = one.Paper is null ? null : RowText.Of(one.Paper),
        };
        row.PutText("Entries", RowText.PiecesOf(one.Entries));
        return row;
    }

    public static OutsideList ReadList(TableEntity row) => new(
        row.RowKey[ListPrefix.Length..],
        Text(row, "Body"),
        Text(row, "About"),
        row.DayOf("Due"),
        row.DayOf("Received"),
        row.GetString("Paper") is { } paper ? RowText.Read<PaperReference>(paper) : null,
        RowText.Read<IReadOnlyList<ListedUnit>>(row.Text("Entries") ?? "[]"),
        row.GetInt64("Seq") ?? 0);

    private static string Text(TableEntity row, string name) => row.GetString(name)!;
}
