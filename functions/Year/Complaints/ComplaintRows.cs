using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Year.Complaints;

/// <summary>
/// How complaints lie in the bloc's partition: a row <c>appeal|{unit}|{number}</c> each. The keys sort before the bloc's record on
/// purpose: a complaint scores nothing by itself, so what computes scores does not read it.
/// </summary>
internal static class ComplaintRows
{
    private const string Prefix = "appeal|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static KeyRange Of(string unit) => KeyRange.Prefix($"{Prefix}{unit}|");

    public static string Key(string unit, int number) => $"{Prefix}{unit}|{number.ToString("D2", CultureInfo.InvariantCulture)}";

    public static TableEntity Row(string partition, Complaint one) => new(partition, Key(one.Unit, one.Number))
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
