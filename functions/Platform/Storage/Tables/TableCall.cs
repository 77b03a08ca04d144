using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One call to the table service, of which the client does not say whether it was sent more than once: an earlier attempt whose
/// answer never came may have succeeded.
/// </summary>
/// <param name="isTransaction">Whether its body may come near the limit.</param>
internal sealed class TableCall(bool isTransaction)
{
    private const string Property = nameof(TableCall);

    private readonly bool _isTransaction = isTransaction;

    public static HttpPipelinePolicy Policy { get; } = new Watcher();

    public bool WasSentAgain { get; private set; }

    /// <summary>What is sent until the result is disposed of belongs to this call.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    private sealed class Watcher : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var call = message.TryGetProperty(Property, out var value) ? value as TableCall : null;
            if (call is { _isTransaction: true } && message.Request.Content is { } content)
            {
                message.Request.Content = await WrittenAsync(content, message.CancellationToken);
            }

            await ProcessNextAsync(message, pipeline);
            if (call is not null)
            {
                call.WasSentAgain = message.ProcessingContext.RetryNumber > 0;
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Tables are read and changed asynchronously.");

        /// <summary>Once for all attempts, and for the length too, for which the client would write half of it again.</summary>
        private static async Task<RequestContent> WrittenAsync(RequestContent content, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            await content.WriteToAsync(body, cancellationToken);
            content.Dispose();
            TableLimits.CheckBatch(body.Length);
            return RequestContent.Create(new ReadOnlyMemory<byte>(body.GetBuffer(), 0, (int)body.Length));
        }
    }
}
