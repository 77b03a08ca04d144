using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// The seals, in a container where nothing can be changed or deleted: <c>days/{day}.json</c> for each day, and an empty blob
/// <c>partitions/{table}/{partition}/{day}</c> for each partition in it, which carries its number and hash as metadata. So the seals
/// of one partition are found by one listing, however many years there are.
/// </summary>
internal sealed class SealStore(BlobServiceClient service)
{
    public const string Container = "audit-seals";

    private const string Days = "days/";
    private const string Format = "yyyy-MM-dd";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>The days that are sealed, earliest first.</summary>
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

    public async Task<StoredSeal?> FindAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            var content = (await _container.GetBlobClient(Name(day)).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
            return new(Parse(content), Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Writes the seal unless the day has one already.</summary>
    /// <returns>Whether it was written now.</returns>
    public Task<bool> TryAddAsync(Seal seal, CancellationToken cancellationToken) => TryAddAsync(
        Name(seal.Day), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(seal, SealJson.Default.Seal)), new() { HttpHeaders = new() { ContentType = "application/json" } }, cancellationToken);

    /// <summary>
    /// Leaves the partition's own word. One that a run left behind which died later is as true as a new one, and stays.
    /// </summary>
    public Task<bool> TryAddAsync(DateOnly day, SealedHead head, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { ["seq"] = head.Seq.ToString(CultureInfo.InvariantCulture), ["hash"] = head.Hash };
        return TryAddAsync(Folder(head.Address) + Text(day), BinaryData.Empty, new() { Metadata = metadata }, cancellationToken);
    }

    /// <summary>What was ever sealed of a partition, in the order of its audit rows.</summary>
    public async Task<List<Witness>> WitnessesAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var witnesses = new List<Witness>();
        var folder = Folder(address);
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, cancellationToken))
        {
            // Below it there may be partitions whose names go on.
            if (DateOnly.TryParseExact(blob.Name[folder.Length..], Format, out var day)
                && blob.Metadata.TryGetValue("seq", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seq) && seq > 0
                && blob.Metadata.TryGetValue("hash", out var hash))
            {
                witnesses.Add(new(day, seq, hash));
            }
        }

        return [.. witnesses.OrderBy(witness => witness.Seq).ThenBy(witness => witness.Day)];
    }

    private static Seal? Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content.Span, SealJson.Default.Seal);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<bool> TryAddAsync(string name, BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        options.Conditions = new() { IfNoneMatch = ETag.All };
        try
        {
            await _container.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // There already, in whichever words the service says so: also "immutable".
            return false;
        }
    }

    private static string Name(DateOnly day) => $"{Days}{Text(day)}.json";

    /// <summary>A key never has a slash, so no two partitions have the same folder.</summary>
    private static string Folder(PartitionAddress address) => $"partitions/{address.Table}/{address.Partition.Replace('|', '/')}/";

    private static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
