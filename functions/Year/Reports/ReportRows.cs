using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Reports;

/// <summary>
/// How reports lie in the partition of a bloc's year: what is asked (<c>report|</c>), how far each unit is (<c>state|</c>), what it says
/// (<c>part|</c>), and the text of the whole (<c>draft|</c>). Who looks at how far they are need not read what they say.
/// </summary>
internal static class ReportRows
{
    private const string ReportPrefix = "report|";
    private const string StatePrefix = "state|";

    public static readonly KeyRange Reports = KeyRange.Prefix(ReportPrefix);
    public static readonly KeyRange States = KeyRange.Prefix(StatePrefix);

    /// <summary>All reports that come after this one.</summary>
    public static KeyRange After(string? report) => report is null ? Reports : Reports with { From = Report(report) + " " };

    public static KeyRange Only(string report) => new(Report(report), Report(report) + " ");

    public static KeyRange StatesOf(string report) => KeyRange.Prefix($"{StatePrefix}{report}|");

    public static KeyRange PartsOf(string report) => KeyRange.Prefix($"part|{report}|");

    public static KeyRange PartsAfter(string report, string? unit) => unit is null ? PartsOf(report) : PartsOf(report) with { From = Part(report, unit) + " " };

    public static string Report(string report) => ReportPrefix + report;

    public static string State(string report, string unit) => $"{StatePrefix}{report}|{unit}";

    public static string Part(string report, string unit) => $"part|{report}|{unit}";

    public static string Draft(string report) => $"draft|{report}";

    public static TableEntity Row(string partition, ReportRequest one)
    {
        var row = new TableEntity(partition, Report(one.Id))
        {
            ["Kind"] = one.Kind.ToString(),
            ["Title"] = one.Title,
            ["From"] = RowDay.Of(one.From),
            ["Until"] = RowDay.Of(one.Until),
            ["Due"] = RowDay.Of(one.Due),
            ["Units"] = one.Units is null ? null : string.Join(' ', one.Units),
            ["Note"] = one.Note,
            ["IsClosed"] = one.IsClosed,
            ["Adopted"] = one.Adopted is null ? null : RowText.Of(one.Adopted),
        };
        row.PutText("Roll", one.Roll is null ? null : RowText.Of(one.Roll));
        row.PutText("Sections", RowText.Of(one.Sections));
        row.PutText("Questions", RowText.Of(one.Questions));
        return row;
    }

    public static ReportRequest ReadRequest(TableEntity row) => new(
        row.RowKey[ReportPrefix.Length..],
        Enum.Parse<ReportKind>(row.GetString("Kind")!),
        row.GetString("Title")!,
        row.DayOf("From")!.Value,
        row.DayOf("Until")!.Value,
        row.DayOf("Due")!.Value,
        row.GetString("Units") is not { } units ? null : units.Split(' '),
        RowText.Read<IReadOnlyList<ReportSection>>(row.Text("Sections")!),
        RowText.Read<IReadOnlyList<ReportQuestion>>(row.Text("Questions")!),
        row.GetString("Note"),
        row.GetBoolean("IsClosed") ?? false,
        row.GetString("Adopted") is { } adopted ? RowText.Read<ReportAdoption>(adopted) : null,
        row.GetInt64("Seq") ?? 0)
    {
        Roll = row.Text("Roll") is { } roll ? RowText.Read<ReportRoll>(roll) : null,
    };

    public static TableEntity Row(string partition, string report, PartStatus one) => new(partition, State(report, one.Unit))
    {
        ["State"] = one.State.ToString(),
        ["SentAt"] = one.SentAt,
        ["IsApproved"] = one.IsApproved,
        ["ReturnReason"] = one.ReturnReason,
    };

    public static PartStatus ReadStatus(TableEntity row) => new(
        Last(row),
        Enum.Parse<PartState>(row.GetString("State")!),
        row.GetDateTimeOffset("SentAt"),
        row.GetBoolean("IsApproved") ?? false,
        row.GetString("ReturnReason"),
        row.GetInt64("Seq") ?? 0);

    public static TableEntity Row(string partition, string report, string unit, PartContent content)
    {
        var row = new TableEntity(partition, Part(report, unit));
        row.PutText("Content", RowText.Of(content));
        return row;
    }

    public static (string Unit, PartContent Content) ReadPart(TableEntity row) => (Last(row), RowText.Read<PartContent>(row.Text("Content")!));

    public static TableEntity Row(string partition, string report, Report one)
    {
        var row = new TableEntity(partition, Draft(report))
        {
            ["PresentedBy"] = one.PresentedBy,
            ["IsShared"] = one.IsShared,
            ["IsEdited"] = one.IsEdited,
            ["LastNumber"] = one.LastNumber,
            ["MergedTo"] = one.MergedTo,
        };
        row.PutText("Items", RowText.PiecesOf(one.Items));
        row.PutText("Statistics", RowText.Of(one.Statistics));
        return row;
    }

    public static Report ReadDraft(TableEntity row) => new(
        row.GetString("PresentedBy"),
        row.GetBoolean("IsShared") ?? false,
        row.GetBoolean("IsEdited") ?? false,
        row.GetInt32("LastNumber") ?? 0,
        RowText.Read<IReadOnlyList<ReportItem>>(row.Text("Items")!),
        RowText.Read<IReadOnlyList<ReportStatistic>>(row.Text("Statistics")!),
        row.GetInt64("Seq") ?? 0,
        row.GetInt64("MergedTo"));

    private static string Last(TableEntity row) => row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..];
}
