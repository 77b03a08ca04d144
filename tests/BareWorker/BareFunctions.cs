using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.BareWorker;

/// <summary>One function for each thing that a host does with one.</summary>
public sealed partial class BareFunctions(ILogger<BareFunctions> logger)
{
    private static int _runs;

    /// <summary>What the function got, for the caller to look at.</summary>
    [Function(nameof(Echo))]
    public static async Task<IResult> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "echo/{part?}")] HttpRequest request, FunctionContext context)
    {
        var read = 0L;
        for (var buffer = new byte[64 * 1024]; await request.Body.ReadAsync(buffer, context.CancellationToken) is > 0 and var count; read += count)
        {
        }

        return TypedResults.Json(new
        {
            request.Method,
            request.Host.Value,
            Target = request.Path + request.QueryString.Value,
            Read = read,
            request.ContentLength,
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Data = context.BindingContext.BindingData.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString()),
        });
    }

    [Function("AAll")]
    public static IResult All([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "all/{*rest}")] HttpRequest request, string? rest) => TypedResults.Text($"all:{rest}");

    [Function("ZLiteral")]
    public static IResult Literal([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "all/literal")] HttpRequest request) => TypedResults.Text($"literal:{request.Method}");

    [Function(nameof(Keyed))]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => TypedResults.Ok();

    /// <summary>Sends back what comes, as it comes.</summary>
    [Function(nameof(Stream))]
    public static async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stream")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.StatusCode = StatusCodes.Status203NonAuthoritative;
        request.HttpContext.Response.Headers["X-Kind"] = new(["one", "two"]);
        for (var buffer = new byte[1024]; await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var count;)
        {
            await request.HttpContext.Response.Body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await request.HttpContext.Response.Body.FlushAsync(cancellationToken);
        }
    }

    [Function(nameof(Wait))]
    public async Task<IResult> Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait/{seconds}")] HttpRequest request, string seconds, CancellationToken cancellationToken)
    {
        try
        {
            Say("waiting");
            await Task.Delay(TimeSpan.FromSeconds(double.Parse(seconds, null)), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Say($"cancelled, aborted: {request.HttpContext.RequestAborted.IsCancellationRequested}");
        }

        return TypedResults.Text("waited");
    }

    [Function(nameof(Throw))]
    public static IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request) => throw new InvalidOperationException("thrown by Throw");

    [Function(nameof(Die))]
    public static void Die([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "die")] HttpRequest request) => Environment.Exit(7);

    /// <summary>At every second, and slower than that.</summary>
    [Function(nameof(EverySecond))]
    public async Task EverySecond([TimerTrigger("* * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var run = Interlocked.Increment(ref _runs);
        Say($"run {run} begins");
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancellationToken);
        Say($"run {run} ends");
    }

    [Function(nameof(Nightly))]
    public void Nightly([TimerTrigger("0 0 18 * * *")] TimerInfo timer) => Say($"nightly, past due: {timer.IsPastDue}");

    [Function(nameof(Failing))]
    public static void Failing([TimerTrigger("0 30 18 * * *")] TimerInfo timer) => throw new InvalidOperationException("thrown by Failing");

    [LoggerMessage(1, LogLevel.Information, "Bare: {What}")]
    private partial void Say(string what);
}
