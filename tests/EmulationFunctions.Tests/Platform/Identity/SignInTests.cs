using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Platform.Identity;

/// <summary>Which tokens are taken. Each that is refused would be the emulation office's if it were taken.</summary>
public sealed class SignInTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Other = "33333333-3333-4333-8333-333333333333";

    private static readonly TokenRequest Office = new(EmulationApp.ObjectId("somebody")) { Roles = ["Emulation.Admin"] };

    private static readonly TokenRequest Application = Office with { IsApplication = true };

    private static readonly Dictionary<string, TokenRequest> Taken = new()
    {
        ["a person's with our scope"] = Office,
        ["a person's with several scopes"] = Office with { Scope = "openid access_as_user" },
        ["an application's with a role"] = Application,
        ["a member's who signed in at our own tenant"] = Office with { IdentityProvider = $"https://sts.windows.net/{IssuerFixture.Tenant}/" },
    };

    /// <summary>Each with the reason that the record of it gives.</summary>
    private static readonly Dictionary<string, (TokenRequest Token, string Reason)> Refused = new()
    {
        ["of version 2.0 for another API"] = (Office with { Audience = Other }, "SecurityTokenInvalidAudienceException"),
        ["of version 2.0 for the API's address instead of its id"] = (Office with { Audience = $"api://{IssuerFixture.Client}" }, "SecurityTokenInvalidAudienceException"),
        ["of version 1.0 for the API's address"] = (Office with { Version = "1.0", Audience = $"api://{IssuerFixture.Client}" }, "SecurityTokenInvalidAudienceException"),
        ["of version 1.0 for the API's id"] = (Office with { Version = "1.0" }, "The token is not of version 2.0."),
        ["without a tenant"] = (Office with { HasNoTenant = true }, "The token is another tenant's."),
        ["of another tenant"] = (Office with { TenantId = Other }, "The token is another tenant's."),
        ["of another issuer"] = (Office with { Issuer = "http://127.0.0.1/other/v2.0" }, "SecurityTokenInvalidIssuerException"),
        ["with another scope"] = (Office with { Scope = "other" }, "The token lacks our scope."),
        ["without scope and roles"] = (Office with { Scope = null, Roles = [] }, "The application's token carries no role."),
        ["an application's without a role"] = (Application with { Roles = [] }, "The application's token carries no role."),
        ["for no object"] = (Office with { ObjectId = "not-a-guid" }, "The token names no object."),
        ["a guest's of another tenant"] = (Office with { IdentityProvider = $"https://sts.windows.net/{Other}/" }, "The token is a guest's."),
        ["a guest's of no tenant"] = (Office with { IdentityProvider = "live.com" }, "The token is a guest's."),
        ["expired"] = (Office with { Lifetime = TimeSpan.FromMinutes(-5) }, "SecurityTokenInvalidLifetimeException"),
        ["signed with another key"] = (Office with { Signature = TokenSignature.ForeignKey }, "SecurityTokenInvalidSignatureException"),
        ["signed with RS512"] = (Office with { Signature = TokenSignature.OtherLength }, "SecurityTokenInvalidSignatureException"),
        ["signed with the public key as a secret"] = (Office with { Signature = TokenSignature.PublicKeyAsSecret }, "SecurityTokenInvalidSignatureException"),
        ["not signed"] = (Office with { Signature = TokenSignature.None }, "SecurityTokenInvalidSignatureException"),
    };

    public static TheoryData<string> TakenNames => [.. Taken.Keys];

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(TakenNames))]
    public async Task A_token_of_ours_is_taken(string which)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Client(Taken[which]);

        await client.GetAsync("/api/officers", TestContext.Current.CancellationToken).JsonAsync();
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task A_token_that_is_not_ours_is_refused_for_its_own_reason(string which)
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        var (token, reason) = Refused[which];
        using var client = app.Client(token);

        using var answer = await client.GetAsync(new Uri("/api/officers", UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await Task.FromResult(answer).ProblemAsync(401);

        Assert.Equal("urn:emulation-functions:not-signed-in", (string)problem["type"]!);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(reason, (string)Assert.Single(records.Of("SignInRefused"))["Reason"]!);
    }

    [Fact]
    public async Task Settings_meant_for_the_library_loosen_nothing()
    {
        await using var app = new EmulationApp(
            azurite,
            issuer,
            settings:
            [
                ("AzureAd:AllowWebApiToBeAuthorizedByACL", "true"),
                ("AzureAd:Audience", $"api://{IssuerFixture.Client}"),
                ("AzureAd:TokenValidationParameters:ValidateAudience", "false"),
                ("Authentication:Schemes:Bearer:ValidAudience", Other),
                ("Authentication:Schemes:Bearer:ValidIssuer", "http://127.0.0.1/other/v2.0"),
            ]);

        foreach (var (token, _) in Refused.Values)
        {
            using var client = app.Client(token);
            await client.GetAsync("/api/officers", TestContext.Current.CancellationToken).ProblemAsync(401);
        }

        using var office = app.Client(Office);
        await office.GetAsync("/api/officers", TestContext.Current.CancellationToken).JsonAsync();
    }
}
