using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage.Partitions;

/// <summary>
/// Stands for one process that works on the partitions of an account. Another one of the same account is another process, or
/// the same one started again.
/// </summary>
internal sealed class PartitionProcess
{
    public static readonly PartitionAddress Address = new("Sheets", "a-partition");

    /// <summary>All rows that these tests write; the head is not among them.</summary>
    public static readonly KeyRange Rows = KeyRange.Prefix("row|");

    public static readonly Actor Somebody = new("tid:oid", "so-a");

    /// <param name="account">Whose tables.</param>
    /// <param name="remembers">Whether it sets and reads marks for what is remembered of the table, as it would for the roster.</param>
    private PartitionProcess(string account, bool remembers)
    {
        Account = account;
        Tables = new(account, new TableClientOptions { Transport = Faults, Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) } });
        Intents = new(Tables, Clock);
        Touched = new(Tables, Clock);
        Staged = new(Tables, Intents);
        Marks = new(Tables, remembers ? [new(Address.Table)] : [], Clock);
        Store = new(Tables, Staged, new(Tables, Staged, Marks), Touched, Intents, Clock);
        Memory = new(Store, Marks, Clock);
    }

    public string Account { get; }

    public StorageFaults Faults { get; } = new();

    public SettableClock Clock { get; } = new(EmulationApp.Noon);

    public StoredTables Tables { get; }

    public Intents Intents { get; }

    public Touched Touched { get; }

    public StagedChanges Staged { get; }

    public Marks Marks { get; }

    public PartitionStore Store { get; }

    public PartitionMemory Memory { get; }

    public StoredTable Table => Tables.GetTable(Address.Table);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PartitionProcess> StartAsync(AzuriteFixture azurite, bool remembers = false)
    {
        var process = new PartitionProcess(azurite.TakeAccount(), remembers);
        foreach (var table in new[] { Address.Table, Intents.Table, Touched.Table, Marks.Table })
        {
            await process.Tables.CreateTableIfNotExistsAsync(table, Cancellation);
        }

        return process;
    }

    public PartitionProcess StartAnother(bool remembers = false) => new(Account, remembers);

    /// <summary>The values as they are remembered.</summary>
    public Task<IReadOnlyList<string>> RememberedAsync() => Memory.GetAsync(Address, "values", _ => ValuesAsync(), Cancellation);

    public static string Key(int number) => $"row|{number.ToString("D4", CultureInfo.InvariantCulture)}";

    /// <summary>Gives that many rows one value, in one change; more than 98 rows are a staged change.</summary>
    public Task<int> SetAllAsync(int count, string value) => Store.ChangeAsync(Address, Rows, Somebody, (_, change) =>
    {
        for (var number = 0; number < count; number++)
        {
            change.Put(Row(number, value));
        }

        change.Audit = new("SetAll", $"{count}", After: value);
        return Task.FromResult(count);
    }, Cancellation);

    /// <summary>Changes some rows and deletes others.</summary>
    public Task<int> ChangeAsync(string action, IReadOnlyDictionary<int, string?> values) => Store.ChangeAsync(Address, Rows, Somebody, (_, change) =>
    {
        foreach (var (number, value) in values)
        {
            if (value is null)
            {
                change.Delete(Key(number));
            }
            else
            {
                change.Put(Row(number, value));
            }
        }

        change.Audit = new(action, string.Join(' ', values.Keys));
        return Task.FromResult(values.Count);
    }, Cancellation);

    public async Task<IReadOnlyList<string>> ValuesAsync() => Values(await Store.ReadAsync(Address, Rows, Cancellation));

    public static IReadOnlyList<string> Values(PartitionView view) =>
        [.. view.RowsOf("row|").Select(row => $"{row.RowKey[4..]}={row.GetString("Value")}")];

    public static IReadOnlyList<string> All(int count, string value) =>
        [.. Enumerable.Range(0, count).Select(number => $"{Key(number)[4..]}={value}")];

    public static TableEntity Row(int number, string value) => new(Address.Partition, Key(number)) { ["Value"] = value };

    /// <summary>Every row that is left of staged changes.</summary>
    public Task<List<TableEntity>> StagedRowsAsync() =>
        PartitionStore.QueryAsync(Table, Address.Partition, new("~", "~~"), Cancellation);

    /// <summary>Does what the timer does with what was left behind.</summary>
    public async Task ResumeAsync()
    {
        foreach (var intent in await Intents.ListAsync(StagedChanges.Intent, TimeSpan.Zero, Cancellation))
        {
            await Staged.ResumeAsync(intent, Cancellation);
        }
    }

    /// <summary>Does something just before the n-th of the requests that match is sent (1 is the first).</summary>
    public void Before(int n, Func<Azure.Core.Request, bool> matches, Func<Task> act)
    {
        var seen = 0;
        Faults.Instead = request =>
        {
            if (matches(request) && ++seen == n)
            {
                Task.Run(act, Cancellation).Wait(Cancellation);
            }

            return null;
        };
    }

    public static bool IsTransaction(Azure.Core.Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public static bool IsQuery(Azure.Core.Request request) => request.Uri.Query.Contains("filter", StringComparison.Ordinal);
}
