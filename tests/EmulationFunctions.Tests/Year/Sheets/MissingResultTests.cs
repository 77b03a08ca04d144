using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>A result that nobody reported is missing, like a score that nobody gave, and what is handed in is sealed with the results.</summary>
public sealed class MissingResultTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Actuals = $"{SheetWorld.Sheet}/actuals";

    private static readonly SchemeContent Scheme = SchemeSamples.Of(
        SchemeSamples.Direct("I", null, 40),
        new("II", null, "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(60)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_without_a_result_is_not_complete_and_its_submission_names_it()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var saved = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I","points":40}"""));
        var (before, tag) = await SheetWorld.ReadAsync(unit);

        var refused = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).ProblemAsync(409);
        await ReportAsync(unit, 12);
        var (after, _) = await SheetWorld.ReadAsync(unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));

        Assert.Equal(saved, tag);
        Assert.Equal("urn:emulation-functions:sheet-incomplete", (string)refused["type"]!);
        Assert.Equal(["$.actuals['II']"], refused.Paths());
        Assert.Equal((false, true), ((bool)before["summary"]!["isComplete"]!, (bool)after["summary"]!["isComplete"]!));
    }

    [Fact]
    public async Task Points_of_a_result_are_in_the_sheets_totals_and_marked_while_they_depend_on_others()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I","points":40}"""));
        await SheetWorld.DoneAsync(head, Patch(
            $"/api/cycles/2026/periods/nam/blocs/{SheetWorld.Bloc}/targets",
            $$"""{"targets":[{"criterion":"II","unit":"{{SheetWorld.Unit}}","target":100},{"criterion":"II","unit":"{{SheetWorld.Head}}","target":100}]}"""));

        var tag = await ReportAsync(unit, 50);
        var below = await TotalsAsync(unit);
        await ReportAsync(unit, 110, tag);
        var alone = await TotalsAsync(unit);
        await SheetWorld.DoneAsync(head, Patch($"{SheetWorld.Sheets}/{SheetWorld.Head}/actuals", """{"actuals":[{"criterion":"II","actual":140}]}"""));
        var behind = await TotalsAsync(unit);

        Assert.Equal(("55", false), below);
        Assert.Equal(("100", true), alone);
        Assert.Equal(("77.5", true), behind);
    }

    [Fact]
    public async Task The_hash_of_a_submission_covers_its_results_and_stays_true_when_they_are_corrected()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await ReportAsync(unit, 12);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I","points":40}"""))));
        var before = await StoredAsync(world);
        await SheetWorld.DoneAsync(head, Patch(Actuals, """{"actuals":[{"criterion":"II","actual":9}],"reason":"Theo Sở Tài chính"}""", tag));
        var after = await StoredAsync(world);

        var version = new Scheme(SheetWorld.Scheme, 1, Scheme);
        Assert.Equal(SheetHash.Of(version, before.Content, "figure II - 12\n"), before.Head!.Hash);
        Assert.NotEqual(SheetHash.Of(version, before.Content, ""), before.Head.Hash);
        Assert.Equal(after.Head!.Hash, SheetHash.Of(version, after));
    }

    private static async Task<(string Total, bool IsProvisional)> TotalsAsync(HttpClient unit)
    {
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        var summary = sheet["summary"]!;
        var node = sheet["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == "II")!;
        Assert.Equal((bool)summary["isProvisional"]!, (bool)node["isProvisional"]!);
        return (summary["totals"]!["total"]!.ToJsonString(), (bool)summary["isProvisional"]!);
    }

    private static Task<StoredSheet> StoredAsync(SheetWorld world) => world.App.Services.GetRequiredService<SheetTable>().ReadAsync(SheetWorld.Id, Cancellation);

    private static Task<string> ReportAsync(HttpClient unit, decimal actual, string? tag = null) =>
        SheetWorld.DoneAsync(unit, Patch(Actuals, new JsonObject { ["actuals"] = new JsonArray(new JsonObject { ["criterion"] = "II", ["actual"] = actual }) }.ToJsonString(), tag));

    private static HttpRequestMessage Patch(string address, string body, string? tag = null)
    {
        var request = SheetWorld.Post(address, tag, body);
        request.Method = HttpMethod.Patch;
        return request;
    }
}
