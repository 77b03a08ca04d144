using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Schemes;

public sealed class VoidCriterionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Reason = "Nghị quyết đã bãi bỏ chỉ tiêu này";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_void_criterion_is_shown_as_void_and_leaves_the_sum_of_a_sheet_in_progress()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        Assert.Equal((93.25m, 100m), Totals((await SheetWorld.ReadAsync(unit)).Sheet));

        var scheme = await VoidAsync(world, "I.2").JsonAsync();

        var voided = Assert.Single(scheme["voided"]!.AsArray())!;
        Assert.Equal(("I.2", Reason), ((string)voided["criterion"]!, (string)voided["reason"]!));
        var (sheet, same) = await SheetWorld.ReadAsync(unit);
        Assert.Equal((78.25m, 80m), Totals(sheet));
        Assert.Equal("void", (string)sheet["criteria"]!.AsArray().Single(line => (string)line!["criterion"]! == "I.2")!["state"]!);
        Assert.Equal(3, sheet["scores"]!.AsArray().Count); // what was entered is not lost
        Assert.Equal(tag, same);
        var preview = await unit.GetAsync($"/api/schemes/{SheetWorld.Scheme}/preview", Cancellation).JsonAsync();
        Assert.Equal(80m, (decimal)preview["maximum"]!);
        Assert.Equal(["I.2"], preview["lines"]!.AsArray().Where(line => (bool)line!["isVoid"]!).Select(line => (string)line!["code"]!));
    }

    [Fact]
    public async Task Nothing_more_is_entered_for_a_void_criterion_and_none_is_needed()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":38,"explanation":"x"}"""));
        await VoidAsync(world, "II").JsonAsync();
        await VoidAsync(world, "I.2").JsonAsync();

        var problem = await unit.SendAsync(SheetWorld.Save("""{"criterion":"II","points":40}""", tag), Cancellation).ProblemAsync(400);
        Assert.Equal(["$.scores[0].criterion"], problem.Paths());
        var submitted = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).JsonAsync();

        Assert.Equal(38m, (decimal)submitted["totals"]!["total"]!);
    }

    [Fact]
    public async Task A_section_is_void_with_all_below_it_and_doing_it_again_changes_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));

        await VoidAsync(world, "I").JsonAsync();
        await VoidAsync(world, "I", "Lý do khác").JsonAsync();
        var scheme = await VoidAsync(world, "I.1").JsonAsync();

        Assert.Equal((40m, 40m), Totals((await SheetWorld.ReadAsync(unit)).Sheet));
        Assert.Equal(Reason, (string)Assert.Single(scheme["voided"]!.AsArray())!["reason"]!);
        var audit = await world.App.Services.GetRequiredService<PartitionStore>().ReadAsync(new(SchemeTable.Table, SheetWorld.Scheme), AuditRow.All, Cancellation);
        var entry = Assert.Single(audit.Rows.Select(AuditRow.From), row => row.Entry.Action == "VoidCriterion").Entry;
        Assert.Equal(($"{SheetWorld.Scheme} 1 I", Reason), (entry.Subject, entry.Reason));
    }

    [Fact]
    public async Task A_void_declared_elsewhere_counts_with_the_next_request()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        await using var other = new EmulationApp(azurite, issuer, world.App.Account);
        other.SetDay("2026-12-01");
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var reader = other.Holding("Emulation.Reader");
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        Assert.Equal((93.25m, 100m), Totals((await SheetWorld.ReadAsync(reader)).Sheet));

        await VoidAsync(world, "II").JsonAsync();

        Assert.Equal((53.25m, 60m), Totals((await SheetWorld.ReadAsync(reader)).Sheet));
    }

    [Fact]
    public async Task A_sheet_on_which_published_standings_rest_stays_as_it_was()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.SubmittedAsync(unit);
        var sheets = world.App.Services.GetRequiredService<SheetTable>();
        var hash = (await sheets.ReadAsync(SheetWorld.Id, Cancellation)).Head!.Hash;
        await VoidAsync(world, "I.2").JsonAsync();
        world.App.SetDay("2026-12-20");
        Assert.NotNull(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", hash, new SchemeVersion(SheetWorld.Scheme, 1), Actor.System, Cancellation));

        world.App.SetDay("2026-12-21");
        await VoidAsync(world, "II").JsonAsync();

        Assert.Equal((78.25m, 80m), Totals((await SheetWorld.ReadAsync(unit)).Sheet));
        await sheets.UnlockAsync(SheetWorld.Id, "cong-bo-1", Actor.System, Cancellation);
        Assert.Equal((38.25m, 40m), Totals((await SheetWorld.ReadAsync(unit)).Sheet));
    }

    [Fact]
    public async Task What_cannot_be_void_is_refused()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, SchemeSamples.Of(
            SchemeSamples.Group("I", null, 10), SchemeSamples.Group("I.1", "I", 10), SchemeSamples.Direct("I.1.a", "I.1", 10), SchemeSamples.Direct("II", null, 5)));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        Assert.EndsWith("scheme-not-in-use", await RuleAsync("II"));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II","points":5}"""));

        Assert.EndsWith("only-leaves-or-sections", await RuleAsync("I.1"));
        await VoidAsync(world, "I.1.a").JsonAsync();
        Assert.EndsWith("nothing-left", await RuleAsync("II"));
        await VoidAsync(world, "III").ProblemAsync(404);
        await VoidAsync(world, "I", "   ").ProblemAsync(400);
        await world.Admin.PostAsync($"/api/schemes/{SheetWorld.Scheme}/versions/2/criteria/I/void", Body(Reason), Cancellation).ProblemAsync(404);
        await world.Admin.PostAsync($"/api/schemes/{SheetWorld.Scheme}/versions/x/criteria/I/void", Body(Reason), Cancellation).ProblemAsync(400);
        await world.Admin.PostAsync("/api/schemes/khong-co/versions/1/criteria/I/void", Body(Reason), Cancellation).ProblemAsync(404);

        async Task<string> RuleAsync(string criterion) => (string)(await VoidAsync(world, criterion).ProblemAsync(409))["type"]!;
    }

    [Fact]
    public async Task A_copy_of_a_version_has_its_void_criteria_again()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        await VoidAsync(world, "II").JsonAsync();

        var copy = await world.Admin.PostAsync($"/api/schemes/{SheetWorld.Scheme}/copy", EmulationApp.Json("""{"to":"nam-sau"}"""), Cancellation).JsonAsync();

        Assert.Empty(copy["voided"]!.AsArray());
        Assert.Equal(100m, (decimal)(await unit.GetAsync("/api/schemes/nam-sau/preview", Cancellation).JsonAsync())["maximum"]!);
    }

    private static (decimal Total, decimal Assigned) Totals(JsonNode sheet) =>
        ((decimal)sheet["summary"]!["totals"]!["total"]!, (decimal)sheet["summary"]!["totals"]!["assigned"]!);

    private static StringContent Body(string reason) => EmulationApp.Json(new JsonObject { ["reason"] = reason });

    private static Task<HttpResponseMessage> VoidAsync(SheetWorld world, string criterion, string reason = Reason) =>
        world.Admin.PostAsync($"/api/schemes/{SheetWorld.Scheme}/versions/1/criteria/{Uri.EscapeDataString(criterion)}/void", Body(reason), Cancellation);
}
