using System.Diagnostics;

namespace EmulationFunctions.Tests.Infra;

/// <summary>What the directory is asked for. The script runs here with an Azure that says yes to everything.</summary>
public sealed class RegistrationTests : IDisposable
{
    private const string Client = "44444444-4444-4444-8444-444444444444";

    private readonly string _folder = Directory.CreateTempSubdirectory("registration-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_signs_people_in_at_its_addresses_and_nobody_is_asked_to_consent()
    {
        var (code, output) = await RegisterAsync("--redirect", "https://thidua.example.vn/portal/", "--redirect", "http://localhost:7071/portal/");

        Assert.True(code == 0, output);
        Assert.Contains("""{"spa":{"redirectUris":["https://thidua.example.vn/portal/","http://localhost:7071/portal/"]}}""", Calls());
        Assert.Contains("""{"clientId":"service-of-444","consentType":"AllPrincipals","resourceId":"service-of-444","scope":"access_as_user"}""", Calls());
        Assert.Contains("""{"clientId":"service-of-444","consentType":"AllPrincipals","resourceId":"service-of-000","scope":"openid profile offline_access"}""", Calls());
    }

    [Fact]
    public async Task Without_a_page_nothing_is_consented_to()
    {
        var (code, output) = await RegisterAsync();

        Assert.True(code == 0, output);
        Assert.DoesNotContain("oauth2PermissionGrants", Calls());
        Assert.DoesNotContain("redirectUris", Calls());
    }

    [Fact]
    public async Task Signing_in_never_comes_back_to_an_address_without_encryption()
    {
        var (code, output) = await RegisterAsync("--redirect", "http://thidua.example.vn/portal/");

        Assert.NotEqual(0, code);
        Assert.Contains("must begin with https://", output);
        Assert.Equal("", Calls());
    }

    private string Calls() => File.Exists(Path.Combine(_folder, "calls")) ? File.ReadAllText(Path.Combine(_folder, "calls")) : "";

    private async Task<(int Code, string Output)> RegisterAsync(params string[] arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var az = Path.Combine(_folder, "az");
        await File.WriteAllTextAsync(az, $$"""
            #!/usr/bin/env bash
            echo "$@" >> "$CALLS"
            case "$*" in
              *"select=appId "*) echo {{Client}} ;;
              *appRoleAssignmentRequired*--query*) echo true ;;
              *requestedAccessTokenVersion*) echo 2 ;;
              *oauth2PermissionGrants*--query*) ;;
              *"appId='444"*"select=id "*) echo service-of-444 ;;
              *"appId='000"*"select=id "*) echo service-of-000 ;;
            esac

            """, cancellation);
        InfraFiles.MakeExecutable(az);
        var start = new ProcessStartInfo("bash", [InfraFiles.Full("infra/entra/register.sh"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = Path.Combine(_folder, "calls");
        using var script = Process.Start(start)!;
        var (output, error) = (script.StandardOutput.ReadToEndAsync(cancellation), script.StandardError.ReadToEndAsync(cancellation));
        await script.WaitForExitAsync(cancellation);
        return (script.ExitCode, await output + await error);
    }
}
