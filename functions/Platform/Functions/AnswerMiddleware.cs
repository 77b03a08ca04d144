using System.Diagnostics;
using EmulationFunctions.Platform.Storage;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Stands before every function that is called: writes what the function returns, a problem document for what it or its parameters
/// throw, and one record of the request, which the workbook and the alerts count; and ends what takes longer than it may. No
/// exception leaves it: the host would make an empty answer of it.
/// </summary>
internal sealed partial class AnswerMiddleware(ProblemAnswers problems, RequestLimits limits, RequestSlots slots, ILogger<AnswerMiddleware> logger) : IFunctionsWorkerMiddleware
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
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        var time = FunctionMethod.All[context.FunctionDefinition.Name].Attribute<MayTakeAttribute>()?.Time ?? TimeOf.Ordinary;
        ending.CancelAfter(limits.Of(time));
        http.RequestAborted = ending.Token;
        context.Features.Set<IFunctionInputBindingFeature>(FunctionInput.Instance);
        var hasSlot = false;
        try
        {
            if (RequestSlots.AreNeeded(time, http.Request))
            {
                await slots.TakeAsync(ending.Token);
                hasSlot = true;
            }

            Writing.Begin();
            await next(context);
            if (http.Features.Get<UnsoundBody>() is { } unsound)
            {
                throw unsound.Refuse(null);
            }

            if (context.GetInvocationResult().Value is IResult result)
            {
                await result.ExecuteAsync(http);
            }

            await ProblemAnswers.WriteWhereEmptyAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var isOutOfTime = ending.IsCancellationRequested && !gone.IsCancellationRequested;
            // The time that is over was the work's, not the answer's.
            http.RequestAborted = gone.Token;
            await problems.WriteAsync(http, exception, isOutOfTime);
        }
        catch (Exception)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            throw;
        }
        finally
        {
            if (hasSlot)
            {
                slots.Return();
            }

            // Written already: what stays here would be written again, and sent to the host as JSON.
            context.GetInvocationResult().Value = Results.Empty;
            RequestEnded(context.FunctionDefinition.Name, http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} answered {Status} after {Milliseconds} ms.", EventName = "RequestEnded")]
    private partial void RequestEnded(string function, int status, long milliseconds);
}
