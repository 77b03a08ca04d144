using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Year.Visits;

/// <summary>
/// How cross-checks lie in the bloc's partition: a row <c>check|{inspection}</c> each, its findings as JSON. The keys sort before the
/// bloc's record on purpose: a finding scores nothing by itself, so what computes scores does not read it.
/// </summary>
internal static class InspectionRows
{
    private const string Prefix = "check|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static string Key(string inspection) => Prefix + inspection;

    public static KeyRange Only(string inspection) => new(Key(inspection), Key(inspection) + " ");

    /// <summary>All that come after this one.</summary>
    public static KeyRange After(string? inspection) => inspection is null ? All : All with { From = Key(inspection) + " " };

    public static TableEntity Row(string partition, Inspection one)
    {
        var row = new TableEntity(partition, Key(one.Id))
        {
            ["Unit"] = one.Unit,
            ["PlannedOn"] = Text(one.PlannedOn),
            ["Team"] = string.Join(' ', one.Team),
            ["Plan"] = one.Plan,
            ["VisitedOn"] = one.VisitedOn is { } visited ? Text(visited) : null,
        };
        row.PutText("Findings", Text(one.Findings));
        return row;
    }

    public static Inspection Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..],
        row.GetString("Unit")!,
        Day(row.GetString("PlannedOn")!),
        row.GetString("Team")!.Split(' '),
        row.GetString("Plan"),
        row.GetString("VisitedOn") is { } visited ? Day(visited) : null,
        RowText.Read<IReadOnlyList<Finding>>(row.Text("Findings")!),
        row.GetInt64("Seq") ?? 0);

    public static string Text(IReadOnlyList<Finding> findings) => RowText.Of(findings);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
