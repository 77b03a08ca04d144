using System.Net;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>The API's own page.</summary>
public sealed class DocsTests(AzuriteFixture azurite, IssuerFixture issuer, PortalFixture portal)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/", "text/html")]
    [InlineData("/docs/start.js", "text/javascript")]
    [InlineData("/docs/swagger-ui.css", "text/css")]
    [InlineData("/docs/swagger-ui-bundle.js", "text/javascript")]
    public async Task It_comes_whole_from_this_program_and_runs_nothing_from_elsewhere(string path, string type)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var nobody = app.Nobody();

        using var answer = await nobody.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', body);
        Assert.NotEmpty(body);
    }

    [Fact]
    public async Task Its_largest_file_goes_out_packed_as_it_lies_there_and_not_twice()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var nobody = app.Nobody();
        HttpRequestMessage Asked()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/docs/swagger-ui-bundle.js");
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            return request;
        }

        using var first = Asked();
        using var packed = await nobody.SendAsync(first, Cancellation);
        using var again = Asked();
        again.Headers.IfNoneMatch.Add(packed.Headers.ETag!);
        using var second = await nobody.SendAsync(again, Cancellation);

        Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.InRange((await packed.Content.ReadAsByteArrayAsync(Cancellation)).Length, 100_000, 600_000);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task What_it_does_not_need_is_not_found()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var nobody = app.Nobody();

        await nobody.GetAsync(new Uri("/docs/oauth2-redirect.html", UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task A_browser_shows_an_operation_with_its_parameters_and_nothing_is_forbidden_to_it()
    {
        await using var scene = await portal.OpenAsync(azurite);
        var page = await scene.OpenAsync();

        await page.GotoAsync(scene.Address("/docs/#/Me/GetMe"));

        await Expect(page.GetByText("Tells who I am and what I may do now.")).ToBeVisibleAsync();
        await Expect(page.GetByText("My roles and units; for each open year")).ToBeAttachedAsync();
        Assert.Empty(scene.Faults);
    }
}
