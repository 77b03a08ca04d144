using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Province.Calendar;

namespace EmulationFunctions.Tests.Office.Reminders;

public sealed class ReminderRulesEndpointTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = "/api/reminder-rules";

    [Fact]
    public async Task Until_the_office_sets_its_own_the_default_rules_hold()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var rules = await admin.AskAsync(Address).JsonAsync();

        Assert.True((bool)rules["isDefault"]!);
        Assert.Equal(7, (int)rules["chaseEvery"]!);
        Assert.Equal([14, 7, 3, 1, 0, -1], rules["stages"]!.AsArray().Single(rule => (string)rule!["stage"]! == "self-score")!["days"]!.AsArray().Select(day => (int)day!));
    }

    [Fact]
    public async Task What_is_set_is_read_back_repeated_without_effect_and_changed_only_by_who_has_read_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var rules = Rules("""{"stage":"self-score","days":[0,-2,10]}""", """{"stage":"pact","days":[]}""");

        var first = await admin.PutAsync(Address, rules, null).TagAsync();
        var again = await admin.PutAsync(Address, Rules("""{"stage":"pact","days":[]}""", """{"stage":"self-score","days":[10,0,-2]}"""), null).TagAsync();
        await admin.PutAsync(Address, Rules(), null).ProblemAsync(428);
        await admin.PutAsync(Address, Rules(), "\"99\"").ProblemAsync(412);
        var read = await admin.AskAsync(Address).JsonAsync();
        await admin.PutAsync(Address, Rules(), first).JsonAsync();
        var nothing = await admin.AskAsync(Address).JsonAsync();

        Assert.Equal(first, again);
        Assert.False((bool)read["isDefault"]!);
        Assert.Equal("""[{"stage":"pact","days":[]},{"stage":"self-score","days":[10,0,-2]}]""", read["stages"]!.ToJsonString());
        Assert.Equal(("[]", false), (nothing["stages"]!.ToJsonString(), (bool)nothing["isDefault"]!));
    }

    [Fact]
    public async Task How_often_is_chased_is_set_with_the_rules_and_is_weekly_where_nobody_says()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var first = await admin.PutAsync(Address, JsonNode.Parse("""{"stages":[],"chaseEvery":14}""")!, null).TagAsync();
        var set = await admin.AskAsync(Address).JsonAsync();
        await admin.PutAsync(Address, JsonNode.Parse("""{"stages":[]}""")!, first).JsonAsync();

        Assert.Equal((14, 7), ((int)set["chaseEvery"]!, (int)(await admin.AskAsync(Address).JsonAsync())["chaseEvery"]!));
    }

    [Theory]
    [InlineData("""{}""", "$.stages")]
    [InlineData("""{"stages":[{"stage":"self-score"}]}""", "$.stages[0].days")]
    [InlineData("""{"stages":[{"stage":"lunch","days":[1]}]}""", "$.stages[0].stage")]
    [InlineData("""{"stages":[{"stage":1,"days":[1]}]}""", "$.stages[0].stage")]
    [InlineData("""{"stages":[{"stage":"pact","days":[1.5]}]}""", "$.stages[0].days[0]")]
    [InlineData("""{"stages":[{"stage":"pact","days":["1"]}]}""", "$.stages[0].days[0]")]
    [InlineData("""{"stages":[{"stage":"pact","days":[91]}]}""", "$.stages[0].days[0]")]
    [InlineData("""{"stages":[{"stage":"pact","days":[-31]}]}""", "$.stages[0].days[0]")]
    [InlineData("""{"stages":[{"stage":"pact","days":[3,3]}]}""", "$.stages[0].days[1]")]
    [InlineData("""{"stages":[{"stage":"pact","days":[]},{"stage":"pact","days":[]}]}""", "$.stages[1].stage")]
    [InlineData("""{"stages":[{"stage":"pact","days":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}]}""", "$.stages[0].days")]
    [InlineData("""{"stages":[],"isDefault":true}""", "$.isDefault")]
    [InlineData("""{"stages":[],"chaseEvery":91}""", "$.chaseEvery")]
    [InlineData("""{"stages":[],"chaseEvery":-1}""", "$.chaseEvery")]
    public async Task Rules_that_cannot_be_kept_are_refused_and_the_fault_is_named(string body, string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync(Address, JsonNode.Parse(body)!, null).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    private static JsonObject Rules(params string[] stages) => new() { ["stages"] = new JsonArray([.. stages.Select(stage => JsonNode.Parse(stage))]) };
}
