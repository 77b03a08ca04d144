using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace EmulationFunctions.Platform.Identity;

/// <summary>
/// Takes access tokens of one tenant. Microsoft.Identity.Web fetches the keys and checks issuer, signature and the key's own issuer;
/// what is demanded here stays whatever is set for it: version 2.0, RS256, this API, this tenant, no guests, not expired by the
/// program's clock, and either our scope or, in an application's own token, a role.
/// </summary>
internal sealed partial class SignIn(IOptions<AzureAdOptions> azureAd, LocalCondition local, TimeProvider clock, ILogger<SignIn> logger)
    : IPostConfigureOptions<JwtBearerOptions>
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        var settings = azureAd.Value;
        options.Authority = settings.Authority;
        options.MetadataAddress = $"{settings.Authority}/.well-known/openid-configuration";
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.RequireHttpsMetadata = !local.IsLocal;

        var demanded = options.TokenValidationParameters;
        if (local.IsLocal)
        {
            // The library's own validator reads the issuer over https only.
            demanded.ValidIssuer = settings.Authority;
        }

        demanded.ValidateIssuer = true;
        // A token of version 2.0 names the bare client id.
        (demanded.ValidateAudience, demanded.AudienceValidator, demanded.ValidAudience, demanded.ValidAudiences) = (true, null, settings.ClientId, null);
        demanded.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        demanded.ValidTypes = ["JWT", "at+jwt"];
        demanded.RequireSignedTokens = true;
        demanded.RequireExpirationTime = true;
        demanded.ValidateLifetime = true;
        demanded.NameClaimType = "oid";
        demanded.RoleClaimType = "roles";
        // The library asks the machine's clock; the program has one clock only.
        demanded.LifetimeValidator = (from, until, _, _) =>
            until is not null && clock.GetUtcNow() <= until.Value + Skew && (from is null || clock.GetUtcNow() >= from.Value - Skew);

        var (validated, failed) = (options.Events.OnTokenValidated, options.Events.OnAuthenticationFailed);
        options.Events.OnTokenValidated = async context =>
        {
            await validated(context);
            if ((Fault(context.Principal!, settings) ?? context.Result?.Failure?.Message) is { } fault)
            {
                SignInRefused(fault);
                context.Fail(fault);
            }
        };
        options.Events.OnAuthenticationFailed = context =>
        {
            SignInRefused(context.Exception.GetType().Name);
            return failed(context);
        };
    }

    /// <summary>What the signature and the dates do not say; null when all is well.</summary>
    private static string? Fault(System.Security.Claims.ClaimsPrincipal user, AzureAdOptions settings)
    {
        if (!string.Equals(user.FindFirst("tid")?.Value, settings.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return "The token is another tenant's.";
        }

        if (user.FindFirst("ver")?.Value != "2.0")
        {
            return "The token is not of version 2.0.";
        }

        if (!Guid.TryParseExact(user.FindFirst("oid")?.Value, "D", out _))
        {
            return "The token names no object.";
        }

        // A guest's home tenant is another one.
        if (user.FindFirst("idp")?.Value is { } provider && !provider.Contains(settings.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return "The token is a guest's.";
        }

        var scopes = user.FindFirst("scp")?.Value.Split(' ');
        return scopes is null
            ? user.FindFirst("roles") is null ? "The application's token carries no role." : null
            : scopes.Contains(AzureAdOptions.Scope) ? null : "The token lacks our scope.";
    }

    [LoggerMessage(LogLevel.Information, "A sign-in was refused: {Reason}.", EventName = "SignInRefused")]
    private partial void SignInRefused(string reason);
}
