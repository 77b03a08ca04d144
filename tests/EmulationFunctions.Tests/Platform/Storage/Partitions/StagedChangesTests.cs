using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using static EmulationFunctions.Tests.Platform.Storage.Partitions.PartitionProcess;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

public sealed class StagedChangesTests(AzuriteFixture azurite)
{
    private const int Count = 120;

    /// <summary>120 rows are staged by two transactions; the third is the commit.</summary>
    private const int Commit = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, Count, 1)]
    [InlineData(true, Count, 1)]
    [InlineData(true, 60, 30_000)] // few rows, of more bytes than a transaction takes
    public async Task Whenever_the_process_dies_a_staged_change_is_there_whole_or_not_at_all(bool isResumedByTheTimer, int count, int letters)
    {
        var after = new string('ế', letters);
        var outcomes = new List<bool>();
        for (var died = true; died;)
        {
            var process = await StartAsync(azurite);
            await process.SetAllAsync(3, "before");
            process.Faults.Reset(dieAfter: outcomes.Count);
            died = await DiesAsync(() => process.SetAllAsync(count, after));

            var next = process.StartAnother();
            if (isResumedByTheTimer)
            {
                await next.ResumeAsync();
            }

            // A row from the far end first: one who reads a single row must not see what others do not.
            var isThere = await next.Store.FindSettledAsync(Address, Key(count - 1), Cancellation) is not null;
            Assert.Equal(isThere ? All(count, after) : All(3, "before"), await next.ValuesAsync());
            await next.ResumeAsync();
            Assert.Equal(isThere ? All(count, after) : All(3, "before"), await next.ValuesAsync());
            Assert.Empty(await next.StagedRowsAsync());
            Assert.Empty(await next.Intents.ListAsync(StagedChanges.Intent, TimeSpan.Zero, Cancellation));
            Assert.Equal(isThere ? 2 : 1, await AuditChain.AssertWholeAsync(next.Tables, Address, Cancellation));
            outcomes.Add(isThere);
        }

        Assert.Equal(outcomes.Order(), outcomes);
        Assert.True(outcomes.Count(isThere => isThere) > 3 && outcomes.Count(isThere => !isThere) > 3, string.Join(' ', outcomes));
    }

    [Fact]
    public async Task Several_may_finish_a_change_at_once()
    {
        var dead = await StartAsync(azurite);
        await dead.SetAllAsync(Count, "before");
        var next = await CommitAndDieAsync(dead, "after");

        var finishers = Enumerable.Range(0, 4).Select(_ => dead.StartAnother()).ToList();
        var values = await Task.WhenAll(finishers.Select(finisher => finisher.ValuesAsync()));

        Assert.All(values, seen => Assert.Equal(All(Count, "after"), seen));
        Assert.Empty(await next.StagedRowsAsync());
        Assert.Empty(await next.Intents.ListAsync(StagedChanges.Intent, TimeSpan.Zero, Cancellation));
        Assert.Equal(2, await AuditChain.AssertWholeAsync(next.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task Readers_of_one_process_wait_for_one_who_finishes_and_do_not_all_do_it()
    {
        var dead = await StartAsync(azurite);
        await dead.SetAllAsync(Count, "before");
        await CommitAndDieAsync(dead, "after");
        var reader = dead.StartAnother();
        var transactions = 0;
        reader.Faults.Instead = request =>
        {
            Interlocked.Add(ref transactions, IsTransaction(request) ? 1 : 0);
            return null;
        };

        var values = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reader.ValuesAsync()));

        Assert.All(values, seen => Assert.Equal(All(Count, "after"), seen));
        Assert.InRange(transactions, 1, 2 * 4); // 120 rows by fifties, and the head; twice where a reader came just after the first had ended.
    }

    [Fact]
    public async Task A_slow_finisher_does_not_bring_back_what_was_changed_since()
    {
        var dead = await StartAsync(azurite);
        await dead.SetAllAsync(Count, "before");
        var quick = await CommitAndDieAsync(dead, "after");
        var slow = dead.StartAnother();
        slow.Before(1, IsTransaction, async () =>
        {
            await quick.ChangeAsync("Later", new Dictionary<int, string?> { [0] = "later", [Count - 1] = null });
        });

        var seen = await slow.ValuesAsync();

        Assert.Equal(["0000=later", .. All(Count, "after").Skip(1).SkipLast(1)], seen);
        Assert.Equal(seen, await quick.ValuesAsync());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(quick.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task A_change_that_was_swept_as_abandoned_can_no_longer_commit()
    {
        var frozen = await StartAsync(azurite);
        await frozen.SetAllAsync(3, "before");
        frozen.Before(Commit, IsTransaction, () => frozen.StartAnother().ResumeAsync());

        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(() => frozen.SetAllAsync(Count, "after"));

        var next = frozen.StartAnother();
        Assert.Equal(All(3, "before"), await next.ValuesAsync());
        Assert.Empty(await next.StagedRowsAsync());
    }

    [Fact]
    public async Task A_change_that_was_swept_half_way_through_its_staging_can_no_longer_commit()
    {
        var frozen = await StartAsync(azurite);
        await frozen.SetAllAsync(3, "before");
        frozen.Before(2, IsTransaction, () => frozen.StartAnother().ResumeAsync());

        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(() => frozen.SetAllAsync(Count, "after"));

        Assert.Equal(All(3, "before"), await frozen.StartAnother().ValuesAsync());
    }

    [Fact]
    public async Task A_sweep_that_meets_a_commit_leaves_it_alone()
    {
        var writer = await StartAsync(azurite);
        await writer.SetAllAsync(3, "before");
        using var isStaged = new ManualResetEventSlim();
        using var mayCommit = new ManualResetEventSlim();
        var sweeper = writer.StartAnother();
        var transactions = 0;
        writer.Faults.Instead = request =>
        {
            // It waits before its commit, and dies after it.
            if (IsTransaction(request) && ++transactions >= Commit)
            {
                isStaged.Set();
                mayCommit.Wait(Cancellation);
                return transactions > Commit ? throw new ProcessDiedException() : null;
            }

            return null;
        };
        var writing = Task.Run(() => DiesAsync(() => writer.SetAllAsync(Count, "after")), Cancellation);
        isStaged.Wait(Cancellation);

        // The sweeper has read that nothing was committed; before it deletes, it is.
        sweeper.Before(1, IsTransaction, () =>
        {
            mayCommit.Set();
            return writing;
        });
        await sweeper.ResumeAsync();
        Assert.True(await writing);

        Assert.Equal(All(Count, "after"), await sweeper.StartAnother().ValuesAsync());
        Assert.Equal(2, await AuditChain.AssertWholeAsync(writer.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task A_staged_change_that_lost_takes_its_rows_away_and_decides_again()
    {
        var process = await StartAsync(azurite);
        await process.SetAllAsync(3, "before");
        process.Before(Commit, IsTransaction, () => process.StartAnother().ChangeAsync("Between", new Dictionary<int, string?> { [500] = "between" }));

        await process.SetAllAsync(Count, "after");

        Assert.Equal([.. All(Count, "after"), "0500=between"], await process.ValuesAsync());
        Assert.Empty(await process.StagedRowsAsync());
        Assert.Empty(await process.Intents.ListAsync(StagedChanges.Intent, TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task Values_of_every_type_and_deletions_pass_through_staging()
    {
        var process = await StartAsync(azurite);
        await process.SetAllAsync(Count, "before");
        var instant = new DateTimeOffset(2026, 6, 15, 5, 0, 0, TimeSpan.Zero).AddTicks(1234567);

        await process.Store.ChangeAsync(Address, Rows, Somebody, (_, change) =>
        {
            for (var number = 0; number < Count; number += 2)
            {
                change.Delete(Key(number));
                var row = Row(number + 1, "after");
                (row["Flag"], row["Whole"], row["Long"], row["At"], row["Bytes"], row["None"]) = (true, 7, 1L << 40, instant, new byte[] { 1, 2 }, null);
                change.Put(row);
            }

            change.Audit = new("Mix", "all");
            return Task.FromResult(0);
        }, Cancellation);
        var view = await process.Store.ReadAsync(Address, Rows, Cancellation);

        Assert.Equal(Count / 2, view.Rows.Count);
        Assert.All(view.Rows, row => Assert.Equal(
            ("after", true, 7, 1L << 40, instant, "0102", 7),
            (row.GetString("Value"), row.GetBoolean("Flag"), row.GetInt32("Whole"), row.GetInt64("Long"), row.GetDateTimeOffset("At"), Convert.ToHexString(row.GetBinary("Bytes")!), row.Properties().Count())));
    }

    /// <summary>Kills the process as soon as its staged change is committed, before a row is moved.</summary>
    private static async Task<PartitionProcess> CommitAndDieAsync(PartitionProcess process, string value)
    {
        process.Before(Commit + 1, IsTransaction, () => throw new ProcessDiedException());
        await Assert.ThrowsAnyAsync<Exception>(() => process.SetAllAsync(Count, value));
        var next = process.StartAnother();
        Assert.NotEmpty(await next.StagedRowsAsync());
        return next;
    }

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }
}
