using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>What is packed, how, and for which stack. The script runs here with an Azure that says yes to everything.</summary>
public sealed partial class DeliveryTests : IDisposable
{
    private static readonly string[] Whole =
    [
        "host.json", "worker.config.json", "functions.metadata", "extensions.json", "EmulationFunctions.dll", ".azurefunctions/function.deps.json",
        "portal/index.html",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("delivery-").FullName;

    public static TheoryData<string> Publishers => ["azure.yaml", ".github/workflows/deliver.yml", "docs/deploy.md"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Publishers))]
    public void Everybody_publishes_in_the_same_way(string path)
    {
        var ways = Publish().Matches(InfraFiles.Read(path)).Select(way => way.Value).Distinct();

        Assert.Equal(["dotnet publish functions/EmulationFunctions.csproj --configuration Release --runtime linux-x64 --no-self-contained --output artifacts/package"], ways);
    }

    [Theory]
    [InlineData(".github/workflows/deliver.yml")]
    [InlineData("docs/deploy.md")]
    public void The_zip_holds_the_hidden_folder(string path) =>
        Assert.Contains("cd artifacts/package && zip --quiet --recurse-paths ../package.zip .", InfraFiles.Read(path)); // not "*", which leaves hidden files out

    [Fact]
    public void The_stack_is_the_isolated_worker_of_the_framework_that_the_program_is_built_for()
    {
        // The compiler takes any name and any version.
        var runtime = Runtime().Match(InfraFiles.ReadCode("infra/main.bicep"));
        var framework = Framework().Match(InfraFiles.Read("Directory.Build.props"));

        Assert.Equal("dotnet-isolated", runtime.Groups["name"].Value);
        Assert.Equal(framework.Groups["version"].Value, runtime.Groups["version"].Value);
        Assert.Contains("runtime: runtime", InfraFiles.ReadCode("infra/app.bicep"));
    }

    [Fact]
    public void Another_stack_is_another_app_with_another_container()
    {
        var template = InfraFiles.ReadCode("infra/main.bicep");

        Assert.Contains("var appName = 'func-${stem}-${uniqueString(token, runtime.name)}'", template);
        Assert.Contains("packageContainer: appName", template);
        Assert.Contains("name: appName", template);
    }

    [Fact]
    public async Task A_whole_package_is_delivered_and_waited_for()
    {
        var (code, output) = await DeliverAsync(Whole, "[{\"entryPoint\":\"A.B\"}]");

        Assert.True(code == 0, output);
        Assert.Contains("functionapp deployment source config-zip", Calls());
        Assert.Contains("Version 1.2.3+abc answers.", output);
    }

    [Theory]
    [InlineData("host.json", "no host.json")]
    [InlineData("worker.config.json", "no worker.config.json")]
    [InlineData("functions.metadata", "no functions.metadata")]
    [InlineData("EmulationFunctions.dll", "no EmulationFunctions.dll")]
    [InlineData(".azurefunctions/function.deps.json", "hidden folder .azurefunctions")]
    [InlineData("portal/index.html", "no page")]
    public async Task A_package_that_lacks_what_the_host_looks_for_goes_nowhere(string missing, string sentence)
    {
        var (code, output) = await DeliverAsync(Whole.Except([missing]), "[{\"entryPoint\":\"A.B\"}]");

        Assert.NotEqual(0, code);
        Assert.Contains(sentence, output);
        Assert.DoesNotMatch("upload|config-zip", Calls());
    }

    [Fact]
    public async Task A_package_without_functions_goes_nowhere()
    {
        var (code, output) = await DeliverAsync(Whole, "[]");

        Assert.NotEqual(0, code);
        Assert.Contains("names no function", output);
        Assert.DoesNotMatch("upload|config-zip", Calls());
    }

    private string Calls() => File.ReadAllText(Path.Combine(_folder, "calls"));

    /// <summary>Runs the script on a package of these files.</summary>
    private async Task<(int Code, string Output)> DeliverAsync(IEnumerable<string> files, string metadata)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/unzip"), "The script needs unzip, which is not here.");
        var cancellation = TestContext.Current.CancellationToken;
        var package = Path.Combine(_folder, "package.zip");
        await using (var zip = await ZipFile.OpenAsync(package, ZipArchiveMode.Create, cancellation))
        {
            foreach (var file in files)
            {
                await using var content = new StreamWriter(await zip.CreateEntry(file).OpenAsync(cancellation));
                await content.WriteAsync(file == "functions.metadata" ? metadata : "{}");
            }
        }

        Stub("az", """
            echo "$@" >> "$CALLS"
            case "$*" in
              *appsettings*) echo hostaccount ;;
              *exists*) echo false ;;
              *defaultHostName*) echo app.invalid ;;
            esac
            """);
        Stub("curl", """
            while [ $# -gt 0 ]; do [ "$1" = --output ] && echo '{"version":"1.2.3+abc"}' > "$2"; shift; done
            printf 200
            """);
        var start = new ProcessStartInfo("bash", [InfraFiles.Full("infra/deliver.sh"), "group", "app", package, "1.2.3"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = Path.Combine(_folder, "calls");
        using var script = Process.Start(start)!;
        var (output, error) = (script.StandardOutput.ReadToEndAsync(cancellation), script.StandardError.ReadToEndAsync(cancellation));
        await script.WaitForExitAsync(cancellation);
        return (script.ExitCode, await output + await error);
    }

    private void Stub(string name, string script)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
        InfraFiles.MakeExecutable(path);
    }

    [GeneratedRegex(@"dotnet publish .*? --output \S+")]
    private static partial Regex Publish();

    [GeneratedRegex(@"var runtime = \{ name: '(?<name>[^']*)', version: '(?<version>[^']*)' \}")]
    private static partial Regex Runtime();

    [GeneratedRegex(@"<TargetFramework>net(?<version>[\d.]+)</TargetFramework>")]
    private static partial Regex Framework();
}
