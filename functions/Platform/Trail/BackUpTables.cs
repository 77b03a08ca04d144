using System.Collections.Concurrent;
using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// Each night, after the seal: exports every partition that was touched on the day before, for every day that is over and has no
/// finished backup. What is not touched for so long that its last backup is about to go is exported again.
/// </summary>
internal sealed partial class BackUpTables(
    BackupStore backups,
    PartitionReader partitions,
    Touched touched,
    IOptions<BackupOptions> options,
    TimeProvider clock,
    TimerRunner runner,
    ILogger<BackUpTables> logger) : ITimerFunction
{
    private const int AtOnce = 8;

    private const string When = "0 10 1 * * *";

    public string Name => nameof(BackUpTables);

    public string Schedule => When;

    [Function(nameof(BackUpTables))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var last = await backups.ListDaysAsync(cancellationToken) is [.., var found] ? found : (DateOnly?)null;
        if ((last?.AddDays(1) ?? await touched.FirstDayAsync(cancellationToken)) is not { } first)
        {
            return done;
        }

        var missing = 0;
        for (var day = first; day <= Touched.LastDayOver(clock.GetUtcNow()); day = day.AddDays(1))
        {
            var manifest = await BackUpAsync(day, cancellationToken);
            if (await backups.TryAddManifestAsync(manifest, cancellationToken))
            {
                BackupMade(Text(day), manifest.Partitions.Count, manifest.Missing.Count);
                done.Add($"{Text(day)} is backed up with {Words.Count(manifest.Partitions.Count, "partition")}");
            }

            // What was missing on an earlier day has been tried again since.
            missing = manifest.Missing.Count;
        }

        return missing == 0 ? done : throw new InvalidOperationException($"{missing} partitions could not be backed up; the others were.");
    }

    private async Task<BackupManifest> BackUpAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var made = new ConcurrentBag<BackedUpPartition>();
        var missing = new ConcurrentBag<PartitionAddress>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await DueAsync(day, cancellationToken), parallel, async (address, stop) =>
        {
            try
            {
                if (await BackUpAsync(address, day, stop) is { } partition)
                {
                    made.Add(partition);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                PartitionMissing(address.ToString(), exception);
                missing.Add(address);
            }
        });

        // Last: what is unfinished belongs to what was just exported.
        made.Add(await backups.AddAsync(await partitions.ReadIntentsAsync(cancellationToken), day, cancellationToken));
        return new(
            day,
            clock.GetUtcNow(),
            [.. made.OrderBy(one => one.Table, StringComparer.Ordinal).ThenBy(one => one.Partition, StringComparer.Ordinal)],
            [.. missing.Select(one => new MissingPartition(one.Table, one.Partition)).OrderBy(one => one.Table, StringComparer.Ordinal).ThenBy(one => one.Partition, StringComparer.Ordinal)]);
    }

    /// <summary>Touched on the day; missing from the day before; last exported so long ago that it would soon be nowhere.</summary>
    private async Task<IReadOnlyCollection<PartitionAddress>> DueAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var due = new HashSet<PartitionAddress>();
        await foreach (var address in touched.OnAsync(day, cancellationToken))
        {
            due.Add(address);
        }

        if (await backups.FindManifestAsync(day.AddDays(-1), cancellationToken) is { } before)
        {
            due.UnionWith(before.Missing.Select(one => new PartitionAddress(one.Table, one.Partition)));
        }

        var oldest = day.AddDays(-options.Value.KeptDays);
        if (await backups.FindManifestAsync(oldest, cancellationToken) is { } old)
        {
            foreach (var partition in old.Partitions.Where(one => one.Partition.Length > 0 && !due.Contains(one.Address)))
            {
                if (await backups.DaysOfAsync(partition.Address, cancellationToken) is [.., var newest] && newest <= oldest)
                {
                    due.Add(partition.Address);
                }
            }
        }

        return due;
    }

    /// <returns>Null when there is nothing in it: it was marked, and then never written.</returns>
    private async Task<BackedUpPartition?> BackUpAsync(PartitionAddress address, DateOnly day, CancellationToken cancellationToken)
    {
        if (await backups.FindAsync(address, day, cancellationToken) is { } left)
        {
            return left;
        }

        var export = await partitions.ReadAsync(address, cancellationToken);
        if (export.Rows.Count == 0)
        {
            return null;
        }

        if (export.Seq > 0)
        {
            await HoldToLastAsync(export, day, cancellationToken);
        }

        return await backups.AddAsync(export, day, cancellationToken);
    }

    /// <summary>While both are at hand: whether rows were changed past the chain since the last backup.</summary>
    private async Task HoldToLastAsync(PartitionExport export, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            if (await backups.FindLastAsync(export.Address, day, cancellationToken) is { } last && RowCheck.Find(last, export) is { } fault)
            {
                AuditBroken(export.Address.ToString(), fault.RowKey);
            }
        }
        catch (InvalidDataException exception)
        {
            BackupUnreadable(export.Address.ToString(), exception);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "The backup of {Day} is made: {Partitions} partitions, {Missing} missing.", EventName = "BackupMade")]
    private partial void BackupMade(string day, int partitions, int missing);

    [LoggerMessage(LogLevel.Error, "{Partition} could not be backed up; the next day's backup tries again.", EventName = "BackupPartitionMissing")]
    private partial void PartitionMissing(string partition, Exception exception);

    [LoggerMessage(LogLevel.Error, "The last backup of {Partition} is not what was stored; a new one is made.", EventName = "BackupUnreadable")]
    private partial void BackupUnreadable(string partition, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Partition} was changed past its audit, from the row {Row} on.", EventName = "AuditBroken")]
    private partial void AuditBroken(string partition, string row);
}
