using System.Net;

namespace EmulationFunctions.StandIn;

/// <summary>A caller's body as it flows through the host.</summary>
/// <param name="body">What the caller sends.</param>
internal sealed class FlowingContent(Stream body) : HttpContent
{
    private readonly TaskCompletionSource _unreadable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when what the caller sends turns out to be no HTTP: nobody will get the rest.</summary>
    public Task Unreadable => _unreadable.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private async ValueTask<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException)
        {
            _unreadable.TrySetResult();
            throw;
        }
    }
}
