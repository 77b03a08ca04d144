using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace EmulationFunctions.Tests;

/// <summary>
/// Counts what one program asks of storage: a call that is tried again because its answer was lost is still one, and other programs of the same process are not in it.
/// The marks of partitions that are written on a day (table Touched) are counted apart, since only the first change of a partition on a day makes one.
/// </summary>
internal sealed class StorageCalls
{
    private const string Marks = "Touched";

    private int _tables;
    private int _blobs;
    private int _marks;
    private long _bytes;

    /// <summary>Since the program started.</summary>
    public StorageCallCounts Counts => new(_tables, _blobs, _marks);

    /// <summary>What has gone there and come back, without headers; of a file that is passed on as it comes, what its headers say.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Has the client count.</summary>
    public void Watch(ClientOptions options) => options.AddPolicy(new Counting(this, options is BlobClientOptions), HttpPipelinePosition.PerCall);

    private sealed class Counting(StorageCalls calls, bool isBlobs) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything here is asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var body = await BodyAsync(message.Request);
            Interlocked.Increment(ref isBlobs ? ref calls._blobs : ref IsMark(message.Request, body) ? ref calls._marks : ref calls._tables);
            await ProcessNextAsync(message, pipeline);
            var answered = message.Response.Headers.ContentLength ?? (message.Response.ContentStream is { CanSeek: true } content ? content.Length : 0);
            Interlocked.Add(ref calls._bytes, (message.Request.Content?.TryComputeLength(out var length) is true ? length : body.Length) + answered);
        }

        /// <summary>Of a transaction what it says; of the rest nothing.</summary>
        private static async Task<string> BodyAsync(Request request)
        {
            if (request.Content is not { } content || !request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                return "";
            }

            using var body = new MemoryStream();
            await content.WriteToAsync(body, CancellationToken.None);
            return System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        }

        private static bool IsMark(Request request, string body) =>
            request.Method != RequestMethod.Get && (request.Uri.Path.Contains($"/{Marks}", StringComparison.Ordinal) || body.Contains($"/{Marks}(", StringComparison.Ordinal));
    }
}

/// <param name="Tables">Calls of the table service, without marks.</param>
/// <param name="Blobs">Calls of the blob service.</param>
/// <param name="Marks">Calls of the table service that mark what is written on this day.</param>
internal readonly record struct StorageCallCounts(int Tables, int Blobs, int Marks)
{
    public static StorageCallCounts operator -(StorageCallCounts after, StorageCallCounts before) =>
        new(after.Tables - before.Tables, after.Blobs - before.Blobs, after.Marks - before.Marks);
}
