using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The Bicep compiler of the package, and a copy of infra/ that it may write into.</summary>
internal sealed class Bicep : IDisposable
{
    /// <summary>What an administrator gives, as docs/deploy.md says. No value stands for anything real.</summary>
    public static readonly IReadOnlyDictionary<string, string> Given = new Dictionary<string, string>
    {
        ["EMULATION_API_CLIENT_ID"] = "a0a0a0a0-0000-4000-8000-000000000001",
        ["EMULATION_DEPLOYER_PRINCIPAL_ID"] = "a0a0a0a0-0000-4000-8000-000000000002",
        ["EMULATION_OFFICE_GROUP_ID"] = "a0a0a0a0-0000-4000-8000-000000000003",
        ["EMULATION_ALERT_ADDRESSES"] = "operator@example.gov.vn",
        ["EMULATION_MAIL_DOMAIN"] = "mail.example.gov.vn",
        ["EMULATION_MAIL_DOMAIN_VERIFIED"] = "true",
    };

    private static readonly Dictionary<string, string?> Packed = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(data => data.Key.StartsWith("Bicep", StringComparison.Ordinal))
        .ToDictionary(data => data.Key, data => data.Value);

    private static readonly Lazy<string> Compiler = new(() =>
    {
        // A package need not keep the execute bit, and the cache of packages need not be ours to change.
        var path = InfraFiles.Full($"artifacts/bicep/bicep-{Packed["BicepVersion"]}");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var copy = $"{path}.{Guid.NewGuid():N}";
            File.Copy(Packed["Bicep"]!, copy);
            InfraFiles.MakeExecutable(copy);
            File.Move(copy, path, overwrite: true);
        }

        return path;
    });

    public Bicep()
    {
        Assert.SkipUnless(Packed.ContainsKey("Bicep"), "The Bicep compiler is packed for Linux on x64 only; the workflow compiles the templates with 'az bicep'.");
        foreach (var path in InfraFiles.List("infra", "*.*"))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath("infra", path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(InfraFiles.Full(path), copy);
        }

        var settings = Path.Combine(Folder, "bicepconfig.json");
        var config = JsonNode.Parse(File.ReadAllText(settings))!;
        config["analyzers"]!["core"]!["rules"]!["use-recent-api-versions"]!["test-today"] = Packed["BicepDay"];
        File.WriteAllText(settings, config.ToJsonString());
    }

    public string Folder { get; } = InfraFiles.Full($"artifacts/bicep/{Guid.NewGuid():N}");

    /// <summary>Runs the compiler in the copy.</summary>
    /// <returns>Everything it says: nothing when it has nothing to say against the templates.</returns>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Compiler.Value, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Given)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (await output + await error).Replace(Folder, "infra", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
