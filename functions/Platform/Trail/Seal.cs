using System.Text.Json.Serialization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// How far the chains of all partitions that were touched on a day (UTC) had come when the day was over. The seals are a chain too.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="At">When it was sealed.</param>
/// <param name="Previous">SHA-256 of the seal of the day before, as it is stored; null in the first one.</param>
/// <param name="Partitions">The partitions, in the order of their names.</param>
internal sealed record Seal(DateOnly Day, DateTimeOffset At, string? Previous, IReadOnlyList<SealedHead> Partitions);

/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Seq">The number of its last audit row; 0 when there was none yet.</param>
/// <param name="Hash">The hash of that row.</param>
internal sealed record SealedHead(string Table, string Partition, long Seq, string Hash)
{
    [JsonIgnore]
    public PartitionAddress Address => new(Table, Partition);
}

/// <summary>A seal as it was found.</summary>
/// <param name="Seal">Null when what is stored is no seal.</param>
/// <param name="Hash">SHA-256 of what is stored.</param>
internal sealed record StoredSeal(Seal? Seal, string Hash);

/// <summary>What was sealed of one partition on one day.</summary>
internal sealed record Witness(DateOnly Day, long Seq, string Hash);
