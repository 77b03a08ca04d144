using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Who may publish what, and what a publication pins.</summary>
public sealed class PublicationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly SchemeContent Two = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    private readonly RecordCollector _records = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_that_publishes_is_told_who_may()
    {
        await using var app = await WithBlocAsync();
        using var head = await app.OfficerAsync("so-a");

        var refused = await head.PublishAsync(Bloc, "so-c").ProblemAsync(403);

        Assert.Equal("Tài khoản của bạn không có quyền làm việc này; chỉ cơ quan thường trực làm được.", (string)refused["detail"]!);
    }

    [Fact]
    public async Task A_publication_pins_what_was_submitted_locks_every_sheet_and_is_told_once()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();
        app.SetDay("2026-12-20", 9);

        var published = await admin.PublishAsync(Bloc, "so-c").JsonAsync();

        Assert.Equal(new DateTimeOffset(2026, 12, 20, 2, 0, 0, TimeSpan.Zero), (DateTimeOffset)published["publishedAt"]!);
        foreach (var unit in new[] { "so-a", "so-b" })
        {
            var head = await app.HeadAsync(unit);
            Assert.Equal((SheetState.Locked, head!.Hash), (head.State, (string)published.Place(unit)["sheetHash"]!));
        }

        Assert.Equal(["so-c"], published.Apart());
        Assert.Equal(SheetState.Locked, (await app.HeadAsync("so-c"))!.State);
        var told = Assert.Single(_records.Of("StandingsPublished"));
        Assert.Equal((TheYear, "nam", Bloc), (told["Year"], told["Period"], told["Bloc"]));
        Assert.Empty(await app.Services.GetRequiredService<Intents>().ListAsync(StandingsPublisher.Intent, TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task Published_points_at_every_criterion_are_kept_for_a_trace()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();
        await admin.PublishAsync(Bloc, "so-c").JsonAsync();

        var totals = await app.Services.GetRequiredService<StandingsTable>().TotalsAsync(new(TheYear, "nam", Bloc), Cancellation);

        Assert.Equal(["so-a", "so-b"], totals.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([50m, 30m], Two.Tree().Nodes.Select(node => totals["so-a"][node].Points.ToDecimal()));
    }

    [Fact]
    public async Task Units_that_have_not_submitted_must_be_named_and_no_others()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();

        var silent = await admin.PublishAsync().ProblemAsync(409);
        var wrong = await admin.PublishAsync(Bloc, "so-c", "so-a").ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:units-not-submitted", (string)silent["type"]!);
        Assert.Equal(["so-c (Đơn vị so-c): Chưa lập phiếu điểm."], silent["faults"]!.AsArray().Select(fault => (string)fault!["detail"]!));
        Assert.Equal("urn:emulation-functions:left-out-has-submitted", (string)wrong["type"]!);
        Assert.Equal(["$.leftOut[1]"], wrong.Paths());
        Assert.Equal(SheetState.Submitted, (await app.HeadAsync("so-a"))!.State);
        Assert.Equal("preview", (string)(await admin.StandingsAsync().JsonAsync())["state"]!);
    }

    [Fact]
    public async Task Where_nobody_has_submitted_there_is_nothing_to_publish()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a");
        using var admin = app.Admin();

        Assert.Equal("urn:emulation-functions:nothing-to-publish", (string)(await admin.PublishAsync(Bloc, "so-a").ProblemAsync(409))["type"]!);
    }

    [Theory]
    [InlineData("""{}""", "$.confirmation")]
    [InlineData("""{"confirmation":"khoi-6","leftOut":["so-c"]}""", "$.confirmation")]
    [InlineData("""{"confirmation":"khoi-5","leftOut":["so-c","so-c"]}""", "$.leftOut[1]")]
    [InlineData("""{"confirmation":"khoi-5","leftOut":["so-c","so-la"]}""", "$.leftOut[1]")] // not in the bloc
    [InlineData("""{"confirmation":"khoi-5","leftOut":["So C"]}""", "$.leftOut[0]")]
    [InlineData("""{"confirmation":"khoi-5","leftOut":null}""", "$.leftOut")]
    [InlineData("""{"confirmation":"khoi-5","leftOut":[],"force":true}""", "$.force")]
    public async Task A_body_that_does_not_confirm_just_this_is_refused(string body, params string[] paths)
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();

        var problem = await admin.PostAsync($"{Address()}/publication", EmulationApp.Json(body), Cancellation).ProblemAsync(400);

        Assert.Equal(paths, problem.Paths());
        Assert.Equal("preview", (string)(await admin.StandingsAsync().JsonAsync())["state"]!);
    }

    [Fact]
    public async Task Only_the_office_publishes()
    {
        await using var app = await WithBlocAsync();
        using var nobody = app.Nobody();
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        using var other = await app.OfficerAsync("so-khoi-khac");
        using var readers = app.Holding("Emulation.Council", "Emulation.Reader");
        using var stranger = app.Holding();

        await nobody.PublishAsync(Bloc, "so-c").ProblemAsync(401);
        foreach (var client in new[] { head, member, other, readers, stranger })
        {
            await client.PublishAsync(Bloc, "so-c").ProblemAsync(403);
        }

        Assert.Equal("preview", (string)(await head.StandingsAsync().JsonAsync())["state"]!);
    }

    [Fact]
    public async Task Publishing_again_changes_nothing_and_cannot_publish_anything_else()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();
        var first = await admin.PublishAsync(Bloc, "so-c").JsonAsync();
        app.SetDay("2026-12-25");

        var again = await admin.PublishAsync(Bloc, "so-c").JsonAsync();
        var otherwise = await admin.PublishAsync().ProblemAsync(409);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal("urn:emulation-functions:already-published", (string)otherwise["type"]!);
        Assert.Single(_records.Of("StandingsPublished"));
    }

    [Fact]
    public async Task A_unit_to_which_nothing_is_assigned_counts_and_has_no_place_and_publishing_again_still_changes_nothing()
    {
        var scheme = Two with { Basis = ScoreBasis.PercentOfAssigned };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(scheme, "so-a", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-a", scheme, ("I", 50), ("II", 30));
        using var admin = app.Admin();
        var sheet = Sheet("so-c").Address;
        var content = SheetContent.Of() with { NotApplicable = new HashSet<string> { "I", "II" } };
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(sheet, new("none|", "none}"), Actor.System, (_, change) =>
        {
            change.Put(SheetRows.Write(sheet.Partition, "I", "Không giao."));
            change.Put(SheetRows.Write(sheet.Partition, "II", "Không giao."));
            change.Put(new SheetHead(SheetState.Submitted, "bang-diem", 1, SheetHash.Of(new("bang-diem", 1, scheme), content, ""), app.Clock.GetUtcNow(), HashForm: SheetHash.Form).ToEntity(sheet.Partition));
            change.Audit = new("SubmitSheet", "so-c");
            return Task.FromResult(0);
        }, Cancellation);

        var published = await admin.PublishAsync().JsonAsync();
        var again = await admin.PublishAsync().JsonAsync();

        Assert.Equal(["so-c"], published.Apart());
        Assert.Equal("Không có tiêu chí nào được giao nên không xếp hạng.", (string)published["apart"]![0]!["reason"]!);
        Assert.Equal(published.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task A_sheet_submitted_by_the_first_form_of_the_hash_is_verified_and_published_by_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-c", Two, ("I", 50), ("II", 30));
        await app.HasSubmittedAsync(Bloc, "so-a", Two, ("I", 50), ("II", 30));
        var (version, sheet) = (new Scheme("bang-diem", 1, Two), await app.Services.GetRequiredService<SheetTable>().ReadAsync(Sheet("so-a"), Cancellation));
        var old = sheet.Head! with { Hash = SheetHash.Of(version, sheet with { Head = sheet.Head with { HashForm = 1 } }), HashForm = null };
        var row = old.ToEntity(Sheet("so-a").Address.Partition);
        Assert.True(row.Remove("HashForm") && row.Remove("SubmittedFigures"));
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Sheet("so-a").Address, new("none|", "none}"), Actor.System, (_, change) =>
        {
            change.Put(row);
            change.Audit = new("SubmitSheet", "so-a");
            return Task.FromResult(0);
        }, Cancellation);
        using var admin = app.Admin();

        var published = await admin.PublishAsync().JsonAsync();
        var again = await admin.PublishAsync().JsonAsync();

        Assert.NotEqual(sheet.Head.Hash, old.Hash);
        Assert.Equal(old.Hash, (string)published.Place("so-a")["sheetHash"]!);
        Assert.Equal((1, SheetHash.Form), ((await app.HeadAsync("so-a"))!.HashForm, (await app.HeadAsync("so-c"))!.HashForm));
        Assert.Equal(published.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task Ten_publications_at_once_are_one()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => admin.PublishAsync(Bloc, "so-c").JsonAsync()));

        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        var audit = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(new BlocInPeriod(TheYear, "nam", Bloc).Address, AuditRow.All, Cancellation);
        Assert.Equal(2, audit.Rows.Count); // begun, done
    }

    [Fact]
    public async Task After_publication_no_sheet_of_the_bloc_changes()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync("so-b");
        using var late = await app.OfficerAsync("so-c");
        await admin.PublishAsync(Bloc, "so-c").JsonAsync();
        var tag = EntityTag((await app.HeadAsync("so-b"))!);

        var saved = await officer.SendAsync(Save("so-b", tag, ("I", 60)), Cancellation).ProblemAsync(409);
        var returned = await admin.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-b")}/return") { Content = EmulationApp.Json("""{"reason":"Xem lại."}""") }.With(tag), Cancellation).ProblemAsync(409);
        var begun = await late.SendAsync(Save("so-c", EntityTag((await app.HeadAsync("so-c"))!), ("I", 60)), Cancellation).ProblemAsync(409);

        Assert.All([saved, returned, begun], problem => Assert.Equal("urn:emulation-functions:sheet-locked", (string)problem["type"]!));
    }

    [Fact]
    public async Task A_sheet_that_somebody_changed_in_the_storage_account_is_found_and_nothing_is_published()
    {
        await using var app = await WithBlocAsync();
        using var admin = app.Admin();
        var rows = app.Tables.GetTable(SheetTable.Table);
        var row = (await rows.FindAsync(Sheet("so-b").Address.Partition, SheetKeys.Scores(1), Cancellation))!;
        row["score_I"] = "60";
        await rows.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);

        var problem = await admin.PublishAsync(Bloc, "so-c").ProblemAsync(409);

        Assert.Equal("urn:emulation-functions:publication-withdrawn", (string)problem["type"]!);
        Assert.Contains("so-b", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(SheetState.Submitted, (await app.HeadAsync("so-a"))!.State);
        Assert.Equal("preview", (string)(await admin.StandingsAsync().JsonAsync())["state"]!);
    }

    internal static System.Net.Http.Headers.EntityTagHeaderValue EntityTag(SheetHead head) => new($"\"{head.Version}\"");

    /// <summary>Two units have submitted, the third has not begun.</summary>
    private async Task<EmulationApp> WithBlocAsync()
    {
        var app = new EmulationApp(azurite, issuer, services: _records.Collect);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-a", Two, ("I", 50), ("II", 30));
        await app.HasSubmittedAsync(Bloc, "so-b", Two, ("I", 45), ("II", 30));
        return app;
    }
}
