using Azure;
using Azure.Core;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>A table against the emulator, and what is made of answers that the emulator never gives.</summary>
public sealed class StoredTableTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_reads_back_with_every_type_it_was_stored_with()
    {
        var table = await azurite.NewTableAsync();
        var sent = new TableEntity("p", "r")
        {
            ["Text"] = "Khối thi đua số 3 \"dấu\" \\ 😀\r\n\u0001",
            ["Empty"] = "",
            ["Flag"] = true,
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Double"] = 5.0,
            ["Guid"] = Guid.Parse("7b1ad7cf-0c4f-4f3d-8a60-5d1b2f0f3a11"),
            ["Instant"] = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(7)).AddTicks(1_234_567),
            ["Bytes"] = new byte[] { 0, 1, 255 },
            ["Nothing"] = null,
        };

        var added = await table.AddEntityAsync(sent, Stop);
        var read = (await table.FindAsync("p", "r", Stop))!;

        Assert.True(sent.IsStoredAs(read, isWhole: true));
        Assert.Equal(["Bytes", "Double", "Empty", "Flag", "Guid", "Instant", "Int", "Long", "Text"], read.Properties().Select(property => property.Key).Order());
        Assert.Equal(9, sent.Properties().Count());
        Assert.Equal("Khối thi đua số 3 \"dấu\" \\ 😀\r\n\u0001", read.GetString("Text"));
        Assert.Equal(true, read.GetBoolean("Flag"));
        Assert.Equal(int.MinValue, read.GetInt32("Int"));
        Assert.Equal(long.MaxValue, read.GetInt64("Long"));
        Assert.Equal(5.0, read.GetDouble("Double"));
        Assert.Equal(Guid.Parse("7b1ad7cf-0c4f-4f3d-8a60-5d1b2f0f3a11"), read.GetGuid("Guid"));
        Assert.Equal(sent.GetDateTimeOffset("Instant"), read.GetDateTimeOffset("Instant"));
        Assert.Equal<byte>([0, 1, 255], read.GetBinary("Bytes")!);
        Assert.Null(read.GetString("Nothing"));
        Assert.Equal(added, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Throws<InvalidOperationException>(() => read.GetInt64("Int"));
    }

    [Theory]
    [InlineData("tên 'trong nháy'")]
    [InlineData("100% + một & hai")]
    [InlineData("%2F")]
    [InlineData("a|b:c;d,e=f@g!h$i(j)*k~l[m]\"n<o>p{q}")]
    [InlineData("😀")]
    [InlineData("..")]
    [InlineData(" ")]
    public async Task A_key_may_hold_whatever_Azure_allows(string key)
    {
        var table = await azurite.NewTableAsync();

        var added = await table.AddEntityAsync(new TableEntity(key, key) { ["A"] = 1 }, Stop);
        await table.UpdateEntityAsync(new TableEntity(key, key) { ["B"] = 2 }, added, TableUpdateMode.Merge, Stop);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(key, key) { ["C"] = 3 })], Stop);

        var row = Assert.Single(await ToListAsync(table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {key}"), null, null, Stop)));
        Assert.Equal((key, key), (row.PartitionKey, row.RowKey));
        Assert.Equal((1, 2, 3), (row.GetInt32("A"), row.GetInt32("B"), row.GetInt32("C")));

        Assert.True(await table.DeleteEntityAsync(key, key, row.ETag, Stop));
        Assert.Null(await table.FindAsync(key, key, Stop));
    }

    [Fact]
    public async Task What_is_absent_is_told_apart_from_a_table_that_is_absent()
    {
        var table = await azurite.NewTableAsync();
        var nowhere = azurite.Tables().GetTable(AzuriteFixture.NewName());

        Assert.Null(await table.FindAsync("p", "r", Stop));
        Assert.False(await table.DeleteEntityAsync("p", "r", ETag.All, Stop));

        Func<Task>[] calls =
        [
            () => nowhere.FindAsync("p", "r", Stop),
            () => nowhere.DeleteEntityAsync("p", "r", ETag.All, Stop),
            () => nowhere.AddEntityAsync(new TableEntity("p", "r"), Stop),
            () => ToListAsync(nowhere.QueryAsync(null, null, null, Stop)),
        ];
        foreach (var call in calls)
        {
            var absent = await Assert.ThrowsAsync<RequestFailedException>(call);
            Assert.Equal((404, "TableNotFound"), (absent.Status, absent.ErrorCode));
        }
    }

    [Fact]
    public async Task A_merge_keeps_what_is_not_sent_and_a_replacement_does_not()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Merge, Stop);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Merge, Stop);
        var merged = (await table.FindAsync("p", "r", Stop))!;

        var replaced = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, merged.ETag, TableUpdateMode.Replace, Stop);
        var after = (await table.FindAsync("p", "r", Stop))!;

        Assert.Equal(["A", "B"], Names(merged));
        Assert.Equal(["C"], Names(after));
        Assert.Equal(replaced, after.ETag);
    }

    [Fact]
    public async Task Nobody_overwrites_what_somebody_else_has_changed_since()
    {
        var table = await azurite.NewTableAsync();
        var read = await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, Stop);
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, read, TableUpdateMode.Replace, Stop);

        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, read, TableUpdateMode.Replace, Stop));
        var delete = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", read, Stop));
        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, Stop));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (update.Status, update.ErrorCode));
        Assert.Equal(412, delete.Status);
        Assert.Equal((409, "EntityAlreadyExists"), (add.Status, add.ErrorCode));
    }

    [Fact]
    public async Task A_query_goes_on_from_page_to_page_and_from_a_token()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 7).Select(n => Add("p", $"r{n}", n)), Stop);
        await table.AddEntityAsync(new TableEntity("q", "r0") { ["N"] = 0 }, Stop);

        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"r1"}");
        var pages = await ToListAsync(table.QueryAsync(filter, 2, ["Other"], Stop).AsPages());

        Assert.Equal([2, 2, 2], pages.Select(page => page.Values.Count));
        Assert.All(pages.SelectMany(page => page.Values), row => Assert.Equal(["Other"], Names(row)));
        Assert.All(pages.SelectMany(page => page.Values), row => Assert.NotEqual(default, row.ETag));
        Assert.Equal(["r1", "r2", "r3", "r4", "r5", "r6"], pages.SelectMany(page => page.Values).Select(row => row.RowKey));

        var rest = await ToListAsync(table.QueryAsync(filter, 2, null, Stop).AsPages(pages[0].ContinuationToken, 3));
        Assert.Equal(["r3", "r4", "r5", "r6"], rest.SelectMany(page => page.Values).Select(row => row.RowKey));
        Assert.Equal(3, rest[0].Values.Count);
    }

    [Fact]
    public async Task A_continuation_of_another_query_and_one_that_nobody_gave_are_refused()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 3).Select(n => Add("p", $"r{n}", n)), Stop);
        var token = (await ToListAsync(table.QueryAsync(null, 1, null, Stop).AsPages()))[0].ContinuationToken!;
        var others = table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {"q"}"), 1, null, Stop);

        Assert.NotEmpty(await ToListAsync(table.QueryAsync(null, 1, null, Stop).AsPages(token)));
        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(() => ToListAsync(others.AsPages(token)))).Status);
        foreach (var rubbish in new[] { "rubbish", "", "x y", ".", "1!4!cA-- 1!4!cg--" })
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(() => ToListAsync(table.QueryAsync(null, 1, null, Stop).AsPages(rubbish)));
            Assert.Equal((rubbish, 400), (rubbish, refused.Status));
        }
    }

    [Fact]
    public async Task A_row_that_was_read_can_be_written_again()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = "b" }, Stop);
        var read = (await table.FindAsync("p", "r", Stop))!;

        read["A"] = null;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace, Stop);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, read)], Stop);

        Assert.Equal(["B"], Names((await table.FindAsync("p", "r", Stop))!));
    }

    [Fact]
    public async Task A_filter_finds_by_every_type_and_a_value_cannot_change_it()
    {
        var table = await azurite.NewTableAsync();
        var (guid, instant) = (Guid.NewGuid(), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await table.AddEntityAsync(new TableEntity("p", "a") { ["S"] = "x' or 'a' eq 'a", ["B"] = true, ["I"] = 5, ["L"] = 5L, ["G"] = guid, ["T"] = instant }, Stop);
        await table.AddEntityAsync(new TableEntity("p", "b") { ["S"] = "y", ["B"] = false, ["I"] = 6, ["L"] = 6L, ["G"] = Guid.NewGuid(), ["T"] = instant.AddSeconds(1) }, Stop);

        FormattableString[] filters =
        [
            $"S eq {"x' or 'a' eq 'a"}", $"B eq {true}", $"I eq {5}", $"L eq {5L}", $"G eq {guid}", $"T le {instant}", $"S eq {"x' or 'a' eq 'a"} and not (I gt {5})",
        ];

        foreach (var filter in filters)
        {
            var found = await ToListAsync(table.QueryAsync(StoredTable.CreateQueryFilter(filter), null, null, Stop));
            Assert.Equal((filter.Format, "a"), (filter.Format, string.Join(',', found.Select(row => row.RowKey))));
        }
    }

    [Fact]
    public async Task A_transaction_does_everything()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync([Add("p", "merge", 1), Add("p", "replace", 1), Add("p", "delete", 1)], Stop);
        var before = await ToListAsync(table.QueryAsync(null, null, null, Stop));
        ETag Tag(string row) => before.Single(one => one.RowKey == row).ETag;

        await table.SubmitTransactionAsync(
        [
            Add("p", "add", 1),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merge") { ["Other"] = "m" }, Tag("merge")),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replace") { ["Other"] = "r" }, Tag("replace")),
            new(TableTransactionActionType.Delete, new TableEntity("p", "delete"), Tag("delete")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "upsert") { ["N"] = 1 }),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsert2") { ["N"] = 1 }),
        ], Stop);

        var rows = (await ToListAsync(table.QueryAsync(null, null, null, Stop))).ToDictionary(row => row.RowKey);
        Assert.Equal(["add", "merge", "replace", "upsert", "upsert2"], rows.Keys.Order());
        Assert.Equal((1, "m"), (rows["merge"].GetInt32("N"), rows["merge"].GetString("Other")));
        Assert.Equal(["Other"], Names(rows["replace"]));
    }

    [Fact]
    public async Task A_transaction_of_which_one_action_fails_does_nothing_and_names_the_action()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "taken") { ["N"] = 1 }, Stop);

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([Add("p", "new", 1), Add("p", "taken", 1)], Stop));

        Assert.Equal((409, "EntityAlreadyExists", 1), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Null(await table.FindAsync("p", "new", Stop));
    }

    [Fact]
    public async Task A_full_transaction_of_a_hundred_long_Vietnamese_rows_fits()
    {
        var table = await azurite.NewTableAsync();
        var text = string.Concat(Enumerable.Repeat("thi đua khen thưởng ", 400));

        await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n:000}") { ["T"] = text })), Stop);

        Assert.Equal(100, (await ToListAsync(table.QueryAsync(null, null, ["RowKey"], Stop))).Count);
    }

    [Fact]
    public async Task Of_many_who_change_the_same_row_at_once_exactly_one_succeeds()
    {
        var table = await azurite.NewTableAsync();
        var read = await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = -1 }, Stop);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            try
            {
                await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = n }, read, TableUpdateMode.Replace, Stop);
                return 204;
            }
            catch (RequestFailedException refused)
            {
                return refused.Status;
            }
        }));

        Assert.Equal(1, outcomes.Count(status => status == 204));
        Assert.Equal(19, outcomes.Count(status => status == 412));
    }

    [Fact]
    public async Task A_transaction_with_fewer_answers_than_actions_is_not_taken_for_done()
    {
        const string Batch =
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n" +
            "--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n" +
            "--changesetresponse_1--\r\n--batchresponse_1--\r\n";
        using var wire = new FakeWire().Answers(202, Batch, contentType: "multipart/mixed; boundary=batchresponse_1");

        await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.SubmitTransactionAsync([Add("p", "a", 1), Add("p", "b", 1)], Stop));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_is_busy_is_asked_again(int status)
    {
        using var wire = new FakeWire().Answers(status).Answers(status).Answers(204);

        await wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop);

        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_a_fault_after_three_attempts()
    {
        using var wire = new FakeWire().Answers(503).Answers(503).Answers(503, "<html>busy</html>");

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal((503, 3), (failed.Status, wire.Sent.Count));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_refusal_is_neither_asked_again_nor_read_back(int status)
    {
        using var wire = new FakeWire().Answers(status, """{"odata.error":{"code":"Because","message":{"lang":"en-US","value":"No."}}}""");

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal((status, "Because", 1), (failed.Status, failed.ErrorCode, wire.Sent.Count));
    }

    [Fact]
    public async Task A_token_is_sent_over_https_only()
    {
        using var wire = new FakeWire().Answers(404, """{"odata.error":{"code":"ResourceNotFound","message":{"value":"x"}}}""");
        var credential = new Credential();
        var tables = new StoredTables(new Uri("https://unit.table.core.windows.net/"), credential, wire.Options);

        Assert.Null(await tables.GetTable("Sheets").FindAsync("p", "r", Stop));

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        var open = new StoredTables(new Uri("http://127.0.0.1/x"), credential, wire.Options).GetTable("Sheets");
        await Assert.ThrowsAsync<InvalidOperationException>(() => open.FindAsync("p", "r", Stop));
        Assert.Single(wire.Sent);
    }

    private static IEnumerable<string> Names(TableEntity row) => row.Properties().Select(property => property.Key).Order();

    private static TableTransactionAction Add(string partition, string row, int number) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row) { ["N"] = number, ["Other"] = "o" });

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();

        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private sealed class Credential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
