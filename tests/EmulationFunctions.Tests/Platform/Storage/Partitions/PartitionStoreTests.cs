using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using static EmulationFunctions.Tests.Platform.Storage.Partitions.PartitionProcess;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

public sealed class PartitionStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(98)] // with head and audit row all that one transaction takes
    [InlineData(99)] // staged
    [InlineData(250)]
    public async Task A_change_writes_all_its_rows_with_one_audit_row_and_its_number_as_their_version(int rows)
    {
        var process = await StartAsync(azurite);

        await process.SetAllAsync(rows, "one");
        await process.SetAllAsync(rows, "two");
        var view = await process.Store.ReadAsync(Address, Rows, Cancellation);

        Assert.Equal(All(rows, "two"), Values(view));
        Assert.All(view.Rows, row => Assert.Equal(2, row.GetInt64("Seq")));
        Assert.Equal(2, view.Head.Seq);
        Assert.Equal(2, await AuditChain.AssertWholeAsync(process.Tables, Address, Cancellation));
        Assert.Empty(await process.StagedRowsAsync());
        Assert.Empty(await process.Intents.ListAsync(StagedChanges.Intent, TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task A_decision_may_read_several_ranges_at_once_and_delete_what_each_has_shown()
    {
        var process = await StartAsync(azurite);
        await process.SetAllAsync(90, "before");

        for (var round = 0; round < 5; round++)
        {
            await process.Store.ChangeAsync(Address, new("none", "none "), Somebody, async (view, change) =>
            {
                await Task.WhenAll(Enumerable.Range(0, 9).Select(part => view.QueryAsync(new(Key(part * 10), Key((part + 1) * 10)), Cancellation)));
                for (var number = 0; number < 90; number++)
                {
                    change.Delete(Key(number));
                }

                change.Audit = new("DeleteAll", "rows");
                return 0;
            }, Cancellation);
            Assert.Empty(await process.ValuesAsync());
            await process.SetAllAsync(90, "again");
        }
    }

    [Fact]
    public async Task Concurrent_changes_lose_nothing()
    {
        var processes = new List<PartitionProcess> { await StartAsync(azurite) };
        processes.AddRange(Enumerable.Range(0, 5).Select(_ => processes[0].StartAnother()));

        await Task.WhenAll(processes.Select(async process =>
        {
            for (var time = 0; time < 6; time++)
            {
                await process.Store.ChangeAsync(Address, Rows, Somebody, (view, change) =>
                {
                    var counter = view.Row(Key(0))?.GetString("Value") ?? "0";
                    change.Put(Row(0, (int.Parse(counter, null) + 1).ToString(null, null)));
                    change.Audit = new("Count", "counter");
                    return Task.FromResult(0);
                }, Cancellation);
            }
        }));

        Assert.Equal(["0000=36"], await processes[0].ValuesAsync());
        Assert.Equal(36, await AuditChain.AssertWholeAsync(processes[0].Tables, Address, Cancellation));
    }

    [Fact]
    public async Task Concurrent_staged_changes_come_one_after_the_other()
    {
        var first = await StartAsync(azurite);
        var processes = new[] { first, first.StartAnother(), first.StartAnother() };

        await Task.WhenAll(processes.Select((process, index) => process.SetAllAsync(110, $"{index}")));

        Assert.Single((await first.ValuesAsync()).Select(value => value[5..]).Distinct());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(first.Tables, Address, Cancellation));
        Assert.Empty(await first.StagedRowsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_decision_to_change_nothing_is_taken_again_when_what_was_seen_before_is_there_no_more(bool refuses)
    {
        var process = await StartAsync(azurite);
        await process.SetAllAsync(1, "one");
        var seen = await process.Store.ReadAsync(Address, Rows, Cancellation);
        await process.SetAllAsync(1, "two");

        var value = await process.Store.ChangeAsync(
            Address,
            Rows,
            Somebody,
            (view, _) => refuses && view == seen ? throw new InvalidOperationException("Only one was expected.") : Task.FromResult(Values(view).Single()),
            Cancellation,
            seen);

        Assert.Equal("0000=two", value);
    }

    [Fact]
    public async Task A_read_never_sees_half_of_a_staged_change()
    {
        var writer = await StartAsync(azurite);
        await writer.SetAllAsync(120, "0");
        var done = false;
        var writing = Task.Run(async () =>
        {
            for (var value = 1; value <= 4; value++)
            {
                await writer.SetAllAsync(120, $"{value}");
            }

            done = true;
        }, Cancellation);

        // One reads with the head among the rows, one without.
        var reading = new[] { Rows, new KeyRange("head", "row~") }.Select(range => Task.Run(async () =>
        {
            var reader = writer.StartAnother();
            var reads = 0;
            while (!Volatile.Read(ref done))
            {
                var values = Values(await reader.Store.ReadAsync(Address, range, Cancellation));
                Assert.Equal(All(120, values[0][5..]), values);
                reads++;
            }

            return reads;
        }, Cancellation)).ToArray();

        await writing;
        Assert.All(await Task.WhenAll(reading), reads => Assert.True(reads > 0));
    }

    [Fact]
    public async Task A_change_that_only_deletes_between_two_reads_of_one_view_is_noticed()
    {
        var reader = await StartAsync(azurite);
        await reader.ChangeAsync("Begin", new Dictionary<int, string?> { [1] = "a", [2] = "b" });
        var other = reader.StartAnother();
        reader.Before(2, IsQuery, () => other.ChangeAsync("End", new Dictionary<int, string?> { [1] = null, [2] = null }));

        // Read one after the other: only both or none would be true of one moment.
        var counts = await reader.Store.ReadSteadyAsync(
            Address,
            async _ => (
                (await reader.Store.QueryAsync(Address, KeyRange.Prefix(Key(1)), Cancellation)).Count,
                (await reader.Store.QueryAsync(Address, KeyRange.Prefix(Key(2)), Cancellation)).Count),
            Cancellation);

        Assert.Equal((0, 0), counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)] // while it is read again, since it has two pages
    public async Task A_change_between_two_pages_of_a_read_is_noticed(int time)
    {
        var reader = await StartAsync(azurite);
        await reader.ChangeAsync("Begin", new Dictionary<int, string?> { [1500] = "moves" });
        foreach (var numbers in Enumerable.Range(1, 1100).Chunk(100))
        {
            await reader.Table.SubmitTransactionAsync(numbers.Select(number => new TableTransactionAction(TableTransactionActionType.Add, Row(number, "filler"))), Cancellation);
        }

        // What lay on the second page moves to the first, which has been read.
        var other = reader.StartAnother();
        reader.Before(
            time,
            request => request.Uri.Query.Contains("NextRowKey", StringComparison.Ordinal),
            () => other.ChangeAsync("Move", new Dictionary<int, string?> { [1500] = null, [0] = "moves" }));
        var view = await reader.Store.ReadAsync(Address, new("head", "row~"), Cancellation);

        Assert.Single(Values(view), value => value.EndsWith("=moves", StringComparison.Ordinal));
        Assert.Equal(2, view.Head.Seq);
    }

    [Fact]
    public async Task A_decision_taken_on_a_mixture_of_before_and_after_is_taken_again()
    {
        var process = await StartAsync(azurite);
        await process.ChangeAsync("Begin", new Dictionary<int, string?> { [1] = "here" });
        var other = process.StartAnother();
        process.Before(2, IsQuery, () => other.ChangeAsync("Move", new Dictionary<int, string?> { [1] = null, [2] = "here" }));
        var attempts = 0;

        var found = await process.Store.ChangeAsync(Address, KeyRange.Prefix(Key(2)), Somebody, async (view, _) =>
        {
            attempts++;
            return view.Rows.Count + (await view.QueryAsync(KeyRange.Prefix(Key(1)), Cancellation)).Count is 1 and var count
                ? count
                : throw new InvalidOperationException("It is neither here nor there.");
        }, Cancellation);

        Assert.Equal((1, 2), (found, attempts));
    }

    [Fact]
    public async Task A_decision_that_refuses_or_has_nothing_to_do_changes_nothing()
    {
        var process = await StartAsync(azurite);
        await process.SetAllAsync(1, "one");

        await Assert.ThrowsAsync<TimeoutException>(() => process.Store.ChangeAsync<int>(Address, Rows, Somebody, (_, change) =>
        {
            change.Put(Row(0, "two"));
            throw new TimeoutException();
        }, Cancellation));
        await process.Store.ChangeAsync(Address, Rows, Somebody, (_, _) => Task.FromResult(0), Cancellation);

        Assert.Equal(All(1, "one"), await process.ValuesAsync());
        Assert.Equal(1, await AuditChain.AssertWholeAsync(process.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task A_change_must_say_what_it_is_and_delete_only_what_it_has_read()
    {
        var process = await StartAsync(azurite);

        await Assert.ThrowsAsync<InvalidOperationException>(() => process.Store.ChangeAsync(Address, Rows, Somebody, (_, change) =>
        {
            change.Put(Row(0, "silently"));
            return Task.FromResult(0);
        }, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => process.ChangeAsync("Delete", new Dictionary<int, string?> { [7] = null }));

        Assert.Equal(0, await AuditChain.AssertWholeAsync(process.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task Whenever_the_process_dies_a_change_is_there_whole_or_not_at_all_and_its_partition_is_marked()
    {
        var outcomes = new List<bool>();
        for (var died = true; died;)
        {
            var process = await StartAsync(azurite);
            await process.SetAllAsync(3, "before");
            process.Clock.Now += TimeSpan.FromDays(1);
            process.Faults.Reset(dieAfter: outcomes.Count);
            died = await DiesAsync(() => process.ChangeAsync("Change", new Dictionary<int, string?> { [0] = "after", [1] = null, [2] = "after" }));

            var next = process.StartAnother();
            var values = await next.ValuesAsync();
            outcomes.Add(values.Count == 2);
            Assert.Equal(values.Count == 2 ? ["0000=after", "0002=after"] : All(3, "before"), values);
            Assert.Equal(values.Count == 2 ? 2 : 1, await AuditChain.AssertWholeAsync(next.Tables, Address, Cancellation));
            if (values.Count == 2)
            {
                Assert.Contains(Address, await next.Touched.OnAsync(new(2026, 6, 16), Cancellation).ToListAsync(Cancellation));
            }
        }

        Assert.Equal([true, true], outcomes[^2..]); // committed with its answer lost, and committed
        Assert.Equal(outcomes.Order(), outcomes);
        Assert.False(outcomes[0]);
    }

    [Fact]
    public async Task Each_notice_of_a_change_has_its_row_and_its_intent()
    {
        var process = await StartAsync(azurite);

        await process.Store.ChangeAsync(Address, Rows, Somebody, (_, change) =>
        {
            change.Notify(NoticeKind.SheetReturned, "so-a", "2026 so-a", "Thiếu minh chứng");
            change.Notify(NoticeKind.SheetReturned, "so-b", "2026 so-b", null);
            change.Audit = new("ReturnSheet", "2026");
            return Task.FromResult(0);
        }, Cancellation);
        var intents = await process.Intents.ListAsync(PartitionStore.NoticeIntent, TimeSpan.Zero, Cancellation);
        var rows = await process.Store.QueryAsync(Address, KeyRange.Prefix(Notices.Prefix), Cancellation);

        Assert.Equal(rows.Select(row => row.RowKey), intents.Select(intent => intent.Id).Order(StringComparer.Ordinal));
        var notices = rows.Select(row => Notices.From(Address, row));
        Assert.Equal([(1L, "so-a", "Thiếu minh chứng"), (1L, "so-b", (string?)null)], notices.Select(notice => (notice.Seq, Assert.Single(notice.Units), notice.Text)));
    }

    [Fact]
    public async Task A_page_knows_whether_there_may_be_more()
    {
        var process = await StartAsync(azurite);
        await process.ChangeAsync("Begin", new Dictionary<int, string?> { [0] = "a", [1] = "b", [2] = "a", [3] = "b", [4] = "a" });
        var onlyA = StoredTable.CreateQueryFilter($"Value eq {"a"}");

        var two = await process.Store.ReadPageAsync(Address, Rows, onlyA, 2, Cancellation);
        var rest = await process.Store.ReadPageAsync(Address, Rows with { From = two.Rows[^1].RowKey + " " }, onlyA, 2, Cancellation);
        var all = await process.Store.ReadPageAsync(Address, Rows, null, 1000, Cancellation);

        Assert.Equal((2, true), (two.Rows.Count, two.IsMore));
        Assert.Equal((1, false), (rest.Rows.Count, rest.IsMore));
        Assert.Equal((5, false), (all.Rows.Count, all.IsMore));
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
