using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// Each night: seals how far the chains of all partitions touched on the day before had come, for every day that is over and has no seal.
/// A seal holds at least every change that was begun on its day. It holds the head as it stands when the seal is made, well after
/// midnight: what was begun on the day is committed by then or never, and what belongs to the next day already is sealed twice,
/// which does no harm. So nothing depends on what time a row claims for itself.
/// </summary>
internal sealed partial class SealAudit(SealStore seals, ChainVerifier chains, Touched touched, TimeProvider clock, TimerRunner runner, ILogger<SealAudit> logger) : ITimerFunction
{
    private const int AtOnce = 8;

    private const string When = "0 40 0 * * *";

    public string Name => nameof(SealAudit);

    public string Schedule => When;

    [Function(nameof(SealAudit))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var last = await seals.ListDaysAsync(cancellationToken) is [.., var found] ? found : (DateOnly?)null;
        if ((last?.AddDays(1) ?? await touched.FirstDayAsync(cancellationToken)) is not { } first)
        {
            return done;
        }

        var previous = last is null ? null : await seals.FindAsync(last.Value, cancellationToken);
        for (var day = first; day <= Touched.LastDayOver(clock.GetUtcNow()); day = day.AddDays(1))
        {
            previous = await SealAsync(day, previous?.Hash, done, cancellationToken);
        }

        return done;
    }

    /// <summary>
    /// The partitions' own words come first and the seal last: a run that died has left words that are true, and no seal, so the next
    /// run does it again. Of two runs at once one seal stays.
    /// </summary>
    private async Task<StoredSeal?> SealAsync(DateOnly day, string? previous, List<string> done, CancellationToken cancellationToken)
    {
        var heads = new ConcurrentBag<SealedHead>();
        var broken = new ConcurrentBag<PartitionAddress>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(touched.OnAsync(day, cancellationToken), parallel, async (address, stop) =>
        {
            try
            {
                var check = await chains.CheckSinceSealAsync(address, stop);
                if (check.Fault is { } fault)
                {
                    AuditBroken(address.ToString(), fault.RowKey);
                    broken.Add(address);
                }

                // Without a head and a seal it is a partition without audit, or one that was marked and then never written.
                if (await chains.HeadAsync(address, stop) is var head && (head.Seq > 0 || check.Sealed is not null))
                {
                    heads.Add(new(address.Table, address.Partition, head.Seq, head.Hash));
                }
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or RequestFailedException { Status: StatusCodes.Status404NotFound })
            {
                // A mark or a head that the program has never written. The other partitions must be sealed all the same.
                AuditBroken(address.ToString(), PartitionHead.Key);
                broken.Add(address);
            }
        });

        SealedHead[] sorted = [.. heads.OrderBy(head => head.Table, StringComparer.Ordinal).ThenBy(head => head.Partition, StringComparer.Ordinal)];
        await Parallel.ForEachAsync(sorted.Where(head => head.Seq > 0), parallel, async (head, stop) => await seals.TryAddAsync(day, head, stop));
        var isNew = await seals.TryAddAsync(new Seal(day, clock.GetUtcNow(), previous, sorted), cancellationToken);
        var stored = await seals.FindAsync(day, cancellationToken);
        if (isNew && stored is not null)
        {
            var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            AuditSealed(text, sorted.Length, stored.Hash);
            done.Add($"{text} is sealed with {Words.Count(sorted.Length, "partition")}");
            done.AddRange(broken.Select(address => $"the audit of {address} does not hold"));
        }

        return stored;
    }

    [LoggerMessage(LogLevel.Information, "The audit of {Day} is sealed: {Partitions} partitions, hash {Hash}.", EventName = "AuditSealed")]
    private partial void AuditSealed(string day, int partitions, string hash);

    [LoggerMessage(LogLevel.Error, "The audit of {Partition} does not hold from the row {Row} on.", EventName = "AuditBroken")]
    private partial void AuditBroken(string partition, string row);
}
