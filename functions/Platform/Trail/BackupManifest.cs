using System.Text.Json.Serialization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>What the backup of a day (UTC) consists of; written last, so that a backup without one is an unfinished backup.</summary>
/// <param name="Day">The day.</param>
/// <param name="At">When it was finished.</param>
/// <param name="Partitions">The partitions that were touched on the day, and those whose last backup was about to go.</param>
/// <param name="Missing">Partitions that could not be read; the next day's backup tries them again.</param>
internal sealed record BackupManifest(DateOnly Day, DateTimeOffset At, IReadOnlyList<BackedUpPartition> Partitions, IReadOnlyList<MissingPartition> Missing);

/// <param name="Table">The table.</param>
/// <param name="Partition">The partition; empty for a table that is exported whole.</param>
/// <param name="Blob">Where it is: gzip of JSON lines, the first of which is a <see cref="PartitionHeader"/>.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Seq">The number of the last change in it; 0 in a table without audit.</param>
/// <param name="Hash">The hash of that change's audit row, as in the day's seal.</param>
/// <param name="Sha256">Of the blob.</param>
internal sealed record BackedUpPartition(string Table, string Partition, string Blob, int Rows, long Seq, string Hash, string Sha256)
{
    [JsonIgnore]
    public PartitionAddress Address => new(Table, Partition);
}

internal sealed record MissingPartition(string Table, string Partition);

/// <summary>The first line of an export.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition; empty for a table that is exported whole.</param>
/// <param name="Seq">The number of the last change; 0 without audit.</param>
/// <param name="Hash">The hash of the last audit row.</param>
/// <param name="Rows">How many lines follow.</param>
internal sealed record PartitionHeader(string Table, string Partition, long Seq, string Hash, int Rows);
