using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>How pacts lie in the partition of a bloc's year (<see cref="PactKeys"/>): a row an edition, its lists as JSON; a row a signature.</summary>
internal static class PactRows
{
    public static TableEntity Row(string partition, Pact one)
    {
        var row = new TableEntity(partition, PactKeys.Text(one.Edition))
        {
            ["Title"] = one.Text.Title,
            ["TextUnknown"] = one.Text.TextUnknown ? true : null,
            ["Scheme"] = one.Text.Scheme?.Scheme,
            ["SchemeVersion"] = one.Text.Scheme?.Version,
            ["Hash"] = one.Hash,
            ["HashForm"] = one.HashForm,
            ["IsForSigning"] = one.IsForSigning,
            ["ReportBy"] = string.Join(' ', one.ReportBy.Select(day => RowDay.Of(day))),
            ["Pictures"] = RowText.Of(one.Pictures),
            ["WrittenAt"] = one.WrittenAt,
        };
        row.PutText("Grounds", RowText.Of(one.Text.Grounds));
        row.PutText("Text", one.Text.Text);
        row.PutText("Items", RowText.Of(one.Text.Items));
        row.PutText("Targets", RowText.Of(one.Text.Targets));
        return row;
    }

    public static Pact ReadPact(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(PactKeys.TextPrefix.Length), CultureInfo.InvariantCulture),
        new(
            row.GetString("Title")!,
            RowText.Read<IReadOnlyList<PaperReference>>(row.Text("Grounds")!),
            row.Text("Text"),
            RowText.Read<IReadOnlyList<PactItem>>(row.Text("Items")!),
            RowText.Read<IReadOnlyList<PactTarget>>(row.Text("Targets")!),
            row.GetString("Scheme") is { } scheme ? new SchemeVersion(scheme, row.GetInt32("SchemeVersion")!.Value) : null)
        {
            TextUnknown = row.GetBoolean("TextUnknown") ?? false,
        },
        row.GetString("Hash")!,
        row.GetInt32("HashForm")!.Value,
        row.GetBoolean("IsForSigning") ?? false,
        [.. (row.GetString("ReportBy") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)],
        RowText.Read<IReadOnlyList<PactPicture>>(row.GetString("Pictures") ?? "[]"),
        row.GetDateTimeOffset("WrittenAt")!.Value,
        row.GetInt64("Seq") ?? 0);

    public static TableEntity Row(string partition, Signature one) => new(partition, PactKeys.Signature(one.Unit, one.Given))
    {
        ["Edition"] = one.Edition,
        ["TextHash"] = one.TextHash,
        ["Way"] = one.Way.ToString(),
        ["Day"] = RowDay.Of(one.Day),
        ["DaySaid"] = one.DaySaid,
        ["RecordedAt"] = one.RecordedAt,
        ["SignerName"] = one.Signer?.Name,
        ["SignerPost"] = one.Signer?.Post,
        ["SignerSalt"] = one.Signer?.Salt,
        ["Scan"] = one.Scan,
        ["WithdrawnReason"] = one.Withdrawn?.Reason,
        ["WithdrawnAt"] = one.Withdrawn?.At,
    };

    public static Signature ReadSignature(TableEntity row) => new(
        row.RowKey.Split('|')[^2],
        row.GetInt32("Edition")!.Value,
        row.GetString("TextHash")!,
        Enum.Parse<SignatureWay>(row.GetString("Way")!),
        row.DayOf("Day"),
        row.GetString("DaySaid"),
        row.GetDateTimeOffset("RecordedAt")!.Value,
        row.GetString("SignerSalt") is { } salt ? new(row.GetString("SignerName"), row.GetString("SignerPost"), salt) : null,
        row.GetString("Scan"),
        row.GetString("WithdrawnReason") is { } reason ? new(reason, row.GetDateTimeOffset("WithdrawnAt")!.Value) : null,
        long.Parse(row.RowKey.Split('|')[^1], CultureInfo.InvariantCulture),
        row.GetInt64("Seq") ?? 0);

    /// <summary>Takes a signer out of a row.</summary>
    public static int Erase(TableEntity row)
    {
        if (row.GetString("SignerSalt") is null or "")
        {
            return 0;
        }

        (row["SignerName"], row["SignerPost"], row["SignerSalt"]) = (null, null, "");
        return 1;
    }

    /// <summary>Of everything that begins with "pact"; null where there is no pact.</summary>
    public static PactRecord? ReadRecord(PartitionView view)
    {
        var editions = view.RowsOf(PactKeys.TextPrefix).Select(ReadPact).ToList();
        return editions.Count == 0 ? null : new(editions, [.. view.RowsOf(PactKeys.SignaturePrefix).Select(ReadSignature)]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
