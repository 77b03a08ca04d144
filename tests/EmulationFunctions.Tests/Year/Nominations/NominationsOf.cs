using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Nominations;

/// <summary>A bloc whose standings are published, and what is done about its nominations over HTTP.</summary>
internal static class NominationsOf
{
    public const string BlocYear = $"/api/cycles/2026/blocs/{BlocOf.Bloc}";
    public const string Flag = AwardTemplate.ProvinceFlag;
    public const string Nothing = "{}";

    public static string Nomination(string unit, string award = Flag) => $"{BlocYear}/nominations/{award}/{unit}";

    public static string Suspension(string unit) => $"{BlocYear}/suspensions/{unit}";

    /// <summary>Of three units the first is the head and in the first place, the second in the second; the third handed in nothing. On 22 December 2026.</summary>
    public static async Task HasPublishedAsync(this EmulationApp app)
    {
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        app.SetDay("2026-12-22");
        using var office = app.Admin();
        await office.PublishAsync(BlocOf.Bloc, "so-c").JsonAsync();
    }

    /// <summary>The shipped rules with the province's flag changed, as a version of its own.</summary>
    public static async Task HasRulesAsync(this EmulationApp app, string version, string from, Action<JsonNode> change)
    {
        using var office = app.Admin();
        var content = (await office.GetsAsync("/api/award-rules?rules=mau"))["content"]!.DeepClone();
        content["from"] = from;
        change(content["awards"]!.AsArray().Single(one => (string)one!["code"]! == Flag)!);
        await office.DoneAsync(Put($"/api/award-rules/{version}", content.ToJsonString()));
    }

    public static async Task<JsonNode> NominatesAsync(this HttpClient client, string unit, string body = Nothing, string award = Flag)
    {
        using var answer = await client.SendAsync(Put(Nomination(unit, award), body), TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, content);
        return JsonNode.Parse(content)!;
    }

    public static async Task<JsonNode> EligibilityAsync(this HttpClient client, string unit, string award = Flag) =>
        (await client.GetsAsync($"{BlocYear}/eligibility/{unit}?award={award}"))["awards"]![0]!;

    public static JsonNode Condition(this JsonNode award, string code) => award["conditions"]!.AsArray().Single(one => (string)one!["condition"]! == code)!;

    public static string State(this JsonNode award, string code) => (string)award.Condition(code)["state"]!;
}
