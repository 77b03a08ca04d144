using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>A change whose answer is lost is sent again: its own earlier success is no conflict, and somebody else's change is.</summary>
public sealed class TableLostAnswerTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insertion_that_was_done_before_its_answer_was_lost_succeeds()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        wire.LosesTheAnswer();

        var tag = await table.AddEntityAsync(Row("r", 1), Stop);

        Assert.Equal((await ReadAsync(table, "r")).ETag, tag);
        Assert.Equal(3, wire.Sent.Count - 1); // two attempts and the reading back; the last is this test's own
    }

    [Fact]
    public async Task An_insertion_that_somebody_else_made_first_is_a_conflict_though_it_was_sent_twice()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var other = azurite.Tables().GetTable(table.Name);
        wire.LosesTheRequest(() => other.AddEntityAsync(Row("r", 2), Stop));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row("r", 1), Stop));

        Assert.Equal((409, "EntityAlreadyExists"), (failed.Status, failed.ErrorCode));
        Assert.Equal(2, (await ReadAsync(other, "r")).GetInt32("N"));
    }

    [Theory]
    [InlineData((int)TableUpdateMode.Merge)]
    [InlineData((int)TableUpdateMode.Replace)]
    public async Task An_update_that_was_done_before_its_answer_was_lost_succeeds(int mode)
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var added = await table.AddEntityAsync(Row("r", 1), Stop);
        wire.LosesTheAnswer();

        var tag = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 2 }, added, (TableUpdateMode)mode, Stop);

        var stored = await ReadAsync(table, "r");
        Assert.Equal((2, stored.ETag), (stored.GetInt32("N"), tag));
    }

    [Fact]
    public async Task An_update_is_a_conflict_when_somebody_else_changed_the_row()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var other = azurite.Tables().GetTable(table.Name);
        var read = await table.AddEntityAsync(Row("r", 1), Stop);
        wire.LosesTheRequest(() => other.UpdateEntityAsync(Row("r", 3), read, TableUpdateMode.Replace, Stop));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(Row("r", 2), read, TableUpdateMode.Replace, Stop));

        Assert.Equal(412, failed.Status);
    }

    [Fact]
    public async Task A_deletion_that_was_done_before_its_answer_was_lost_succeeds()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var added = await table.AddEntityAsync(Row("r", 1), Stop);
        wire.LosesTheAnswer();

        Assert.False(await table.DeleteEntityAsync("p", "r", added, Stop));
        Assert.Null(await table.FindAsync("p", "r", Stop));
    }

    [Fact]
    public async Task A_transaction_that_was_done_succeeds_though_its_head_has_moved_on_since()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var other = azurite.Tables().GetTable(table.Name);
        var head = await table.AddEntityAsync(Row("head", 1), Stop);

        wire.LosesTheAnswer(() => other.UpdateEntityAsync(Row("head", 3), ETag.All, TableUpdateMode.Replace, Stop));

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateReplace, Row("head", 2), head),
            new(TableTransactionActionType.Add, Row("audit|2", 2)),
        ], Stop);

        Assert.Equal(2, (await ReadAsync(table, "audit|2")).GetInt32("N"));
        Assert.Equal(3, (await ReadAsync(table, "head")).GetInt32("N"));
    }

    [Fact]
    public async Task What_a_transaction_has_left_is_read_back_without_sending_its_body_again()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        wire.LosesTheAnswer();

        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row("a", 1)), new(TableTransactionActionType.Add, Row("b", 1))], Stop);

        Assert.Equal(2, wire.Sent.Count(sent => sent.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.DoesNotContain(HttpMethod.Get, wire.WithBody);
    }

    [Fact]
    public async Task A_transaction_without_additions_that_was_done_succeeds()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var (a, b) = (await table.AddEntityAsync(Row("a", 1), Stop), await table.AddEntityAsync(Row("b", 1), Stop));
        wire.LosesTheAnswer();

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, Row("a", 2), a),
            new(TableTransactionActionType.Delete, Row("b", 1), b),
        ], Stop);

        Assert.Equal(2, (await ReadAsync(table, "a")).GetInt32("N"));
    }

    [Fact]
    public async Task A_transaction_is_a_conflict_when_somebody_elses_was_first_and_did_something_else()
    {
        using var wire = new FakeWire(handsOn: true);
        var table = await azurite.NewTableAsync(wire.Options);
        var other = azurite.Tables().GetTable(table.Name);
        var head = await table.AddEntityAsync(Row("head", 1), Stop);

        TableTransactionAction[] Change(int number) =>
        [
            new(TableTransactionActionType.UpdateReplace, Row("head", 2), head),
            new(TableTransactionActionType.Add, Row("audit|2", number)),
        ];

        wire.LosesTheRequest(() => other.SubmitTransactionAsync(Change(20), Stop));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Change(21), Stop));

        Assert.True(failed.Status is 409 or 412);
        Assert.Equal(20, (await ReadAsync(table, "audit|2")).GetInt32("N"));
    }

    private static TableEntity Row(string row, int number) => new("p", row) { ["N"] = number };

    private static async Task<TableEntity> ReadAsync(StoredTable table, string row) => (await table.FindAsync("p", row, Stop))!;
}
