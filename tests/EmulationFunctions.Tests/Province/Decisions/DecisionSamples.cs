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

    /// <summary>On 10 January 2027 all three members of the council let these pass.</summary>
    public static async Task HasCouncilAsync(this HttpClient office, string bloc, params (string Unit, string Award)[] titles)
    {
        const string Session = "/api/cycles/2026/council/sessions/xet-khen-thuong";
        JsonArray Each(Func<int, (string Unit, string Award), JsonNode> one) => [.. titles.Select((title, index) => one(index + 1, title))];
        var session = new JsonObject
        {
            ["council"] = "Hội đồng Thi đua - Khen thưởng tỉnh",
            ["title"] = "Phiên họp xét khen thưởng",
            ["day"] = "2027-01-10",
            ["members"] = JsonNode.Parse("""
                [{"id":"chu-tich","post":"Chủ tịch","office":"chair","attendance":"present"},{"id":"thu-ky","post":"Giám đốc Sở Nội vụ","office":"secretary","attendance":"present"},
                 {"id":"uy-vien","post":"Chánh Thanh tra","office":"member","attendance":"present"}]
                """),
            ["proposals"] = Each((number, title) => new JsonObject { ["number"] = number, ["award"] = title.Award, ["bloc"] = bloc, ["unit"] = title.Unit }),
        };
        await office.PutAsync(Session, session.ToJsonString()).JsonAsync();
        var votes = Each((number, _) => new JsonObject { ["proposal"] = number, ["for"] = 3, ["against"] = 0, ["other"] = 0 });
        await office.PutAsync($"{Session}/votes/lan-1", new JsonObject { ["way"] = "show", ["round"] = 1, ["results"] = votes }.ToJsonString()).JsonAsync();
        await office.PutAsync($"{Session}/outcomes", new JsonObject { ["outcomes"] = Each((number, _) => new JsonObject { ["proposal"] = number, ["outcome"] = "passed" }) }.ToJsonString()).JsonAsync();
    }

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
