using static EmulationFunctions.Tests.Platform.Storage.Partitions.PartitionProcess;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

/// <summary>The marks left outside of a partition: which were written on a day, and which work is unfinished.</summary>
public sealed class MarksTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partition_is_marked_once_on_each_day_on_which_it_is_written()
    {
        var process = await StartAsync(azurite);
        process.Clock.Now = new(2026, 6, 15, 23, 59, 59, TimeSpan.Zero);

        await process.SetAllAsync(1, "one");
        process.Faults.Reset();
        await process.SetAllAsync(1, "two");
        var callsOfSecond = process.Faults.Calls;
        process.Clock.Now += TimeSpan.FromSeconds(1);
        process.Faults.Reset();
        await process.SetAllAsync(1, "three");

        Assert.Equal(callsOfSecond + 1, process.Faults.Calls);
        Assert.Equal([Address], await process.Touched.OnAsync(new(2026, 6, 15), Cancellation).ToListAsync(Cancellation));
        Assert.Equal([Address], await process.Touched.OnAsync(new(2026, 6, 16), Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await process.Touched.OnAsync(new(2026, 6, 17), Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Reading_marks_nothing()
    {
        var process = await StartAsync(azurite);

        await process.ValuesAsync();
        await process.Store.ChangeAsync(Address, Rows, Somebody, (_, _) => Task.FromResult(0), Cancellation);

        Assert.Empty(await process.Touched.OnAsync(new(2026, 6, 15), Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Word_that_was_left_again_meanwhile_is_not_taken_away_with_the_old()
    {
        var process = await StartAsync(azurite);
        await process.Intents.AddAsync("staged", Address, "a", Cancellation);
        var listed = Assert.Single(await process.Intents.ListAsync("staged", TimeSpan.Zero, Cancellation));
        await process.Intents.AddAsync("staged", Address, "a", Cancellation);

        await process.Intents.RemoveAsync("staged", listed, Cancellation);
        var again = Assert.Single(await process.Intents.ListAsync("staged", TimeSpan.Zero, Cancellation));
        await process.Intents.RemoveAsync("staged", again, Cancellation);

        Assert.Empty(await process.Intents.ListAsync("staged", TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task Intents_are_told_by_kind_and_age_oldest_first()
    {
        var process = await StartAsync(azurite);
        await process.Intents.AddAsync("staged", Address, "z-old", Cancellation);
        process.Clock.Now += TimeSpan.FromMinutes(10);
        await process.Intents.AddAsync("staged", Address with { Partition = "2026-nam|khoi|so-a" }, "a-middle", Cancellation);
        await process.Intents.AddAsync("notice", Address, "notice|0000000001", Cancellation);
        process.Clock.Now += TimeSpan.FromMinutes(10);
        await process.Intents.AddAsync("staged", Address, "new", Cancellation);
        await process.Intents.AddAsync("staged", Address, "done", Cancellation);
        await process.Intents.RemoveAsync("staged", Address, "done", Cancellation);
        await process.Intents.RemoveAsync("staged", Address, "never there", Cancellation);

        var found = await process.Intents.ListAsync("staged", TimeSpan.FromMinutes(10), Cancellation);
        var all = await process.Intents.ListAsync("staged", TimeSpan.Zero, Cancellation);

        Assert.Equal(["z-old", "a-middle"], found.Select(intent => intent.Id));
        Assert.Equal("2026-nam|khoi|so-a", found[1].Address.Partition);
        Assert.Equal(["z-old", "a-middle", "new"], all.Select(intent => intent.Id));
    }
}
