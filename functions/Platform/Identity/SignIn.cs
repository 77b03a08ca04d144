using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace EmulationFunctions.Platform.Identity;

/// <summary>
/// Takes access tokens of one tenant, as strictly as Microsoft.Identity.Web does (docs/decisions/0003): version 2.0, signed with
/// RS256 by that tenant's keys, for this API, not expired, and carrying either our scope or, in an application's own token, a role.
/// </summary>
internal sealed partial class SignIn(IOptions<AzureAdOptions> azureAd, LocalCondition local, TimeProvider clock, ILogger<SignIn> logger)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        var settings = azureAd.Value;
        options.Authority = settings.Authority;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.RequireHttpsMetadata = !local.IsLocal;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = settings.Authority,
            ValidAudiences = settings.Audiences,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidTypes = ["JWT", "at+jwt"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            NameClaimType = "oid",
            RoleClaimType = "roles",
            // The library asks the machine's clock; the program has one clock only.
            LifetimeValidator = (from, until, _, _) =>
                until is not null && clock.GetUtcNow() <= until.Value + Skew && (from is null || clock.GetUtcNow() >= from.Value - Skew),
        };
        options.Events = new()
        {
            OnTokenValidated = context =>
            {
                if (Fault(context.Principal!, settings) is { } fault)
                {
                    SignInRefused(fault);
                    context.Fail(fault);
                }

                return Task.CompletedTask;
            },
            OnAuthenticationFailed = context =>
            {
                SignInRefused(context.Exception.GetType().Name);
                return Task.CompletedTask;
            },
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
