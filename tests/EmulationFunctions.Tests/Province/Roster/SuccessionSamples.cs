using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>Bodies of <c>SucceedUnit</c>, and the departments of the merger of 2025.</summary>
internal static class SuccessionSamples
{
    public const string Economy = "khoi-kinh-te";

    public static JsonObject Merge(string day, string[] from, string to, string? bloc = null) => new()
    {
        ["kind"] = "merge",
        ["day"] = day,
        ["decision"] = Decision(),
        ["from"] = new JsonArray([.. from.Select(unit => JsonValue.Create(unit))]),
        ["to"] = new JsonArray(new JsonObject { ["unit"] = to, ["bloc"] = bloc }),
    };

    public static JsonObject Of(string kind, string day, string unit, string? name = null, string? bloc = null) => new()
    {
        ["kind"] = kind,
        ["day"] = day,
        ["decision"] = Decision(),
        ["from"] = new JsonArray(unit),
        ["name"] = name,
        ["bloc"] = bloc,
    };

    public static JsonObject With(this JsonObject body, params (string Unit, string Bloc, string Outcome, string? To)[] sheets)
    {
        body["sheets"] = new JsonArray([.. sheets.Select(sheet => new JsonObject
        {
            ["year"] = 2026,
            ["period"] = "nam",
            ["bloc"] = sheet.Bloc,
            ["unit"] = sheet.Unit,
            ["outcome"] = sheet.Outcome,
            ["to"] = sheet.To,
        })]);
        return body;
    }

    public static Task<HttpResponseMessage> SucceedAsync(this HttpClient client, string id, JsonNode body, string? etag = null) =>
        client.PutAsync($"/api/successions/{id}", body.ToJsonString(), etag);

    /// <summary>Seven departments in a bloc since 2016, of which environment leads in 2025 with construction as its deputy; the new one is in no bloc yet.</summary>
    public static async Task DepartmentsOf2025Async(this HttpClient admin)
    {
        await admin.PutAsync($"/api/blocs/{Economy}", RosterSamples.Bloc("Khối thi đua Kinh tế")).JsonAsync();
        foreach (var (unit, name) in new[]
        {
            ("so-nong-nghiep", "Sở Nông nghiệp và Phát triển nông thôn"), ("so-tai-nguyen", "Sở Tài nguyên và Môi trường"), ("so-giao-thong", "Sở Giao thông vận tải"),
            ("so-xay-dung", "Sở Xây dựng"), ("so-ke-hoach", "Sở Kế hoạch và Đầu tư"), ("so-tai-chinh", "Sở Tài chính"), ("so-cong-thuong", "Sở Công Thương"),
        })
        {
            await admin.PutAsync($"/api/units/{unit}", RosterSamples.Unit(name)).JsonAsync();
            await admin.PutAsync($"/api/blocs/{Economy}/members/{unit}/2016-01-01", RosterSamples.Join()).JsonAsync();
        }

        await admin.PutAsync("/api/units/so-nong-nghiep-moi-truong", RosterSamples.Unit("Sở Nông nghiệp và Môi trường")).JsonAsync();
        await admin.PutAsync($"/api/blocs/{Economy}/terms/2025", RosterSamples.Term("so-tai-nguyen", "so-xay-dung")).JsonAsync();
    }

    public static IEnumerable<string> Members(JsonNode bloc) => bloc["members"]!.AsArray().Select(member => (string)member!["unit"]!).Order(StringComparer.Ordinal);

    private static JsonObject Decision() => new() { ["kind"] = "Nghị quyết", ["number"] = "45/NQ-HĐND", ["day"] = "2025-02-20", ["issuer"] = "Hội đồng nhân dân tỉnh" };
}
