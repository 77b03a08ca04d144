using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>What was found of a partition.</summary>
/// <param name="Chain">Its chain.</param>
/// <param name="Rows">Where its rows differ from their last backup past the chain; null when they do not, or were not looked at.</param>
/// <param name="ComparedWith">The day of that backup; null when there is none.</param>
internal sealed record PartitionFinding(PartitionAddress Address, ChainCheck Chain, RowFault? Rows, DateOnly? ComparedWith)
{
    public bool Holds => Chain.Fault is null && Rows is null;
}

internal enum SealFaultKind
{
    /// <summary>What is stored is no seal of that day.</summary>
    Unreadable,

    /// <summary>The seal of the day before is missing, or is not the one that this seal was made after.</summary>
    Before,

    /// <summary>The seal of the day after was not made after this one.</summary>
    After,
}

/// <summary>Checks chains, rows and seals, and tells the log of what does not hold.</summary>
internal sealed partial class AuditVerification(
    ChainVerifier chains, SealStore seals, BackupStore backups, PartitionReader partitions, ILogger<AuditVerification> logger)
{
    /// <summary>The whole chain of a partition, or its rest, and its rows against the last backup.</summary>
    /// <returns>Null when there is nothing of that name.</returns>
    public async Task<PartitionFinding?> CheckAsync(PartitionAddress address, ChainPoint start, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (await chains.CheckAsync(address, start, limit, cancellationToken) is not { } chain)
        {
            return null;
        }

        var (rows, day) = chain is { Fault: null, IsWhole: true } ? await HoldToBackupAsync(address, cancellationToken) : (null, null);
        if ((chain.Fault?.RowKey ?? rows?.RowKey) is { } row)
        {
            AuditBroken(address.ToString(), row);
        }

        return new(address, chain, rows, day);
    }

    /// <summary>A day's seal against the seals around it.</summary>
    public async Task<SealFaultKind?> CheckSealAsync(DateOnly day, StoredSeal stored, CancellationToken cancellationToken)
    {
        var fault = await FindSealFaultAsync(day, stored, cancellationToken);
        if (fault is not null)
        {
            AuditBroken($"{SealStore.Container}/{day:yyyy-MM-dd}", fault.Value.ToString());
        }

        return fault;
    }

    private async Task<SealFaultKind?> FindSealFaultAsync(DateOnly day, StoredSeal stored, CancellationToken cancellationToken)
    {
        if (stored.Seal is not { } seal || seal.Day != day)
        {
            return SealFaultKind.Unreadable;
        }

        // The first seal comes after none, and only the first.
        var before = await seals.FindAsync(day.AddDays(-1), cancellationToken);
        if (seal.Previous != before?.Hash || (before is null && (await seals.ListDaysAsync(cancellationToken))[0] != day))
        {
            return SealFaultKind.Before;
        }

        var after = await seals.FindAsync(day.AddDays(1), cancellationToken);
        return after is null || after.Seal?.Previous == stored.Hash ? null : SealFaultKind.After;
    }

    private async Task<(RowFault? Fault, DateOnly? Day)> HoldToBackupAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        if (await backups.DaysOfAsync(address, cancellationToken) is not [.., var last])
        {
            return (null, null);
        }

        try
        {
            return await backups.FindLastAsync(address, last.AddDays(1), cancellationToken) is { } backup
                ? (RowCheck.Find(backup, await partitions.ReadAsync(address, cancellationToken)), last)
                : (null, null);
        }
        catch (InvalidDataException)
        {
            return (new($"{BackupStore.Container}/{last:yyyy-MM-dd}", RowFaultKind.Backup), last);
        }
    }

    [LoggerMessage(LogLevel.Error, "The audit of {Partition} does not hold at {Row}.", EventName = "AuditBroken")]
    private partial void AuditBroken(string partition, string row);
}
