using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests;

/// <summary>Collects what the program tells: <c>new EmulationApp(…, services: records.Collect)</c>.</summary>
internal sealed class RecordCollector : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Record, IReadOnlyDictionary<string, object?> Fields)> _told = new();

    public void Collect(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    /// <summary>The records of a name, oldest first, each with its fields as they were named in the code.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string record) => [.. _told.Where(one => one.Record == record).Select(one => one.Fields)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name is { } name && state is IEnumerable<KeyValuePair<string, object?>> fields)
        {
            _told.Enqueue((name, new Dictionary<string, object?>(fields.DistinctBy(field => field.Key))));
        }
    }

    public void Dispose()
    {
    }
}
