using System.Text.Json;
using System.Text.RegularExpressions;
using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Tests.Infra;

/// <summary>Who may do what, in Azure and in the directory.</summary>
public sealed class AccessTests
{
    private static readonly JsonElement Application = JsonDocument.Parse(InfraFiles.Read("infra/entra/application.json")).RootElement;

    [Theory]
    [InlineData("Emulation.Admin", "1e69a2c3-0df4-419e-bb25-b0fbda02c839")]
    [InlineData("Emulation.Council", "e1bd1d02-e9a4-4d5a-b077-6795fb67f447")]
    [InlineData("Emulation.Reader", "9a074cc3-f80a-49f2-bac2-4ff53709145f")]
    [InlineData("Emulation.Officer", "57f28217-ad83-4ca2-bc60-b9cb658e8aa0")]
    public void A_role_keeps_its_id_for_ever(string value, string id)
    {
        // A changed id would take the role from everybody who has it.
        var role = Application.GetProperty("appRoles").EnumerateArray().Single(role => role.GetProperty("value").GetString() == value);

        Assert.Equal(id, role.GetProperty("id").GetString());
        Assert.True(role.GetProperty("isEnabled").GetBoolean());
    }

    [Fact]
    public void The_directory_has_the_roles_that_the_program_knows_and_one_that_only_opens_the_door()
    {
        var values = Application.GetProperty("appRoles").EnumerateArray().Select(role => role.GetProperty("value").GetString()!);

        Assert.Equal(Roles.All.Append("Emulation.Officer").Order(StringComparer.Ordinal), values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_program_can_never_become_administrator_or_council()
    {
        foreach (var role in Application.GetProperty("appRoles").EnumerateArray())
        {
            var programs = role.GetProperty("allowedMemberTypes").EnumerateArray().Any(type => type.GetString() == "Application");
            Assert.Equal(role.GetProperty("value").GetString() is "Emulation.Reader" or "Emulation.Officer", programs);
        }
    }

    [Fact]
    public void Tokens_are_of_version_2_for_one_directory_and_one_scope()
    {
        Assert.Equal("AzureADMyOrg", Application.GetProperty("signInAudience").GetString());
        Assert.Equal(2, Application.GetProperty("api").GetProperty("requestedAccessTokenVersion").GetInt32());
        var scope = Assert.Single(Application.GetProperty("api").GetProperty("oauth2PermissionScopes").EnumerateArray());
        Assert.Equal(AzureAdOptions.Scope, scope.GetProperty("value").GetString());
    }

    [Fact]
    public void Only_known_rights_are_given_and_none_that_hands_out_rights()
    {
        var given = InfraFiles.List("infra", "*.bicep")
            .SelectMany(path => Regex.Matches(InfraFiles.ReadCode(path), "'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'"))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        Assert.Equal(AzureRoles.Known.Keys.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_program_owns_the_blobs_of_the_host_only()
    {
        var template = InfraFiles.ReadCode("infra/access.bicep");

        var owner = Assert.Single(Regex.Matches(template, @"scope: (\w+)\s+name: guid\([^)]*roles\.blobDataOwner\)"));
        Assert.Equal("hostStorage", owner.Groups[1].Value);
    }

    [Fact]
    public void The_app_waits_for_its_rights()
    {
        var template = InfraFiles.ReadCode("infra/main.bicep");
        var app = template[template.IndexOf("module app 'app.bicep'", StringComparison.Ordinal)..template.IndexOf("module alerts", StringComparison.Ordinal)];

        Assert.Matches(@"dependsOn: \[\s+access\s", app);
    }
}
