using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage;

/// <summary>Records every answer by which storage asks for patience. The pipeline waits and tries again by itself.</summary>
internal sealed partial class ThrottleRecords(ILogger<ThrottleRecords> logger) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Look(message);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Look(message);
    }

    private void Look(HttpMessage message)
    {
        if (message.HasResponse && message.Response.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            StorageThrottled(message.Response.Status);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage answered {Status} and asks for patience.", EventName = "StorageThrottled")]
    private partial void StorageThrottled(int status);
}
