using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// How the outbox lies in its table: a partition for each day with a row for each mail, kept for ever, and the partition <c>open</c> with
/// a row <c>{day}|{mail}</c> for each mail that is not over, so that nobody searches the days for what is left to do.
/// </summary>
internal static class OutboxRows
{
    public const string Open = "open";
    public const string IdColumn = "Id";
    public const string StateColumn = "State";
    public const string PhaseColumn = "Phase";

    public static TableEntity Row(OutboxMail mail) => new(mail.Key.Partition, mail.Key.Row)
    {
        [IdColumn] = mail.Key.Id,
        [StateColumn] = mail.State.ToString(),
        ["Urgency"] = mail.Urgency.ToString(),
        ["Deadline"] = Text(mail.Deadline),
        ["QueuedAt"] = mail.QueuedAt,
        ["Tries"] = mail.Tries,
        ["Failures"] = mail.Failures,
        ["IsUnsure"] = mail.IsUnsure,
        ["Reason"] = mail.Reason,
        ["NotBefore"] = mail.NotBefore,
        ["LeaseUntil"] = mail.LeaseUntil,
        ["Operation"] = mail.Operation,
        ["AcceptedAt"] = mail.AcceptedAt,
        ["EndedAt"] = mail.EndedAt,
        ["LastRun"] = mail.LastRun is { } day ? Text(day) : null,
        ["Blocs"] = mail.Blocs.Count == 0 ? null : string.Join('\n', mail.Blocs),
        ["Notice"] = mail.Notice is { } notice ? notice.Kind?.ToString() ?? "" : null,
        ["NoticeTable"] = mail.Notice?.Address.Table,
        ["NoticePartition"] = mail.Notice?.Address.Partition,
        ["Subject"] = mail.Notice?.Subject,
        ["Text"] = mail.Notice?.Text,
        ["NoticeSeq"] = mail.Notice?.Seq,
        // Tells this writing from an equal one by somebody else, should its answer be lost.
        ["Write"] = Guid.NewGuid(),
    };

    public static OutboxMail Mail(TableEntity row) => new(
        MailKey.Parse(row.PartitionKey, row.RowKey),
        Enum.Parse<MailUrgency>(row.GetString("Urgency")!),
        Day(row.GetString("Deadline")!),
        row.GetDateTimeOffset("QueuedAt")!.Value)
    {
        State = Enum.Parse<MailState>(row.GetString(StateColumn)!),
        Tries = row.GetInt32("Tries") ?? 0,
        Failures = row.GetInt32("Failures") ?? 0,
        IsUnsure = row.GetBoolean("IsUnsure") ?? false,
        Reason = row.GetString("Reason"),
        NotBefore = row.GetDateTimeOffset("NotBefore"),
        LeaseUntil = row.GetDateTimeOffset("LeaseUntil"),
        Operation = row.GetGuid("Operation"),
        AcceptedAt = row.GetDateTimeOffset("AcceptedAt"),
        EndedAt = row.GetDateTimeOffset("EndedAt"),
        LastRun = row.GetString("LastRun") is { } day ? Day(day) : null,
        Blocs = row.GetString("Blocs")?.Split('\n') ?? [],
        Notice = row.GetString("Notice") is { } kind
            ? new(
                Notices.KindOf(kind),
                new(row.GetString("NoticeTable") ?? "", row.GetString("NoticePartition") ?? ""),
                row.GetString("Subject") ?? "",
                row.GetString("Text"),
                row.GetInt64("NoticeSeq") ?? 0)
            : null,
        ETag = row.ETag,
    };

    public static string OpenKey(MailKey key) => $"{key.Partition}|{key.Row}";

    public static TableEntity OpenRow(OutboxMail mail, DateTimeOffset now) => new(Open, OpenKey(mail.Key))
    {
        ["Urgency"] = mail.Urgency.ToString(),
        ["Deadline"] = Text(mail.Deadline),
        ["QueuedAt"] = mail.QueuedAt,
        [PhaseColumn] = OpenPhase.Waiting.ToString(),
        ["At"] = now,
    };

    public static OpenMail OpenMail(TableEntity row)
    {
        var key = MailKey.Parse(row.RowKey[..10], row.RowKey[11..]);
        return new(
            key,
            new(Enum.Parse<MailUrgency>(row.GetString("Urgency")!), Day(row.GetString("Deadline")!), row.GetDateTimeOffset("QueuedAt")!.Value, row.RowKey),
            Enum.Parse<OpenPhase>(row.GetString(PhaseColumn)!),
            row.GetDateTimeOffset("At")!.Value,
            row.ETag);
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
