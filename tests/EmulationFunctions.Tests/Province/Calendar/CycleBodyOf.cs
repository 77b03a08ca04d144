using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Province.Calendar;

/// <summary>Bodies of <c>PutCycle</c>.</summary>
internal static class CycleBodyOf
{
    /// <summary>A year by the template, with these blocs.</summary>
    public static JsonObject Template(params string[] blocs) => new()
    {
        ["startsOn"] = null,
        ["periods"] = null,
        ["stages"] = null,
        ["blocs"] = new JsonArray([.. blocs.Select(bloc => new JsonObject { ["bloc"] = bloc, ["scheme"] = null, ["stages"] = new JsonArray() })]),
    };

    public static JsonObject With(this JsonObject body, int bloc, params JsonObject[] stages)
    {
        body["blocs"]![bloc]!["stages"] = new JsonArray([.. stages]);
        return body;
    }

    public static JsonObject Scored(this JsonObject body, int bloc, string scheme, int version)
    {
        body["blocs"]![bloc]!["scheme"] = new JsonObject { ["id"] = scheme, ["version"] = version };
        return body;
    }

    public static JsonObject Stage(string stage, string opens, string closes, string period = "nam") =>
        new() { ["period"] = period, ["stage"] = stage, ["opens"] = opens, ["closes"] = closes };

    public static Task<HttpResponseMessage> PutCycleAsync(this HttpClient client, int year, JsonNode body, string? ifMatch = null) =>
        client.PutAsync($"/api/cycles/{year}", body, ifMatch);

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, JsonNode body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(body) };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(new(ifMatch));
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string> TagAsync(this Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return response.Headers.ETag!.Tag;
    }

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string address) =>
        client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
