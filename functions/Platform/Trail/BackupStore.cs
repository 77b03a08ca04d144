using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// The backups (<see cref="DayStore"/>): a manifest for each day, and for each partition that had changed a
/// <c>{day}.jsonl.gz</c>, the partition as it was when that day was over.
/// </summary>
internal sealed class BackupStore(BlobServiceClient service)
{
    public const string Container = "backups";

    private const string Ending = ".jsonl.gz";

    private readonly DayStore _days = new(service.GetBlobContainerClient(Container));

    /// <summary>The days whose backup is finished, earliest first.</summary>
    public Task<List<DateOnly>> ListDaysAsync(CancellationToken cancellationToken) => _days.ListDaysAsync(cancellationToken);

    public async Task<BackupManifest?> FindManifestAsync(DateOnly day, CancellationToken cancellationToken) =>
        await _days.FindAsync(DayStore.NameOf(day), cancellationToken) is { } content
            ? JsonSerializer.Deserialize<BackupManifest>(content.Span, JsonSerializerOptions.Web)
            : null;

    /// <returns>Whether it was written now; false when the day has one.</returns>
    public Task<bool> TryAddManifestAsync(BackupManifest manifest, CancellationToken cancellationToken) => _days.TryAddAsync(
        DayStore.NameOf(manifest.Day), JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web), "application/json", null, cancellationToken);

    /// <summary>
    /// What a run that died has left of this partition and day: whole, or it would not be there. Null when there is nothing.
    /// </summary>
    public async Task<BackedUpPartition?> FindAsync(PartitionAddress address, DateOnly day, CancellationToken cancellationToken)
    {
        var name = DayStore.NameOf(address, day, Ending);
        return await _days.FindMetadataAsync(name, cancellationToken) is { } found
            ? new(
                address.Table,
                address.Partition,
                name,
                int.Parse(found["rows"], CultureInfo.InvariantCulture),
                long.Parse(found["seq"], CultureInfo.InvariantCulture),
                found.TryGetValue("hash", out var hash) ? hash : "",
                found["sha256"])
            : null;
    }

    /// <summary>Stores the export, or finds that somebody else has stored one of the same day.</summary>
    public async Task<BackedUpPartition> AddAsync(PartitionExport export, DateOnly day, CancellationToken cancellationToken)
    {
        var name = DayStore.NameOf(export.Address, day, Ending);
        var content = export.ToGzip();
        var added = new BackedUpPartition(
            export.Address.Table, export.Address.Partition, name, export.Rows.Count, export.Seq, export.Hash, Convert.ToHexStringLower(SHA256.HashData(content)));
        var metadata = new Dictionary<string, string>
        {
            ["rows"] = added.Rows.ToString(CultureInfo.InvariantCulture),
            ["seq"] = added.Seq.ToString(CultureInfo.InvariantCulture),
            ["sha256"] = added.Sha256,
        };
        if (added.Hash.Length > 0)
        {
            metadata["hash"] = added.Hash;
        }

        return await _days.TryAddAsync(name, content, "application/gzip", metadata, cancellationToken)
            ? added
            : await FindAsync(export.Address, day, cancellationToken) ?? throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"{name} is there and is not.");
    }

    /// <summary>The days on which the partition was exported, earliest first.</summary>
    public Task<List<DateOnly>> DaysOfAsync(PartitionAddress address, CancellationToken cancellationToken) => _days.DaysOfAsync(address, Ending, cancellationToken);

    /// <summary>The partition's last export before a day; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is not what was stored.</exception>
    public async Task<PartitionExport?> FindLastAsync(PartitionAddress address, DateOnly before, CancellationToken cancellationToken)
    {
        var days = await DaysOfAsync(address, cancellationToken);
        var last = days.FindLastIndex(day => day < before);
        return last >= 0 && await FindAsync(address, days[last], cancellationToken) is { } found ? await ReadAsync(found, cancellationToken) : null;
    }

    /// <exception cref="InvalidDataException">It is gone, or not what was stored.</exception>
    public async Task<PartitionExport> ReadAsync(BackedUpPartition partition, CancellationToken cancellationToken)
    {
        var content = await _days.FindAsync(partition.Blob, cancellationToken) ?? throw new InvalidDataException($"{partition.Blob} is gone.");
        return Convert.ToHexStringLower(SHA256.HashData(content.Span)) == partition.Sha256
            ? PartitionExport.FromGzip(content)
            : throw new InvalidDataException($"{partition.Blob} is not what its manifest says.");
    }
}
