using System.Net;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Rights;

public sealed class OfficerTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string Account = EmulationApp.ObjectId("an account");

    [Fact]
    public async Task The_office_binds_an_account_to_a_unit_lists_it_and_ends_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var cancellation = TestContext.Current.CancellationToken;

        await PutUnitAsync(admin, "so-xay-dung");
        await admin.PutAsync($"/api/units/so-xay-dung/officers/{Account}", EmulationApp.Json("""{"kind":"application"}"""), cancellation).JsonAsync();
        var listed = await admin.GetAsync("/api/officers?unit=so-xay-dung", cancellation).JsonAsync();
        using var change = new HttpRequestMessage(HttpMethod.Put, $"/api/units/so-xay-dung/officers/{Account}") { Content = EmulationApp.Json("""{"kind":"person","mayApprove":true}""") };
        change.Headers.TryAddWithoutValidation("If-Match", (string)listed["officers"]![0]!["etag"]!);
        using var changed = await admin.SendAsync(change, cancellation);
        using var removed = await admin.DeleteAsync($"/api/units/so-xay-dung/officers/{Account}", cancellation);
        var afterwards = await admin.GetAsync("/api/officers", cancellation).JsonAsync();

        Assert.Equal("application", (string)listed["officers"]![0]!["kind"]!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty(afterwards["officers"]!.AsArray());
    }

    [Fact]
    public async Task The_office_says_who_approves_for_a_unit_and_takes_it_back_and_no_application_does()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var account = app.Client(new(Account));
        var cancellation = TestContext.Current.CancellationToken;
        var address = $"/api/units/so-xay-dung/officers/{Account}";
        await PutUnitAsync(admin, "so-xay-dung");

        var refused = await admin.PutAsync(address, EmulationApp.Json("""{"kind":"application","mayApprove":true}"""), cancellation).ProblemAsync(400);
        using var bound = await admin.PutAsync(address, EmulationApp.Json("""{"kind":"person","mayApprove":true}"""), cancellation);
        var approves = await account.GetAsync("/api/me", cancellation).JsonAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = Person };
        await admin.SendAsync(request.With(bound.Headers.ETag!), cancellation).JsonAsync();
        var writes = await account.GetAsync("/api/me", cancellation).JsonAsync();

        Assert.Equal(["$.mayApprove"], refused.Paths());
        Assert.Equal(["so-xay-dung"], approves["approvesFor"]!.AsArray().Select(unit => (string)unit!));
        Assert.Empty(writes["approvesFor"]!.AsArray());
        Assert.Equal(["so-xay-dung"], writes["units"]!.AsArray().Select(unit => (string)unit!));
    }

    [Fact]
    public async Task An_officer_bound_before_there_was_anything_to_approve_approves_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var account = app.Client(new(Account));
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(new("Officers", "officers"), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
        {
            change.Put(new("officers", $"officer|{IssuerFixture.Tenant}:{Account}|so-xay-dung") { ["Object"] = Account, ["Unit"] = "so-xay-dung", ["IsApplication"] = false });
            change.Audit = new("PutOfficer", "an earlier build's");
            return Task.FromResult(0);
        }, TestContext.Current.CancellationToken);

        var me = await account.GetAsync("/api/me", TestContext.Current.CancellationToken).JsonAsync();

        Assert.Equal((1, 0), (me["units"]!.AsArray().Count, me["approvesFor"]!.AsArray().Count));
    }

    [Fact]
    public async Task Nobody_acts_for_a_unit_that_is_not_in_the_roster()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        await admin.PutAsync($"/api/units/so-nao/officers/{Account}", Person, TestContext.Current.CancellationToken).ProblemAsync(404);
        var listed = await admin.GetAsync("/api/officers", TestContext.Current.CancellationToken).JsonAsync();

        Assert.Empty(listed["officers"]!.AsArray());
    }

    [Fact]
    public async Task Who_changes_an_officer_has_read_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var cancellation = TestContext.Current.CancellationToken;
        await PutUnitAsync(admin, "so-xay-dung");
        var first = await TagAsync(Put(Person));
        Assert.Equal(first, await TagAsync(Put(Person))); // again: nothing changes, and nothing is asked

        await admin.SendAsync(Put(Application), cancellation).ProblemAsync(428);
        await admin.SendAsync(Put(Application).With(new("\"99\"")), cancellation).ProblemAsync(412);
        Assert.NotEqual(first, await TagAsync(Put(Application).With(new(first))));

        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, new("Officers", "officers"), cancellation));

        static HttpRequestMessage Put(StringContent body) => new(HttpMethod.Put, $"/api/units/so-xay-dung/officers/{Account}") { Content = body };

        async Task<string> TagAsync(HttpRequestMessage request)
        {
            using var answer = await admin.SendAsync(request, cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.ETag!.Tag;
        }
    }

    [Fact]
    public async Task An_account_acts_only_with_the_kind_of_token_it_was_bound_for()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var cancellation = TestContext.Current.CancellationToken;
        await PutUnitAsync(admin, "so-a");
        await PutUnitAsync(admin, "so-b");
        await admin.PutAsync($"/api/units/so-a/officers/{Account}", Person, cancellation).JsonAsync();
        await admin.PutAsync($"/api/units/so-b/officers/{Account}", Application, cancellation).JsonAsync();
        using var person = app.Client(new(Account));
        using var application = app.Client(new(Account) { IsApplication = true, Roles = ["Emulation.Reader"] });

        foreach (var (client, unit) in new[] { (person, "so-a"), (application, "so-b") })
        {
            var me = await client.GetAsync("/api/me", cancellation).JsonAsync();
            Assert.Equal(unit, (string)Assert.Single(me["units"]!.AsArray())!);
        }
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

    private static StringContent Person => EmulationApp.Json("""{"kind":"person"}""");

    private static StringContent Application => EmulationApp.Json("""{"kind":"application"}""");

    private static Task PutUnitAsync(HttpClient admin, string unit) => admin.PutAsync($"/api/units/{unit}", EmulationApp.Json($$"""
        {"name":"Sở {{unit}}","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}
        """), TestContext.Current.CancellationToken).JsonAsync();
}
