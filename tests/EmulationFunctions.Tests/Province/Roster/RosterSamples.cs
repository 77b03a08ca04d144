using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>Small rosters, and the calls that the tests of this room share.</summary>
internal static class RosterSamples
{
    /// <summary>The five blocs of the articles: 46 units, two of the blocs with members of the same names.</summary>
    public static string FiveBlocs => File.ReadAllText(
        Path.Combine(RepositoryRoot.Path, "tests", "EmulationFunctions.Tests", "Province", "Roster", "five-blocs.csv"));

    public static string Unit(string name, string kind = "department", string contacts = "", bool isPlaceholder = false) => new JsonObject
    {
        ["name"] = name,
        ["kind"] = kind,
        ["functions"] = new JsonArray(),
        ["isCentrallyManaged"] = false,
        ["contacts"] = new JsonArray([.. contacts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(address => JsonValue.Create(address))]),
        ["isPlaceholder"] = isPlaceholder,
    }.ToJsonString();

    public static string Bloc(string name, string level = "province", int? stated = null) => new JsonObject
    {
        ["name"] = name,
        ["kind"] = "bloc",
        ["level"] = level,
        ["statedMemberCount"] = stated,
    }.ToJsonString();

    public static string Term(string? head, string? deputy = null, string? standingUnit = null) => new JsonObject
    {
        ["head"] = head,
        ["deputy"] = deputy,
        ["standingUnit"] = standingUnit,
        ["isConcurrentPost"] = true,
        ["isSuggestion"] = false,
    }.ToJsonString();

    public static string Join(string? until = null, string? decision = "12/QĐ-UBND") =>
        new JsonObject { ["until"] = until, ["decision"] = decision }.ToJsonString();

    public static string Leave(string until, string? decision = null) =>
        new JsonObject { ["until"] = until, ["decision"] = decision }.ToJsonString();

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, string json, string? etag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(json) };
        return client.SendAsync(etag is null ? request : request.With(new(etag)), TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string address) =>
        client.GetAsync(address, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, string csv, string query = "") =>
        client.ImportAsync(Encoding.UTF8.GetBytes(csv), query);

    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, byte[] csv, string query = "", string type = "text/csv")
    {
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new(type);
        return client.PostAsync($"/api/roster/import{query}", content, TestContext.Current.CancellationToken);
    }

    /// <summary>A cluster of that many members, with a head and a deputy.</summary>
    public static string Cluster(int members)
    {
        var csv = new StringBuilder("unit,name,kind,bloc,blocName,blocKind,statedMembers,from,decision,roles\n");
        for (var number = 1; number <= members; number++)
        {
            csv.Append(null, $"xa-{number:D3},Xã số {number:D3},locality,cum-1,Cụm thi đua số 1,cluster,{members},2026-01-01,1/QĐ,");
            csv.AppendLine(number switch { 1 => "2026 head", 2 => "2026 deputy", _ => "" });
        }

        return csv.ToString();
    }

    /// <summary>Two units, <c>so-a</c> and <c>so-b</c>, and two blocs, <c>khoi-1</c> and <c>khoi-2</c>.</summary>
    public static async Task TwoUnitsAndBlocsAsync(this HttpClient admin)
    {
        await admin.PutAsync("/api/units/so-a", Unit("Sở A")).JsonAsync();
        await admin.PutAsync("/api/units/so-b", Unit("Sở B")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1", Bloc("Khối một")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-2", Bloc("Khối hai")).JsonAsync();
    }
}
