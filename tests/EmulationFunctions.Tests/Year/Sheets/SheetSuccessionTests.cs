using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Province.Roster;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>What becomes of half-finished sheets when units end or leave their bloc: decided, never silently.</summary>
public sealed class SheetSuccessionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string OtherBloc = "khoi-6";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_half_finished_sheet_must_be_decided()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();

        var undecided = await admin.SucceedAsync("x", Merge("2026-11-20", ["so-b", "so-c"], "so-moi", BlocOf.Bloc)).ProblemAsync(409);
        var both = await admin.SucceedAsync(
            "x", Merge("2026-11-20", ["so-b", "so-c"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "carried", "so-moi"), ("so-c", BlocOf.Bloc, "carried", "so-moi"))).ProblemAsync(400);
        var nowhere = await admin.SucceedAsync(
            "x", Merge("2026-11-20", ["so-b", "so-c"], "so-moi").With(("so-b", BlocOf.Bloc, "carried", "so-moi"), ("so-c", BlocOf.Bloc, "closed", null))).ProblemAsync(409);
        var begun = await admin.SucceedAsync("x", Merge("2026-11-20", ["so-b"], "so-c").With(("so-b", BlocOf.Bloc, "carried", "so-c"))).ProblemAsync(409);

        Assert.EndsWith(":sheets-undecided", (string)undecided["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.sheets", "$.sheets"], undecided.Paths());
        Assert.Equal(["$.sheets[1].to"], both.Paths());
        Assert.Equal(["$.sheets[0]"], nowhere.Paths());
        Assert.Equal(["$.sheets[0]"], begun.Paths());
        await admin.ReadAsync("/api/successions/x").ProblemAsync(404);
        Assert.Equal(SheetState.Draft, (await app.HeadAsync("so-b"))!.State);
    }

    [Fact]
    public async Task A_sheet_is_carried_with_its_evidence_and_handed_in_by_the_unit_that_took_over_and_another_is_closed()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        using var old = await app.OfficerAsync("so-b");
        using var file = await old.UploadAsync(SampleFiles.Pdf(), criterion: "I", files: $"{SheetAddress("so-b")}/evidence");
        Assert.True(file.IsSuccessStatusCode);

        var done = await admin.SucceedAsync(
            "x", Merge("2026-11-20", ["so-b", "so-c"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "carried", "so-moi"), ("so-c", BlocOf.Bloc, "closed", null))).JsonAsync();

        using var heir = await app.OfficerAsync("so-moi");
        var (sheet, tag) = await SheetWorld.ReadAsync(heir, SheetAddress("so-moi"));
        var (closed, _) = await SheetWorld.ReadAsync(admin, SheetAddress("so-b"));
        var files = (await heir.ReadAsync($"{SheetAddress("so-moi")}/evidence").JsonAsync())["files"]!.AsArray();
        var content = await heir.GetByteArrayAsync(new Uri($"{SheetAddress("so-moi")}/evidence/{files[0]!["id"]}", UriKind.Relative), Cancellation);
        Assert.True((bool)done["isDone"]!);
        Assert.Contains("thẩm định", (string)done["aboutCarried"]!, StringComparison.Ordinal); // what does not go with it is said
        Assert.Equal(("draft", "closed"), (SheetWorld.State(sheet), SheetWorld.State(closed)));
        Assert.Equal((SheetState.Closed, "x"), ((await app.HeadAsync("so-c"))!.State, (await app.HeadAsync("so-c"))!.ClosedBy));
        Assert.Single(files);
        Assert.Equal(SampleFiles.Pdf(), content);
        // The unit that ended works on nothing any more; the one that took over hands it in, and counts.
        using var late = await old.SendAsync(Save("so-b", null, ("I", 1)), Cancellation);
        Assert.Equal(409, (int)late.StatusCode);
        using var submitted = await heir.SendAsync(SheetWorld.Post($"{SheetAddress("so-moi")}/submission", tag), Cancellation);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Cancellation));
        await app.SubmitsAsync("so-a", ("I", 10), ("II", 10));
        var standings = await admin.ReadAsync(Address()).JsonAsync();
        Assert.Equal([(1, "so-moi"), (2, "so-a")], standings.Ranks());
        Assert.Empty(standings.Apart());

        // What is taken off the new draft stays with the sheet it came from.
        await admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-moi")}/return") { Content = EmulationApp.Json("""{"reason":"Xem lại."}""") }
            .With(submitted.Headers.ETag!), Cancellation).JsonAsync();
        using var removed = await heir.DeleteAsync(new Uri($"{SheetAddress("so-moi")}/evidence/{files[0]!["id"]}", UriKind.Relative), Cancellation);
        Assert.True(removed.IsSuccessStatusCode, await removed.Content.ReadAsStringAsync(Cancellation));
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.RunAsync(nameof(AdvanceStages));
        Assert.Equal(SampleFiles.Pdf(), await admin.GetByteArrayAsync(new Uri($"{SheetAddress("so-b")}/evidence/{files[0]!["id"]}", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task A_unit_that_moves_takes_its_sheet_along_where_the_other_bloc_is_scored_alike()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        await admin.PutAsync("/api/schemes/bang-khac", SchemeSamples.Of(SchemeSamples.Direct("I", null, 100)).ToJson().ToString()).JsonAsync();
        var year = await admin.AskAsync("/api/cycles/2026").TagAsync();
        year = await admin.PutCycleAsync(2026, Year("bang-khac"), year).TagAsync();
        var body = Of("move", "2026-11-20", "so-b", bloc: OtherBloc).With(("so-b", BlocOf.Bloc, "carried", "so-b"));

        var otherwise = await admin.SucceedAsync("x", body).ProblemAsync(409);
        await admin.PutCycleAsync(2026, Year("bang-diem"), year).JsonAsync();
        await admin.SucceedAsync("x", body).JsonAsync();

        Assert.Equal(["$.sheets[0]"], otherwise.Paths());
        Assert.Equal(SheetState.Closed, (await app.HeadAsync("so-b"))!.State);
        Assert.Equal((SheetState.Draft, "2026-nam|khoi-5|so-b"), ((await app.HeadAsync("so-b", OtherBloc))!.State, (await app.HeadAsync("so-b", OtherBloc))!.CarriedFrom));

        static JsonObject Year(string scheme) => CycleBodyOf.Template(BlocOf.Bloc, OtherBloc).Scored(0, "bang-diem", 1).Scored(1, scheme, 1);
    }

    [Fact]
    public async Task A_sheet_that_is_begun_after_the_decision_waits_until_somebody_decides_it()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        await HasAnotherMemberAsync(app);
        await admin.SucceedAsync("x", Merge("2026-11-25", ["so-d"], "so-moi", BlocOf.Bloc)).JsonAsync();
        await app.SavesAsync("so-d", null, ("I", 30));

        app.SetDay("2026-11-25", 1);
        var waits = await app.RunAsync(nameof(AdvanceStages));
        var read = await admin.ReadAsync("/api/successions/x");
        var waiting = (await admin.ReadAsync("/api/admin/operations").JsonAsync())["successions"]!.AsArray();
        var decided = await admin.SucceedAsync("x", Merge("2026-11-25", ["so-d"], "so-moi", BlocOf.Bloc).With(("so-d", BlocOf.Bloc, "carried", "so-moi")), read.Headers.ETag!.Tag).JsonAsync();
        var after = (await admin.ReadAsync("/api/admin/operations").JsonAsync())["successions"]!.AsArray();

        Assert.Contains("the succession x waits for a decision", waits);
        Assert.Equal("x", (string)Assert.Single(waiting)!["succession"]!);
        Assert.Contains("so-d", (string)waiting[0]!["obstacle"]!, StringComparison.Ordinal);
        Assert.True((bool)decided["isDone"]!);
        Assert.Empty(after);
        Assert.Equal(SheetState.Draft, (await app.HeadAsync("so-moi"))!.State);
    }

    [Fact]
    public async Task What_was_decided_of_a_sheet_and_done_does_not_change_while_another_waits()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        await HasAnotherMemberAsync(app);
        await admin.SucceedAsync("x", Both(("so-b", BlocOf.Bloc, "carried", "so-moi"))).JsonAsync();
        await app.SavesAsync("so-d", null, ("I", 30));
        app.SetDay("2026-11-25", 1);
        await app.RunAsync(nameof(AdvanceStages));
        using var read = await admin.ReadAsync("/api/successions/x");
        var tag = read.Headers.ETag!.Tag;

        var otherwise = await admin.SucceedAsync("x", Both(("so-d", BlocOf.Bloc, "closed", null), ("so-b", BlocOf.Bloc, "closed", null)), tag).ProblemAsync(409);
        var leftOut = await admin.SucceedAsync("x", Both(("so-d", BlocOf.Bloc, "closed", null)), tag).ProblemAsync(409);
        var stale = (await app.Services.GetRequiredService<RosterTable>().FindSuccessionAsync("x", Cancellation))!;
        var open = await app.Services.GetRequiredService<SuccessionChanges>().EndAsync(stale with { Version = stale.Version - 1 }, null, Actor.System, Cancellation);
        var done = await admin.SucceedAsync("x", Both(("so-b", BlocOf.Bloc, "carried", "so-moi"), ("so-d", BlocOf.Bloc, "closed", null)), tag).JsonAsync();

        Assert.EndsWith(":sheets-settled", (string)otherwise["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.sheets[1]"], otherwise.Paths());
        Assert.EndsWith(":sheets-settled", (string)leftOut["type"]!, StringComparison.Ordinal);
        Assert.False(open.IsDone); // nobody ends what was decided otherwise since it was read
        Assert.True((bool)done["isDone"]!);
        Assert.Equal(SheetState.Draft, (await app.HeadAsync("so-moi"))!.State);

        static JsonObject Both(params (string Unit, string Bloc, string Outcome, string? To)[] sheets) => Merge("2026-11-25", ["so-b", "so-d"], "so-moi", BlocOf.Bloc).With(sheets);
    }

    [Fact]
    public async Task A_sheet_to_be_carried_that_was_locked_meanwhile_waits_until_somebody_decides_otherwise()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        await admin.SucceedAsync("x", Merge("2026-11-25", ["so-b"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "carried", "so-moi"))).JsonAsync();
        var sheet = new SheetId(2026, "nam", BlocOf.Bloc, "so-b");
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(sheet.Address, SheetKeys.Everything, Actor.System, (view, change) =>
        {
            change.Put((SheetTable.HeadOf(view)! with { State = SheetState.Locked }).ToEntity(sheet.Address.Partition));
            change.Audit = new("PublishStandings", sheet.ToString());
            return Task.FromResult(true);
        }, Cancellation);

        app.SetDay("2026-11-25", 1);
        await app.RunAsync(nameof(AdvanceStages));
        using var read = await admin.ReadAsync("/api/successions/x");
        var waits = JsonNode.Parse(await read.Content.ReadAsStringAsync(Cancellation))!;
        var done = await admin.SucceedAsync(
            "x", Merge("2026-11-25", ["so-b"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "closed", null)), read.Headers.ETag!.Tag).JsonAsync();

        Assert.False((bool)waits["isDone"]!);
        Assert.Contains("Kết quả xếp hạng đã dựa trên phiếu này.", waits.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.True((bool)done["isDone"]!);
        Assert.Equal(SheetState.Locked, (await app.HeadAsync("so-b"))!.State);
    }

    [Fact]
    public async Task Before_its_day_a_decided_sheet_is_worked_on_as_ever()
    {
        await using var app = await WithSheetsAsync();
        using var admin = app.Admin();
        await admin.SucceedAsync("x", Merge("2026-11-25", ["so-b"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "closed", null))).JsonAsync();

        await app.SavesAsync("so-b", PublicationTests.EntityTag((await app.HeadAsync("so-b"))!), ("I", 50));
        app.SetDay("2026-11-25", 1);
        await app.RunAsync(nameof(AdvanceStages));

        Assert.Equal(SheetState.Closed, (await app.HeadAsync("so-b"))!.State);
    }

    [Fact]
    public async Task What_was_published_stays_and_the_unit_that_took_over_goes_on_from_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        using var admin = app.Admin();
        await admin.PublishAsync(BlocOf.Bloc, "so-c").JsonAsync();
        await admin.PutAsync("/api/units/so-moi", RosterSamples.Unit("Sở Mới")).JsonAsync();
        app.SetDay("2027-03-02");

        // Of a year that is settled nothing is left to decide.
        await admin.SucceedAsync("x", Merge("2027-03-01", ["so-a", "so-b"], "so-moi", BlocOf.Bloc)).JsonAsync();
        var heir = (await admin.ReadAsync("/api/units/so-moi/history").JsonAsync())["results"]!.AsArray();
        var old = (await admin.ReadAsync("/api/units/so-b/history").JsonAsync())["results"]!.AsArray();

        Assert.Equal([("so-a", "Đơn vị so-a", 1), ("so-b", "Đơn vị so-b", 2)], heir.Select(one => ((string)one!["unit"]!, (string)one["unitName"]!, (int)one["rank"]!)).Order());
        Assert.Equal("so-b", (string)Assert.Single(old)!["unit"]!);
        Assert.Equal(SheetState.Locked, (await app.HeadAsync("so-b"))!.State);
    }

    [Fact]
    public async Task Killed_anywhere_the_hourly_timer_finishes_what_was_recorded()
    {
        await using var app = await WithSheetsAsync();
        await app.ChangeRosterAsync(change =>
        {
            foreach (var unit in Enumerable.Range(1, 150).SelectMany(number => new[] { $"cu-{number}", $"moi-{number}" }))
            {
                var member = new Membership(BlocOf.Bloc, unit, RosterRowsOf.LongAgo, null, "01/QĐ", null, 0);
                change.Put(RosterRows.Row(new Unit(unit, $"Đơn vị {unit}", UnitKind.Department, [], false, [], false, 0)));
                change.Put(RosterRows.Row(member));
                change.Put(RosterRows.PlaceRow(member, BlocLevel.Province));
            }
        });
        using var admin = app.Admin();
        await using var restarted = new EmulationApp(azurite, issuer, account: app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var again = restarted.Admin();
        // Every third call: those of one sheet come once more for the next.
        for (var calls = 1; ; calls += 3)
        {
            var (old, heir) = ($"cu-{calls}", $"moi-{calls}");
            await app.SavesAsync(old, null, ("I", 40));
            app.Faults.Reset(dieAfter: calls);
            using var answer = await admin.SucceedAsync($"x-{calls}", Merge("2026-11-20", [old], heir).With((old, BlocOf.Bloc, "carried", heir)));
            app.Faults.Reset();

            await restarted.RunAsync(nameof(AdvanceStages));
            using var read = await again.ReadAsync($"/api/successions/x-{calls}");
            var expected = read.IsSuccessStatusCode ? (SheetState.Closed, (SheetState?)SheetState.Draft) : (SheetState.Draft, null);
            Assert.Equal(expected, ((await restarted.HeadAsync(old))!.State, (await restarted.HeadAsync(heir))?.State));
            Assert.True(!read.IsSuccessStatusCode || (bool)JsonNode.Parse(await read.Content.ReadAsStringAsync(Cancellation))!["isDone"]!);
            if (answer.IsSuccessStatusCode)
            {
                Assert.True(calls > 20, $"It makes more than {calls} calls.");
                return;
            }
        }
    }

    /// <summary>A fourth member, which has not begun.</summary>
    private static Task HasAnotherMemberAsync(EmulationApp app) => app.ChangeRosterAsync(change =>
    {
        var member = new Membership(BlocOf.Bloc, "so-d", RosterRowsOf.LongAgo, null, "01/QĐ", null, 0);
        change.Put(RosterRows.Row(new Unit("so-d", "Sở D", UnitKind.Department, [], false, [], false, 0)));
        change.Put(RosterRows.Row(member));
        change.Put(RosterRows.PlaceRow(member, BlocLevel.Province));
    });

    /// <summary>Three units, of which two have begun their sheets; a fourth that is in no bloc; and another bloc.</summary>
    private async Task<EmulationApp> WithSheetsAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await app.HasBlocAsync(OtherBloc);
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(new Unit("so-moi", "Sở Mới", UnitKind.Department, [], false, [], false, 0))));
        await app.SavesAsync("so-b", null, ("I", 45), ("II", 30));
        await app.SavesAsync("so-c", null, ("I", 20));
        return app;
    }
}
