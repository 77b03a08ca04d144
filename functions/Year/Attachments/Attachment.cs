using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Year.Attachments;

/// <summary>What of a bloc's year a file belongs to.</summary>
[JsonConverter(typeof(CamelCaseEnum<AttachmentSubject>))]
internal enum AttachmentSubject
{
    Plan,

    /// <summary>A version of the regulation.</summary>
    Regulation,
    Pact,

    /// <summary>A unit's signature under the pact, such as its scan.</summary>
    PactSignature,
    Movement,

    /// <summary>What a unit answered to a movement.</summary>
    MovementAnswer,
    Meeting,
    Report,

    /// <summary>A unit's part of a report.</summary>
    ReportPart,
    Handover,
}

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
        row.GetDateTimeOffset("Removed"));

    /// <summary>As the trail tells it: a caption may name people, so only its fingerprint is there.</summary>
    public string Facts() => string.Create(
        CultureInfo.InvariantCulture,
        $"{To} {Name} {Type.Title()} {Bytes} sha256:{Sha256}{(Caption is null ? "" : $" caption:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}|{Caption}")))}")}");
}
