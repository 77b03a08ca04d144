using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Sheets;
using static EmulationFunctions.Tests.Year.Conditions.ConditionsOf;

namespace EmulationFunctions.Tests.Year.Conditions;

/// <summary>How many people a unit has, for the tie-break of Decree 152/2025, article 4(6). Here the head is t-don-vi-1, the deputy t-don-vi-3.</summary>
public sealed class StaffTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_unit_the_head_and_the_office_record_it_and_the_trail_says_who()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);

        var own = await SheetWorld.DoneAsync(unit, Record(10, 7));
        var byHead = await SheetWorld.DoneAsync(head, Record(11, 7, own));
        var byOffice = await world.Admin.SendAsync(Record(12, 7, byHead, source: " Sổ lương tháng 11 "), Cancellation).JsonAsync();

        Assert.Equal("""{"all":12,"women":7,"asOf":"2026-11-30","source":"Sổ lương tháng 11","eTag":"\"3\""}""", byOffice.ToJsonString());
        Assert.Equal(byOffice.ToJsonString(), (await ListAsync(unit))["staff"]!.ToJsonString());
        var trail = await world.TrailAsync();
        Assert.Equal([SheetWorld.Unit, SheetWorld.Head, null], trail.Select(row => row.Actor.Unit));
        Assert.Equal(("RecordStaff", "2026 nam t-khoi-1 t-don-vi-2"), (trail[1].Entry.Action, trail[1].Entry.Subject));
        Assert.Equal(
            ("""{"All":10,"Women":7,"AsOf":"2026-11-30","Source":"Báo cáo biên chế 2026"}""", """{"All":11,"Women":7,"AsOf":"2026-11-30","Source":"Báo cáo biên chế 2026"}"""),
            (trail[1].Entry.Before, trail[1].Entry.After));
    }

    [Fact]
    public async Task Nobody_else_is_let_in()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var deputy = await world.App.OfficerAsync(SheetWorld.Other);
        using var body = await world.App.OfficerAsync(MeasuredForm.Inspectorate);
        using var stranger = await world.App.OfficerAsync("t-don-vi-9");
        using var reader = world.App.Holding("Emulation.Reader");
        using var council = world.App.Holding("Emulation.Council");
        using var nobody = world.App.Nobody();

        foreach (var client in new[] { deputy, body, stranger, reader, council })
        {
            await client.SendAsync(Record(10, 7), Cancellation).ProblemAsync(403);
        }

        await nobody.SendAsync(Record(10, 7), Cancellation).ProblemAsync(401);
        await world.Admin.SendAsync(Record(10, 7, sheet: $"{SheetWorld.Sheets}/t-don-vi-9"), Cancellation).ProblemAsync(404);
        Assert.Empty(await world.TrailAsync());
    }

    [Fact]
    public async Task Every_fault_is_named_and_the_ends_are_allowed()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var all = await unit.SendAsync(Record(10, 11, asOf: "2026-12-02", source: " "), Cancellation).ProblemAsync(400);
        var shape = await unit.SendAsync(Record(0, -1, source: new('x', 301)), Cancellation).ProblemAsync(400);
        var most = await unit.SendAsync(Record(1_000_001, 1_000_001), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.women", "$.asOf", "$.source"], all.Paths());
        Assert.Equal(["$.all", "$.source", "$.women"], shape.Paths().Order());
        Assert.Equal(["$.all", "$.women"], most.Paths().Order());
        Assert.Empty(await world.TrailAsync());
        var tag = await SheetWorld.DoneAsync(unit, Record(1, 1, asOf: "2026-12-01"));
        await SheetWorld.DoneAsync(unit, Record(1_000_000, 0, tag));
    }

    [Fact]
    public async Task What_was_not_read_is_not_overwritten_the_same_again_changes_nothing_and_published_nothing_does()
    {
        await using var world = await ConditionsOf.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        await unit.SendAsync(Record(10, 7, "\"5\""), Cancellation).ProblemAsync(412);
        var tag = await SheetWorld.DoneAsync(unit, Record(10, 7));
        var again = await SheetWorld.DoneAsync(unit, Record(10, 7, source: "Báo cáo biên chế 2026 "));
        await unit.SendAsync(Record(10, 8), Cancellation).ProblemAsync(428);
        await unit.SendAsync(Record(10, 8, "\"0\""), Cancellation).ProblemAsync(412);
        await world.HasPublishedAsync();
        var published = await unit.SendAsync(Record(10, 8), Cancellation).ProblemAsync(409);
        var lost = await SheetWorld.DoneAsync(unit, Record(10, 7));

        Assert.Equal((tag, tag), (again, lost));
        Assert.Equal("standings-published", published.Type());
    }
}
