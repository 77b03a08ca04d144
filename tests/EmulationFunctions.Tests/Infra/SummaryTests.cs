using System.Text.Json;

namespace EmulationFunctions.Tests.Infra;

/// <summary>A change of what Azure is asked for is seen in infra/summary.md, also by people who do not read Bicep.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task The_committed_summary_says_what_the_templates_make()
    {
        using var bicep = new Bicep();
        var made = InfraSummary.Of(await SnapshotAsync(bicep, "dev"), await SnapshotAsync(bicep, "prod"));
        var written = InfraFiles.Full("artifacts/summary.md");
        await File.WriteAllTextAsync(written, made, TestContext.Current.CancellationToken);

        Assert.True(
            File.Exists(InfraFiles.Full("infra/summary.md")) && InfraFiles.Read("infra/summary.md") == made,
            "infra/summary.md does not say what the templates make now. If the difference is meant: cp artifacts/summary.md infra/summary.md");
    }

    private static async Task<JsonElement> SnapshotAsync(Bicep bicep, string environment)
    {
        var said = await bicep.RunAsync(
            "snapshot", $"{environment}.bicepparam", "--mode", "overwrite", "--deployment-name", environment, "--location", InfraSummary.Place["location"],
            "--subscription-id", InfraSummary.Place["subscription"], "--tenant-id", InfraSummary.Place["tenant"]);
        Assert.Equal("", said);
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(bicep.Folder, $"{environment}.snapshot.json"))).RootElement;
    }
}
