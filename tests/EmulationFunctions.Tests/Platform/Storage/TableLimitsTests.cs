using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>What Azure would refuse is refused before anything is sent: the wire here fails on any request.</summary>
public sealed class TableLimitsTests : IDisposable
{
    private readonly FakeWire _wire = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Assert.Empty(_wire.Sent);
        _wire.Dispose();
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\0b")]
    [InlineData("a\tb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    [InlineData(null)]
    public async Task A_key_with_a_character_Azure_forbids_is_refused(string? key)
    {
        await RefusedAsync(() => _wire.Table.AddEntityAsync(new TableEntity(key!, "r"), Stop));
        await RefusedAsync(() => _wire.Table.UpsertEntityAsync(new TableEntity("p", key!), TableUpdateMode.Merge, Stop));
        await RefusedAsync(() => _wire.Table.UpdateEntityAsync(new TableEntity("p", key!), ETag.All, TableUpdateMode.Merge, Stop));
        await RefusedAsync(() => _wire.Table.DeleteEntityAsync(key!, "r", ETag.All, Stop));
        await RefusedAsync(() => _wire.Table.FindAsync("p", key!, Stop));
        await RefusedAsync(() => SubmitAsync([Add("p", key!)]));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public Task A_key_with_half_a_character_is_refused(int half) => RefusedAsync(() => _wire.Table.AddEntityAsync(new TableEntity("p", $"a{(char)half}"), Stop));

    [Fact]
    public Task A_key_that_is_too_long_is_refused() => RefusedAsync(() => _wire.Table.AddEntityAsync(new TableEntity("p", new string('k', 513)), Stop));

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("bảng")]
    [InlineData("Tables")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_table_name_Azure_forbids_is_refused(string name) => Assert.Throws<ArgumentException>(() => new StoredTables("UseDevelopmentStorage=true").GetTable(name));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("odata.etag")]
    [InlineData("A@odata.type")]
    [InlineData("ETag")]
    public void A_property_name_Azure_forbids_is_refused(string name) => Refuses(name, 1);

    [Fact]
    public void A_property_name_of_256_characters_is_refused()
    {
        TableLimits.CheckProperty(new string('n', 255), 1);
        Refuses(new string('n', 256), 1);
    }

    [Fact]
    public void A_value_that_is_too_long_too_old_or_of_a_type_no_table_holds_is_refused()
    {
        object[] refused =
        [
            new string('x', (32 * 1024) + 1), new byte[(64 * 1024) + 1], new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero),
            1m, 'c', new DateOnly(2026, 1, 1), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), double.NaN, double.PositiveInfinity, "a\uD83D", "\uDE00b",
        ];
        object[] taken = [new string('x', 32 * 1024), new byte[64 * 1024], new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), "😀"];

        Assert.All(refused, value => Refuses("A", value));
        Assert.All(taken, value => TableLimits.CheckProperty("A", value));
    }

    [Fact]
    public async Task What_a_row_holds_is_looked_at_by_every_change()
    {
        var row = new TableEntity("p", "r") { ["A"] = 1m };

        await RefusedAsync(() => _wire.Table.AddEntityAsync(row, Stop));
        await RefusedAsync(() => _wire.Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Stop));
        await RefusedAsync(() => _wire.Table.UpsertEntityAsync(row, TableUpdateMode.Replace, Stop));
        await RefusedAsync(() => SubmitAsync([new(TableTransactionActionType.UpsertMerge, row)]));
    }

    [Fact]
    public async Task A_row_with_too_many_properties_or_bytes_is_refused()
    {
        await RefusedAsync(() => _wire.Table.AddEntityAsync(Wide(253, 1), Stop));
        await RefusedAsync(() => _wire.Table.AddEntityAsync(Wide(16, 32 * 1024), Stop));
    }

    [Fact]
    public async Task A_change_of_something_that_exists_needs_its_ETag()
    {
        await RefusedAsync(() => _wire.Table.UpdateEntityAsync(new TableEntity("p", "r"), default, TableUpdateMode.Merge, Stop));
        await RefusedAsync(() => _wire.Table.DeleteEntityAsync("p", "r", default, Stop));
        await RefusedAsync(() => SubmitAsync([new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "r"))]));
        await RefusedAsync(() => SubmitAsync([new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r"))]));
        await RefusedAsync(() => SubmitAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "r"))]));
    }

    [Fact]
    public async Task A_transaction_Azure_forbids_is_refused()
    {
        await RefusedAsync(() => SubmitAsync([]));
        await RefusedAsync(() => SubmitAsync(Enumerable.Range(0, 101).Select(n => Add("p", $"{n}"))));
        await RefusedAsync(() => SubmitAsync([Add("p", "a"), Add("q", "b")]));
        await RefusedAsync(() => SubmitAsync([Add("p", "a"), Add("p", "a")]));
        await RefusedAsync(() => SubmitAsync(Enumerable.Range(0, 9).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Wide(15, 32 * 1024, $"{n}")))));
    }

    [Fact]
    public Task The_letters_of_a_transaction_count_as_they_are_sent() => RefusedAsync(() => SubmitAsync(Enumerable.Range(0, 4).Select(n =>
        new TableTransactionAction(TableTransactionActionType.Add, Wide(15, 30_000, $"{n}", 'ế')))));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_page_is_of_at_most_a_thousand_rows(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _wire.Table.QueryAsync(null, size, null, Stop).AsPages());
        Assert.Throws<ArgumentOutOfRangeException>(() => _wire.Table.QueryAsync(null, null, null, Stop).AsPages(null, size));
    }

    [Fact]
    public void A_filter_with_sixteen_comparisons_is_refused()
    {
        FormattableString Filter(int comparisons) => System.Runtime.CompilerServices.FormattableStringFactory.Create(string.Join(" or ", Enumerable.Repeat("A eq {0}", comparisons)), 1);

        Assert.StartsWith("A eq 1 or ", StoredTable.CreateQueryFilter(Filter(15)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StoredTable.CreateQueryFilter(Filter(16)));
        Assert.Throws<ArgumentException>(() => StoredTable.CreateQueryFilter($"A eq {null}"));
        Assert.Throws<ArgumentException>(() => StoredTable.CreateQueryFilter($"A eq {1m}"));
    }

    private static void Refuses(string name, object value) => Assert.Throws<ArgumentException>(() => TableLimits.CheckProperty(name, value));

    private static async Task RefusedAsync(Func<Task> act) => await Assert.ThrowsAnyAsync<ArgumentException>(act);

    private static TableTransactionAction Add(string partition, string row) => new(TableTransactionActionType.Add, new TableEntity(partition, row));

    private static TableEntity Wide(int properties, int characters, string row = "r", char letter = 'x')
    {
        var entity = new TableEntity("p", row);

        for (var i = 0; i < properties; i++)
        {
            entity[$"P{i}"] = new string(letter, characters);
        }

        return entity;
    }

    private async Task SubmitAsync(IEnumerable<TableTransactionAction> actions) => await _wire.Table.SubmitTransactionAsync(actions, Stop);
}
