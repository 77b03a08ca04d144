using System.Net;

namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class HealthTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Health_names_every_timer_and_says_that_storage_answers()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var health = await client.GetAsync("/api/health", TestContext.Current.CancellationToken).JsonAsync();

        Assert.Equal("healthy", (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "storage")!["status"]!);
    }

    [Fact]
    public async Task Storage_that_cannot_be_reached_is_a_passing_trouble_and_not_a_fault_of_the_program()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        app.Faults.Instead = _ => throw new Azure.RequestFailedException("Connection refused");

        var problem = await office.GetAsync("/api/officers", TestContext.Current.CancellationToken).ProblemAsync(503);
        using var health = await office.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("urn:emulation-functions:storage-unavailable", (string)problem["type"]!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }
}
