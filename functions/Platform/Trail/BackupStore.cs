using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// The backups, in a container where nothing can be changed or deleted: <c>days/{day}.json</c> is the manifest of a day,
/// <c>partitions/{table}/{partition}/{day}.jsonl.gz</c> a partition as it was when that day was over.
/// </summary>
internal sealed class BackupStore(BlobServiceClient service)
{
    public const string Container = "backups";

    private const string Days = "days/";
    private const string Format = "yyyy-MM-dd";
    private const string Ending = ".jsonl.gz";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>The days whose backup is finished, earliest first.</summary>
    public async Task<List<DateOnly>> ListDaysAsync(CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Days, cancellationToken))
        {
            if (DateOnly.TryParseExact(blob.Name[Days.Length..].Replace(".json", "", StringComparison.Ordinal), Format, out var day))
            {
                days.Add(day);
            }
        }

        days.Sort();
        return days;
    }

    public async Task<BackupManifest?> FindManifestAsync(DateOnly day, CancellationToken cancellationToken) =>
        await DownloadAsync($"{Days}{Text(day)}.json", cancellationToken) is { } content
            ? JsonSerializer.Deserialize(content.Span, BackupJson.Default.BackupManifest)
            : null;

    /// <returns>Whether it was written now; false when the day has one.</returns>
    public Task<bool> TryAddManifestAsync(BackupManifest manifest, CancellationToken cancellationToken) => TryAddAsync(
        $"{Days}{Text(manifest.Day)}.json", JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest), new() { ContentType = "application/json" }, null, cancellationToken);

    /// <summary>
    /// What a run that died has left of this partition and day: whole, or it would not be there. Null when there is nothing.
    /// </summary>
    public async Task<BackedUpPartition?> FindAsync(PartitionAddress address, DateOnly day, CancellationToken cancellationToken)
    {
        var name = Folder(address) + Text(day) + Ending;
        try
        {
            var found = (await _container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
            return new(
                address.Table,
                address.Partition,
                name,
                int.Parse(found["rows"], CultureInfo.InvariantCulture),
                long.Parse(found["seq"], CultureInfo.InvariantCulture),
                found.TryGetValue("hash", out var hash) ? hash : "",
                found["sha256"]);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Stores the export, or finds that somebody else has stored one of the same day.</summary>
    public async Task<BackedUpPartition> AddAsync(PartitionExport export, DateOnly day, CancellationToken cancellationToken)
    {
        var name = Folder(export.Address) + Text(day) + Ending;
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

        return await TryAddAsync(name, content, new() { ContentType = "application/gzip" }, metadata, cancellationToken)
            ? added
            : await FindAsync(export.Address, day, cancellationToken) ?? throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"{name} is there and is not.");
    }

    /// <summary>The days on which the partition was exported, earliest first.</summary>
    public async Task<List<DateOnly>> DaysOfAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var folder = Folder(address);
        var days = new List<DateOnly>();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            // Below it there may be partitions whose names go on.
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && DateOnly.TryParseExact(blob.Name[folder.Length..^Ending.Length], Format, out var day))
            {
                days.Add(day);
            }
        }

        days.Sort();
        return days;
    }

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
        var content = await DownloadAsync(partition.Blob, cancellationToken) ?? throw new InvalidDataException($"{partition.Blob} is gone.");
        return Convert.ToHexStringLower(SHA256.HashData(content.Span)) == partition.Sha256
            ? PartitionExport.FromGzip(content)
            : throw new InvalidDataException($"{partition.Blob} is not what its manifest says.");
    }

    private async Task<ReadOnlyMemory<byte>?> DownloadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private async Task<bool> TryAddAsync(string name, byte[] content, BlobHttpHeaders headers, Dictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions { HttpHeaders = headers, Metadata = metadata, Conditions = new() { IfNoneMatch = ETag.All } };
            await _container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // There already, in whichever words the service says so: also "immutable".
            return false;
        }
    }

    /// <summary>A key never has a slash, so no two partitions have the same folder.</summary>
    private static string Folder(PartitionAddress address) =>
        address.Partition.Length == 0 ? $"tables/{address.Table}/" : $"partitions/{address.Table}/{address.Partition.Replace('|', '/')}/";

    private static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
