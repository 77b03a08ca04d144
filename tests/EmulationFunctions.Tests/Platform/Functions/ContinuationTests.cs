using EmulationFunctions.Tests.Year.Sheets;

namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class ContinuationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_list_refuses_a_continuation_that_it_did_not_give()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        foreach (var list in new[] { "officers", "schemes", "mail" })
        {
            foreach (var continuation in new[] { "rubbish", "01234567.MQ== MQ==" })
            {
                var address = new Uri($"/api/{list}?continuation={Uri.EscapeDataString(continuation)}", UriKind.Relative);
                var refused = await admin.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400);
                Assert.Equal(["continuation"], refused.Paths());
            }
        }
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("9223372036854775807")]
    [InlineData("3")]
    [InlineData("1")]
    [InlineData("0")]
    public async Task A_number_of_a_change_that_there_is_not_costs_no_more_than_being_refused(string continuation)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":1}"""));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":2}""", tag));
        world.App.Faults.Reset();

        var address = new Uri($"{SheetWorld.Sheet}/changes?continuation={continuation}", UriKind.Relative);
        var refused = await unit.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400);

        Assert.Equal(["continuation"], refused.Paths());
        Assert.InRange(world.App.Faults.Calls, 1, 10);
        var rest = await unit.GetAsync(new Uri($"{SheetWorld.Sheet}/changes?continuation=2", UriKind.Relative), TestContext.Current.CancellationToken).JsonAsync();
        Assert.Single(rest["changes"]!.AsArray());
    }

    /// <summary>It would have been told, and recorded, as a broken trail.</summary>
    [Theory]
    [InlineData(99999)]
    [InlineData(long.MaxValue)]
    [InlineData(1)]
    public async Task A_place_in_a_chain_that_there_is_not_is_no_manipulation(long seq)
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        using var admin = app.Admin();
        await admin.PutAsync("/api/units/a", EmulationApp.Json("""{"name":"Sở A","kind":"department"}"""), TestContext.Current.CancellationToken).JsonAsync();

        var address = new Uri($"/api/admin/audit/verification?table=Roster&partition=roster&continuation={seq}-{new string('0', 64)}", UriKind.Relative);
        var refused = await admin.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400);

        Assert.Equal(["continuation"], refused.Paths());
        Assert.Empty(records.Of("AuditBroken"));
    }

    [Fact]
    public async Task A_continuation_that_was_cut_is_refused_and_does_not_begin_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var one = await app.OfficerAsync("so-mot");
        using var two = await app.OfficerAsync("so-hai");
        using var admin = app.Admin();
        var given = (string)(await admin.GetAsync(new Uri("/api/officers?pageSize=1", UriKind.Relative), TestContext.Current.CancellationToken).JsonAsync())["continuation"]!;

        foreach (var cut in new[] { given[..(given.IndexOf('.', StringComparison.Ordinal) + 1)], given.Split(' ')[0] })
        {
            var address = new Uri($"/api/officers?continuation={Uri.EscapeDataString(cut)}", UriKind.Relative);
            Assert.Equal(["continuation"], (await admin.GetAsync(address, TestContext.Current.CancellationToken).ProblemAsync(400)).Paths());
        }
    }
}
