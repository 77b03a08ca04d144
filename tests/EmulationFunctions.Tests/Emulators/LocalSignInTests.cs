using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmulationFunctions.Tests.Emulators;

/// <summary>Signing in on one's own machine goes as it does at Entra: by a code that only who asked for it can use, once.</summary>
public sealed class LocalSignInTests : IAsyncLifetime
{
    private const string Back = "http://127.0.0.1:7071/portal/";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly SettableClock _clock = new(new(2026, 6, 15, 5, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private LocalIssuer _issuer = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync(IssuerFixture.Tenant, IssuerFixture.Client, _clock, keyFile: null, port: 0, Cancellation);
        _issuer.People =
        [
            new("office", "Cơ quan thi đua", "Ban Thi đua", new(EmulationApp.ObjectId("office")) { Roles = ["Emulation.Admin"] }),
            new("so-a", "Khối 1", "Sở A <phó khối>", new(EmulationApp.ObjectId("so-a"))),
        ];
    }

    [Fact]
    public async Task The_document_of_discovery_names_what_the_page_needs()
    {
        using var answer = await _http.GetAsync(new Uri($"{_issuer.Authority}/.well-known/openid-configuration"), Cancellation);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;

        Assert.Equal(_issuer.Authority, (string)document["issuer"]!);
        Assert.All(new[] { "authorization_endpoint", "token_endpoint", "end_session_endpoint", "jwks_uri" }, name => Assert.StartsWith(_issuer.Authority, (string)document[name]!, StringComparison.Ordinal));
        Assert.Equal("S256", (string)document["code_challenge_methods_supported"]![0]!);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Who_signs_in_is_offered_everybody_under_what_they_are()
    {
        using var answer = await _http.GetAsync(Authorize(), Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h2>Khối 1</h2>", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("data-person=\"office\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;ph&#243; khối&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_one_picks_gets_tokens_for_the_code_and_the_page_s_secret()
    {
        var (code, state) = await CodeAsync("office");

        var tokens = await TokensAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Back), ("code_verifier", Verifier));
        var (access, id) = (new JsonWebToken((string)tokens!["access_token"]!), new JsonWebToken((string)tokens["id_token"]!));

        Assert.Equal("place+1", state);
        Assert.Equal("access_as_user", access.GetClaim("scp").Value);
        Assert.Equal("Emulation.Admin", access.GetClaim("roles").Value);
        Assert.Equal(_clock.Now.AddHours(1).UtcDateTime, access.ValidTo);
        Assert.Equal(("once", "Ban Thi đua", EmulationApp.ObjectId("office")), (id.GetClaim("nonce").Value, id.GetClaim("name").Value, id.GetClaim("oid").Value));
        Assert.Equal(IssuerFixture.Client, Assert.Single(id.Audiences));
    }

    [Fact]
    public async Task A_code_is_good_once_for_who_asked_for_it_and_not_for_long()
    {
        var (used, _) = await CodeAsync("office");
        var (stolen, _) = await CodeAsync("office");
        var (elsewhere, _) = await CodeAsync("office");
        var (late, _) = await CodeAsync("office");
        await TokensAsync(("grant_type", "authorization_code"), ("code", used), ("redirect_uri", Back), ("code_verifier", Verifier));

        Assert.Null(await TokensAsync(("grant_type", "authorization_code"), ("code", used), ("redirect_uri", Back), ("code_verifier", Verifier)));
        Assert.Null(await TokensAsync(("grant_type", "authorization_code"), ("code", stolen), ("redirect_uri", Back), ("code_verifier", Verifier + "x")));
        Assert.Null(await TokensAsync(("grant_type", "authorization_code"), ("code", elsewhere), ("redirect_uri", Back + "x"), ("code_verifier", Verifier)));
        _clock.Now += TimeSpan.FromMinutes(11);
        Assert.Null(await TokensAsync(("grant_type", "authorization_code"), ("code", late), ("redirect_uri", Back), ("code_verifier", Verifier)));
    }

    [Fact]
    public async Task A_sign_in_is_renewed_once_with_each_refresh_token()
    {
        var (code, _) = await CodeAsync("so-a");
        var first = await TokensAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Back), ("code_verifier", Verifier));
        _clock.Now += TimeSpan.FromHours(3);

        var second = await TokensAsync(("grant_type", "refresh_token"), ("refresh_token", (string)first!["refresh_token"]!));

        Assert.Equal(_clock.Now.AddHours(1).UtcDateTime, new JsonWebToken((string)second!["access_token"]!).ValidTo);
        Assert.Null(await TokensAsync(("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!)));
    }

    [Theory]
    [InlineData("client_id", "33333333-3333-4333-8333-333333333333")]
    [InlineData("response_type", "token")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge", "")]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    public async Task A_request_that_Entra_would_refuse_is_refused_and_sent_nowhere(string name, string value)
    {
        using var answer = await _http.GetAsync(Authorize("office", (name, value)), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(name, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Back, HttpStatusCode.Redirect)]
    [InlineData("https://elsewhere.example/", HttpStatusCode.OK)]
    public async Task Who_signs_out_comes_back_to_the_page_and_to_nowhere_else(string back, HttpStatusCode status)
    {
        using var answer = await _http.GetAsync(new Uri($"{_issuer.Authority}/logout?post_logout_redirect_uri={Uri.EscapeDataString(back)}&state=s"), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Redirect ? $"{Back}?state=s" : null, answer.Headers.Location?.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _issuer.DisposeAsync();
    }

    private Uri Authorize(string? person = null, params (string Name, string Value)[] other)
    {
        var asked = new Dictionary<string, string?>
        {
            ["client_id"] = IssuerFixture.Client,
            ["response_type"] = "code",
            ["redirect_uri"] = Back,
            ["scope"] = "openid",
            ["state"] = "place+1",
            ["nonce"] = "once",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
            ["person"] = person,
        };
        foreach (var (name, value) in other)
        {
            asked[name] = value;
        }

        return new($"{_issuer.Authority}/authorize?{string.Join('&', asked.Where(one => one.Value is not null).Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value!)}"))}");
    }

    private async Task<(string Code, string State)> CodeAsync(string person)
    {
        using var answer = await _http.GetAsync(Authorize(person), Cancellation);
        var back = answer.Headers.Location!;
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Query);
        Assert.StartsWith(Back, back.OriginalString, StringComparison.Ordinal);
        return (values["code"].ToString(), values["state"].ToString());
    }

    private async Task<JsonNode?> TokensAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent([new("client_id", IssuerFixture.Client), .. form.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        using var answer = await _http.PostAsync(new Uri($"{_issuer.Authority}/token"), content, Cancellation);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        return answer.IsSuccessStatusCode ? json : null;
    }
}
