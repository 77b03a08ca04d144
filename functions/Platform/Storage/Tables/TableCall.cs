using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One call to the table service, of which the client does not say whether it was sent more than once: an earlier attempt whose
/// answer never came may have succeeded.
/// </summary>
/// <param name="body">What is sent in place of what the client would have sent; null for that itself.</param>
internal sealed class TableCall(TransactionBody? body)
{
    private const string Property = nameof(TableCall);

    private readonly TransactionBody? _body = body;

    public static HttpPipelinePolicy Policy { get; } = new Watcher();

    public bool WasSentAgain { get; private set; }

    /// <summary>What is sent until the result is disposed of belongs to this call.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    private sealed class Watcher : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var call = message.TryGetProperty(Property, out var value) ? value as TableCall : null;
            if (call?._body is { } body)
            {
                message.Request.Content?.Dispose();
                message.Request.Content = RequestContent.Create(body.Bytes);
                message.Request.Headers.SetValue("Content-Type", body.ContentType);
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
