using System.Globalization;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.BareWorker;

/// <summary>One function for each thing that a host does with one.</summary>
public sealed partial class BareFunctions(ILogger<BareFunctions> logger)
{
    private static readonly Lazy<TableServiceClient> Tables = new(() => new(Environment.GetEnvironmentVariable("Storage__ConnectionString")));

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

    /// <summary>Says when a body begins, and how long it was.</summary>
    [Function(nameof(Upload))]
    public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload/{name}")] HttpRequest request, string name, CancellationToken cancellationToken)
    {
        await request.Body.ReadExactlyAsync(new byte[1], cancellationToken);
        Say($"{name} begins");
        var length = 1;
        for (var buffer = new byte[64 * 1024]; await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var count; length += count)
        {
        }

        return TypedResults.Text($"{length}");
    }

    /// <summary>Takes a body and makes the storage calls of a save with it.</summary>
    [Function(nameof(Save))]
    public static async Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "save/{unit}/{leaves}/{letters}")] HttpRequest request, string unit, string leaves, string letters, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var save = new BareSave(Tables.Value, unit, int.Parse(leaves, CultureInfo.InvariantCulture), int.Parse(letters, CultureInfo.InvariantCulture));
        await save.SaveAsync(await reader.ReadToEndAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok();
    }

    /// <summary>Sends the beginning of an answer, and the rest a minute later.</summary>
    [Function(nameof(Drip))]
    public static async Task Drip([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drip")] HttpRequest request, CancellationToken cancellationToken)
    {
        var response = request.HttpContext.Response;
        response.StatusCode = StatusCodes.Status203NonAuthoritative;
        response.Headers["X-Kind"] = new(["one", "two"]);
        await response.WriteAsync("begun", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
    }

    [Function(nameof(Wait))]
    public async Task<IResult> Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait/{seconds}")] HttpRequest request, string seconds, CancellationToken cancellationToken)
    {
        try
        {
            Say($"waiting {seconds}");
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

    [Function(nameof(Yearly))]
    public void Yearly([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => Say($"yearly, past due: {timer.IsPastDue}");

    [Function(nameof(Failing))]
    public static void Failing([TimerTrigger("0 0 0 1 7 *")] TimerInfo timer) => throw new InvalidOperationException("thrown by Failing");

    [LoggerMessage(1, LogLevel.Information, "Bare: {What}")]
    private partial void Say(string what);
}
