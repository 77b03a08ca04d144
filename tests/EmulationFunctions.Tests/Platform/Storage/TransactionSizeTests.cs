using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>What a transaction takes is known before it is sent: never too little, and not much too much.</summary>
public sealed class TransactionSizeTests : IDisposable
{
    private readonly FakeWire _wire = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _wire.Dispose();

    [Theory]
    [InlineData("plain text")]
    [InlineData("Hoàn thành vượt mức kế hoạch năm")]
    [InlineData("ếếếếếếếế")]
    [InlineData("\"a\" + 'b' <c> & `d` \\ e\n\t\u0001\u007f")]
    [InlineData("😀😀")]
    public async Task A_transaction_takes_no_more_than_is_said(string text)
    {
        foreach (var (count, times) in new[] { (1, 1), (100, 1), (1, 900), (40, 300) })
        {
            var value = string.Concat(Enumerable.Repeat(text, times));
            List<TableTransactionAction> actions = [.. Enumerable.Range(0, count).Select(number => new TableTransactionAction(
                (TableTransactionActionType)(number % 6), Row(number, value), ETag.All))];

            var said = TransactionSize.Of(actions);
            await Assert.ThrowsAnyAsync<Exception>(() => _wire.Table.SubmitTransactionAsync(actions, Stop));

            // The client writes no row for a deletion.
            Assert.NotEqual(0, _wire.Bytes);
            Assert.InRange(said, _wire.Bytes, (_wire.Bytes * 2) + (count * 3_000));
        }
    }

    [Fact]
    public void Actions_are_sent_in_their_order_as_many_at_a_time_as_a_transaction_takes()
    {
        TableTransactionAction[][] groups = [.. Enumerable.Range(0, 150).Select(number => new TableTransactionAction[]
        {
            new(TableTransactionActionType.UpsertReplace, Row(number, new('ế', number is > 20 and < 60 ? 30_000 : 10))),
            new(TableTransactionActionType.Delete, Row(1_000 + number, ""), ETag.All),
        })];

        var batches = TransactionSize.Chunk(groups).ToList();

        Assert.Equal(groups.SelectMany(group => group), batches.SelectMany(batch => batch));
        Assert.All(batches, batch => Assert.True(TransactionSize.Fits(batch) && batch.Count % 2 == 0));
        Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.False(TransactionSize.Fits([.. pair.First, .. pair.Second.Take(2)])));
        Assert.InRange(batches.Count, 2, 4);
        Assert.Empty(TransactionSize.Chunk([]));
    }

    private static TableEntity Row(int number, string text) => new("2026-nam|khoi-đ|so-a", $"scores|{number} <&>")
    {
        ["score_1"] = "8.5",
        ["why_1"] = text,
        ["Seq"] = 5L,
        ["At"] = DateTimeOffset.UnixEpoch,
        ["Số"] = 5,
        ["Double"] = 1.5,
        ["True"] = true,
        ["Bytes"] = new byte[] { 1, 2, 3 },
        ["Id"] = Guid.Empty,
    };
}
