using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.StandIn;

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
    public async Task It_has_every_function_answers_and_tells_its_health()
    {
        await using var host = await StartAsync();
        using var client = Client(host);

        var health = await client.GetAsync("/api/health", Cancellation).JsonAsync();

        Assert.Equal(FunctionMethod.All.Keys.Order(StringComparer.Ordinal), host.Functions.Select(function => function.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            host.Functions.Where(function => function.Schedule is not null).Select(function => function.Name).Order(StringComparer.Ordinal),
            health["timers"]!.AsArray().Select(timer => (string)timer!["name"]!));
    }

    /// <summary>What Azure needs of a package, the hidden folder included, and nothing of what it does not.</summary>
    [Fact]
    public void It_has_the_files_that_the_host_looks_for()
    {
        string[] demanded = ["host.json", "worker.config.json", "functions.metadata", "extensions.json", "EmulationFunctions.dll", "portal/index.html", "portal/index.html.br"];

        Assert.All(demanded, file => Assert.True(File.Exists(Path.Combine(package.Folder, file)), file));
        Assert.Empty(Directory.EnumerateFiles(package.Folder, "function.json", SearchOption.AllDirectories));
        // The page is built, not brought.
        Assert.DoesNotContain(
            Directory.EnumerateFiles(package.Folder, "*", SearchOption.AllDirectories),
            file => Path.GetExtension(file) is ".ts" or ".tsx" || file.Contains("node_modules", StringComparison.Ordinal));
        Assert.Equal(
            ["Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll"],
            Directory.EnumerateFiles(Path.Combine(package.Folder, ".azurefunctions")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task It_serves_the_page_that_was_built_with_it()
    {
        await using var host = await StartAsync();
        using var client = Client(host);

        var page = await client.GetStringAsync(new Uri("/portal/", UriKind.Relative), Cancellation);
        var script = System.Text.RegularExpressions.Regex.Match(page, "src=\"(/portal/assets/[^\"]+\\.js)\"").Groups[1].Value;
        using var loaded = await client.GetAsync(new Uri(script, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", loaded.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Every_timer_runs_and_leaves_its_heartbeat()
    {
        await using var host = await StartAsync();
        using var client = Client(host);

        foreach (var timer in host.Functions.Where(function => function.Schedule is not null))
        {
            await host.RunTimerAsync(timer.Name, cancellationToken: Cancellation);
        }

        var health = await client.GetAsync("/api/health", Cancellation).JsonAsync();
        Assert.All(health["timers"]!.AsArray(), beat => Assert.NotNull((string?)beat!["lastSucceeded"]));
    }

    [Fact]
    public async Task A_request_passed_on_by_the_host_is_checked_by_the_program_itself()
    {
        await using var host = await StartAsync();
        using var nobody = Client(host);
        using var office = Client(host, AdminToken());

        await nobody.GetAsync("/api/officers", Cancellation).ProblemAsync(401);
        await office.GetAsync("/api/officers", Cancellation).JsonAsync();
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

    [Theory]
    [InlineData("AzureAd__TenantId", "contoso", "AzureAd:TenantId")]
    [InlineData("AzureAd__ClientId", "", "AzureAd:ClientId")]
    [InlineData("Local__Now", "tomorrow", "Local:Now")]
    public async Task A_setting_that_is_missing_or_malformed_stops_the_start_with_a_sentence_that_names_it(string setting, string value, string named)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync((setting, value)));

        Assert.Contains($"The setting {named} ", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<StandInHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Storage__ConnectionString"] = azurite.TakeAccount(),
            ["AzureAd__Instance"] = issuer.Issuer.Instance.ToString(),
            ["AzureAd__TenantId"] = IssuerFixture.Tenant,
            ["AzureAd__ClientId"] = IssuerFixture.Client,
            ["Mail__From"] = "thidua@example.vn",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Portal__Address"] = "https://thidua.example.vn/portal/",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await StandInHost.StartAsync(package.Folder, new() { Environment = all }, Cancellation);
    }

    private static HttpClient Client(StandInHost host, string? token = null)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return client;
    }

    private async Task<HttpResponseMessage> UploadAsync(StandInHost host, int bytes)
    {
        var file = new byte[bytes];
        "%PDF-1.4\n"u8.CopyTo(file);
        "\nstartxref\n9\n%%EOF\n"u8.CopyTo(file.AsSpan(bytes - 19));
        using var unit = Client(host, Token(EmulationApp.ObjectId("so-a")));
        return await unit.PostAsync(
            $"/api/cycles/{ThisYear}/periods/nam/blocs/khoi-1/sheets/so-a/evidence?criterion=I&name=B%C3%A1o%20c%C3%A1o.pdf", new ByteArrayContent(file), Cancellation);
    }

    /// <summary>A unit whose sheet is open, whatever day the tests run on.</summary>
    private async Task HasSheetAsync(StandInHost host)
    {
        using var office = Client(host, AdminToken());
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
            await office.PutAsync($"/api/{path}", EmulationApp.Json(body), Cancellation).JsonAsync();
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
}
