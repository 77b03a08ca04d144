using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>What a change says of itself; one for the whole change.</summary>
internal sealed record AuditEntry
{
    /// <param name="Action">The function's name, such as <c>SaveScores</c>.</param>
    /// <param name="Subject">What was changed, in ids.</param>
    /// <param name="Reason">Why, where a reason was asked for.</param>
    /// <param name="Before">What it was, as compact JSON or text; null when there was nothing.</param>
    /// <param name="After">What it is now.</param>
    public AuditEntry(string Action, string Subject, string? Reason = null, PiecedText? Before = null, PiecedText? After = null) =>
        (this.Action, this.Subject, this.Reason, BeforeText, AfterText) = (Action, Subject, Reason, Before, After);

    public string Action { get; init; }

    public string Subject { get; init; }

    public string? Reason { get; init; }

    public PiecedText? BeforeText { get; init; }

    public PiecedText? AfterText { get; init; }

    /// <summary>As one string, made anew each time where the text is long.</summary>
    public string? Before
    {
        get => BeforeText?.ToString();
        init => BeforeText = value;
    }

    /// <inheritdoc cref="Before"/>
    public string? After
    {
        get => AfterText?.ToString();
        init => AfterText = value;
    }
}

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
        entry = entry with { BeforeText = Cut(entry.BeforeText), AfterText = Cut(entry.AfterText) };
        var row = new AuditRow(previousSeq + 1, at.ToUniversalTime(), actor, entry, Guid.NewGuid().ToString("N"), previousHash, "");
        return row with { Hash = row.ComputeHash() };
    }

    /// <summary>SHA-256 over every field, each with its length before it, so that no two rows have the same text.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in new PiecedText?[]
        {
            Seq.ToString(CultureInfo.InvariantCulture), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Actor.Key, Actor.Unit,
            Entry.Action, Entry.Subject, Entry.Reason, Entry.BeforeText, Entry.AfterText, Id, Previous,
        })
        {
            Append(hash, field);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
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
        entity.PutText("Before", Entry.BeforeText);
        entity.PutText("After", Entry.AfterText);
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
            entity.Pieces("Before"),
            entity.Pieces("After")),
        entity.GetString("Id") ?? "",
        entity.GetString("Previous") ?? "",
        entity.GetString("Hash") ?? "");

    private static PiecedText? Cut(PiecedText? text)
    {
        if (text is not { Length: > LongestText })
        {
            return text;
        }

        var whole = text.ToString();
        return $"{whole[..LongText.End(whole, 0, LongestText - 1000)]}…sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))}";
    }

    private static void Append(IncrementalHash hash, PiecedText? field)
    {
        // Null and empty are different things to have said.
        AppendLetters(hash, string.Create(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:"));
        foreach (var piece in field?.Pieces ?? [])
        {
            AppendLetters(hash, piece);
        }

        AppendLetters(hash, ";");
    }

    /// <summary>A little at a time, for a sheet's texts are long and nobody needs them as bytes.</summary>
    private static void AppendLetters(IncrementalHash hash, string text)
    {
        const int Letters = 512;
        Span<byte> bytes = stackalloc byte[Letters * 3];
        var from = 0;
        while (from < text.Length)
        {
            var to = LongText.End(text, from, Letters);
            hash.AppendData(bytes[..Encoding.UTF8.GetBytes(text.AsSpan(from, to - from), bytes)]);
            from = to;
        }
    }
}
