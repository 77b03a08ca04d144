namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// How slowly a body may come. Only one without an announced length can be slow here: the host holds the others until they are whole.
/// </summary>
/// <param name="BytesPerSecond">On average; the largest file then comes in less time than a request has.</param>
/// <param name="Grace">What it may wait beside that.</param>
internal sealed record BodyPace(int BytesPerSecond, TimeSpan Grace)
{
    public static BodyPace Default { get; } = new(40 * 1024, TimeSpan.FromSeconds(10));

    public TimeSpan TimeFor(long bytes) => Grace + TimeSpan.FromSeconds((double)bytes / BytesPerSecond);
}

/// <summary>A body that is waited for only as long as what has come of it warrants. The rest of it is left to the web server, which waits a little more for a caller who is nearly done, so that it gets its answer.</summary>
internal sealed class PacedBody(Stream body, BodyPace pace) : Stream
{
    private long _bytes;
    private TimeSpan _waited;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="BadHttpRequestException">408: it comes too slowly.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = pace.TimeFor(_bytes) - _waited;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        try
        {
            var count = await body.ReadAsync(buffer, limit.Token);
            _bytes += count;
            _waited += System.Diagnostics.Stopwatch.GetElapsedTime(started);
            return count;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body comes too slowly.", StatusCodes.Status408RequestTimeout);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
