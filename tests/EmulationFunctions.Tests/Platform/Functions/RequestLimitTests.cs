using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>No request lasts for ever, whatever it asks for and whatever does not answer.</summary>
public sealed class RequestLimitTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly Uri Units = new("/api/units", UriKind.Relative);

    [Fact]
    public async Task A_request_that_takes_longer_than_it_may_is_ended_and_says_so()
    {
        using var records = new RecordCollector();
        await using var app = Limited(RequestLimits.Default with { Ordinary = TimeSpan.FromMilliseconds(300) }, records);
        using var office = app.Admin();
        app.Faults.Hangs = true;

        using var answer = await office.GetAsync(Units, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("urn:emulation-functions:out-of-time", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["type"]!);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.Equal(1, app.Faults.GivenUp);
        Assert.Single(records.Of("RequestOutOfTime"));
        Assert.Empty(records.Of("RequestFailed"));
    }

    [Fact]
    public async Task Storage_that_hangs_is_unavailable_after_its_attempts()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.Faults.AttemptLimit = TimeSpan.FromMilliseconds(50);
        using var office = app.Admin();
        await office.GetAsync(Units, Cancellation).JsonAsync();
        app.Faults.Hangs = true;

        using var answer = await office.GetAsync(Units, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("urn:emulation-functions:storage-unavailable", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["type"]!);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.Equal(3, app.Faults.GivenUp);
    }

    [Fact]
    public async Task What_finds_no_place_in_time_is_told_to_come_again_while_health_is_still_told()
    {
        await using var app = Limited(RequestLimits.Default with { AtOnce = 1, Wait = TimeSpan.FromMilliseconds(100) });
        using var office = app.Admin();
        using var asked = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        app.Faults.Instead = request =>
        {
            if (request.Uri.Path.Contains("Officers", StringComparison.Ordinal))
            {
                asked.Release();
                goOn.Wait(Cancellation);
            }

            return null;
        };
        var first = office.GetAsync(Units, Cancellation);
        await asked.WaitAsync(Cancellation);

        var refused = await office.GetAsync(Units, Cancellation).ProblemAsync(503);
        var health = await office.GetAsync("/api/health", Cancellation).JsonAsync();
        goOn.Release(2);

        Assert.Equal("urn:emulation-functions:busy", (string)refused["type"]!);
        Assert.NotEqual("unhealthy", (string)health["status"]!);
        await first.JsonAsync();
        await office.GetAsync(Units, Cancellation).JsonAsync();
    }

    [Fact]
    public async Task Storage_that_hangs_makes_health_unhealthy_and_not_silent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        _ = app.Services;
        app.Faults.Hangs = true;

        using var answer = await client.GetAsync(new Uri("/api/health", UriKind.Relative), Cancellation);

        var checks = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["checks"]!.AsArray();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Storage does not answer.", (string)checks.Single(check => (string)check!["name"]! == "storage")!["detail"]!);
        Assert.All(
            app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations,
            check => Assert.InRange(check.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Waiting_and_storage_together_stay_below_half_a_minute_and_all_below_what_the_platform_allows()
    {
        var host = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "host.json"), Cancellation);
        var timeout = TimeSpan.Parse(JsonNode.Parse(host)!["functionTimeout"]!.GetValue<string>(), null);
        var limits = RequestLimits.Default;

        Assert.True(limits.Wait + TimeSpan.FromSeconds(20) <= TimeSpan.FromSeconds(30)); // Storage: StorageRegistrationTests.
        Assert.True(limits.Ordinary < limits.Long);
        Assert.True(limits.Long < TimeSpan.FromSeconds(230)); // The front end.
        Assert.True(limits.Transfer + TimeSpan.FromSeconds(30) < timeout);
    }

    private EmulationApp Limited(RequestLimits limits, RecordCollector? records = null) => new(azurite, issuer, services: services =>
    {
        services.RemoveAll<RequestLimits>();
        services.AddSingleton(limits);
        records?.Collect(services);
    });
}
