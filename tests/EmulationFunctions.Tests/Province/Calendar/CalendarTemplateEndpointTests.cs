using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Calendar;

public sealed class CalendarTemplateEndpointTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = "/api/calendar-template";

    [Fact]
    public async Task Until_the_office_sets_its_own_the_default_calendar_is_in_force_and_marked_as_such()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var template = await admin.AskAsync(Address).JsonAsync();
        var tag = await admin.AskAsync(Address).TagAsync();

        Assert.True((bool)template["isDefault"]!);
        Assert.Equal("\"0\"", tag);
        Assert.Equal("""{"month":1,"day":15,"yearOffset":1}""", Of(template, "submission")["closes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_calendar_of_its_own_holds_for_later_years_and_not_for_those_that_are_there()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template()).JsonAsync();
        var body = await EarlierAsync(admin);

        var put = await admin.PutAsync(Address, body, null).JsonAsync();
        var read = await admin.AskAsync(Address).JsonAsync();
        await admin.PutCycleAsync(2027, CycleBodyOf.Template()).JsonAsync();
        var before = await admin.AskAsync("/api/cycles/2026").JsonAsync();
        var later = await admin.AskAsync("/api/cycles/2027").JsonAsync();

        Assert.False((bool)read["isDefault"]!);
        Assert.Equal(put.ToJsonString(), read.ToJsonString());
        Assert.Equal("2026-12-10", (string)Of(before, "self-score")["closes"]!);
        Assert.Equal("2027-12-05", (string)Of(later, "self-score")["closes"]!);
    }

    [Fact]
    public async Task A_later_change_needs_what_was_read_and_the_same_again_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var body = await EarlierAsync(admin);
        var first = await admin.PutAsync(Address, body, "\"0\"").TagAsync();

        var again = await admin.PutAsync(Address, body, null).TagAsync();
        Of(body, "self-score")["closes"]!["day"] = 6;
        await admin.PutAsync(Address, body, null).ProblemAsync(428);
        await admin.PutAsync(Address, body, "\"0\"").ProblemAsync(412);
        var second = await admin.PutAsync(Address, body, first).TagAsync();

        Assert.Equal(first, again);
        Assert.Equal(second, await admin.AskAsync(Address).TagAsync());
    }

    [Fact]
    public async Task All_faults_of_a_calendar_are_named_at_once()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var body = await EarlierAsync(admin);
        body["startsOn"]!["month"] = 4;
        body["startsOn"]!["day"] = 31;
        Of(body, "self-score")["closes"]!["month"] = 10; // before it opens
        Of(body, "cross-score")["period"] = "quy-1";

        var semantic = await admin.PutAsync(Address, body, null).ProblemAsync(400);
        body["startsOn"]!["month"] = 13;
        Of(body, "pact")["opens"]!["yearOffset"] = 2;
        Of(body, "handover").AsObject().Remove("opens");
        var structural = await admin.PutAsync(Address, body, null).ProblemAsync(400);

        Assert.Equal(["$.startsOn", "$.stages[3].closes", "$.stages[4].period"], semantic.Paths());
        Assert.Equal(["$.startsOn.month", "$.stages[1].opens.yearOffset", "$.stages[8].opens"], structural.Paths());
    }

    /// <summary>The default calendar, but self-scores are due on 5 December.</summary>
    private static async Task<JsonObject> EarlierAsync(HttpClient client)
    {
        var body = (await client.AskAsync(Address).JsonAsync()).AsObject();
        body.Remove("isDefault");
        Of(body, "self-score")["closes"]!["day"] = 5;
        return body;
    }

    private static JsonNode Of(JsonNode calendar, string stage) => calendar["stages"]!.AsArray().Single(one => (string)one!["stage"]! == stage)!;
}
