using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>What is not assigned to a unit leaves its sheet, and comes back as it was.</summary>
public sealed class NotApplicableTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = $"{SheetWorld.Sheet}/not-applicable";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_applicable_leaves_numerator_and_denominator_and_is_not_missing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);

        await SheetWorld.DoneAsync(head, Put("\"I.1\""));
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":3}, {"criterion":"II","points":40}"""));
        var refused = await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":1}""", tag), Cancellation).ProblemAsync(400);
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal(["$.scores[0].criterion"], refused.Paths());
        Assert.Equal("notApplicable", State(sheet, "I.1"));
        var totals = sheet["summary"]!["totals"]!;
        Assert.Equal((55m, 60m, 91.67m), ((decimal)totals["base"]!, (decimal)totals["assigned"]!, (decimal)totals["percentage"]!));
        var problem = await head.SendAsync(Put("", tag), Cancellation).ProblemAsync(409);
        Assert.Equal("urn:emulation-functions:sheet-submitted", (string)problem["type"]!);
    }

    [Fact]
    public async Task What_was_entered_stays_counts_for_nothing_and_comes_back()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var read = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));

        await head.SendAsync(Put("\"I\""), Cancellation).ProblemAsync(428);
        var tag = await SheetWorld.DoneAsync(head, Put("\"I\"", read));
        var again = await SheetWorld.DoneAsync(head, Put("\"I\""));
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"II","points":0}""", read), Cancellation).ProblemAsync(412);
        var (without, _) = await SheetWorld.ReadAsync(unit);
        await head.SendAsync(Put("", read), Cancellation).ProblemAsync(412);
        await SheetWorld.DoneAsync(head, Put("", tag));
        var (with, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal(tag, again);
        Assert.Equal((40m, 3), ((decimal)without["summary"]!["totals"]!["base"]!, without["scores"]!.AsArray().Count));
        Assert.Equal(["notApplicable", "notApplicable"], new[] { State(without, "I.1"), State(without, "I.2") });
        Assert.Equal(93.25m, (decimal)with["summary"]!["totals"]!["base"]!);
        Assert.Equal(3, await AuditChain.AssertWholeAsync(world.App.Tables, SheetWorld.Id.Address, Cancellation));
        var changes = await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync();
        Assert.Equal(
            [("I", null, "Không giao"), (null, "I", "Không giao")],
            changes["changes"]!.AsArray().Take(2).Select(change => ((string?)change!["before"], (string?)change["after"], (string)change["reason"]!)));
        var view = await world.App.Services.GetRequiredService<PartitionStore>().ReadAsync(SheetWorld.Id.Address, KeyRange.Prefix(Notices.Prefix), Cancellation);
        Assert.All(view.Rows.Select(row => Notices.From(SheetWorld.Id.Address, row)), notice => Assert.Equal((NoticeKind.NotApplicableChanged, "Không giao"), (notice.Kind, notice.Text)));
        Assert.Equal(2, view.Rows.Count);
    }

    [Fact]
    public async Task A_workbook_shows_it_and_is_taken_back()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await SheetWorld.DoneAsync(head, Put("\"I.1\"", await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete))));
        var (before, _) = await SheetWorld.ReadAsync(unit);

        using var file = await unit.GetAsync($"{SheetWorld.Sheet}/xlsx", Cancellation);
        using var import = new HttpRequestMessage(HttpMethod.Post, $"{SheetWorld.Sheet}/import") { Content = new ByteArrayContent(await file.Content.ReadAsByteArrayAsync(Cancellation)) };
        import.Content.Headers.ContentType = file.Content.Headers.ContentType;
        await SheetWorld.DoneAsync(unit, import);

        Assert.Equal(before.ToJsonString(), (await SheetWorld.ReadAsync(unit)).Sheet.ToJsonString());
    }

    [Fact]
    public async Task Every_fault_is_named_and_a_reason_is_needed()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);

        var problem = await world.Admin.SendAsync(Put("""
            "I", "IX", "T", "I"
            """), Cancellation).ProblemAsync(400);
        var blank = await world.Admin.SendAsync(Put("\"I\"", null, "  "), Cancellation).ProblemAsync(400);
        await world.Admin.SendAsync(Put("\"I\"", address: $"{SheetWorld.Sheets}/t-don-vi-9/not-applicable"), Cancellation).ProblemAsync(404);

        Assert.Equal(["$.criteria[1]", "$.criteria[2]", "$.criteria[3]"], problem.Paths());
        Assert.Equal(["$.reason"], blank.Paths());
    }

    [Fact]
    public async Task It_is_there_whole_or_not_at_all()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        for (var calls = 1; ; calls++)
        {
            var (_, tag) = await SheetWorld.ReadAsync(unit);
            var list = calls % 2 == 0 ? "\"I.1\", \"I.2\"" : "\"II\"";
            world.App.Faults.Reset(dieAfter: calls);
            using var answer = await head.SendAsync(Put(list, tag), Cancellation);
            world.App.Faults.Reset();
            var (sheet, now) = await SheetWorld.ReadAsync(unit);

            Assert.Equal(State(sheet, "I.1"), State(sheet, "I.2"));
            Assert.True(tag != now || !answer.IsSuccessStatusCode);
            await SheetWorld.DoneAsync(head, Put(list, tag));
            await AuditChain.AssertWholeAsync(world.App.Tables, SheetWorld.Id.Address, Cancellation);
            if (answer.IsSuccessStatusCode)
            {
                Assert.True(calls > 4, $"It makes more than {calls} calls.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_sheet_that_was_locked_before_it_began_is_as_if_it_never_was_once_the_publication_is_given_up()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var sheets = world.App.Services.GetRequiredService<SheetTable>();
        Assert.NotNull(await sheets.LockAsync(SheetWorld.Id, "cong-bo-1", null, new(SheetWorld.Scheme, 1), Actor.System, Cancellation));
        var locked = await head.SendAsync(Put("\"I\""), Cancellation).ProblemAsync(409);

        await sheets.UnlockAsync(SheetWorld.Id, "cong-bo-1", Actor.System, Cancellation);

        Assert.Equal("urn:emulation-functions:sheet-locked", (string)locked["type"]!);
        Assert.Equal("notStarted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
    }

    private static string State(JsonNode sheet, string criterion) =>
        (string)sheet["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == criterion)!["state"]!;

    private static HttpRequestMessage Put(string criteria, string? tag = null, string reason = "Không giao", string address = Address)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json($$"""{"criteria":[{{criteria}}],"reason":"{{reason}}"}""") };
        return tag is null ? request : request.With(new EntityTagHeaderValue(tag));
    }
}
