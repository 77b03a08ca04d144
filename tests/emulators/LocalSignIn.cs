using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace EmulationFunctions.Emulators;

/// <summary>Somebody who may sign in on this machine, without a password: a post of a unit or of the office, never a person's name.</summary>
/// <param name="Key">What tells people apart; <c>?person=</c> picks one without the page.</param>
/// <param name="Role">Under which heading it is offered.</param>
/// <param name="Post">What it is called.</param>
/// <param name="Token">What its tokens hold.</param>
public sealed record LocalPerson(string Key, string Role, string Post, TokenRequest Token);

/// <summary>
/// Signs people in as Entra does for a single-page application: code flow with PKCE (RFC 7636), refresh tokens that are used once, and signing out.
/// Only pages of this machine are answered.
/// </summary>
internal sealed class LocalSignIn(LocalIssuer issuer, string clientId, TimeProvider clock)
{
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan TokenLasts = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Granted> _codes = new(StringComparer.Ordinal);

    /// <summary>They last as long as this process.</summary>
    private readonly ConcurrentDictionary<string, Granted> _refreshing = new(StringComparer.Ordinal);

    /// <param name="signIn">There as soon as somebody asks.</param>
    public static void Map(WebApplication web, string root, Func<LocalSignIn> signIn)
    {
        web.MapGet($"{root}/authorize", (HttpContext http) => signIn().AuthorizeAsync(http));
        web.MapPost($"{root}/token", (HttpContext http) => signIn().TokenAsync(http));
        web.MapGet($"{root}/logout", LeaveAsync);
    }

    /// <summary>A page of this machine asks for it, which lies at another address.</summary>
    public static HttpResponse Shared(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.CacheControl = "no-store";
        return response;
    }

    private Task AuthorizeAsync(HttpContext http)
    {
        var asked = http.Request.Query;
        string? Of(string name) => asked.TryGetValue(name, out var value) ? value.ToString() : null;

        var fault = Of("client_id") != clientId ? "client_id is not this program's"
            : Of("response_type") != "code" ? "response_type must be code"
            : Of("code_challenge_method") != "S256" || Of("code_challenge") is not { Length: 43 } ? "code_challenge must be there, by S256 (code_challenge_method)"
            : !IsOfThisMachine(Of("redirect_uri")) ? "redirect_uri must be of this machine"
            : null;
        if (fault is not null)
        {
            return PageAsync(http.Response, StatusCodes.Status400BadRequest, $"<h1>{WebUtility.HtmlEncode(fault)}</h1>");
        }

        if (issuer.People.FirstOrDefault(person => person.Key == Of("person")) is not { } person)
        {
            return PageAsync(http.Response, StatusCodes.Status200OK, Choice(http.Request));
        }

        var code = Secret();
        _codes[code] = new(person, Of("scope") ?? "", Of("redirect_uri")!, Of("code_challenge")!, Of("nonce"), clock.GetUtcNow() + CodeLasts);
        return Redirect(http.Response, Of("redirect_uri")!, [("code", code), ("state", Of("state"))], inFragment: Of("response_mode") == "fragment");
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var granted = form["grant_type"].ToString() switch
        {
            _ when form["client_id"] != clientId => null,
            "authorization_code" => _codes.TryRemove(form["code"].ToString(), out var code) && code.Until >= clock.GetUtcNow()
                && code.RedirectUri == form["redirect_uri"] && code.Challenge == Challenge(form["code_verifier"].ToString()) ? code : null,
            "refresh_token" => _refreshing.TryRemove(form["refresh_token"].ToString(), out var before) ? before with { Nonce = null } : null,
            _ => null,
        };
        Shared(http.Response);
        if (granted is null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = "invalid_grant" }, http.RequestAborted);
            return;
        }

        var refresh = Secret();
        _refreshing[refresh] = granted;
        await http.Response.WriteAsJsonAsync(
            new
            {
                token_type = "Bearer",
                scope = granted.Scope,
                expires_in = (int)TokenLasts.TotalSeconds,
                access_token = issuer.Token(granted.Person.Token with { Name = granted.Person.Post, Lifetime = TokenLasts }),
                id_token = issuer.IdToken(granted.Person, granted.Nonce, TokenLasts),
                refresh_token = refresh,
            },
            http.RequestAborted);
    }

    private static Task LeaveAsync(HttpContext http)
    {
        var back = http.Request.Query["post_logout_redirect_uri"].ToString();
        return IsOfThisMachine(back)
            ? Redirect(http.Response, back, [("state", http.Request.Query["state"])], inFragment: false)
            : PageAsync(http.Response, StatusCodes.Status200OK, "<h1>Đã đăng xuất</h1>");
    }

    private string Choice(HttpRequest request)
    {
        var html = new StringBuilder("<h1>Đăng nhập thử</h1>\n<p>Máy này không hỏi mật khẩu. Chọn tư cách để vào trang thi đua.</p>\n<p lang=\"en\">This machine asks for no password: choose as whom to go in.</p>\n");
        foreach (var role in issuer.People.GroupBy(person => person.Role))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(role.Key)}</h2>\n<ul>\n");
            foreach (var person in role)
            {
                var address = $"{request.QueryString}&person={Uri.EscapeDataString(person.Key)}";
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{WebUtility.HtmlEncode(address)}\" data-person=\"{WebUtility.HtmlEncode(person.Key)}\">{WebUtility.HtmlEncode(person.Post)}</a></li>\n");
            }

            html.Append("</ul>\n");
        }

        return html.ToString();
    }

    private static Task PageAsync(HttpResponse response, int status, string body)
    {
        response.StatusCode = status;
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync($$"""
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Đăng nhập thử</title>
            <style>body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 17px/1.5 sans-serif; color: #111; background: #fff } a { color: #0b57a4 } li { margin: .4em 0 }</style></head>
            <body>
            {{body}}</body></html>
            """, response.HttpContext.RequestAborted);
    }

    private static Task Redirect(HttpResponse response, string address, (string Name, string? Value)[] with, bool inFragment)
    {
        var values = string.Join('&', with.Where(one => one.Value is { Length: > 0 }).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
        response.Headers.CacheControl = "no-store";
        response.Redirect(values.Length == 0 ? address : $"{address}{(inFragment ? '#' : address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{values}");
        return Task.CompletedTask;
    }

    private static bool IsOfThisMachine(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme.StartsWith("http", StringComparison.Ordinal);

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    private static string Challenge(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed record Granted(LocalPerson Person, string Scope, string RedirectUri, string Challenge, string? Nonce, DateTimeOffset Until);
}
