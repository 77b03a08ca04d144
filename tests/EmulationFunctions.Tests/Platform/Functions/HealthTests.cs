using System.Net;

namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class HealthTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task The_host_s_first_question_is_answered_without_touching_storage()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        app.Faults.Reset();

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, app.Faults.Calls);
    }

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

    [Theory]
    [InlineData("GET", "/api/nowhere", 404)]
    [InlineData("GET", "/api/units/%2e%2e/x", 404)]
    [InlineData("DELETE", "/api/health", 405)]
    public async Task An_address_that_is_not_served_is_a_problem_document(string method, string path, int status)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var problem = await client.SendAsync(new(new(method), path), TestContext.Current.CancellationToken).ProblemAsync(status);

        Assert.StartsWith("urn:emulation-functions:", (string)problem["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_in_Vietnamese_and_in_English_for_those_who_ask()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var vietnamese = await client.GetAsync("/api/nowhere", TestContext.Current.CancellationToken).ProblemAsync(404);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, vi;q=0.5");
        var english = await client.GetAsync("/api/nowhere", TestContext.Current.CancellationToken).ProblemAsync(404);

        Assert.Equal("Không có địa chỉ này.", (string)vietnamese["detail"]!);
        Assert.Equal("There is nothing at this address.", (string)english["detail"]!);
    }
}
