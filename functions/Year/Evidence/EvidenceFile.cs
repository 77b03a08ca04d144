using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Evidence;

/// <summary>A file behind a criterion of a sheet.</summary>
/// <param name="Id">Never used for another file.</param>
/// <param name="Name">As its sender named it, made safe (<see cref="FileName"/>).</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
/// <param name="Blob">Which blob holds it: its own, or that of the same file under another criterion of the sheet.</param>
/// <param name="By">Who sent it, as audit rows name people.</param>
/// <param name="Removed">When it was taken off the draft; its blob is swept later.</param>
/// <param name="HeldBy">The sheet under which its content lies, where the file was carried over from there by a succession of units; null for its own.</param>
internal sealed record EvidenceFile(
    string Id, string Criterion, string Name, FileType Type, long Bytes, string Sha256, string Blob, DateTimeOffset At, string By, DateTimeOffset? Removed = null, PartitionAddress? HeldBy = null)
{
    /// <summary>The sheet under which its content lies.</summary>
    public PartitionAddress HeldIn(SheetId sheet) => HeldBy ?? sheet.Address;

    public TableEntity ToRow(string partition) => new(partition, SheetKeys.Evidence(Id))
    {
        ["Criterion"] = Criterion,
        ["Name"] = Name,
        ["Type"] = Type.ToString(),
        ["Bytes"] = Bytes,
        ["Sha256"] = Sha256,
        ["Blob"] = Blob,
        ["At"] = At,
        ["By"] = By,
        ["Removed"] = Removed,
        [SheetKeys.EvidenceHeldBy] = HeldBy?.Partition,
    };

    public static EvidenceFile From(TableEntity row) => new(
        row.RowKey[SheetKeys.EvidencePrefix.Length..],
        row.GetString("Criterion") ?? "",
        row.GetString("Name") ?? "",
        Enum.Parse<FileType>(row.GetString("Type") ?? ""),
        row.GetInt64("Bytes") ?? 0,
        row.GetString("Sha256") ?? "",
        row.GetString("Blob") ?? "",
        row.GetDateTimeOffset("At") ?? default,
        row.GetString("By") ?? "",
        row.GetDateTimeOffset("Removed"),
        row.GetString(SheetKeys.EvidenceHeldBy) is { } partition ? new PartitionAddress(SheetTable.Table, partition) : null);

    public static IEnumerable<EvidenceFile> Of(PartitionView view) => view.RowsOf(SheetKeys.EvidencePrefix).Select(From);

    /// <summary>As the audit trail tells it.</summary>
    public string Facts() => string.Create(CultureInfo.InvariantCulture, $"{Criterion} {Name} {Type.Title()} {Bytes} sha256:{Sha256}");
}
