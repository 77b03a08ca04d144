using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Movements;

/// <summary>How movements and answers lie in the partition of a bloc's year (<see cref="PactKeys"/>): a row each, their lists as JSON.</summary>
internal static class MovementRows
{
    public static TableEntity Row(string partition, Movement one)
    {
        var row = new TableEntity(partition, PactKeys.Movement(one.Id))
        {
            ["Name"] = one.Name,
            ["Scope"] = one.Scope.ToString(),
            ["Form"] = one.Form.ToString(),
            ["From"] = RowDay.Of(one.From),
            ["Until"] = RowDay.Of(one.Until),
            ["Content"] = one.Content,
            ["LaunchedBy"] = RowText.Of(one.LaunchedBy),
            ["LaunchedOn"] = RowDay.Of(one.LaunchedOn),
            ["Paper"] = one.Paper is null ? null : RowText.Of(one.Paper),
            ["ReviewOn"] = RowDay.Of(one.ReviewOn),
            ["AnswerBy"] = RowDay.Of(one.AnswerBy),
        };
        row.PutText("Criteria", RowText.Of(one.Criteria));
        return row;
    }

    public static Movement ReadMovement(TableEntity row) => new(
        row.RowKey[PactKeys.MovementPrefix.Length..],
        row.GetString("Name")!,
        Enum.Parse<MovementScope>(row.GetString("Scope")!),
        Enum.Parse<MovementForm>(row.GetString("Form")!),
        row.DayOf("From"),
        row.DayOf("Until"),
        row.GetString("Content"),
        RowText.Read<IReadOnlyList<string>>(row.Text("Criteria")!),
        RowText.Read<IReadOnlyList<string>>(row.GetString("LaunchedBy")!),
        row.DayOf("LaunchedOn"),
        Paper(row),
        row.DayOf("ReviewOn"),
        row.DayOf("AnswerBy"),
        row.GetInt64("Seq") ?? 0);

    public static TableEntity Row(string partition, string movement, MovementAnswer one)
    {
        var row = new TableEntity(partition, PactKeys.Response(movement, one.Unit))
        {
            ["Response"] = one.Response,
            ["Paper"] = one.Paper is null ? null : RowText.Of(one.Paper),
            ["Result"] = one.Result,
            ["AnsweredAt"] = one.AnsweredAt,
        };
        row.PutText("Figures", RowText.Of(one.Figures));
        return row;
    }

    public static MovementAnswer ReadAnswer(TableEntity row) => new(
        row.RowKey.Split('|')[2],
        row.GetString("Response"),
        Paper(row),
        row.GetString("Result"),
        RowText.Read<IReadOnlyList<MovementFigure>>(row.Text("Figures")!),
        row.GetDateTimeOffset("AnsweredAt")!.Value,
        row.GetInt64("Seq") ?? 0);

    private static PaperReference? Paper(TableEntity row) => row.GetString("Paper") is { } paper ? RowText.Read<PaperReference>(paper) : null;
}
