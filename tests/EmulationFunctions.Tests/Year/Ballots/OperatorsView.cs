using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>All that an operator sees at one moment: every row with its storage time and ETag, every blob, how many records and items of telemetry there are.</summary>
internal sealed record Seen(IReadOnlyDictionary<string, TableEntity> Rows, IReadOnlyDictionary<string, string> Blobs, IReadOnlyList<string> Records, IReadOnlyList<string> Telemetry, StorageCallCounts Calls);

/// <summary>What one request has left behind, as far as it can be compared between two ballots: without what differs with every request, such as times, traces and what is encrypted.</summary>
/// <param name="Changed">The rows that were written, added or taken away: keys, and of each property its name, its kind and its length.</param>
/// <param name="Blobs">The blobs that were.</param>
/// <param name="Records">What was logged.</param>
/// <param name="Telemetry">What was sent to Application Insights.</param>
/// <param name="Calls">How often storage was called: more often where what is remembered has become old, whatever the vote.</param>
/// <param name="Sizes">Of the request, of the answer, and of the answer's headers.</param>
internal sealed record Trace(IReadOnlyList<string> Changed, IReadOnlyList<string> Blobs, IReadOnlyList<string> Records, IReadOnlyList<string> Telemetry, StorageCallCounts Calls, IReadOnlyList<long> Sizes)
{
    public override string ToString() => string.Join('\n', [.. Changed, .. Blobs, .. Records, .. Telemetry, string.Join(' ', Sizes)]);
}

/// <summary>Looks at everything outside of the process.</summary>
internal sealed partial class OperatorsView(EmulationApp app, OperatorsLog log, SentTelemetry sent)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="before">What was seen before the one request since; null where nothing is compared with an earlier look.</param>
    public async Task<Seen> LookAsync(Seen? before = null)
    {
        await SettleAsync(before);
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var table in StorageNames.All.Tables)
        {
            await foreach (var row in app.Tables.GetTable(table).QueryAsync(null, null, null, Cancellation))
            {
                rows[$"{table} {row.PartitionKey} {row.RowKey}"] = row;
            }
        }

        var blobs = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var container in app.Blobs.GetBlobContainersAsync(cancellationToken: Cancellation))
        {
            await foreach (var blob in app.Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: Cancellation))
            {
                blobs[$"{container.Name} {blob.Name}"] = $"{blob.Properties.ContentLength} {blob.Properties.ETag}";
            }
        }

        return new(rows, blobs, log.Texts, Telemetry(), app.Calls.Counts);
    }

    /// <summary>Some of what a request leaves comes after its answer.</summary>
    private async Task SettleAsync(Seen? before)
    {
        var since = Stopwatch.GetTimestamp();
        for (var (records, items) = (-1, -1); log.Texts.Count != records || Telemetry().Count != items;)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(1), "Records and telemetry kept coming for a minute.");
            (records, items) = (log.Texts.Count, Telemetry().Count);
            await Task.Delay(before is null ? 300 : 20, Cancellation);
        }
    }

    /// <summary>The exporter's own metrics come by the clock, and the item of a request some time after its answer: which look sees them says nothing of a vote.</summary>
    private List<string> Telemetry() => [.. sent.Everything(app.Services).Where(item => (string?)item["name"] is not ("Metric" or "Request")).Select(SentTelemetry.Text)];

    /// <param name="ballot">Is replaced, so that ballots can be compared.</param>
    public static Trace Between(Seen before, Seen after, string ballot, params long[] sizes) => new(
        [
            .. after.Rows.Where(row => before.Rows.GetValueOrDefault(row.Key)?.ETag != row.Value.ETag).Select(row => $"{Same(row.Key, ballot)} {Shape(row.Value)}").Order(StringComparer.Ordinal),
            .. before.Rows.Keys.Except(after.Rows.Keys).Select(key => $"gone {Same(key, ballot)}").Order(StringComparer.Ordinal),
        ],
        [.. after.Blobs.Except(before.Blobs).Select(blob => Same(blob.Key, ballot)).Order(StringComparer.Ordinal)],
        [.. after.Records.Skip(before.Records.Count).Select(text => Same(text, ballot)).Order(StringComparer.Ordinal)],
        [.. after.Telemetry.Skip(before.Telemetry.Count).Select(text => Same(text, ballot)).Order(StringComparer.Ordinal)],
        after.Calls - before.Calls,
        sizes);

    private static string Shape(TableEntity row) => string.Join(' ', row.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}:{property.Value switch
    {
        string text => Length("text", text.Length),
        byte[] bytes => Length("bytes", bytes.Length),
        null => "null",
        var value => value.GetType().Name,
    }}"));

    private static string Length(string kind, int length) => string.Create(CultureInfo.InvariantCulture, $"{kind} of {length}");

    private static string Same(string text, string ballot) => Numbers().Replace(Ids().Replace(text.Replace(ballot, "BALLOT", StringComparison.Ordinal), "#"), "#");

    /// <summary>Traces, spans, ids of invocations.</summary>
    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-f]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    /// <summary>Times, and how long something took.</summary>
    [GeneratedRegex("[0-9]+(?:[.:][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
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
