using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>The published package, once for the tests of this class.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    public string Folder { get; } = Path.Combine(RepositoryRoot.Path, "artifacts", "package-under-test", Environment.ProcessId.ToString("D", null));

    public async ValueTask InitializeAsync() => await DeploymentPackage.PublishAsync(Folder, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The published program, started and called as the Functions host does it.</summary>
public sealed class PublishedPackageTests(AzuriteFixture azurite, IssuerFixture issuer, PackageFixture package) : IClassFixture<PackageFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_starts_answers_the_host_and_tells_its_health()
    {
        await using var host = await StartAsync();

        using var answer = await host.SendAsync(new(HttpMethod.Get, "/api/health"), Cancellation);
        var health = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(host.Functions.Where(IsTimer(host)), health["timers"]!.AsArray().Select(timer => (string)timer!["name"]!));
    }

    [Fact]
    public async Task Every_timer_answers_the_host_with_a_JSON_object_and_leaves_its_heartbeat()
    {
        await using var host = await StartAsync();
        var timers = host.Functions.Where(IsTimer(host)).ToList();

        foreach (var timer in timers)
        {
            using var answer = await host.TickAsync(timer, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.IsType<JsonObject>(JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
        }

        using var health = await host.SendAsync(new(HttpMethod.Get, "/api/health"), Cancellation);
        var beats = JsonNode.Parse(await health.Content.ReadAsStringAsync(Cancellation))!["timers"]!.AsArray();
        Assert.NotEmpty(timers);
        Assert.All(beats, beat => Assert.NotNull((string?)beat!["lastSucceeded"]));
    }

    [Fact]
    public async Task Nobody_from_outside_reaches_a_timer()
    {
        await using var host = await StartAsync();

        foreach (var timer in host.Functions.Where(IsTimer(host)))
        {
            using var routed = await host.SendAsync(new(HttpMethod.Post, $"/{timer}"), Cancellation);
            using var smuggled = await host.TickFromOutsideAsync(timer, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, routed.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, smuggled.StatusCode);
        }
    }

    [Fact]
    public async Task A_timer_that_fails_answers_500_with_a_JSON_object_and_logs_the_reason()
    {
        var account = azurite.Azurite.TakeAccount();
        await using var host = await StartAsync(("Storage__ConnectionString", account));
        var timer = host.Functions.First(IsTimer(host));
        foreach (var table in StorageNames.All.Tables)
        {
            await new TableServiceClient(account).DeleteTableAsync(table, Cancellation);
        }

        using var answer = await host.TickAsync(timer, Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.IsType<JsonObject>(JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Contains(host.Lines, line => line.Contains("\"record\":\"TimerFailed\"", StringComparison.Ordinal) && line.Contains($"\"timer\":\"{timer}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_passed_on_by_the_host_is_checked_by_the_program_itself()
    {
        await using var host = await StartAsync();
        using var without = await host.SendAsync(new(HttpMethod.Get, "/api/officers"), Cancellation);
        using var signedIn = new HttpRequestMessage(HttpMethod.Get, "/api/officers");
        signedIn.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AdminToken());

        using var with = await host.SendAsync(signedIn, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task An_upload_is_passed_on_whole_and_one_that_is_too_large_is_refused()
    {
        await using var host = await StartAsync();
        await HasSheetAsync(host);

        using var taken = await UploadAsync(host, 3 * 1024 * 1024);
        using var tooLarge = await UploadAsync(host, 21 * 1024 * 1024);

        var answer = await taken.Content.ReadAsStringAsync(Cancellation);

        Assert.True(taken.StatusCode == HttpStatusCode.Created, answer);
        Assert.Equal(3 * 1024 * 1024, (int)JsonNode.Parse(answer)!["bytes"]!);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("application/problem+json", tooLarge.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_line_it_writes_is_one_JSON_record()
    {
        await using var host = await StartAsync();
        using var answer = await host.SendAsync(new(HttpMethod.Get, "/api/health"), Cancellation);

        Assert.NotEmpty(host.Lines);
        Assert.All(host.Lines, line => Assert.NotNull(JsonNode.Parse(line)!["message"]));
    }

    [Theory]
    [InlineData("AzureAd__TenantId", "contoso", "AzureAd:TenantId")]
    [InlineData("AzureAd__ClientId", "", "AzureAd:ClientId")]
    [InlineData("Local__Now", "tomorrow", "Local:Now")]
    public async Task A_setting_that_is_missing_or_malformed_stops_the_start_with_a_sentence_that_names_it(string setting, string value, string named)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync((setting, value)));

        Assert.Contains($"The setting {named} ", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<FunctionsHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = azurite.Azurite.TakeAccount(),
            ["AzureAd__Instance"] = issuer.Issuer.Instance.ToString(),
            ["AzureAd__TenantId"] = IssuerFixture.Tenant,
            ["AzureAd__ClientId"] = IssuerFixture.Client,
            ["Mail__From"] = "thidua@example.vn",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Portal__Address"] = "https://thidua.example.vn/",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await FunctionsHost.StartAsync(package.Folder, all, Cancellation);
    }

    private Task<HttpResponseMessage> UploadAsync(FunctionsHost host, int bytes)
    {
        var file = new byte[bytes];
        "%PDF-1.4\n"u8.CopyTo(file);
        "\nstartxref\n9\n%%EOF\n"u8.CopyTo(file.AsSpan(bytes - 19));
        var upload = new HttpRequestMessage(
            HttpMethod.Post, $"/api/cycles/{ThisYear}/periods/nam/blocs/khoi-1/sheets/so-a/evidence?criterion=I&name=B%C3%A1o%20c%C3%A1o.pdf")
        {
            Content = new ByteArrayContent(file),
        };
        upload.Headers.Authorization = new("Bearer", Token(EmulationApp.ObjectId("so-a")));
        return host.SendAsync(upload, Cancellation);
    }

    /// <summary>A unit whose sheet is open, whatever day the tests run on.</summary>
    private async Task HasSheetAsync(FunctionsHost host)
    {
        foreach (var (path, body) in new[]
        {
            ("schemes/s", """{"title":"S","maximum":10,"criteria":[{"code":"I","parent":null,"title":"I","kind":"direct","maximum":10}],"ladder":[],"tieBreaks":[]}"""),
            ("units/so-a", """{"name":"Sở A","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""),
            ($"units/so-a/officers/{EmulationApp.ObjectId("so-a")}", """{"kind":"person"}"""),
            ("blocs/khoi-1", """{"name":"Khối 1","kind":"bloc","level":"province","statedMemberCount":null}"""),
            ("blocs/khoi-1/members/so-a/2020-01-01", """{"until":null,"decision":null}"""),
            ($"cycles/{ThisYear}", $$"""
                {"startsOn":null,"periods":null,"stages":[{"period":"nam","stage":"self-score","opens":"{{ThisYear}}-01-01","closes":"{{ThisYear}}-12-31"}],
                "blocs":[{"bloc":"khoi-1","scheme":{"id":"s","version":1},"stages":[]}]}
                """),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{path}") { Content = EmulationApp.Json(body) };
            request.Headers.Authorization = new("Bearer", AdminToken());
            await host.SendAsync(request, Cancellation).JsonAsync();
        }
    }

    private static int ThisYear => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Year;

    private string AdminToken() => Token(EmulationApp.ObjectId("office"), "Emulation.Admin");

    private string Token(string account, params string[] roles)
    {
        lock (issuer.Clock)
        {
            issuer.Clock.Now = TimeProvider.System.GetUtcNow();
            return issuer.Issuer.Token(new(account) { Roles = roles });
        }
    }

    private Func<string, bool> IsTimer(FunctionsHost host) => name => host.Functions.Contains(name)
        && File.ReadAllText(Path.Combine(package.Folder, name, "function.json")).Contains("timerTrigger", StringComparison.Ordinal);
}
