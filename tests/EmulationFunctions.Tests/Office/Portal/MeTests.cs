using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Office.Portal;

public sealed class MeTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Economy = "khoi-kinh-te";
    private const string Head = "so-tai-chinh";
    private const string Deputy = "so-xay-dung";
    private const string Member = "so-cong-thuong";

    [Fact]
    public async Task Nobody_is_refused_and_a_stranger_learns_that_we_do_not_know_them()
    {
        await using var app = await WithYearAsync();
        using var nobody = app.Nobody();
        using var stranger = app.Holding();

        await nobody.AskAsync("/api/me").ProblemAsync(401);
        var me = await stranger.AskAsync("/api/me").JsonAsync();

        Assert.Equal("person", (string)me["kind"]!);
        Assert.Empty(me["roles"]!.AsArray());
        Assert.Empty(me["units"]!.AsArray());
        Assert.Contains("GetMe", Functions(me));
        Assert.DoesNotContain("GetCycle", Functions(me));
    }

    [Fact]
    public async Task The_office_may_do_what_needs_no_unit_and_a_reader_only_read()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        using var reader = app.Client(new(EmulationApp.ObjectId("máy")) { IsApplication = true, Roles = ["Emulation.Reader"] });

        var office = await admin.AskAsync("/api/me").JsonAsync();
        var other = await reader.AskAsync("/api/me").JsonAsync();

        Assert.Equal(["Emulation.Admin"], office["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Contains("PutCycle", Functions(office));
        Assert.Contains("RunTimer", Functions(office));
        Assert.Equal("application", (string)other["kind"]!);
        Assert.Contains("GetCycle", Functions(other));
        Assert.DoesNotContain("PutCycle", Functions(other));
        Assert.Equal([2026], other["cycles"]!.AsArray().Select(cycle => (int)cycle!["year"]!));
    }

    [Theory]
    [InlineData(Head, new[] { "member", "head" })]
    [InlineData(Deputy, new[] { "member", "deputy", "standingUnit" })]
    [InlineData(Member, new[] { "member" })]
    public async Task A_unit_learns_its_bloc_what_it_is_there_and_what_is_open_until_when(string unit, string[] roles)
    {
        await using var app = await WithYearAsync();
        using var officer = await app.OfficerAsync(unit);
        app.SetDay("2026-12-10", 23, 59, 59);

        var place = await PlaceAsync(officer, 2026);

        Assert.Equal((unit, Economy, "nam"), ((string)place["unit"]!, (string)place["bloc"]!, (string)place["period"]!));
        Assert.Equal($"Khối {Economy}", (string)place["blocName"]!);
        Assert.Equal(roles, place["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal("""[{"stage":"self-score","opens":"2026-11-15","deadline":"2026-12-10","isExtended":false}]""", place["stages"]!.ToJsonString());
        Assert.Contains("GetExtension", Functions(place)); // its own unit's
        app.SetDay("2026-12-11", 0);
        Assert.Equal(["cross-score"], (await PlaceAsync(officer, 2026))["stages"]!.AsArray().Select(stage => (string)stage!["stage"]!));
    }

    [Fact]
    public async Task A_unit_that_was_given_more_time_learns_its_own_deadline()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync(Member);
        await admin.PutAsync($"/api/cycles/2026/units/{Member}/extensions/self-score", JsonNode.Parse("""{"closes":"2026-12-13","reason":"Thiên tai"}""")!, null).JsonAsync();

        app.SetDay("2026-12-13", 23, 59, 59);
        var place = await PlaceAsync(officer, 2026);

        Assert.Contains("""{"stage":"self-score","opens":"2026-11-15","deadline":"2026-12-13","isExtended":true}""", place["stages"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task January_still_works_on_last_year_under_the_head_of_last_year()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync(Head);
        await admin.PutCycleAsync(2027, CycleBodyOf.Template(Economy)).JsonAsync();

        app.SetDay("2027-01-01", 0);
        var lastYear = await PlaceAsync(officer, 2026);
        var thisYear = await PlaceAsync(officer, 2027);

        Assert.Equal(["member", "head"], lastYear["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(["member"], thisYear["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(["submission", "handover"], lastYear["stages"]!.AsArray().Select(stage => (string)stage!["stage"]!));
        Assert.Equal(["registration", "pact"], thisYear["stages"]!.AsArray().Select(stage => (string)stage!["stage"]!));
    }

    [Fact]
    public async Task The_year_that_is_over_is_still_looked_up_under_nobody_s_lead()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync(Head);
        await admin.PutCycleAsync(2027, CycleBodyOf.Template(Economy)).JsonAsync();

        app.SetDay("2027-02-15");
        var cycles = (await officer.AskAsync("/api/me").JsonAsync())["cycles"]!.AsArray();
        var over = await PlaceAsync(officer, 2026);

        Assert.Equal([(2026, false), (2027, true)], cycles.Select(cycle => ((int)cycle!["year"]!, (bool)cycle["isOpen"]!)));
        Assert.Equal(["member"], over["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Empty(over["stages"]!.AsArray());
    }

    [Fact]
    public async Task A_term_that_is_only_suggested_makes_nobody_head()
    {
        await using var app = await WithYearAsync();
        await app.HasTermAsync(new(Economy, 2026, Head, Deputy, null, false, IsSuggestion: true, 0));
        using var officer = await app.OfficerAsync(Head);

        var place = await PlaceAsync(officer, 2026);

        Assert.Equal(["member"], place["roles"]!.AsArray().Select(role => (string)role!));
    }

    [Fact]
    public async Task The_functions_are_those_that_the_rights_allow()
    {
        await using var app = await WithYearAsync();
        using var head = await app.OfficerAsync(Head);
        using var member = await app.OfficerAsync(Member);
        app.SetDay("2026-12-01");
        string[] leading = [.. FunctionMethod.All.Values
            .Where(function => function.Attribute<NeedsAttribute>()?.Right is Right.LeadBloc or Right.ReadBloc)
            .Select(function => function.Name)];

        var ofHead = Functions(await PlaceAsync(head, 2026));
        var ofMember = Functions(await PlaceAsync(member, 2026));

        Assert.Subset(ofHead.ToHashSet(), leading.ToHashSet());
        Assert.Empty(ofMember.Intersect(leading));
    }

    [Theory]
    [InlineData(Head, Deputy, "2026-06-15", Head)]
    [InlineData(null, Deputy, "2026-06-15", Deputy)] // the standing unit, where no head is named
    [InlineData(null, null, "2026-06-15", null)]
    [InlineData(Head, null, "2027-01-31", Head)] // the last day of the handover
    [InlineData(Head, null, "2027-02-01", null)] // handed over
    public async Task The_head_s_rights_come_from_the_term_and_end_at_the_handover(string? head, string? standing, string day, string? leader)
    {
        await using var app = await WithYearAsync();
        await app.HasTermAsync(new(Economy, 2026, head, null, standing, false, IsSuggestion: false, 0));
        app.SetDay(day);

        Assert.Equal(leader, (await app.Services.GetRequiredService<LeadersLookup>()(Economy, 2026, TestContext.Current.CancellationToken)).Head);
    }

    [Fact]
    public async Task A_bloc_that_hands_over_on_days_of_its_own_is_led_until_then()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        var tag = await admin.AskAsync("/api/cycles/2026").TagAsync();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy).With(0, CycleBodyOf.Stage("handover", "2027-01-10", "2027-01-23")), tag).JsonAsync();
        var lookup = app.Services.GetRequiredService<LeadersLookup>();

        app.SetDay("2027-01-23", 23, 59, 59);
        var before = await lookup(Economy, 2026, TestContext.Current.CancellationToken);
        app.SetDay("2027-01-24", 0);
        var after = await lookup(Economy, 2026, TestContext.Current.CancellationToken);

        Assert.Equal((new Leaders(Head, Deputy), Leaders.Nobody), (before, after));
        Assert.Equal(Leaders.Nobody, await lookup("khoi-la", 2026, TestContext.Current.CancellationToken));
        Assert.Equal(Leaders.Nobody, await lookup(Economy, 2025, TestContext.Current.CancellationToken));
    }

    private async Task<EmulationApp> WithYearAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync(Economy, Head, Deputy, Member);
        await app.HasTermAsync(new(Economy, 2026, Head, Deputy, Deputy, false, IsSuggestion: false, 0));
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy)).JsonAsync();
        return app;
    }

    private static async Task<JsonNode> PlaceAsync(HttpClient client, int year)
    {
        var me = await client.AskAsync("/api/me").JsonAsync();
        return Assert.Single(me["cycles"]!.AsArray().Single(cycle => (int)cycle!["year"]! == year)!["places"]!.AsArray())!;
    }

    private static string[] Functions(JsonNode of) => [.. of["functions"]!.AsArray().Select(function => (string)function!)];
}
