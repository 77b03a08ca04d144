using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One call to the table service, of which the client does not say whether it was sent more than once: an earlier attempt whose
/// answer never came may have succeeded.
/// </summary>
internal sealed class TableCall
{
    private const string Property = nameof(TableCall);

    public static HttpPipelinePolicy Policy { get; } = new Watcher();

    public bool WasSentAgain { get; private set; }

    /// <summary>What is sent until the result is disposed of belongs to this call.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    private sealed class Watcher : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Content is { } content && content.TryComputeLength(out var length))
            {
                TableLimits.CheckBody(length);
            }

            await ProcessNextAsync(message, pipeline);
            if (message.TryGetProperty(Property, out var value) && value is TableCall call)
            {
                call.WasSentAgain = message.ProcessingContext.RetryNumber > 0;
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Tables are read and changed asynchronously.");
    }
}
