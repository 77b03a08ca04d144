using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// How a bloc's record lies in its partition (<see cref="BlocKeys"/>).
/// </summary>
internal static class BlocRows
{
    public static TableEntity Row(string partition, DeclaredCondition one) => new(partition, BlocKeys.Condition(one.Unit, one.Condition))
    {
        ["Unit"] = one.Unit,
        ["Condition"] = one.Condition,
        ["IsSo"] = one.IsSo,
        ["Reason"] = one.Reason,
        ["Paper"] = one.Paper,
        ["By"] = one.By.ToString(),
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, StaffCount one) => new(partition, BlocKeys.Staff(one.Unit))
    {
        ["Unit"] = one.Unit,
        ["All"] = one.All,
        ["Women"] = one.Women,
        ["AsOf"] = one.AsOf.ToString("O", CultureInfo.InvariantCulture),
        ["Source"] = one.Source,
    };

    public static TableEntity Row(string partition, TieDecision one) => new(partition, BlocKeys.Decided(one.Units))
    {
        ["Kind"] = one.Kind.ToString(),
        ["Units"] = string.Join(' ', one.Units),
        ["Authority"] = one.Authority,
        ["Reason"] = one.Reason,
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, Disqualification one) => new(partition, BlocKeys.Disqualified(one.Unit))
    {
        ["Unit"] = one.Unit,
        ["Reason"] = one.Reason,
        ["Authority"] = one.Authority,
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, ExplainedScore one) => new(partition, BlocKeys.Explained(one.Round, one.Unit, one.Criterion))
    {
        ["Round"] = one.Round,
        ["Unit"] = one.Unit,
        ["Criterion"] = one.Criterion,
        ["Text"] = one.Text,
        ["At"] = one.At,
    };

    public static TableEntity Row(string partition, Figure one) => new(partition, BlocKeys.Figure(one.Criterion, one.Unit))
    {
        ["Criterion"] = one.Criterion,
        ["Unit"] = one.Unit,
        ["Target"] = one.Target?.ToString(CultureInfo.InvariantCulture),
        ["Actual"] = one.Actual?.ToString(CultureInfo.InvariantCulture),
    };

    public static TableEntity Row(string partition, PeerScores one)
    {
        var row = new TableEntity(partition, BlocKeys.Given(one.Unit, one.Scorer))
        {
            ["Unit"] = one.Unit,
            ["Scorer"] = one.Scorer,
            ["Comment"] = one.Comment,
            ["SubmittedAt"] = one.SubmittedAt,
        };
        row.PutText("Points", PointsText.Write(one.Points));
        return row;
    }

    public static TableEntity Row(string partition, CrossPair one) => new(partition, BlocKeys.Cross(one))
    {
        ["Unit"] = one.Scored,
        ["Scorer"] = one.Scorer,
    };

    public static TableEntity Row(string partition, PanelDraw draw) => new(partition, BlocKeys.Draw)
    {
        ["Seed"] = draw.Seed,
        ["At"] = draw.At,
    };

    /// <summary>A round that is closed.</summary>
    public static TableEntity Row(string partition, int round, DateTimeOffset closedAt) => new(partition, BlocKeys.Closed(round))
    {
        ["Round"] = round,
        ["ClosedAt"] = closedAt,
    };

    public static TableEntity Row(string partition, AppraisedScore one) => new(partition, BlocKeys.Graded(one.Round, one.Unit, one.Criterion))
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

    /// <summary>What the view's rows say; its range must be <see cref="BlocKeys.Record"/>.</summary>
    public static BlocRecord Read(PartitionView view) => new(
        [.. view.RowsOf(BlocKeys.FigurePrefix).Select(FigureOf)],
        view.Row(BlocKeys.Draw) is { } draw ? new(draw.GetInt64("Seed")!.Value, draw.GetDateTimeOffset("At")!.Value, draw.GetInt64("Seq") ?? 0) : null,
        [.. view.RowsOf(BlocKeys.CrossPrefix).Select(Pair)],
        [.. view.RowsOf(BlocKeys.GivenPrefix).Select(Given)],
        [.. view.RowsOf(BlocKeys.GradedPrefix).Select(Score)],
        [.. view.RowsOf(BlocKeys.ExplainedPrefix).Select(row => new ExplainedScore(
            row.GetInt32("Round")!.Value, Text(row, "Unit"), Text(row, "Criterion"), Text(row, "Text"), row.GetDateTimeOffset("At")!.Value, row.GetInt64("Seq") ?? 0))],
        view.RowsOf(BlocKeys.ClosedPrefix).Count(),
        [.. view.RowsOf(BlocKeys.DisqualifiedPrefix).Select(row => new Disqualification(
            Text(row, "Unit"), Text(row, "Reason"), Text(row, "Authority"), row.GetDateTimeOffset("At")!.Value))],
        [.. view.RowsOf(BlocKeys.ConditionPrefix).Select(Declared)],
        [.. view.RowsOf(BlocKeys.StaffPrefix).Select(row => new StaffCount(
            Text(row, "Unit"), row.GetInt32("All")!.Value, row.GetInt32("Women")!.Value,
            DateOnly.ParseExact(Text(row, "AsOf"), "O", CultureInfo.InvariantCulture), Text(row, "Source"), row.GetInt64("Seq") ?? 0))],
        [.. view.RowsOf(BlocKeys.DecidedPrefix).Select(row => new TieDecision(
            Enum.Parse<TieBreakKind>(Text(row, "Kind")), Text(row, "Units").Split(' '), Text(row, "Authority"), Text(row, "Reason"), row.GetDateTimeOffset("At")!.Value))],
        view.Row(BlocKeys.Summary) is not null,
        view.Head.Seq);

    public static Figure FigureOf(TableEntity row) =>
        new(Text(row, "Criterion"), Text(row, "Unit"), row.NumberOf("Target"), row.NumberOf("Actual"), row.GetInt64("Seq") ?? 0);

    public static DeclaredCondition Declared(TableEntity row) => new(
        Text(row, "Unit"), Text(row, "Condition"), row.GetBoolean("IsSo")!.Value, Text(row, "Reason"), row.GetString("Paper"),
        Enum.Parse<DeclarerOffice>(Text(row, "By")), row.GetDateTimeOffset("At")!.Value, row.GetInt64("Seq") ?? 0);

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
}
