using System.Collections.Concurrent;
using System.Threading.Channels;
using EmulationFunctions.StandIn.Rpc;
using Grpc.Core;
using RpcException = Grpc.Core.RpcException;

namespace EmulationFunctions.StandIn;

/// <summary>One worker's stream: what goes to it is written in turn, what comes from it is given to whoever waits for it.</summary>
internal sealed class WorkerConnection(Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invocations = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>The worker has connected.</summary>
    public Task Opened => _opened.Task;

    /// <summary>It has gone, or was sent away.</summary>
    public Task Closed => _closed.Task;

    public void Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>Sends a message and waits for the answer that carries the same request id.</summary>
    public Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        message.RequestId = Guid.NewGuid().ToString();
        return SendAsync(_asked, message.RequestId, message).WaitAsync(cancellationToken);
    }

    /// <summary>Runs a function; cancelling tells it so, and still waits for its answer.</summary>
    /// <exception cref="IOException">The worker has gone.</exception>
    public async Task<StatusResult> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        var answer = SendAsync(_invocations, request.InvocationId, new() { InvocationRequest = request });
        using var cancelling = cancellationToken.UnsafeRegister(_ => Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }), null);
        return (await answer).Result;
    }

    /// <summary>Ends the stream from this side.</summary>
    public void Close()
    {
        _closing.Cancel();
        Fail();
    }

    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var writing = WriteAsync(outgoing, ending.Token);
        _opened.TrySetResult();
        try
        {
            await foreach (var message in incoming.ReadAllAsync(ending.Token))
            {
                Take(message);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or RpcException)
        {
            // The worker has gone: who waits for it is told below.
        }

        await ending.CancelAsync();
        Fail();
        await writing;
    }

    private async Task<TAnswer> SendAsync<TAnswer>(ConcurrentDictionary<string, TaskCompletionSource<TAnswer>> waiting, string id, StreamingMessage message)
    {
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(message);
        if (_closed.Task.IsCompleted)
        {
            answer.TrySetException(Gone());
        }

        return await answer.Task;
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_invocations.TryRemove(message.InvocationResponse.InvocationId, out var invocation))
                {
                    invocation.TrySetResult(message.InvocationResponse);
                }

                break;
            default:
                if (_asked.TryRemove(message.RequestId, out var asked))
                {
                    asked.TrySetResult(message);
                }

                break;
        }
    }

    private void Fail()
    {
        _closed.TrySetResult();
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(Gone());
        }

        foreach (var waiting in _invocations.Values)
        {
            waiting.TrySetException(Gone());
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await outgoing.WriteAsync(message, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidOperationException or RpcException)
        {
            // Nobody reads any more.
        }
    }

    private static IOException Gone() => new("The worker has gone.");
}
