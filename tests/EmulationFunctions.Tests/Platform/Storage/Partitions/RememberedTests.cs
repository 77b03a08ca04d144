using EmulationFunctions.Platform.Storage.Partitions;
using static EmulationFunctions.Tests.Platform.Storage.Partitions.PartitionProcess;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

/// <summary>What is remembered of a partition is never older than the request, on whichever machine it was changed and however its process ended.</summary>
public sealed class RememberedTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_remembered_costs_one_look_as_long_as_nothing_changes()
    {
        var process = await StartAsync(azurite, remembers: true);
        await process.SetAllAsync(3, "one");
        await process.RememberedAsync();
        process.Faults.Reset();

        Assert.Equal(All(3, "one"), await process.RememberedAsync());
        Assert.Equal(1, process.Faults.Calls);
    }

    [Fact]
    public async Task A_request_looks_once_for_all_that_it_remembers()
    {
        var process = await StartAsync(azurite, remembers: true);
        await process.SetAllAsync(3, "one");
        await process.RememberedAsync();
        process.Faults.Reset();

        process.Marks.LookAhead(Cancellation);
        await process.RememberedAsync();
        await process.RememberedAsync();

        Assert.Equal(1, process.Faults.Calls);
    }

    [Fact]
    public async Task A_change_is_seen_at_once_by_every_other_process()
    {
        var (one, other) = (await StartAsync(azurite, remembers: true), (PartitionProcess?)null);
        other = one.StartAnother(remembers: true);
        await one.SetAllAsync(3, "one");
        await other.RememberedAsync();

        await one.SetAllAsync(3, "two");

        Assert.Equal(All(3, "two"), await other.RememberedAsync());
    }

    [Fact]
    public async Task A_request_sees_what_it_has_changed_itself()
    {
        var process = await StartAsync(azurite, remembers: true);
        await process.SetAllAsync(3, "one");
        await process.RememberedAsync();
        process.Marks.LookAhead(Cancellation);
        await process.RememberedAsync();

        await process.SetAllAsync(3, "two");

        Assert.Equal(All(3, "two"), await process.RememberedAsync());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(120)]
    public async Task Wherever_the_process_of_a_change_dies_nobody_remembers_what_was_before(int rows)
    {
        var first = await StartAsync(azurite, remembers: true);
        var other = first.StartAnother(remembers: true);
        await first.SetAllAsync(rows, "0");
        var (died, deaths) = (true, 0);
        for (var after = 0; died; after++)
        {
            await other.RememberedAsync();
            var dying = first.StartAnother(remembers: true);
            dying.Faults.Reset(dieAfter: after);

            died = await Record.ExceptionAsync(() => dying.SetAllAsync(rows, $"{after + 1}")) is not null;
            deaths += died ? 1 : 0;

            var remembered = await other.RememberedAsync();
            Assert.Equal(await first.StartAnother().ValuesAsync(), remembered);
            Assert.Equal(remembered, await other.RememberedAsync());
        }

        // What was read, the day's mark, announced, committed, the announcement's end; and the deaths in between.
        Assert.InRange(deaths, 5, 30);
    }

    [Fact]
    public async Task What_a_dead_process_has_announced_costs_a_read_until_it_is_swept()
    {
        var process = await StartAsync(azurite, remembers: true);
        await process.SetAllAsync(3, "one");
        await process.Marks.AnnounceAsync(Address, Cancellation);
        await process.RememberedAsync();
        process.Faults.Reset();
        await process.RememberedAsync();
        Assert.Equal(2, process.Faults.Calls);

        Assert.Empty(await process.Marks.SweepAsync(Cancellation));
        process.Clock.Now += StagedChanges.AbandonedAfter;
        Assert.Equal([$"the announced change of {Address} is taken back"], await process.Marks.SweepAsync(Cancellation));

        await process.RememberedAsync();
        process.Faults.Reset();
        await process.RememberedAsync();
        Assert.Equal(1, process.Faults.Calls);
    }

    [Fact]
    public async Task What_a_dead_process_has_left_half_in_place_is_not_remembered_so()
    {
        var first = await StartAsync(azurite, remembers: true);
        var (dying, other) = (first.StartAnother(remembers: true), first.StartAnother(remembers: true));
        await first.SetAllAsync(120, "0");
        // Two transactions of staged rows, the commit, then the first of those that put rows in place.
        dying.Before(4, IsTransaction, () => throw new ProcessDiedException());
        Assert.NotNull(await Record.ExceptionAsync(() => dying.SetAllAsync(120, "1")));
        Assert.NotEmpty(await first.StagedRowsAsync());
        other.Clock.Now += StagedChanges.AbandonedAfter;
        Assert.Single(await other.Marks.SweepAsync(Cancellation));

        // As the units of an account are read, which wait for nobody.
        Task<IReadOnlyList<string>> AsTheyAreAsync() => other.Memory.GetAsync<IReadOnlyList<string>>(
            Address, "as they are", async token => [.. (await other.Store.QueryAsync(Address, Rows, token)).Select(row => row.GetString("Value")!).Distinct()], Cancellation);

        Assert.Contains("0", await AsTheyAreAsync());
        await first.ResumeAsync();

        Assert.Equal(["1"], await AsTheyAreAsync());
    }

    [Fact]
    public async Task A_change_that_is_refused_before_it_is_sent_leaves_nothing_announced()
    {
        var process = await StartAsync(azurite, remembers: true);

        await Assert.ThrowsAsync<ArgumentException>(() => process.SetAllAsync(1, new string('x', 40_000)));

        Assert.False((await process.Marks.NowAsync(Cancellation)).IsMoving);
    }

    [Fact]
    public async Task A_slow_change_that_was_taken_for_dead_is_seen_none_the_less()
    {
        var (slow, other) = (await StartAsync(azurite, remembers: true), (PartitionProcess?)null);
        other = slow.StartAnother(remembers: true);
        await slow.SetAllAsync(3, "one");
        other.Clock.Now += StagedChanges.AbandonedAfter;
        var swept = 0;
        slow.Before(1, request => IsTransaction(request), async () =>
        {
            swept = (await other.Marks.SweepAsync(Cancellation)).Count;
            await other.RememberedAsync();
        });

        await slow.SetAllAsync(3, "two");

        Assert.Equal(1, swept);
        Assert.Equal(All(3, "two"), await other.RememberedAsync());
    }

    [Fact]
    public async Task What_a_program_of_an_earlier_version_changes_is_seen_within_a_minute()
    {
        var process = await StartAsync(azurite, remembers: true);
        var earlier = process.StartAnother(remembers: false);
        await process.SetAllAsync(3, "one");
        await process.RememberedAsync();

        await earlier.SetAllAsync(3, "two");
        process.Clock.Now += PartitionMemory.LongestTrust;

        Assert.Equal(All(3, "two"), await process.RememberedAsync());
    }

    [Fact]
    public async Task A_change_of_what_nobody_remembers_is_not_announced()
    {
        var (remembering, not) = (await StartAsync(azurite, remembers: true), await StartAsync(azurite));
        await remembering.SetAllAsync(1, "one");
        await not.SetAllAsync(1, "one");
        remembering.Faults.Reset();
        not.Faults.Reset();

        await remembering.SetAllAsync(1, "two");
        await not.SetAllAsync(1, "two");

        Assert.Equal(not.Faults.Calls + 2, remembering.Faults.Calls);
    }
}
