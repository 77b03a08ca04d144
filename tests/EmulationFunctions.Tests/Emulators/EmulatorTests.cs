using Azure.Data.Tables;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using MimeKit;

namespace EmulationFunctions.Tests.Emulators;

public sealed class EmulatorTests
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Client = "22222222-2222-2222-2222-222222222222";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_storage_emulator_ends_gently_and_finds_its_rows_again()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;

        await using (var first = await Azurite.StartAsync(folder, wantsUsualPorts: false, Stop))
        {
            var service = new StoredTables(first.ConnectionString);
            await service.CreateTableIfNotExistsAsync("Kept", Stop);
            await service.GetTable("Kept").AddEntityAsync(new TableEntity("p", "r") { ["A"] = "giữ" }, Stop);
        }

        await using (var second = await Azurite.StartAsync(folder, wantsUsualPorts: false, Stop))
        {
            var row = await new StoredTables(second.ConnectionString).GetTable("Kept").FindAsync("p", "r", Stop);
            Assert.Equal("giữ", row!.GetString("A"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_mail_catcher_shows_what_was_sent()
    {
        await using var catcher = await MailCatcher.StartAsync(wantsUsualPorts: false, mailFolder: null, Stop);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", catcher.SmtpPort, SecureSocketOptions.None, Stop);
        using var message = new MimeMessage([new MailboxAddress(null, "he-thong@example.test")], [new MailboxAddress(null, "don-vi@example.test")], "Nhắc nộp điểm", new TextPart("plain") { Text = "Còn ba ngày." });

        await smtp.SendAsync(message, Stop);

        var mail = Assert.Single(await catcher.ListAsync(Stop));
        Assert.Equal("Nhắc nộp điểm", mail.Subject);
        Assert.Equal(["don-vi@example.test"], mail.To);
        Assert.Contains("Còn ba ngày.", mail.Text, StringComparison.Ordinal);

        await catcher.ClearAsync(Stop);
        Assert.Empty(await catcher.ListAsync(Stop));
    }

    [Fact]
    public async Task The_issuers_tokens_are_valid_by_its_own_discovery_document_and_key()
    {
        var folder = Directory.CreateTempSubdirectory("issuer-").FullName;
        var keyFile = Path.Combine(folder, "key.pem");
        string token;

        await using (var first = await LocalIssuer.StartAsync(Tenant, Client, TimeProvider.System, keyFile, port: 0, Stop))
        {
            token = first.Token(new TokenRequest("oid-1") { Roles = ["Emulation.Admin"] });
        }

        // The key is kept: what was issued before is still signed by a known key.
        await using var issuer = await LocalIssuer.StartAsync(Tenant, Client, TimeProvider.System, keyFile, port: 0, Stop);
        var discovery = await OpenIdConnectConfigurationRetriever.GetAsync(
            $"{issuer.Authority}/.well-known/openid-configuration", new HttpDocumentRetriever { RequireHttps = false }, Stop);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = Client,
            ValidAlgorithms = ["RS256"],
            IssuerSigningKeys = discovery.SigningKeys,
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(issuer.Authority, discovery.Issuer);
        Assert.Equal(("oid-1", Tenant, "2.0", "access_as_user"), (result.Claims["oid"], result.Claims["tid"], result.Claims["ver"], result.Claims["scp"]));
        Assert.Equal("Emulation.Admin", result.ClaimsIdentity.FindFirst("roles")!.Value);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_applications_token_has_roles_and_no_scope()
    {
        await using var issuer = await LocalIssuer.StartAsync(Tenant, Client, TimeProvider.System, keyFile: null, port: 0, Stop);

        var token = new JsonWebToken(issuer.Token(new TokenRequest("oid-2") { IsApplication = true, Roles = ["Emulation.Reader", "Emulation.Council"], Lifetime = TimeSpan.FromMinutes(5) }));

        Assert.Equal(issuer.Authority, token.Issuer);
        Assert.Equal("app", token.GetClaim("idtyp").Value);
        Assert.False(token.TryGetClaim("scp", out _));
        Assert.Equal(["Emulation.Reader", "Emulation.Council"], token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
        Assert.Equal(TimeSpan.FromMinutes(5), token.ValidTo - token.ValidFrom);
    }
}
