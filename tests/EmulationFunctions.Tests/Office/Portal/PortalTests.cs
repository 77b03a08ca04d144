using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>How the units' page is served: with a page of two files, whatever the real one is.</summary>
public sealed class PortalTests(AzuriteFixture azurite, IssuerFixture issuer) : IDisposable
{
    private const string Script = "/portal/assets/main-4f3a.js";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("page-").FullName;

    [Theory]
    [InlineData("/portal")]
    [InlineData("/portal/")]
    [InlineData("/portal/index.html")]
    [InlineData("/portal/sheet/2026/nam/khoi-1/so-a")]
    [InlineData("/portal/sheet/2026/nam/khoi-1/so-a/I.1")] // a criterion is no file
    public async Task Every_place_of_the_page_is_the_page_and_is_never_kept(string place)
    {
        await using var app = App();
        using var nobody = app.Nobody();

        using var answer = await nobody.GetAsync(new Uri(place, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("<!doctype html>", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/portal/")]
    [InlineData(Script)]
    [InlineData("/portal/settings.json")]
    public async Task Nothing_is_run_loaded_or_framed_from_elsewhere_and_no_address_is_passed_on(string place)
    {
        await using var app = App();
        using var nobody = app.Nobody();

        using var answer = await nobody.GetAsync(new Uri(place, UriKind.Relative), Cancellation);

        var instance = issuer.Issuer.Instance.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' {instance}; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_its_hash_in_its_name_is_kept_for_ever_and_not_sent_twice()
    {
        await using var app = App();
        using var nobody = app.Nobody();

        using var first = await nobody.GetAsync(new Uri(Script, UriKind.Relative), Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, Script);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await nobody.SendAsync(again, Cancellation);

        Assert.Equal("text/javascript; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task What_has_no_hash_in_its_name_is_asked_about_each_time()
    {
        await using var app = App();
        using var nobody = app.Nobody();

        using var icon = await nobody.GetAsync(new Uri("/portal/icon.svg", UriKind.Relative), Cancellation);

        Assert.Equal(("image/svg+xml", "no-cache"), (icon.Content.Headers.ContentType?.MediaType, icon.Headers.CacheControl?.ToString()));
        Assert.NotNull(icon.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_file_goes_out_as_the_browser_can_unpack_it(string accepted, string? coding)
    {
        await using var app = App();
        using var nobody = app.Nobody();
        using var request = new HttpRequestMessage(HttpMethod.Get, Script);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await nobody.SendAsync(request, Cancellation);

        var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        using var unpacked = new StreamReader(coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal("run()", await unpacked.ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("/portal/assets/other.js")]
    [InlineData("/portal/x.php")]
    [InlineData("/portal/..%2fsecret.txt")]
    [InlineData("/portal/assets/..%2f..%2fsecret.txt")]
    [InlineData("/portal/..%5csecret.txt")]
    [InlineData("/portal/%2e%2e/secret.txt")]
    [InlineData("/portal/.hidden.txt")]
    public async Task A_file_that_is_not_the_page_s_is_not_found(string path)
    {
        await using var app = App();
        using var nobody = app.Nobody();
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret.txt"), "secret", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder, "page", ".hidden.txt"), "secret", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Host.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        using var answer = await nobody.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_its_page_says_how_to_build_it()
    {
        await using var app = App(services => services.AddSingleton(_ => new PageFiles(Path.Combine(_folder, "none"))));
        using var nobody = app.Nobody();

        var problem = await nobody.GetAsync(new Uri("/portal/", UriKind.Relative), Cancellation).ProblemAsync(404);

        Assert.Contains("dotnet publish", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_told_where_to_sign_in_and_what_to_ask_for()
    {
        await using var app = App();
        using var nobody = app.Nobody();

        using var answer = await nobody.GetAsync(new Uri("/portal/settings.json", UriKind.Relative), Cancellation);
        var settings = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(issuer.Issuer.Authority, (string)settings["authority"]!);
        Assert.Equal(IssuerFixture.Client, (string)settings["clientId"]!);
        Assert.Equal($"openid profile offline_access {IssuerFixture.Client}/access_as_user", (string)settings["scope"]!);
        Assert.Equal("PDF, DOCX, XLSX, JPG, PNG", string.Join(", ", settings["files"]!["types"]!.AsArray().Select(type => (string)type!)));
        Assert.Equal(20 * 1024 * 1024, (long)settings["files"]!["mostBytes"]!);
        Assert.Null(settings["local"]);
        Assert.True(settings.AsObject().ContainsKey("local"));
    }

    [Fact]
    public async Task A_page_with_a_registration_of_its_own_asks_for_the_scope_of_the_API()
    {
        const string own = "33333333-3333-4333-8333-333333333333";
        await using var app = App(null, ("Portal:ClientId", own));
        using var nobody = app.Nobody();

        var settings = await nobody.GetAsync(new Uri("/portal/settings.json", UriKind.Relative), Cancellation).JsonAsync();

        Assert.Equal(own, (string)settings["clientId"]!);
        Assert.Contains($"{IssuerFixture.Client}/access_as_user", (string)settings["scope"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_one_s_own_machine_the_page_moves_the_clock_and_the_program_goes_by_it()
    {
        var start = new DateTimeOffset(2026, 6, 15, 5, 0, 0, TimeSpan.Zero);
        var clock = new SetClock(start);
        await using var app = App(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var nobody = app.Nobody();
        var address = new Uri("/portal/clock", UriKind.Relative);

        var settings = await nobody.GetAsync(new Uri("/portal/settings.json", UriKind.Relative), Cancellation).JsonAsync();
        var before = await nobody.GetAsync(address, Cancellation).JsonAsync();
        var moved = await nobody.PostAsync(address, EmulationApp.Json("""{"now":"2027-01-31T09:00:00+07:00"}"""), Cancellation).JsonAsync();

        Assert.Equal("/portal/clock", (string)settings["local"]!["clock"]!);
        Assert.InRange(Moment(before), start, start.AddMinutes(5));
        Assert.InRange(Moment(moved), new(2027, 1, 31, 2, 0, 0, TimeSpan.Zero), new(2027, 1, 31, 2, 5, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2027, 1, 31), DateOnly.FromDateTime(clock.GetUtcNow().DateTime));
    }

    [Fact]
    public async Task A_clock_is_not_moved_out_of_the_years_that_there_are()
    {
        await using var app = App(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SetClock(EmulationApp.Noon))));
        using var nobody = app.Nobody();

        var problem = await nobody.PostAsync(new Uri("/portal/clock", UriKind.Relative), EmulationApp.Json("""{"now":"0001-01-01T00:00:00Z"}"""), Cancellation).ProblemAsync(400);

        Assert.Equal("$.now", (string)problem["faults"]![0]!["path"]!);
    }

    [Fact]
    public async Task Where_people_rely_on_the_clock_it_is_neither_told_nor_moved()
    {
        // Storage that is not on this machine: as in Azure.
        var elsewhere = LocalCondition.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:TableServiceUri", "https://data.table.core.windows.net")]).Build());
        var clock = new SetClock(EmulationApp.Noon);
        await using var app = App(services => services.AddSingleton(elsewhere).Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var nobody = app.Nobody();
        var address = new Uri("/portal/clock", UriKind.Relative);

        var settings = await nobody.GetAsync(new Uri("/portal/settings.json", UriKind.Relative), Cancellation).JsonAsync();
        await nobody.GetAsync(address, Cancellation).ProblemAsync(404);
        await nobody.PostAsync(address, EmulationApp.Json("""{"now":"2027-01-31T09:00:00+07:00"}"""), Cancellation).ProblemAsync(404);
        await nobody.PostAsync(address, EmulationApp.Json("{}"), Cancellation).ProblemAsync(404);
        await nobody.PostAsync(address, new StringContent("now"), Cancellation).ProblemAsync(404);

        Assert.Null(settings["local"]);
        Assert.Equal(2026, clock.GetUtcNow().Year);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private EmulationApp App(Action<IServiceCollection>? services = null, params (string Name, string? Value)[] settings)
    {
        var assets = Directory.CreateDirectory(Path.Combine(_folder, "page", "assets")).FullName;
        var page = Path.GetDirectoryName(assets)!;
        File.WriteAllText(Path.Combine(page, "index.html"), "<!doctype html>");
        File.WriteAllText(Path.Combine(page, "icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var script = Path.Combine(assets, "main-4f3a.js");
        File.WriteAllText(script, "run()");
        using (var packed = new BrotliStream(File.Create(script + ".br"), CompressionLevel.Optimal))
        {
            packed.Write("run()"u8);
        }

        using (var packed = new GZipStream(File.Create(script + ".gz"), CompressionLevel.Optimal))
        {
            packed.Write("run()"u8);
        }

        return new(azurite, issuer, services: replaced =>
        {
            replaced.AddSingleton(_ => new PageFiles(page));
            services?.Invoke(replaced);
        }, settings: settings);
    }

    private static DateTimeOffset Moment(JsonNode clock) => DateTimeOffset.Parse((string)clock["now"]!, null);

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.GetValues(name));
}
