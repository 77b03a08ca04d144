using System.Diagnostics;

namespace EmulationFunctions.Platform.Functions;

/// <summary>One record for each request of a function; what the workbook and the alerts count.</summary>
internal sealed partial class RequestRecords(RequestDelegate next, ILogger<RequestRecords> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // The exception handler may have cleared the endpoint; the host's pings have no name.
            var endpoint = context.GetEndpoint() ?? context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Endpoint;
            if (endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } function)
            {
                RequestEnded(function, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} answered {Status} after {Milliseconds} ms.", EventName = "RequestEnded")]
    private partial void RequestEnded(string function, int status, long milliseconds);
}
