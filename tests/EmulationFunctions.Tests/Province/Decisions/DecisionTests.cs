using System.Text.Json.Nodes;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Tests.Province.Roster;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Decisions.DecisionSamples;

namespace EmulationFunctions.Tests.Province.Decisions;

/// <summary>The office records decisions that give titles, and takes titles back; everybody reads what a unit was given, and what goes with it.</summary>
public sealed class DecisionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_decision_gives_titles_and_says_what_goes_with_each_of_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-02-01");
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-b");
        await office.HasUnitsAsync("so-a", "so-b");
        await office.HasSalaryAsync("2024-07-01", 2_340_000).JsonAsync();

        await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag), ("so-a", Certificate), ("so-b", Certificate))).JsonAsync();
        await office.DecideAsync(2026, "qd-2", Body("88/QĐ-TTg", "2027-01-28", ("so-a", GovernmentFlag))).JsonAsync();
        var first = await unit.ReadAsync(Of(2026, "qd-1")).JsonAsync();
        var listed = await unit.ReadAsync("/api/cycles/2026/decisions?pageSize=1").JsonAsync();

        Assert.Equal(
            [("so-a", 18_720_000, false, GovernmentFlag), ("so-a", 7_020_000, true, null), ("so-b", 7_020_000, true, null)],
            first["titles"]!.AsArray().Select(title => ((string)title!["unit"]!, (int)title["money"]!["amount"]!, (bool)title["money"]!["isPaid"]!, (string?)title["money"]!["coveredBy"])));
        Assert.Equal(("Sở so-a", "Cờ thi đua của Ủy ban nhân dân tỉnh", "điểm e khoản 2 Điều 50"), (
            (string)first["titles"]![0]!["unitName"]!, (string)first["titles"]![0]!["awardTitle"]!, (string)first["titles"]![0]!["money"]!["source"]!["article"]!));
        Assert.Equal(("qd-1", "qd-1"), ((string)Assert.Single(listed["decisions"]!.AsArray())!["decision"]!, (string)listed["continuation"]!));
        Assert.Equal("qd-2", (string)Assert.Single((await unit.ReadAsync("/api/cycles/2026/decisions?continuation=qd-1").JsonAsync())["decisions"]!.AsArray())!["decision"]!);
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, DecisionTable.Address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_nobody_overwrites_what_he_has_not_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-02-01");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b");
        var body = Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag), ("so-b", Certificate));

        var tag = (string)(await office.DecideAsync(2026, "qd-1", body).JsonAsync())["etag"]!;
        Assert.Equal(tag, (string)(await office.DecideAsync(2026, "qd-1", body).JsonAsync())["etag"]!);
        var other = Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag));
        await office.DecideAsync(2026, "qd-1", other).ProblemAsync(428);
        await office.DecideAsync(2026, "qd-1", other, "\"99\"").ProblemAsync(412);
        await office.DecideAsync(2026, "qd-1", other, tag).JsonAsync();
        var again = await office.DecideAsync(2026, "qd-2", Body("15/QĐ-UBND", "2027-01-21", ("so-b", Certificate))).JsonAsync(); // what was left out may be given by another

        var earlier = await office.DecideAsync(2026, "qd-3", Body("15/QĐ-UBND", "2026-12-30", ("so-b", Flag))).JsonAsync();

        Assert.Equal("qd-1", (string)Assert.Single(again["sameNumber"]!.AsArray())!); // perhaps it was entered twice
        Assert.Empty(earlier["sameNumber"]!.AsArray()); // numbers begin anew with each calendar year
        Assert.Equal(["qd-2", "qd-3"], (await TitlesAsync(office, "so-b")).Select(title => (string)title!["decision"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-02-01");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a");

        var body = Body(" ", "2025-12-31", ("so-a", Flag), ("so-a", Flag), ("so-la", "khong-co"));
        body["signerPost"] = " ";
        body["paper"]!["issuer"] = null;
        var faulty = await office.DecideAsync(2026, "qd-1", body).ProblemAsync(400);
        var future = await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-02-02", ("so-a", Flag))).ProblemAsync(400);
        var dayless = Body("15/QĐ-UBND", "2027-01-02", ("so-a", Flag));
        dayless["paper"]!["day"] = null;
        var without = await office.DecideAsync(2026, "qd-1", dayless).ProblemAsync(400);

        Assert.Equal(
            ["$.paper.day", "$.paper.issuer", "$.paper.number", "$.signerPost", "$.titles[1]", "$.titles[2].award", "$.titles[2].unit"], faulty.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.paper.day"], future.Paths());
        Assert.Equal(["$.paper.day"], without.Paths());
        Assert.Empty(await TitlesAsync(office, "so-a"));
    }

    [Fact]
    public async Task What_another_decision_of_the_year_gave_is_not_given_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-02-01");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b");
        await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag))).JsonAsync();

        var twice = await office.DecideAsync(2026, "qd-2", Body("16/QĐ-UBND", "2027-01-21", ("so-b", Certificate), ("so-a", Flag))).ProblemAsync(409);

        // Nor does it hang on rules that no longer have the award in January.
        var rules = (await office.ReadAsync("/api/award-rules?rules=mau").JsonAsync())["content"]!.DeepClone();
        rules["from"] = "2027-01-01";
        rules["awards"]!.AsArray().Remove(rules["awards"]!.AsArray().Single(award => (string)award!["code"]! == Certificate));
        await office.PutAsync("/api/award-rules/quy-dinh-2027", rules.ToJsonString()).JsonAsync();
        var later = await office.DecideAsync(2026, "qd-3", Body("17/QĐ-UBND", "2027-01-22", ("so-b", Certificate))).JsonAsync();
        await office.DecideAsync(2027, "qd-3", Body("18/QĐ-UBND", "2027-01-22", ("so-b", Certificate))).ProblemAsync(400);

        Assert.Equal(Certificate, (string)later["titles"]![0]!["award"]!);
        Assert.Equal("urn:emulation-functions:title-already-given", (string)twice["type"]!);
        Assert.Equal(["$.titles[1]"], twice.Paths());
        await office.ReadAsync(Of(2026, "qd-2")).ProblemAsync(404);
    }

    [Fact]
    public async Task A_decision_before_the_council_s_session_is_refused_and_of_years_that_are_history_it_is_not_asked()
    {
        var sessions = new Dictionary<(string Award, string Unit), CouncilOutcome>
        {
            [(Flag, "so-b")] = new(new(2027, 1, 25), IsPassed: true),
            [(Flag, "so-c")] = new(new(2027, 1, 10), IsPassed: false),
            [(Flag, "so-d")] = new(new(2027, 1, 20), IsPassed: true),
        };
        var asked = 0;
        await using var app = new EmulationApp(
            azurite, issuer, services: services => services.AddSingleton<CouncilOutcomesOf>((_, _) =>
            {
                asked++;
                return Task.FromResult<IReadOnlyDictionary<(string Award, string Unit), CouncilOutcome>>(sessions);
            }));
        app.SetDay("2027-02-01");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b", "so-c", "so-d");
        await office.PutAsync("/api/cycles/2026", """{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"khoi-1","scheme":null,"stages":[]}]}""").JsonAsync();

        var all = Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag), ("so-b", Flag), ("so-c", Flag), ("so-d", Flag), ("so-a", "tap-the-lao-dong-tien-tien"));
        var refused = await office.DecideAsync(2026, "qd-1", all).ProblemAsync(409);
        Assert.Equal(1, asked); // once for all of them
        await office.ReadAsync(Of(2026, "qd-1")).ProblemAsync(404);
        var given = Body("15/QĐ-UBND", "2027-01-20", ("so-a", "tap-the-lao-dong-tien-tien"), ("so-d", Flag)); // on the first no council votes
        const string Suspension = "/api/cycles/2026/blocs/khoi-1/suspensions/so-d";
        var tag = (string)(await office.PutAsync(Suspension, """{"cause":"complaint","since":"2027-01-19","reason":"Đang xác minh"}""").JsonAsync())["etag"]!;
        var suspended = await office.DecideAsync(2026, "qd-1", given).ProblemAsync(409);
        Assert.Equal(("urn:emulation-functions:unit-suspended", "$.titles[1]"), ((string)suspended["type"]!, Assert.Single(suspended.Paths())));
        await office.ReadAsync(Of(2026, "qd-1")).ProblemAsync(404);
        using var lifting = new HttpRequestMessage(HttpMethod.Post, $"{Suspension}/lifting") { Content = EmulationApp.Json("""{"day":"2027-01-20","reason":"Tố cáo không đúng"}""") };
        await office.SendAsync(lifting.With(new(tag)), TestContext.Current.CancellationToken).JsonAsync();
        tag = (string)(await office.DecideAsync(2026, "qd-1", given).JsonAsync())["etag"]!;
        var before = await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-18", ("so-d", Flag)), tag).ProblemAsync(409); // nor is it moved before the session afterwards
        var during = await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-19", ("so-d", Flag)), tag).ProblemAsync(409); // nor into the suspension
        await office.DecideAsync(2019, "qd-cu", Body("3/QĐ-UBND", "2020-01-20", ("so-a", Flag))).JsonAsync();

        Assert.Equal("urn:emulation-functions:council-not-held", (string)refused["type"]!);
        Assert.Equal(["$.titles[0]", "$.titles[1]", "$.titles[2]"], refused.Paths());
        Assert.Equal(("urn:emulation-functions:council-not-held", "$.titles[0]"), ((string)before["type"]!, Assert.Single(before.Paths())));
        Assert.Equal("urn:emulation-functions:unit-suspended", (string)during["type"]!);
        Assert.Contains("25/01/2027", (string)refused["faults"]![1]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_object_and_money_are_due_in_fifteen_working_days()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-03-10");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b");
        await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag), ("so-b", Flag))).JsonAsync();

        var tag = (string)(await office.ReadAsync(Of(2026, "qd-1")).JsonAsync())["etag"]!;
        await office.RevokeAsync(2026, "qd-1", Revocation("40/QĐ-UBND", "2027-03-01", ("so-a", Flag))).ProblemAsync(428);
        var revoked = await office.RevokeAsync(2026, "qd-1", Revocation("40/QĐ-UBND", "2027-03-01", ("so-a", Flag)), tag).JsonAsync();
        var twice = await office.RevokeAsync(2026, "qd-1", Revocation("41/QĐ-UBND", "2027-03-02", ("so-a", Flag)), tag).ProblemAsync(409);
        var changed = await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-20", ("so-b", Flag)), (string)revoked["etag"]!).ProblemAsync(409);

        var back = revoked["titles"]![0]!["revocation"]!;
        Assert.Equal(("40/QĐ-UBND", "2027-03-22", false, false), ((string)back["number"]!, (string)back["due"]!, (bool)back["isFromReceipt"]!, (bool)back["isOverdue"]!));
        Assert.NotNull(back["caution"]); // the holidays of 2027 are not entered
        Assert.Null(revoked["titles"]![1]!["revocation"]);
        Assert.Equal("urn:emulation-functions:already-revoked", (string)twice["type"]!);
        Assert.Equal("urn:emulation-functions:decision-revoked", (string)changed["type"]!);
        Assert.Equal((string)revoked["etag"]!, (string)(await office.ReadAsync(Of(2026, "qd-1")).JsonAsync())["etag"]!); // nothing changed
        Assert.Equal(("2027-03-01", "40/QĐ-UBND"), ((string)(await TitlesAsync(office, "so-a"))[0]!["revoked"]!, (string)(await TitlesAsync(office, "so-a"))[0]!["revokedBy"]!));

        // What still stands is taken back by the next; then there is nothing left.
        var rest = await office.RevokeAsync(2026, "qd-1", Revocation("42/QĐ-UBND", "2027-03-05"), (string)revoked["etag"]!).JsonAsync();
        Assert.Equal([1, 1], rest["revocations"]!.AsArray().Select(one => (int)one!["titles"]!));
        Assert.Equal("urn:emulation-functions:already-revoked", (string)(await office.RevokeAsync(2026, "qd-1", Revocation("43/QĐ-UBND", "2027-03-06"), (string)rest["etag"]!).ProblemAsync(409))["type"]!);
    }

    [Fact]
    public async Task What_has_come_back_is_recorded_and_what_has_not_is_overdue_after_its_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2027-03-10");
        using var office = app.Admin();
        await office.HasUnitsAsync("so-a");
        await office.PutAsync("/api/cycles/2027", """{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"khoi-1","scheme":null,"stages":[]}]}""").JsonAsync();
        var tag = (string)(await office.DecideAsync(2026, "qd-1", Body("15/QĐ-UBND", "2027-01-20", ("so-a", Flag))).JsonAsync())["etag"]!;
        var returns = $"{Of(2026, "qd-1")}/returns/so-a/{Flag}";

        Assert.Equal("urn:emulation-functions:not-revoked", (string)(await office.PutAsync(returns, """{"received":"2027-03-05"}""", tag).ProblemAsync(409))["type"]!);
        tag = (string)(await office.RevokeAsync(2026, "qd-1", Revocation("40/QĐ-UBND", "2027-03-01"), tag).JsonAsync())["etag"]!;
        var faulty = await office.PutAsync(returns, """{"received":"2027-02-28","objectReturned":"2027-03-11","moneyReturned":"2027-03-09"}""", tag).ProblemAsync(400);
        var received = await office.PutAsync(returns, """{"received":"2027-03-05","objectReturned":"2027-03-09"}""", tag).JsonAsync();
        Assert.Empty(await OverdueAsync(office));
        app.SetDay("2027-03-27");
        var overdue = await office.ReadAsync(Of(2026, "qd-1")).JsonAsync();
        Assert.Equal([("so-a", "40/QĐ-UBND", "2027-03-26", false, true)], await OverdueAsync(office));
        Assert.Equal([("so-a", "2027-03-26", -1)], await ChasedAsync(office));
        var done = await office.PutAsync(
            returns, """{"received":"2027-03-05","objectReturned":"2027-03-09","moneyReturned":"2027-03-27","amount":18720000}""", (string)received["etag"]!).JsonAsync();

        Assert.Equal(["$.received", "$.objectReturned", "$.amount"], faulty.Paths());
        Assert.Equal(("2027-03-26", true, false), At(received));
        Assert.Equal(("2027-03-26", true, true), At(overdue));
        Assert.Equal(("2027-03-26", true, false), At(done));
        Assert.Equal(18_720_000, (long)done["titles"]![0]!["revocation"]!["amount"]!);
        Assert.Empty(await OverdueAsync(office));
        Assert.Empty(await ChasedAsync(office));
        await AuditChain.AssertWholeAsync(app.Tables, DecisionTable.Address, TestContext.Current.CancellationToken);

        static (string, bool, bool) At(JsonNode decision)
        {
            var back = decision["titles"]![0]!["revocation"]!;
            return ((string)back["due"]!, (bool)back["isFromReceipt"]!, (bool)back["isOverdue"]!);
        }
    }

    [Fact]
    public async Task A_unit_that_took_over_goes_on_from_the_titles_of_those_before_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-02-10");
        using var office = app.Admin();
        await office.DepartmentsOf2025Async();
        foreach (var year in new[] { 2023, 2024 })
        {
            await office.DecideAsync(year, "qd", Body($"{year}/QĐ-UBND", $"{year + 1}-01-20", ("so-nong-nghiep", Flag), ("so-tai-nguyen", Flag), ("so-cong-thuong", Flag))).JsonAsync();
        }

        await office.SucceedAsync("sap-nhap", SuccessionSamples.Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", SuccessionSamples.Economy)).JsonAsync();
        await office.DecideAsync(2025, "qd", Body("9/QĐ-UBND", "2026-01-20", ("so-nong-nghiep-moi-truong", Flag), ("so-cong-thuong", Flag))).JsonAsync();

        var merged = await office.ReadAsync("/api/units/so-nong-nghiep-moi-truong/titles").JsonAsync();
        Assert.Equal(
            [(2025, "so-nong-nghiep-moi-truong"), (2024, "so-nong-nghiep"), (2024, "so-tai-nguyen"), (2023, "so-nong-nghiep"), (2023, "so-tai-nguyen")],
            merged["titles"]!.AsArray().Select(title => ((int)title!["year"]!, (string)title["unit"]!)));
        Assert.Equal("Sở Nông nghiệp và Phát triển nông thôn", (string)merged["titles"]![1]!["unitName"]!);
        Assert.Equal((3, 2023), Streak(merged));
        Assert.Equal((3, 2023), Streak(await office.ReadAsync("/api/units/so-cong-thuong/titles").JsonAsync()));
        Assert.Equal((2, 2023), Streak(await office.ReadAsync("/api/units/so-tai-nguyen/titles").JsonAsync())); // what ended keeps its own

        var page = await office.ReadAsync("/api/units/so-nong-nghiep-moi-truong/titles?pageSize=2").JsonAsync();
        var rest = await office.ReadAsync($"/api/units/so-nong-nghiep-moi-truong/titles?pageSize=2&continuation={page["continuation"]}").JsonAsync();
        Assert.Equal((3, 2), (page["titles"]!.AsArray().Count, rest["titles"]!.AsArray().Count)); // no year is divided
        Assert.Null(rest["streaks"]);
        await office.ReadAsync("/api/units/so-la/titles").ProblemAsync(404);
        await office.ReadAsync("/api/units/so-cong-thuong/titles?continuation=x").ProblemAsync(400);

        static (int, int) Streak(JsonNode titles) => ((int)Assert.Single(titles["streaks"]!.AsArray())!["years"]!, (int)titles["streaks"]![0]!["since"]!);
    }

    [Fact]
    public async Task Base_salaries_are_entered_by_day_with_the_paper_that_says_so_and_taken_out_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        await office.HasSalaryAsync("2024-07-01", 2_340_000).JsonAsync();
        var put = await office.HasSalaryAsync("2026-07-01", 2_530_000).JsonAsync();
        await office.HasSalaryAsync("2026-07-01", 2_530_000).JsonAsync(); // again
        await office.HasSalaryAsync("2026-07-01", 2_540_000).ProblemAsync(428);
        await office.HasSalaryAsync("01-07-2026", 2_540_000).ProblemAsync(400);
        var listed = await office.ReadAsync("/api/base-salaries").JsonAsync();

        Assert.Equal(
            [("2024-07-01", "2026-06-30", 2_340_000), ("2026-07-01", null, 2_530_000)],
            listed["salaries"]!.AsArray().Select(one => ((string)one!["from"]!, (string?)one["until"], (int)one["amount"]!)));
        using var removed = await office.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, "/api/base-salaries/2026-07-01").With(new((string)put["etag"]!)), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Single((await office.ReadAsync("/api/base-salaries").JsonAsync())["salaries"]!.AsArray());
    }

    private static async Task<IReadOnlyList<(string Unit, string RevokedBy, string Due, bool LacksObject, bool LacksMoney)>> OverdueAsync(HttpClient office) =>
    [
        .. (await office.ReadAsync("/api/admin/operations").JsonAsync())["overdueReturns"]!.AsArray()
            .Select(one => ((string)one!["unit"]!, (string)one["revokedBy"]!, (string)one["due"]!, (bool)one["lacksObject"]!, (bool)one["lacksMoney"]!)),
    ];

    /// <summary>What the bloc's year says that units have to give back.</summary>
    private static async Task<IReadOnlyList<(string Unit, string Due, int Left)>> ChasedAsync(HttpClient client) =>
    [
        .. (await client.ReadAsync("/api/cycles/2027/blocs/khoi-1/year").JsonAsync())["work"]!.AsArray()
            .Where(work => ((string)work!["what"]!).StartsWith("nộp lại hiện vật", StringComparison.Ordinal)).SelectMany(work => work!["missing"]!.AsArray())
            .Select(unit => ((string)unit!["unit"]!, (string)unit["due"]!, (int)unit["daysLeft"]!)),
    ];

    private static async Task<JsonArray> TitlesAsync(HttpClient client, string unit) => (await client.ReadAsync($"/api/units/{unit}/titles").JsonAsync())["titles"]!.AsArray();
}
