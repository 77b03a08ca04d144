using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One call to the table service, of which the client does not say whether it was sent more than once: an earlier attempt whose
/// answer never came may have succeeded.
/// </summary>
/// <param name="stored">The bytes its rows take when they are stored.</param>
internal sealed class TableCall(int stored)
{
    private const string Property = nameof(TableCall);

    /// <summary>On the wire a row takes less than five times what it takes stored: only of large calls the length is worth its price.</summary>
    private readonly bool _mayBeTooLarge = stored > TableLimits.MaximumBatchBytes / 5;

    public static HttpPipelinePolicy Policy { get; } = new Watcher();

    public bool WasSentAgain { get; private set; }

    /// <summary>What is sent until the result is disposed of belongs to this call.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    private sealed class Watcher : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var call = message.TryGetProperty(Property, out var value) ? value as TableCall : null;
            if (call is { _mayBeTooLarge: true } && message.Request.Content is { } content && content.TryComputeLength(out var length))
            {
                TableLimits.CheckBody(length);
            }

            await ProcessNextAsync(message, pipeline);
            if (call is not null)
            {
                call.WasSentAgain = message.ProcessingContext.RetryNumber > 0;
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Tables are read and changed asynchronously.");
    }
}
