using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Tests;

/// <summary>
/// Stands between the program and storage, and can let the program "die": after the k-th call has reached storage its answer
/// is lost and no further call goes out, as when the process is killed there.
/// </summary>
internal sealed class StorageFaults : HttpPipelineTransport
{
    private static readonly HttpClientTransport Inner = new();

    private int _calls;
    private int _dieAfter = int.MaxValue;
    private int _held;
    private int _givenUp;

    /// <summary>Calls that have come while storage hung.</summary>
    public int Held => _held;

    /// <summary>Calls that were given up while storage hung.</summary>
    public int GivenUp => _givenUp;

    /// <summary>Calls that went out since <see cref="Reset"/>.</summary>
    public int Calls => Math.Min(_calls, _dieAfter);

    public bool HasDied => _calls >= _dieAfter;

    /// <summary>When set, every call is answered with this status instead of being sent.</summary>
    public Func<Request, Response?>? Instead { get; set; }

    /// <summary>How long an attempt may take, where that is not what the program has. Set it before the program starts.</summary>
    public TimeSpan? AttemptLimit { get; set; }

    /// <summary>Makes what a call needs to be there; null where somebody else has.</summary>
    public StorageOnDemand? Storage { get; init; }

    /// <summary>When set, no call is ever answered: it ends when its caller gives up.</summary>
    public bool Hangs { get; set; }

    public void Reset(int dieAfter = int.MaxValue)
    {
        _calls = 0;
        _dieAfter = dieAfter;
    }

    public override Request CreateRequest() => Inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything here is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (Hangs)
        {
            Interlocked.Increment(ref _held);
            await Task.Delay(Timeout.Infinite, message.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Increment(ref _givenUp);
            message.CancellationToken.ThrowIfCancellationRequested();
        }

        if (Instead?.Invoke(message.Request) is { } answer)
        {
            message.Response = answer;
            return;
        }

        var call = Interlocked.Increment(ref _calls);
        if (call > _dieAfter)
        {
            throw new ProcessDiedException();
        }

        await (Storage?.EnsureAsync(message.Request) ?? Task.CompletedTask);
        await Inner.ProcessAsync(message);
        if (call == _dieAfter)
        {
            throw new ProcessDiedException();
        }
    }
}

/// <summary>Not an exception that any retry waits for.</summary>
internal sealed class ProcessDiedException() : Exception("The process was killed here.");
