using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Stands before every function that is called: writes what the function returns, a problem document for what it or its parameters
/// throw, and one record of the request, which the workbook and the alerts count. No exception leaves it: the host would make an
/// empty answer of it.
/// </summary>
internal sealed partial class AnswerMiddleware(ProblemAnswers problems, ILogger<AnswerMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var started = Stopwatch.GetTimestamp();
        // What the host's own records of this request are found by, too.
        http.TraceIdentifier = ActivityContext.TryParse(context.TraceContext.TraceParent, null, out var trace) ? trace.TraceId.ToHexString() : context.InvocationId;
        // Behind the host only the invocation tells that the caller has left: from here on the request says so too.
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.CancellationToken);
        http.RequestAborted = gone.Token;
        context.Features.Set<IFunctionInputBindingFeature>(FunctionInput.Instance);
        try
        {
            await next(context);
            if (context.GetInvocationResult().Value is IResult result)
            {
                await result.ExecuteAsync(http);
            }

            await ProblemAnswers.WriteWhereEmptyAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            await problems.WriteAsync(http, exception);
        }
        catch (Exception)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            throw;
        }
        finally
        {
            // Written already: what stays here would be written again, and sent to the host as JSON.
            context.GetInvocationResult().Value = Results.Empty;
            RequestEnded(context.FunctionDefinition.Name, http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} answered {Status} after {Milliseconds} ms.", EventName = "RequestEnded")]
    private partial void RequestEnded(string function, int status, long milliseconds);
}
