using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>What a change says of itself; one for the whole change.</summary>
/// <param name="Action">The function's name, such as <c>SaveScores</c>.</param>
/// <param name="Subject">What was changed, in ids.</param>
/// <param name="Reason">Why, where a reason was asked for.</param>
/// <param name="Before">What it was, as compact JSON or text; null when there was nothing.</param>
/// <param name="After">What it is now.</param>
internal sealed record AuditEntry(string Action, string Subject, string? Reason = null, string? Before = null, string? After = null);

/// <summary>
/// A row of a partition's audit trail. The rows of a partition are a chain: each holds the hash of the one before it, and the
/// partition's head holds the hash of the last.
/// </summary>
/// <param name="Seq">Its number: the change's.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Entry">What and why.</param>
/// <param name="Id">Drawn for this attempt alone, so that nobody takes an equal change by somebody else for its own.</param>
/// <param name="Previous">The hash of the row before it.</param>
/// <param name="Hash">Over all of it.</param>
internal sealed record AuditRow(long Seq, DateTimeOffset At, Actor Actor, AuditEntry Entry, string Id, string Previous, string Hash)
{
    public const string Prefix = "audit|";

    /// <summary>The hash before the first row.</summary>
    public const string Beginning = "";

    private const int MaximumPieces = 8;

    /// <summary>A longer before or after is cut, and says so with its hash.</summary>
    public const int LongestText = LongText.PieceLength * MaximumPieces;

    public static KeyRange All => KeyRange.Prefix(Prefix);

    public static AuditRow Next(long previousSeq, string previousHash, DateTimeOffset at, Actor actor, AuditEntry entry)
    {
        // Storage keeps ticks; what is hashed must be what is read back. Over-long texts are cut before they are hashed.
        entry = entry with { Before = Cut(entry.Before), After = Cut(entry.After) };
        var row = new AuditRow(previousSeq + 1, at.ToUniversalTime(), actor, entry, Guid.NewGuid().ToString("N"), previousHash, "");
        return row with { Hash = row.ComputeHash() };
    }

    /// <summary>SHA-256 over every field, each with its length before it, so that no two rows have the same text.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var field in new[]
        {
            Seq.ToString(CultureInfo.InvariantCulture), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Actor.Key, Actor.Unit,
            Entry.Action, Entry.Subject, Entry.Reason, Entry.Before, Entry.After, Id, Previous,
        })
        {
            // Null and empty are different things to have said.
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string Key(long seq) => $"{Prefix}{seq.ToString("D10", CultureInfo.InvariantCulture)}";

    public TableEntity ToEntity(string partition)
    {
        var entity = new TableEntity(partition, Key(Seq))
        {
            ["At"] = At,
            ["Actor"] = Actor.Key,
            ["Unit"] = Actor.Unit,
            ["Action"] = Entry.Action,
            ["Subject"] = Entry.Subject,
            ["Reason"] = Entry.Reason,
            ["Id"] = Id,
            ["Previous"] = Previous,
            ["Hash"] = Hash,
        };
        entity.PutText("Before", Entry.Before);
        entity.PutText("After", Entry.After);
        return entity;
    }

    public static AuditRow From(TableEntity entity) => new(
        long.Parse(entity.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture),
        entity.GetDateTimeOffset("At") ?? default,
        new(entity.GetString("Actor") ?? "", entity.GetString("Unit")),
        new(
            entity.GetString("Action") ?? "",
            entity.GetString("Subject") ?? "",
            entity.GetString("Reason"),
            entity.Text("Before"),
            entity.Text("After")),
        entity.GetString("Id") ?? "",
        entity.GetString("Previous") ?? "",
        entity.GetString("Hash") ?? "");

    private static string? Cut(string? text) => text is { Length: > LongestText }
        ? $"{text[..LongText.End(text, 0, LongestText - 1000)]}…sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}"
        : text;
}
