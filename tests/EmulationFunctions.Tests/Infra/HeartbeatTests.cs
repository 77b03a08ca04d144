using System.Text.RegularExpressions;
using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The alert that misses timers knows every timer of the program and how long each may be silent.</summary>
public sealed partial class HeartbeatTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Every_timer_is_missed_when_it_does_not_run_and_none_that_does_not_exist()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var watched = Expected().Matches(InfraFiles.ReadCode("infra/alerts.bicep")).ToDictionary(line => line.Groups[1].Value, line => TimeSpan.FromHours(int.Parse(line.Groups[2].Value, null)));
        var timers = app.Services.GetServices<ITimerFunction>().ToList();

        Assert.Equal(timers.Select(timer => timer.Name).Order(), watched.Keys.Order());
        Assert.All(timers, timer =>
        {
            var run = TimerSchedule.Next(timer.Schedule, EmulationApp.Noon);
            var pause = TimerSchedule.Next(timer.Schedule, run) - run;
            Assert.True(watched[timer.Name] > pause, $"{timer.Name} pauses {pause} and is missed after {watched[timer.Name]}.");
            Assert.True(watched[timer.Name] <= pause + TimeSpan.FromHours(12), $"{timer.Name} pauses {pause} and is missed only after {watched[timer.Name]}.");
        });
    }

    [GeneratedRegex("\"(\\w+)\", (\\d+)[,\\s]")]
    private static partial Regex Expected();
}
