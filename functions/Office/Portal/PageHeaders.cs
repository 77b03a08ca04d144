using EmulationFunctions.Platform.Identity;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Portal;

/// <summary>What browsers are told of the page: nothing from elsewhere is loaded or run, nobody frames it, no address of it is passed on, and how long it is kept.</summary>
internal sealed class PageHeaders(IOptions<AzureAdOptions> azureAd)
{
    /// <summary>Signing in asks the issuer, and nobody else beside us, for what it has and for tokens.</summary>
    private readonly string _policy = string.Join("; ", [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        $"connect-src 'self' {new Uri(azureAd.Value.Instance).GetLeftPart(UriPartial.Authority)}",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'"]);

    public void Write(HttpResponse response) => Write(response, _policy);

    public static void Write(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
    }

    public static string Of(PageCaching caching) => caching switch
    {
        PageCaching.ForEver => "public, max-age=31536000, immutable",
        PageCaching.Checked => "no-cache",
        _ => "no-store",
    };
}
