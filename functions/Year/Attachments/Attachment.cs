using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

/// <param name="Kind">Which kind of thing it belongs to.</param>
/// <param name="Item">Which of them, by its id; null of what the year has one of.</param>
/// <param name="Unit">The unit whose own it is; null of what is the bloc's.</param>
internal sealed record AttachedTo(AttachmentSubject Kind, string? Item, string? Unit)
{
    public override string ToString() => $"{Kind}{(Item is null ? "" : $" {Item}")}{(Unit is null ? "" : $" {Unit}")}";
}

/// <summary>A file of a bloc's year: a signed paper, a scan, a photograph.</summary>
/// <param name="Id">Never used for another file, and later ones sort after earlier ones; also that of its blob.</param>
/// <param name="Name">As its sender named it, made safe (<see cref="FileName"/>).</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
/// <param name="Caption">What a photograph shows, as it is said; null where nothing is.</param>
/// <param name="By">Who sent it, as audit rows name people.</param>
/// <param name="Removed">When it was taken away; its blob is swept later.</param>
internal sealed record Attachment(
    string Id, AttachedTo To, string Name, FileType Type, long Bytes, string Sha256, string? Caption, DateTimeOffset At, string By, DateTimeOffset? Removed = null)
{
    public const int LongestCaption = 300;

    /// <summary>Until when it is not taken away, because somebody is about to name it; null where nobody was.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public const string Prefix = "file|";

    public static string Key(string id) => Prefix + id;

    public TableEntity ToRow(string partition) => new(partition, Key(Id))
    {
        ["Subject"] = To.Kind.ToString(),
        ["Item"] = To.Item,
        ["Unit"] = To.Unit,
        ["Name"] = Name,
        ["Type"] = Type.ToString(),
        ["Bytes"] = Bytes,
        ["Sha256"] = Sha256,
        ["Caption"] = Caption,
        ["At"] = At,
        ["By"] = By,
        ["Removed"] = Removed,
        ["HeldUntil"] = HeldUntil,
    };

    public static Attachment From(TableEntity row) => new(
        row.RowKey[Prefix.Length..],
        new(Enum.Parse<AttachmentSubject>(row.GetString("Subject") ?? ""), row.GetString("Item"), row.GetString("Unit")),
        row.GetString("Name") ?? "",
        Enum.Parse<FileType>(row.GetString("Type") ?? ""),
        row.GetInt64("Bytes") ?? 0,
        row.GetString("Sha256") ?? "",
        row.GetString("Caption"),
        row.GetDateTimeOffset("At") ?? default,
        row.GetString("By") ?? "",
        row.GetDateTimeOffset("Removed"))
    {
        HeldUntil = row.GetDateTimeOffset("HeldUntil"),
    };

    /// <summary>As the trail tells it: a caption may name people, so only its fingerprint is there.</summary>
    public string Facts() => string.Create(
        CultureInfo.InvariantCulture,
        $"{To} {Name} {Type.Title()} {Bytes} sha256:{Sha256}{(Caption is null ? "" : $" caption:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}|{Caption}")))}")}");
}
