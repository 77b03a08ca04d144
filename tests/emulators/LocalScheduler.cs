using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Emulators;

/// <summary>Runs the program's timers by their own schedules on a developer's machine, where no Functions host does.</summary>
public static class LocalScheduler
{
    /// <param name="client">Speaks to the program as an administrator.</param>
    /// <param name="clock">The program's clock.</param>
    /// <param name="ran">Told of every run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(HttpClient client, TimeProvider clock, Action<string> ran, CancellationToken cancellationToken)
    {
        var health = await client.GetFromJsonAsync<JsonNode>("/api/health", cancellationToken);
        var timers = health!["timers"]!.AsArray().Select(timer => (Name: (string)timer!["name"]!, Schedule: CronSchedule.Parse((string)timer["schedule"]!))).ToList();
        var after = clock.GetUtcNow();
        while (true)
        {
            var (next, due) = timers.Select(timer => (Next: timer.Schedule.Next(after), timer.Name)).GroupBy(timer => timer.Next).MinBy(group => group.Key) is { } first
                ? (first.Key, first.Select(timer => timer.Name).ToList())
                : throw new InvalidOperationException("The program has no timers.");
            while (clock.GetUtcNow() is var now && now < next)
            {
                await Task.Delay(next - now < TimeSpan.FromMinutes(1) ? next - now : TimeSpan.FromMinutes(1), cancellationToken);
            }

            foreach (var timer in due)
            {
                using var answer = await client.PostAsync(new Uri($"/api/admin/timers/{timer}", UriKind.Relative), null, cancellationToken);
                ran($"{timer} {(answer.IsSuccessStatusCode ? "ran" : $"failed ({(int)answer.StatusCode})")}");
            }

            after = next;
        }
    }
}
