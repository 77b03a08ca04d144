using System.Net;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Identity;

public sealed class OfficerTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string Account = EmulationApp.ObjectId("an account");

    [Fact]
    public async Task The_office_binds_an_account_to_a_unit_lists_it_and_ends_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var cancellation = TestContext.Current.CancellationToken;

        await admin.PutAsync($"/api/units/so-xay-dung/officers/{Account}", EmulationApp.Json("""{"kind":"application"}"""), cancellation).JsonAsync();
        var listed = await admin.GetAsync("/api/officers?unit=so-xay-dung", cancellation).JsonAsync();
        using var removed = await admin.DeleteAsync($"/api/units/so-xay-dung/officers/{Account}", cancellation);
        var afterwards = await admin.GetAsync("/api/officers", cancellation).JsonAsync();

        Assert.Equal("application", (string)listed["officers"]![0]!["kind"]!);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty(afterwards["officers"]!.AsArray());
    }

    [Theory]
    [InlineData("""{}""", "$.kind")] // missing
    [InlineData("""{"kind":"robot"}""", "$.kind")] // not one of the words
    [InlineData("""{"kind":1}""", "$.kind")] // a number is not a word
    [InlineData("""{"kind":"person","unit":"x"}""", "$.unit")] // unknown
    [InlineData("""[]""", "$")]
    public async Task A_body_with_a_fault_is_refused_and_the_fault_is_named(string body, string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync($"/api/units/a/officers/{Account}", EmulationApp.Json(body), TestContext.Current.CancellationToken).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    [Theory]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a'b")]
    [InlineData("a%23b")] // #
    [InlineData("a%3Fb")] // ?
    [InlineData("a%5Cb")] // \
    [InlineData("a%01b")]
    [InlineData("s%E1%BB%9F")] // ở
    public async Task An_id_that_could_not_be_a_key_is_refused(string unit)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync($"/api/units/{unit}/officers/{Account}", EmulationApp.Json("""{"kind":"person"}"""), TestContext.Current.CancellationToken).ProblemAsync(400);

        Assert.Equal(["unit"], problem.Paths());
    }

    [Fact]
    public async Task A_token_that_is_not_ours_is_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var account = EmulationApp.ObjectId("somebody");
        TokenRequest[] refused =
        [
            new(account) { TenantId = Guid.NewGuid().ToString(), Roles = ["Emulation.Admin"] }, // another tenant
            new(account) { Audience = Guid.NewGuid().ToString(), Roles = ["Emulation.Admin"] }, // another API
            new(account) { Issuer = "http://127.0.0.1/other/v2.0", Roles = ["Emulation.Admin"] },
            new(account) { Scope = "other", Roles = ["Emulation.Admin"] }, // another scope
            new(account) { IsApplication = true }, // an application without a role
            new("not-a-guid") { Roles = ["Emulation.Admin"] },
            new(account) { Lifetime = TimeSpan.FromMinutes(-5), Roles = ["Emulation.Admin"] }, // expired
        ];

        foreach (var token in refused)
        {
            using var client = app.Client(token);
            await client.GetAsync("/api/officers", TestContext.Current.CancellationToken).ProblemAsync(401);
        }

        using var good = app.Client(new(account) { Roles = ["Emulation.Admin"] });
        await good.GetAsync("/api/officers", TestContext.Current.CancellationToken).JsonAsync();
    }
}
