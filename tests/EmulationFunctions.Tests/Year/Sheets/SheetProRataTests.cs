using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Province.Roster;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>Agriculture and Environment are merged on 1 March 2025; what they had reached counts for their part of the year in the total of the new department.</summary>
public sealed class SheetProRataTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Heir = "so-nong-nghiep-moi-truong";
    private const string Standings = $"/api/cycles/2025/periods/nam/blocs/{Economy}/standings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_total_is_weighted_by_days_and_says_so_before_and_after_publication()
    {
        await using var app = await In2025Async(ProRata.Days);
        using var admin = app.Admin();
        await admin.SucceedAsync("x", Merged("proRata")).JsonAsync();
        await SubmitsAsync(app, Heir, 50, 40);
        await SubmitsAsync(app, "so-cong-thuong", 50, 37);

        var preview = await admin.ReadAsync(Standings).JsonAsync();
        var trace = await admin.ReadAsync($"{Standings}/{Heir}/trace").JsonAsync();
        var sheet = await admin.ReadAsync(SheetOf(Heir)).JsonAsync();
        await admin.PostAsync($"{Standings}/publication", BlocOf.Confirm(Economy, "so-giao-thong", "so-ke-hoach", "so-tai-chinh", "so-xay-dung"), Cancellation).JsonAsync();
        var published = await admin.ReadAsync(Standings).JsonAsync();
        var after = await admin.ReadAsync($"{Standings}/{Heir}/trace").JsonAsync();

        // (70 × 59 + 90 × 306) / 365: on its own 90 points it would be first.
        foreach (var standings in new[] { preview, published })
        {
            Assert.Equal([(1, "so-cong-thuong"), (2, Heir)], standings.Ranks());
            Assert.Equal((86.77m, 86.77m), ((decimal)standings.Place(Heir)["total"]!, (decimal)standings.Place(Heir)["value"]!));
            Assert.Equal(90m, (decimal)standings.Place(Heir)["base"]!);
            var why = (string)standings.Place(Heir)["explanation"]!;
            Assert.Contains("60 điểm của “Sở Nông nghiệp và Phát triển nông thôn” (59/730 năm)", why, StringComparison.Ordinal);
            Assert.Contains("90 điểm của chính đơn vị (612/730 năm)", why, StringComparison.Ordinal);
            Assert.DoesNotContain("so-nong-nghiep", standings.Apart());
        }

        foreach (var one in new[] { trace, after })
        {
            Assert.Equal(86.77m, (decimal)one["proRata"]!["total"]!);
            Assert.Equal(
                [("so-nong-nghiep", 60m, 8.0821m), ("so-tai-nguyen", 80m, 8.0821m), (Heir, 90m, 83.8356m)],
                one["proRata"]!["shares"]!.AsArray().Select(share => ((string)share!["unit"]!, (decimal)share["total"]!, (decimal)share["share"]!)));
            Assert.Equal(90m, (decimal)one["totals"]!["total"]!);
        }

        Assert.True((bool)after["agrees"]!);
        Assert.Equal(["so-nong-nghiep", "so-tai-nguyen"], sheet["proRata"]!.AsArray().Select(part => (string)part!["unit"]!));
        Assert.Equal(90m, (decimal)sheet["summary"]!["totals"]!["total"]!);
    }

    [Fact]
    public async Task A_sheet_that_was_handed_in_before_is_sealed_again_with_what_it_got()
    {
        await using var app = await In2025Async(ProRata.Months);
        using var admin = app.Admin();
        await SubmitsAsync(app, "so-cong-thuong", 50, 40);
        var before = (string)(await admin.ReadAsync(SheetOf("so-cong-thuong")).JsonAsync())["summary"]!["hash"]!;
        var body = Fates(Merge("2025-03-31", ["so-nong-nghiep"], "so-cong-thuong"), ("so-nong-nghiep", "proRata", "so-cong-thuong"));

        await admin.SucceedAsync("x", body).JsonAsync();
        await admin.SucceedAsync("x", body).JsonAsync(); // again changes nothing

        var sealedAgain = (string)(await admin.ReadAsync(SheetOf("so-cong-thuong")).JsonAsync())["summary"]!["hash"]!;
        var published = await admin.PostAsync(
            $"{Standings}/publication", BlocOf.Confirm(Economy, "so-giao-thong", "so-ke-hoach", "so-tai-chinh", "so-tai-nguyen", "so-xay-dung"), Cancellation).JsonAsync();
        Assert.NotEqual(before, sealedAgain);
        Assert.Equal(sealedAgain, (string)published.Place("so-cong-thuong")["sheetHash"]!);
        // Two whole months before the 31st of March, in which both stood: (75 × 2 + 90 × 10) / 12.
        Assert.Equal(87.5m, (decimal)published.Place("so-cong-thuong")["total"]!);
        Assert.True((bool)(await admin.ReadAsync($"{Standings}/so-cong-thuong/trace").JsonAsync())["agrees"]!);
    }

    [Fact]
    public async Task Where_the_scheme_says_nothing_of_it_it_is_refused_and_nothing_changes()
    {
        await using var app = await In2025Async(ProRata.None);
        using var admin = app.Admin();

        var refused = await admin.SucceedAsync("x", Merged("proRata")).ProblemAsync(409);
        var toNobody = await admin.SucceedAsync("x", Fates(Merge("2025-03-01", ["so-nong-nghiep"], Heir, Economy), ("so-nong-nghiep", "proRata", null))).ProblemAsync(400);
        var notThere = await admin.SucceedAsync("x", Fates(Merge("2025-03-01", ["so-nong-nghiep"], Heir), ("so-nong-nghiep", "proRata", Heir))).ProblemAsync(409);

        Assert.Equal(["$.sheets[0]", "$.sheets[1]"], refused.Paths());
        Assert.Contains("proRata: none", refused.ToJsonString() + (await InEnglishAsync(admin)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["$.sheets[0].to"], toNobody.Paths());
        Assert.Equal(["$.sheets[0]"], notThere.Paths());
        await admin.ReadAsync("/api/successions/x").ProblemAsync(404);
        Assert.Equal("draft", (string)(await admin.ReadAsync(SheetOf("so-nong-nghiep")).JsonAsync())["summary"]!["state"]!);
    }

    [Fact]
    public async Task A_year_that_is_over_before_the_day_is_not_parted_and_neither_is_another_period()
    {
        await using var app = await In2025Async(ProRata.Days);
        using var admin = app.Admin();
        var year = CycleBodyOf.Template(Economy).Scored(0, "bang-diem", 1);
        year["periods"] = JsonNode.Parse("""[{"id":"nam","name":"Cả năm"},{"id":"cuoi-nam","name":"6 tháng cuối năm"}]""");
        year["stages"] = new JsonArray(
            CycleBodyOf.Stage("self-score", "2025-11-01", "2025-12-31"), CycleBodyOf.Stage("self-score", "2025-11-01", "2025-12-31", "cuoi-nam"));
        await admin.PutCycleAsync(2025, year, await admin.AskAsync("/api/cycles/2025").TagAsync()).JsonAsync();
        await SavesAsync(app, "so-tai-nguyen", 40, 20, "cuoi-nam");
        var half = Fates(
            Merge("2025-10-01", ["so-tai-nguyen"], "so-cong-thuong"), ("so-tai-nguyen", "closed", null), ("so-tai-nguyen", "proRata", "so-cong-thuong"));
        half["sheets"]![1]!["period"] = "cuoi-nam";

        var ofPeriod = await admin.SucceedAsync("x", half).ProblemAsync(409);
        app.SetDay("2026-01-10");
        var over = await admin.SucceedAsync("y", Fates(Merge("2026-01-05", ["so-nong-nghiep"], "so-cong-thuong"), ("so-nong-nghiep", "proRata", "so-cong-thuong"))).ProblemAsync(409);
        var itsOwn = await admin.SucceedAsync("y", Merge("2026-01-05", ["so-nong-nghiep"], "so-cong-thuong")).JsonAsync();

        Assert.Equal(["$.sheets[1]"], ofPeriod.Paths());
        Assert.Contains("phiếu của cả năm", (string)ofPeriod["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["$.sheets[0]"], over.Paths());
        Assert.Contains("dưới tên cũ", (string)over["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.True((bool)itsOwn["isDone"]!);
        Assert.Equal("draft", (string)(await admin.ReadAsync(SheetOf("so-nong-nghiep")).JsonAsync())["summary"]!["state"]!);
    }

    [Fact]
    public async Task Killed_anywhere_and_sent_again_every_total_counts_once_and_nothing_is_half_done()
    {
        // It makes more than a hundred calls, a few for each sheet over and over.
        const int Step = 5;
        await using var app = await In2025Async(ProRata.Days);
        await app.ChangeRosterAsync(change =>
        {
            foreach (var unit in Enumerable.Range(0, 100).Select(number => 1 + (number * Step)).SelectMany(number => new[] { $"cu-{number}", $"khac-{number}", $"moi-{number}" }))
            {
                var member = new Membership(Economy, unit, RosterRowsOf.LongAgo, null, "01/QĐ", null, 0);
                change.Put(RosterRows.Row(new Unit(unit, $"Đơn vị {unit}", UnitKind.Department, [], false, [], false, 0)));
                change.Put(RosterRows.Row(member));
                change.Put(RosterRows.PlaceRow(member, BlocLevel.Province));
            }
        });
        using var admin = app.Admin();
        await using var restarted = new EmulationApp(azurite, issuer, account: app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var again = restarted.Admin();
        var ends = new HashSet<string>();
        for (var calls = 1; ; calls += Step)
        {
            var (id, first, second, heir) = ($"/api/successions/x-{calls}", $"cu-{calls}", $"khac-{calls}", $"moi-{calls}");
            await SavesAsync(app, first, 40, 20);
            await SavesAsync(app, second, 50, 30);
            await SubmitsAsync(app, heir, 50, 40);
            var body = Fates(Merge("2025-03-01", [first, second], heir), (first, "proRata", heir), (second, "proRata", heir));
            app.Faults.Reset(dieAfter: calls);
            using var answer = await admin.SucceedAsync($"x-{calls}", body);
            app.Faults.Reset();

            using var left = await again.ReadAsync(id);
            var isDone = left.IsSuccessStatusCode && (bool)JsonNode.Parse(await left.Content.ReadAsStringAsync(Cancellation))!["isDone"]!;
            Assert.True(isDone || !answer.IsSuccessStatusCode, "What was acknowledged is lost.");
            if (isDone)
            {
                ends.Add(await EndAsync(restarted, first, second, heir)); // what says that it is done is done
            }

            Assert.True((bool)(await again.SucceedAsync($"x-{calls}", body).JsonAsync())["isDone"]!);
            ends.Add(await EndAsync(restarted, first, second, heir));
            if (answer.IsSuccessStatusCode)
            {
                Assert.True(calls > 25, $"It makes more than {calls} calls.");
                break;
            }
        }

        Assert.Equal("Closed 2, Closed 2, Submitted 4: cu 60 59/365, khac 80 59/365", Assert.Single(ends));
        await AuditChain.AssertWholeAsync(app.Tables, RosterTable.Address, Cancellation);
    }

    /// <summary>The state of each sheet with the number of its changes, and what counts in the one that goes on; that is sealed as it is.</summary>
    private static async Task<string> EndAsync(EmulationApp app, params string[] units)
    {
        var ends = new List<string>();
        StoredSheet heir = null!;
        foreach (var unit in units)
        {
            var id = new SheetId(2025, "nam", Economy, unit);
            heir = await app.Services.GetRequiredService<SheetTable>().ReadAsync(id, Cancellation);
            ends.Add($"{heir.Head!.State} {await AuditChain.AssertWholeAsync(app.Tables, id.Address, Cancellation)}");
        }

        var tree = (await app.Services.GetRequiredService<SchemeTable>().FindTreeAsync(heir.Head!.Scheme, heir.Head.SchemeVersion, Cancellation))!;
        Assert.Equal(SheetHash.Of(tree.Scheme, heir), heir.Head.Hash);
        return $"{string.Join(", ", ends)}: {string.Join(", ", heir.Content.Parts.Select(part => $"{part.Unit.Split('-')[0]} {part.Total} {part.Before}/{part.Of}"))}";
    }

    private static async Task<JsonNode> InEnglishAsync(HttpClient admin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/successions/x") { Content = EmulationApp.Json(Merged("proRata")) };
        request.Headers.AcceptLanguage.ParseAdd("en");
        return await admin.SendAsync(request, Cancellation).ProblemAsync(409);
    }

    private static JsonObject Merged(string outcome) => Fates(
        Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], Heir, Economy), ("so-nong-nghiep", outcome, Heir), ("so-tai-nguyen", outcome, Heir));

    private static JsonObject Fates(JsonObject body, params (string Unit, string Outcome, string? To)[] sheets)
    {
        body.With([.. sheets.Select(sheet => (sheet.Unit, Economy, sheet.Outcome, sheet.To))]);
        foreach (var sheet in body["sheets"]!.AsArray())
        {
            sheet!["year"] = 2025;
        }

        return body;
    }

    private static string SheetOf(string unit) => $"/api/cycles/2025/periods/nam/blocs/{Economy}/sheets/{unit}";

    private static async Task<EntityTagHeaderValue> SavesAsync(EmulationApp app, string unit, decimal first, decimal second, string period = "nam")
    {
        using var officer = await app.OfficerAsync(unit);
        using var request = BlocOf.Save(unit, null, ("I", first), ("II", second));
        request.RequestUri = new($"{SheetOf(unit).Replace("/nam/", $"/{period}/", StringComparison.Ordinal)}/scores", UriKind.Relative);
        using var saved = await officer.SendAsync(request, Cancellation);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
        return saved.Headers.ETag!;
    }

    private static async Task SubmitsAsync(EmulationApp app, string unit, decimal first, decimal second)
    {
        var tag = await SavesAsync(app, unit, first, second);
        using var officer = await app.OfficerAsync(unit);
        using var submitted = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetOf(unit)}/submission").With(tag), Cancellation);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>The seven departments in the autumn of 2025; two of them, which the decision of the spring has merged, have begun their sheets.</summary>
    private async Task<EmulationApp> In2025Async(ProRata proRata)
    {
        var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-11-20");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/schemes/bang-diem", (PublicationSteps.Two with { ProRata = proRata }).ToJson()).JsonAsync();
        await admin.PutCycleAsync(2025, CycleBodyOf.Template(Economy).Scored(0, "bang-diem", 1)).JsonAsync();
        await SavesAsync(app, "so-nong-nghiep", 40, 20);
        await SavesAsync(app, "so-tai-nguyen", 50, 30);
        return app;
    }
}
