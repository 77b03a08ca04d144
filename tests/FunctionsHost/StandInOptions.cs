using Microsoft.Extensions.Logging;

namespace EmulationFunctions.StandIn;

/// <summary>How a stand-in behaves. What is left out suits a test.</summary>
public sealed record StandInOptions
{
    /// <summary>Of the address that requests are sent to. 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Timers are run on their schedules; otherwise only by hand.</summary>
    public bool RunTimers { get; init; }

    /// <summary>Keeps when timers ran, so that a missed time is made up at the next start.</summary>
    public string? TimersFile { get; init; }

    /// <summary>What timers' schedules go by, and what answers are dated by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>App settings of a worker that is started as a process (<c>Storage__TableServiceUri</c>).</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>At this death of the worker within half an hour the stand-in ends; before it, the worker is started again.</summary>
    public int MostDeaths { get; init; } = 3;

    /// <summary>How long a worker may take to start.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long <see cref="StandInHost.StopAsync"/> waits for what is under way.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Told of what the worker logs, and of what the stand-in itself has to say (category <c>Host</c>).</summary>
    public Action<WorkerLog> Log { get; init; } = _ => { };

    /// <summary>Told of the lines that a worker's process writes.</summary>
    public Action<string> Write { get; init; } = _ => { };
}

/// <summary>What was logged, as it comes over the worker's stream.</summary>
public sealed record WorkerLog(LogLevel Level, string Category, string Message)
{
    /// <summary>Message and stack.</summary>
    public string? Exception { get; init; }

    public string? EventId { get; init; }

    public string? InvocationId { get; init; }
}
