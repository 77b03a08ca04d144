using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// How a bloc's record lies in its partition, beside its standings. All keys lie between the audit rows and the head, so that one
/// query reads the record, the head and whether a publication has begun, and published standings are read without the record.
/// </summary>
internal static class BlocRows
{
    /// <summary>The row that says how far the publication of standings is; there is none before it begins.</summary>
    public const string Summary = "summary";

    public const string ClosedPrefix = "closed|";
    public const string CrossPrefix = "cross|";
    public const string Draw = "crossing";
    public const string DisqualifiedPrefix = "disqualified|";
    public const string ExplainedPrefix = "explained|";
    public const string FigurePrefix = "figure|";
    public const string GivenPrefix = "given|";
    public const string GradedPrefix = "graded|";

    /// <summary>The whole record.</summary>
    public static readonly KeyRange All = new(ClosedPrefix, Summary + "~");

    public static string DisqualifiedKey(string unit) => DisqualifiedPrefix + unit;

    public static string ExplainedKey(int round, string unit, string criterion) => $"{ExplainedPrefix}{Number(round)}|{unit}|{criterion}";

    public static string FigureKey(string criterion, string unit) => $"{FigurePrefix}{criterion}|{unit}";

    public static string GivenKey(string unit, string scorer) => $"{GivenPrefix}{unit}|{scorer}";

    public static string CrossKey(CrossPair pair) => $"{CrossPrefix}{pair.Scored}|{pair.Scorer}";

    public static string ClosedKey(int round) => ClosedPrefix + Number(round);

    public static string GradedKey(int round, string unit, string criterion) => $"{GradedPrefix}{Number(round)}|{unit}|{criterion}";

    public static TableEntity Row(string partition, Disqualification one) => new(partition, DisqualifiedKey(one.Unit))
    {
        ["Unit"] = one.Unit,
        ["Reason"] = one.Reason,
        ["Authority"] = one.Authority,
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, ExplainedScore one) => new(partition, ExplainedKey(one.Round, one.Unit, one.Criterion))
    {
        ["Round"] = one.Round,
        ["Unit"] = one.Unit,
        ["Criterion"] = one.Criterion,
        ["Text"] = one.Text,
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, Figure one) => new(partition, FigureKey(one.Criterion, one.Unit))
    {
        ["Criterion"] = one.Criterion,
        ["Unit"] = one.Unit,
        ["Target"] = one.Target?.ToString(CultureInfo.InvariantCulture),
        ["Actual"] = one.Actual?.ToString(CultureInfo.InvariantCulture),
    };

    public static TableEntity Row(string partition, PeerScores one)
    {
        var row = new TableEntity(partition, GivenKey(one.Unit, one.Scorer))
        {
            ["Unit"] = one.Unit,
            ["Scorer"] = one.Scorer,
            ["Comment"] = one.Comment,
            ["SubmittedAt"] = one.SubmittedAt,
        };
        row.PutText("Points", PointsText.Write(one.Points));
        return row;
    }

    public static TableEntity Row(string partition, CrossPair one) => new(partition, CrossKey(one))
    {
        ["Unit"] = one.Scored,
        ["Scorer"] = one.Scorer,
    };

    public static TableEntity Row(string partition, PanelDraw draw) => new(partition, Draw)
    {
        ["Seed"] = draw.Seed,
        ["At"] = draw.At,
    };

    /// <summary>A round that is closed.</summary>
    public static TableEntity Row(string partition, int round, DateTimeOffset closedAt) => new(partition, ClosedKey(round))
    {
        ["Round"] = round,
        ["ClosedAt"] = closedAt,
    };

    public static TableEntity Row(string partition, AppraisedScore one) => new(partition, GradedKey(one.Round, one.Unit, one.Criterion))
    {
        ["Round"] = one.Round,
        ["Unit"] = one.Unit,
        ["Criterion"] = one.Criterion,
        ["Points"] = one.Points.ToString(),
        ["By"] = one.By.ToString(),
        ["Reason"] = one.Reason,
        ["Finding"] = one.Finding,
        ["At"] = one.At,
    };

    /// <summary>What the view's rows say; its range must be <see cref="All"/>.</summary>
    public static BlocRecord Read(PartitionView view) => new(
        [.. view.RowsOf(FigurePrefix).Select(FigureOf)],
        view.Row(Draw) is { } draw ? new(draw.GetInt64("Seed")!.Value, draw.GetDateTimeOffset("At")!.Value, draw.GetInt64("Seq") ?? 0) : null,
        [.. view.RowsOf(CrossPrefix).Select(Pair)],
        [.. view.RowsOf(GivenPrefix).Select(Given)],
        [.. view.RowsOf(GradedPrefix).Select(Score)],
        [.. view.RowsOf(ExplainedPrefix).Select(row => new ExplainedScore(
            row.GetInt32("Round")!.Value, Text(row, "Unit"), Text(row, "Criterion"), Text(row, "Text"), row.GetDateTimeOffset("At")!.Value, row.GetInt64("Seq") ?? 0))],
        view.RowsOf(ClosedPrefix).Count(),
        [.. view.RowsOf(DisqualifiedPrefix).Select(row => new Disqualification(
            Text(row, "Unit"), Text(row, "Reason"), Text(row, "Authority"), row.GetDateTimeOffset("At")!.Value))],
        view.Row(Summary) is not null,
        view.Head.Seq);

    public static Figure FigureOf(TableEntity row) =>
        new(Text(row, "Criterion"), Text(row, "Unit"), row.NumberOf("Target"), row.NumberOf("Actual"), row.GetInt64("Seq") ?? 0);

    public static CrossPair Pair(TableEntity row) => new(Text(row, "Scorer"), Text(row, "Unit"));

    public static PeerScores Given(TableEntity row) => new(
        Text(row, "Unit"),
        Text(row, "Scorer"),
        PointsText.ReadAll(row.Text("Points")!),
        row.GetString("Comment"),
        row.GetDateTimeOffset("SubmittedAt"),
        row.GetInt64("Seq") ?? 0);

    private static AppraisedScore Score(TableEntity row) => new(
        row.GetInt32("Round")!.Value,
        Text(row, "Unit"),
        Text(row, "Criterion"),
        row.PointsOf("Points")!.Value,
        Enum.Parse<AppraiserOffice>(Text(row, "By")),
        Text(row, "Reason"),
        row.GetString("Finding"),
        row.GetDateTimeOffset("At")!.Value,
        row.GetInt64("Seq") ?? 0);

    private static string Text(TableEntity row, string name) => row.GetString(name)!;

    private static string Number(int round) => round.ToString("D2", CultureInfo.InvariantCulture);
}
