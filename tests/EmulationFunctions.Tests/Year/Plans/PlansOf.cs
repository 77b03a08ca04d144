using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Plans;

/// <summary>A bloc's year as the tests of this room meet it: the bloc of <see cref="SheetWorld"/>, and the blocs of the five articles.</summary>
internal static class PlansOf
{
    public const string Year = $"/api/cycles/2026/blocs/{SheetWorld.Bloc}";
    public const string Plan = $"{Year}/plan";
    public const string Regulation = $"{Year}/regulation";

    public static readonly YearOfBloc Id = new(2026, SheetWorld.Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EmulationApp> StartAsync(
        AzuriteFixture azurite, IssuerFixture issuer, Action<IServiceCollection>? services = null, params (string Name, string? Value)[] settings)
    {
        var app = new EmulationApp(azurite, issuer, services: services, settings: settings);
        await SheetWorld.StartAsync(app);
        using var office = app.Admin();
        await office.PutAsync($"/api/blocs/{SheetWorld.Bloc}", EmulationApp.Json("""{"name":"Khối 1","kind":"bloc","level":"province","statedMemberCount":3}"""), Cancellation).JsonAsync();
        await app.HasMeetingAsync(new(2026, SheetWorld.Bloc), "phat-dong", new(2026, 11, 30));
        return app;
    }

    /// <summary>A bloc of which no more is known than how many members it says it has, in a year that was opened for it.</summary>
    public static async Task HasBlocAsync(this HttpClient office, string bloc, int year, int? stated)
    {
        await office.PutAsync($"/api/blocs/{bloc}", EmulationApp.Json($$"""{"name":"Khối {{bloc}}","kind":"bloc","level":"province","statedMemberCount":{{stated?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}}"""), Cancellation).JsonAsync();
        await office.PutAsync($"/api/cycles/{year}", EmulationApp.Json($$"""{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"{{bloc}}","scheme":null,"stages":[]}]}"""), Cancellation).JsonAsync();
    }

    public static HttpRequestMessage Send(HttpMethod method, string address, string body, string? tag = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }

    public static HttpRequestMessage Put(string address, string body, string? tag = null) => Send(HttpMethod.Put, address, body, tag);

    public static HttpRequestMessage Post(string address, string body, string? tag = null) => Send(HttpMethod.Post, address, body, tag);

    /// <summary>Does it, and gives the answer with its ETag.</summary>
    public static async Task<(JsonNode Body, string Tag)> DoesAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, body);
        return (JsonNode.Parse(body)!, answer.Headers.ETag!.Tag);
    }

    public static async Task<(JsonNode Body, string Tag)> ReadsAsync(this HttpClient client, string address) => await client.DoesAsync(new(HttpMethod.Get, address));
}
