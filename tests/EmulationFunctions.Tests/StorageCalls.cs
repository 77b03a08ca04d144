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

    /// <summary>Since the program started.</summary>
    public StorageCallCounts Counts => new(_tables, _blobs, _marks);

    /// <summary>Has the client count.</summary>
    public void Watch(ClientOptions options) => options.AddPolicy(new Counting(this, options is BlobClientOptions), HttpPipelinePosition.PerCall);

    private sealed class Counting(StorageCalls calls, bool isBlobs) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything here is asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (isBlobs)
            {
                Interlocked.Increment(ref calls._blobs);
            }
            else if (await IsMarkAsync(message.Request))
            {
                Interlocked.Increment(ref calls._marks);
            }
            else
            {
                Interlocked.Increment(ref calls._tables);
            }

            await ProcessNextAsync(message, pipeline);
        }

        private static async Task<bool> IsMarkAsync(Request request)
        {
            var address = request.Uri.ToString();
            if (!address.Contains("$batch", StringComparison.Ordinal))
            {
                return request.Method != RequestMethod.Get && address.Contains($"/{Marks}", StringComparison.Ordinal);
            }

            using var body = new MemoryStream();
            await request.Content!.WriteToAsync(body, CancellationToken.None);
            return System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length).Contains($"/{Marks}(", StringComparison.Ordinal);
        }
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
