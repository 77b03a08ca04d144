using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>What an administrator reads after running a timer by hand.</summary>
internal sealed record TimerRun(string Timer, IReadOnlyList<string> Done);

/// <summary>The two doors to a timer: the host's, which no outside request reaches, and the administrator's.</summary>
internal static class TimerEndpoints
{
    /// <summary>The front end of the platform adds it to every request from outside, and to none of its own.</summary>
    private const string FromOutside = "X-ARR-LOG-ID";

    public static void MapTimers(this WebApplication app)
    {
        app.MapPost("/api/admin/timers/{name}", RunTimer)
            .WithName(nameof(RunTimer))
            .Needs(Right.Administer)
            .Says("Runs a timer now.", "For the day the platform has lost one. Runs the same work as the schedule does; running it once more does no harm.")
            .Answers(404);

        if (app.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] is null)
        {
            return;
        }

        foreach (var timer in app.Services.GetServices<ITimerFunction>())
        {
            app.MapPost($"/{timer.Name}", (HttpContext context, TimerRunner runner) => RunScheduledAsync(timer, context, runner))
                .Needs(Right.Anyone)
                .ExcludeFromDescription();
        }
    }

    /// <summary>
    /// The host demands a 2xx with a JSON object; anything else counts as failed, and an empty answer would hang the run. The body
    /// (schedule status, past due) decides nothing here: what is due is looked up.
    /// </summary>
    private static async Task<IResult> RunScheduledAsync(ITimerFunction timer, HttpContext context, TimerRunner runner)
    {
        if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller) || context.Request.Headers.ContainsKey(FromOutside))
        {
            throw Refusal.NotFound(new("Không có địa chỉ này.", "There is nothing at this address."));
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        try
        {
            var done = await runner.RunAsync(timer, CancellationToken.None);
            return Results.Json(Answer([.. done, $"{done.Count} done."]), HostingJson.Default.TimerAnswer);
        }
        catch (Exception exception)
        {
            // The kind of failure only: what is in the answer is copied into the platform's log.
            return Results.Json(Answer([$"failed: {exception.GetType().Name}"]), HostingJson.Default.TimerAnswer, statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task<Ok<TimerRun>> RunTimer(
        string name, IEnumerable<ITimerFunction> timers, TimerRunner runner)
    {
        var timer = timers.FirstOrDefault(timer => timer.Name == name)
            ?? throw Refusal.NotFound(new("Không có tác vụ định kỳ nào tên như vậy.", "There is no timer of that name."));
        // Whoever hangs up does not stop a run half way.
        return TypedResults.Ok(new TimerRun(name, await runner.RunAsync(timer, CancellationToken.None)));
    }

    private static TimerAnswer Answer(IReadOnlyList<string> lines) => new(new Dictionary<string, string>(), lines, null);
}
