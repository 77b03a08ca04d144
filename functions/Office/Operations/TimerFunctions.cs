using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>The administrator's door to the timers.</summary>
internal sealed class TimerFunctions(IEnumerable<ITimerFunction> timers, TimerRunner runner)
{
    /// <summary>Runs a timer now.</summary>
    /// <remarks>For the day the platform has lost one. Runs the same work as the schedule does; running it once more does no harm. What its time does not suffice for, the next run does.</remarks>
    [Function(nameof(RunTimer)), Needs(Right.Administer), MayTake(TimeOf.Transfer), Answers(404)]
    public async Task<Ok<TimerRun>> RunTimer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/timers/{name}")] HttpRequest request, string name)
    {
        var timer = timers.FirstOrDefault(timer => timer.Name == name)
            ?? throw Refusal.NotFound(new("Không có tác vụ định kỳ nào tên như vậy.", "There is no timer of that name."));
        // Whoever hangs up does not stop a run half way.
        return TypedResults.Ok(new TimerRun(name, await runner.RunAsync(timer, CancellationToken.None)));
    }
}
