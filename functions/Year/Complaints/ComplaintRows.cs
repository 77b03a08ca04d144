using Azure.Data.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Complaints;

/// <summary>How complaints lie in the bloc's partition (<see cref="BlocKeys"/>).</summary>
internal static class ComplaintRows
{
    public static TableEntity Row(string partition, Complaint one) => new(partition, BlocKeys.Complaint(one.Unit, one.Number))
    {
        ["Unit"] = one.Unit,
        ["Number"] = one.Number,
        ["State"] = one.State.ToString(),
        ["Criterion"] = one.Criterion,
        ["Text"] = one.Text,
        ["OpenedBy"] = one.OpenedBy.ToString(),
        ["OpenedAt"] = one.OpenedAt,
        ["Answer"] = one.Answer?.Text,
        ["Outcome"] = one.Answer?.Outcome.ToString(),
        ["AnsweredBy"] = one.Answer?.By.ToString(),
        ["AnsweredAt"] = one.Answer?.At,
        ["ClosedBy"] = one.ClosedBy?.ToString(),
        ["ClosedAt"] = one.ClosedAt,
    };

    public static Complaint Read(TableEntity row) => new(
        row.GetString("Unit")!,
        row.GetInt32("Number")!.Value,
        row.GetString("Criterion"),
        row.GetString("Text")!,
        Party(row, "OpenedBy")!.Value,
        row.GetDateTimeOffset("OpenedAt")!.Value,
        row.GetString("Answer") is { } answer
            ? new(answer, Enum.Parse<ComplaintOutcome>(row.GetString("Outcome")!), Party(row, "AnsweredBy")!.Value, row.GetDateTimeOffset("AnsweredAt")!.Value)
            : null,
        Party(row, "ClosedBy"),
        row.GetDateTimeOffset("ClosedAt"));

    private static ComplaintParty? Party(TableEntity row, string name) => row.GetString(name) is { } party ? Enum.Parse<ComplaintParty>(party) : null;
}
