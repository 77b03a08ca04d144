using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>What one request has left behind.</summary>
/// <param name="Texts">
/// All that can be compared between two ballots, word by word: rows with the lengths of what is in them, blobs, calls that write to storage with their sizes, records, telemetry, the answer. Numbers and ids in what is told are left out:
/// they differ with every request.
/// </param>
/// <param name="Figures">Those numbers and ids, in the order of the texts, and how often and how much was read.</param>
/// <param name="Changed">The rows that were written.</param>
internal sealed record Trace(IReadOnlyList<string> Texts, IReadOnlyList<double> Figures, IReadOnlyList<TableEntity> Changed)
{
    public override string ToString() => string.Join('\n', Texts);
}

/// <summary>
/// Looks at everything outside of the process, before and after each request of one program: every row with its storage time and ETag, every blob, every call to storage, records and telemetry. The exporter's own metrics, which come by the clock
/// and count its items, are left out; the program has none (docs/decisions/0028).
/// </summary>
internal sealed partial class OperatorsView(EmulationApp app, OperatorsLog log, SentTelemetry sent)
{
    private readonly ConcurrentQueue<(string Call, bool IsRead, long Size)> _calls = new();

    private Dictionary<string, string> _rows = [];
    private Dictionary<string, string> _blobs = [];
    private int _records;
    private int _items;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Looks at all of it before the first of the requests that <see cref="LeftAsync"/> tells of.</summary>
    public async Task BeginAsync()
    {
        (_rows, _blobs) = (await RowsAsync(StorageNames.All.Tables), await BlobsAsync());
        (_records, _items) = (log.Texts.Count, sent.Everything(app.Services).Count);
        app.Faults.Instead = request =>
        {
            _calls.Enqueue(($"{request.Method} {request.Uri.Path}", request.Method == RequestMethod.Get, request.Content?.TryComputeLength(out var length) is true ? length : 0));
            return null;
        };
        _calls.Clear();
    }

    /// <summary>Looks at all of it once more after the last of them: nothing has changed that was not seen.</summary>
    public async Task EndAsync()
    {
        Assert.Equal(_rows.OrderBy(row => row.Key, StringComparer.Ordinal), (await RowsAsync(StorageNames.All.Tables)).OrderBy(row => row.Key, StringComparer.Ordinal));
        Assert.Equal(_blobs.OrderBy(blob => blob.Key, StringComparer.Ordinal), (await BlobsAsync()).OrderBy(blob => blob.Key, StringComparer.Ordinal));
    }

    /// <summary>What the one request since the last look has left. It looks where storage was written to, by the calls that it saw; where they do not say it, everywhere.</summary>
    /// <param name="function">The function that was called.</param>
    /// <param name="ballot">Is replaced, so that ballots can be compared.</param>
    /// <param name="answer">What the caller was answered.</param>
    public async Task<Trace> LeftAsync(string function, string ballot, HttpResponseMessage answer)
    {
        var (items, seen) = await ItemsAsync(function);
        var (calls, records) = (_calls.ToList(), log.Texts);
        var writes = calls.Where(call => !call.IsRead).Select(call => call.Call).ToList();
        var written = writes.ConvertAll(call => StorageNames.All.Tables.FirstOrDefault(table => call.Contains($"/{table}(PartitionKey=", StringComparison.Ordinal)));
        var (rows, blobs) = written.Contains(null) ? (await RowsAsync(StorageNames.All.Tables), await BlobsAsync()) : (await RowsAsync(written), _blobs);
        var changed = new List<TableEntity>();
        foreach (var key in rows.Except(_rows).Select(row => row.Key.Split('\n')))
        {
            changed.Add((await app.Tables.GetTable(key[0]).FindAsync(key[1], key[2], Cancellation))!);
        }

        var told = new Told(ballot);
        told.Add(changed.Select(row => $"row {row.PartitionKey} {row.RowKey} {Shape(row)}"));
        told.Add(_rows.Keys.Except(rows.Keys).Select(key => $"gone {key}"));
        told.Add(blobs.Except(_blobs).Select(blob => $"blob {blob.Key} {blob.Value}"));
        told.Add(_blobs.Keys.Except(blobs.Keys).Select(key => $"gone {key}"));
        told.AddWhole(calls.Where(call => !call.IsRead).Select(call => $"{call.Call} {call.Size}"));
        told.AddWhole(changed.SelectMany(Lengths));
        told.Add(records.Skip(_records));
        told.Add(items.Where(item => (string?)item["name"] != "Metric").Select(SentTelemetry.Text));
        told.Add([$"{(int)answer.StatusCode}", .. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}")]);
        told.AddWhole([await answer.Content.ReadAsStringAsync(Cancellation)]);
        told.Figures.AddRange([calls.Count(call => call.IsRead), calls.Count]);

        (_rows, _blobs, _records, _items) = (rows, blobs, records.Count, seen);
        _calls.Clear();
        return new(told.Texts, told.Figures, changed);
    }

    /// <summary>
    /// New items, and how many there are in all. The last that is told of a request is its call, and it comes after the answer. Calls of other programs in this process, which other tests start, are told here too: those of this one
    /// are known by the operation that its own records name.
    /// </summary>
    private async Task<(IReadOnlyList<JsonNode> Items, int Seen)> ItemsAsync(string function)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var all = sent.Everything(app.Services);
            var operations = all.Skip(_items).Where(item => (string?)item["name"] == "Message").Select(Operation).ToHashSet();
            var items = all.Skip(_items).Where(item => Operation(item) is not { } operation || operations.Contains(operation)).ToList();
            if (items.Exists(item => (string?)item["data"]!["baseData"]!["name"] == $"function {function}"))
            {
                return (items, all.Count);
            }

            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(1), "Telemetry told of no call for a minute.");
            await Task.Delay(1, Cancellation);
        }
    }

    private static string? Operation(JsonNode item) => (string?)item["tags"]?["ai.operation.id"];

    /// <summary>Time and ETag of every row: of these tables as they are, of the others as they were.</summary>
    private async Task<Dictionary<string, string>> RowsAsync(IEnumerable<string?> tables)
    {
        var looked = tables.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var all = await Task.WhenAll(looked.Select(async table =>
        {
            var rows = new List<(string Key, string Value)>();
            await foreach (var row in app.Tables.GetTable(table).QueryAsync(null, null, [nameof(TableEntity.Timestamp)], Cancellation))
            {
                rows.Add(($"{table}\n{row.PartitionKey}\n{row.RowKey}", $"{row.Timestamp:O} {row.ETag}"));
            }

            return rows;
        }));
        return _rows.Where(row => !looked.Contains(row.Key.Split('\n')[0])).Select(row => (row.Key, row.Value)).Concat(all.SelectMany(rows => rows)).ToDictionary(StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, string>> BlobsAsync()
    {
        var all = await Task.WhenAll(StorageNames.All.Containers.Select(async container =>
        {
            var blobs = new List<(string Key, string Value)>();
            await foreach (var blob in app.Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: Cancellation))
            {
                blobs.Add(($"{container.Name} {blob.Name}", $"{blob.Properties.ContentLength} {blob.Properties.ETag}"));
            }

            return blobs;
        }));
        return all.SelectMany(blobs => blobs).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Names and kinds, and what is said in words. What is not in words has a length (<see cref="Lengths"/>), and is looked at by whoever asks.</summary>
    private static string Shape(TableEntity row) => string.Join(' ', row.OrderBy(property => property.Key, StringComparer.Ordinal).Where(property => property.Value is not byte[]).Select(property => property.Value switch
    {
        string text => $"{property.Key}='{text}'",
        DateTimeOffset time => $"{property.Key}={time:O}",
        var value => string.Create(CultureInfo.InvariantCulture, $"{property.Key}={value}"),
    }));

    private static IEnumerable<string> Lengths(TableEntity row) =>
        from property in row
        where property.Value is string or byte[]
        select string.Create(CultureInfo.InvariantCulture, $"{property.Key} of {property.Value switch { string text => text.Length, var value => ((byte[])value!).Length }}");

    /// <summary>Takes numbers and ids out of what is told, and keeps them.</summary>
    private sealed partial class Told(string ballot)
    {
        public List<string> Texts { get; } = [];

        public List<double> Figures { get; } = [];

        /// <summary>In an order that says nothing, without what differs with every request.</summary>
        public void Add(IEnumerable<string> texts)
        {
            foreach (var (text, figures) in texts.Select(Split).OrderBy(one => one.Text, StringComparer.Ordinal))
            {
                Texts.Add(text);
                Figures.AddRange(figures);
            }
        }

        /// <summary>To the letter.</summary>
        public void AddWhole(IEnumerable<string> texts) => Texts.AddRange(texts.Select(Same).Order(StringComparer.Ordinal));

        private string Same(string text) => text.Replace(ballot, "BALLOT", StringComparison.Ordinal);

        private (string Text, List<double> Figures) Split(string text)
        {
            var figures = new List<double>();
            return (Differing().Replace(Same(text), found =>
            {
                figures.Add(Figure(found.Value));
                return "#";
            }), figures);
        }

        /// <summary>Of an id its first digits, so that equal ones are equal numbers.</summary>
        private static double Figure(string text)
        {
            var digits = new string([.. text.Where(char.IsAsciiHexDigit)]);
            return text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ':') && digits.Length < 16
                ? double.Parse(digits, CultureInfo.InvariantCulture)
                : long.Parse(digits.AsSpan(0, Math.Min(digits.Length, 13)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        /// <summary>Traces, spans, ids of invocations; times, and how long something took.</summary>
        [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,}|[0-9]+(?:[.:][0-9]+)*", RegexOptions.CultureInvariant)]
        private static partial Regex Differing();
    }
}

/// <summary>Every record of the program, in words.</summary>
internal sealed class OperatorsLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();

    public IReadOnlyList<string> Texts => [.. _texts];

    public void Collect(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _texts.Enqueue($"{logLevel} {eventId.Name} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
