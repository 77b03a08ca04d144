using System.Net;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmulationFunctions.Emulators;

/// <summary>
/// Stands in for Entra ID on one machine: discovery, keys, signing in, and access tokens like its v2.0 ones. It asks nobody for a password,
/// so the program trusts it under the local condition only.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly RSA _key;
    private readonly TimeProvider _clock;
    private readonly string _tenantId;
    private readonly string _clientId;
    private readonly RsaSecurityKey _signingKey;

    private LocalIssuer(WebApplication web, RSA key, string tenantId, string clientId, TimeProvider clock)
    {
        (_web, _key, _tenantId, _clientId, _clock) = (web, key, tenantId, clientId, clock);
        _signingKey = new RsaSecurityKey(key) { KeyId = KeyId(key) };
        var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Instance = new Uri(address.TrimEnd('/') + "/");
    }

    /// <summary>What <c>AzureAd:Instance</c> is set to.</summary>
    public Uri Instance { get; }

    public string Authority => $"{Instance}{_tenantId}/v2.0";

    /// <summary>Who is offered to whoever signs in.</summary>
    public IReadOnlyList<LocalPerson> People { get; set; } = [];

    /// <param name="tenantId">The tenant it speaks for.</param>
    /// <param name="clientId">The program's registration: the audience of its tokens.</param>
    /// <param name="clock">What <c>iat</c>, <c>nbf</c> and <c>exp</c> are read from.</param>
    /// <param name="keyFile">Where the key is kept from one start to the next; null makes a new one.</param>
    /// <param name="port">The port wanted; 0, or one in use, takes a free one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<LocalIssuer> StartAsync(
        string tenantId, string clientId, TimeProvider clock, string? keyFile, int port, CancellationToken cancellationToken)
    {
        var key = LoadKey(keyFile);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, NodeProcess.FreeOrAny(port)));
        var web = builder.Build();

        var root = $"/{tenantId}/v2.0";
        web.MapGet($"{root}/.well-known/openid-configuration", (HttpContext http) => WriteAsync(http, Discovery($"http://{http.Request.Host}{root}")));
        web.MapGet($"{root}/keys", (HttpContext http) => WriteAsync(http, Keys(key)));
        LocalIssuer? issuer = null;
        // It knows its own address only once it listens.
        var signIn = new Lazy<LocalSignIn>(() => new(issuer!, clientId, clock));
        LocalSignIn.Map(web, root, () => signIn.Value);

        await web.StartAsync(cancellationToken);
        return issuer = new LocalIssuer(web, key, tenantId, clientId, clock);
    }

    /// <summary>A signed access token.</summary>
    public string Token(TokenRequest request)
    {
        var now = _clock.GetUtcNow().UtcDateTime;

        var claims = new Dictionary<string, object>
        {
            ["oid"] = request.ObjectId,
            ["sub"] = request.ObjectId,
            ["ver"] = request.Version,
            ["azp"] = request.ClientId ?? _clientId,
        };

        if (!request.HasNoTenant)
        {
            claims["tid"] = request.TenantId ?? _tenantId;
        }

        if (request.Roles.Count > 0)
        {
            claims["roles"] = request.Roles;
        }

        if (request.IdentityProvider is { } provider)
        {
            claims["idp"] = provider;
        }

        if (request.IsApplication)
        {
            claims["idtyp"] = "app";
        }
        else
        {
            if (request.Scope is { } scope)
            {
                claims["scp"] = scope;
            }

            claims["name"] = request.Name;
            claims["preferred_username"] = request.Name;
        }

        using var foreign = request.Signature == TokenSignature.ForeignKey ? RSA.Create(2048) : null;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = request.Issuer ?? Authority,
            Audience = request.Audience ?? _clientId,
            Claims = claims,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + request.Lifetime,
            SigningCredentials = Credentials(request.Signature, foreign),
        });
    }

    /// <summary>What tells the page who has signed in.</summary>
    public string IdToken(LocalPerson person, string? nonce, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            ["oid"] = person.Token.ObjectId,
            ["sub"] = person.Token.ObjectId,
            ["tid"] = _tenantId,
            ["ver"] = "2.0",
            ["name"] = person.Post,
            ["preferred_username"] = person.Key,
        };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = _clientId,
            Claims = claims,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = Credentials(TokenSignature.Good, null),
        });
    }

    /// <summary>Whatever the signature, it claims to be by the issuer's key.</summary>
    private SigningCredentials? Credentials(TokenSignature signature, RSA? foreign) => signature switch
    {
        TokenSignature.Good => new(_signingKey, SecurityAlgorithms.RsaSha256),
        TokenSignature.OtherLength => new(_signingKey, SecurityAlgorithms.RsaSha512),
        TokenSignature.ForeignKey => new(
            new RsaSecurityKey(foreign!) { KeyId = _signingKey.KeyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
        TokenSignature.PublicKeyAsSecret => new(new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = _signingKey.KeyId }, SecurityAlgorithms.HmacSha256),
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _key.Dispose();
    }

    private static RSA LoadKey(string? keyFile)
    {
        var key = RSA.Create(2048);

        if (keyFile is null)
        {
            return key;
        }

        if (File.Exists(keyFile))
        {
            key.ImportFromPem(File.ReadAllText(keyFile));
            return key;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return key;
    }

    private static string KeyId(RSA key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    private static string Discovery(string issuer) => $$"""
        {
          "issuer": "{{issuer}}",
          "jwks_uri": "{{issuer}}/keys",
          "authorization_endpoint": "{{issuer}}/authorize",
          "token_endpoint": "{{issuer}}/token",
          "end_session_endpoint": "{{issuer}}/logout",
          "response_types_supported": ["code"],
          "response_modes_supported": ["query", "fragment"],
          "grant_types_supported": ["authorization_code", "refresh_token"],
          "code_challenge_methods_supported": ["S256"],
          "token_endpoint_auth_methods_supported": ["none"],
          "scopes_supported": ["openid", "profile", "offline_access"],
          "subject_types_supported": ["pairwise"],
          "id_token_signing_alg_values_supported": ["RS256"]
        }
        """;

    private static string Keys(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var (modulus, exponent) = (Base64UrlEncoder.Encode(numbers.Modulus), Base64UrlEncoder.Encode(numbers.Exponent));
        return $$"""{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"{{KeyId(key)}}","n":"{{modulus}}","e":"{{exponent}}"}]}""";
    }

    private static Task WriteAsync(HttpContext http, string json)
    {
        LocalSignIn.Shared(http.Response).ContentType = MediaTypeNames.Application.Json;
        return http.Response.WriteAsync(json, http.RequestAborted);
    }
}

/// <summary>Whose token it is. What is left out is what a good token has.</summary>
/// <param name="ObjectId">The person or application (<c>oid</c>).</param>
public sealed record TokenRequest(string ObjectId)
{
    public string Name { get; init; } = "local";

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Null for none.</summary>
    public string? Scope { get; init; } = "access_as_user";

    /// <summary>An application on its own behalf: roles and no scope.</summary>
    public bool IsApplication { get; init; }

    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    public string? TenantId { get; init; }

    /// <summary>Leaves out the <c>tid</c>.</summary>
    public bool HasNoTenant { get; init; }

    public string? ClientId { get; init; }

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    /// <summary>The token's <c>ver</c>.</summary>
    public string Version { get; init; } = "2.0";

    /// <summary>The token's <c>idp</c>: for a guest the home tenant.</summary>
    public string? IdentityProvider { get; init; }

    public TokenSignature Signature { get; init; }
}

/// <summary>How a token is signed. All but the first are forgeries, to show that they are refused.</summary>
public enum TokenSignature
{
    /// <summary>RS256 by the issuer's key.</summary>
    Good,

    /// <summary>RS512 by the issuer's key.</summary>
    OtherLength,

    /// <summary>RS256 by somebody else's key.</summary>
    ForeignKey,

    /// <summary>HS256, with the issuer's public key as the secret.</summary>
    PublicKeyAsSecret,

    /// <summary>No signature: the algorithm <c>none</c>.</summary>
    None,
}
