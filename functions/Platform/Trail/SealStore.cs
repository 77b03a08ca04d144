using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// The seals (<see cref="DayStore"/>): a seal for each day, and an empty blob for each partition in it, which carries its number and
/// hash as metadata. So the seals of one partition are found by one listing, however many years there are.
/// </summary>
internal sealed class SealStore(BlobServiceClient service)
{
    public const string Container = "audit-seals";

    private readonly DayStore _days = new(service.GetBlobContainerClient(Container));

    /// <summary>The days that are sealed, earliest first.</summary>
    public Task<List<DateOnly>> ListDaysAsync(CancellationToken cancellationToken) => _days.ListDaysAsync(cancellationToken);

    public async Task<StoredSeal?> FindAsync(DateOnly day, CancellationToken cancellationToken) =>
        await _days.FindAsync(DayStore.NameOf(day), cancellationToken) is { } content
            ? new(Parse(content), Convert.ToHexStringLower(SHA256.HashData(content.Span)))
            : null;

    /// <summary>Writes the seal unless the day has one already.</summary>
    /// <returns>Whether it was written now.</returns>
    public Task<bool> TryAddAsync(Seal seal, CancellationToken cancellationToken) => _days.TryAddAsync(
        DayStore.NameOf(seal.Day), JsonSerializer.SerializeToUtf8Bytes(seal, JsonSerializerOptions.Web), "application/json", null, cancellationToken);

    /// <summary>
    /// Leaves the partition's own word. One that a run left behind which died later is as true as a new one, and stays.
    /// </summary>
    public Task<bool> TryAddAsync(DateOnly day, SealedHead head, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { ["seq"] = head.Seq.ToString(CultureInfo.InvariantCulture), ["hash"] = head.Hash };
        return _days.TryAddAsync(DayStore.NameOf(head.Address, day, ""), [], "application/octet-stream", metadata, cancellationToken);
    }

    /// <summary>What was ever sealed of a partition, in the order of its audit rows.</summary>
    public async Task<List<Witness>> WitnessesAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var witnesses = new List<Witness>();
        await foreach (var (day, metadata) in _days.ListAsync(address, "", cancellationToken))
        {
            if (metadata.TryGetValue("seq", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seq) && seq > 0
                && metadata.TryGetValue("hash", out var hash))
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
            return JsonSerializer.Deserialize<Seal>(content.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
