using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Province.Roster;

namespace EmulationFunctions.Tests.Province.Decisions;

/// <summary>Bodies of this room, and the calls that its tests share.</summary>
internal static class DecisionSamples
{
    public const string Flag = AwardTemplate.ProvinceFlag;
    public const string GovernmentFlag = AwardTemplate.GovernmentFlag;
    public const string Certificate = AwardTemplate.ProvinceCertificate;

    public static string Of(int year, string decision) => $"/api/cycles/{year}/decisions/{decision}";

    public static JsonObject Body(string number, string day, params (string Unit, string Award)[] titles) => new()
    {
        ["paper"] = Paper(number, day),
        ["signerPost"] = "Chủ tịch Ủy ban nhân dân tỉnh",
        ["titles"] = Titles(titles),
    };

    public static JsonObject Revocation(string number, string day, params (string Unit, string Award)[] titles) => new()
    {
        ["paper"] = Paper(number, day),
        ["signerPost"] = "Chủ tịch Ủy ban nhân dân tỉnh",
        ["ground"] = "falseDeclaration",
        ["reason"] = "Theo kết luận thanh tra",
        ["titles"] = Titles(titles),
    };

    public static Task<HttpResponseMessage> DecideAsync(this HttpClient client, int year, string decision, JsonNode body, string? etag = null) =>
        client.PutAsync(Of(year, decision), body.ToJsonString(), etag);

    public static Task<HttpResponseMessage> RevokeAsync(this HttpClient client, int year, string decision, JsonNode body, string? etag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Of(year, decision)}/revocation") { Content = EmulationApp.Json(body) };
        return client.SendAsync(etag is null ? request : request.With(new(etag)), TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> HasSalaryAsync(this HttpClient client, string from, long amount) =>
        client.PutAsync($"/api/base-salaries/{from}", $$$"""{"amount":{{{amount}}},"source":{"kind":"Nghị định","number":"73/2024/NĐ-CP"}}""");

    /// <summary>Units of a bloc since 2016.</summary>
    public static async Task HasUnitsAsync(this HttpClient admin, params string[] units)
    {
        await admin.PutAsync("/api/blocs/khoi-1", RosterSamples.Bloc("Khối 1")).JsonAsync();
        foreach (var unit in units)
        {
            await admin.PutAsync($"/api/units/{unit}", RosterSamples.Unit($"Sở {unit}")).JsonAsync();
            await admin.PutAsync($"/api/blocs/khoi-1/members/{unit}/2016-01-01", RosterSamples.Join()).JsonAsync();
        }
    }

    private static JsonObject Paper(string number, string day) =>
        new() { ["kind"] = "Quyết định", ["number"] = number, ["day"] = day, ["issuer"] = "Chủ tịch Ủy ban nhân dân tỉnh", ["subject"] = "tặng Cờ thi đua" };

    private static JsonArray Titles((string Unit, string Award)[] titles) => new([.. titles.Select(title => new JsonObject { ["unit"] = title.Unit, ["award"] = title.Award })]);
}
