using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>A bloc in a year, as the office sets it up, and what is done about its reports over HTTP.</summary>
internal static class ReportsOf
{
    public const string Bloc = "khoi-5";
    public const string Head = "so-a";
    public const string Deputy = "so-b";

    /// <summary>The half-year report of 2026, due on 10 July.</summary>
    public const string Asked = """
        {"kind":"halfYear","title":"Báo cáo sơ kết 6 tháng đầu năm 2026","from":"2026-01-01","until":"2026-06-30","due":"2026-07-10","note":"Gửi kèm bản ký số",
         "sections":[{"code":"cchc","title":"Cải cách hành chính"}],
         "questions":[{"code":"da-giai-quyet","title":"Thủ tục hành chính đã giải quyết","measure":"hồ sơ"},{"code":"mo-hinh","title":"Mô hình mới"}]}
        """;

    public static readonly YearOfBloc Id = new(2026, Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Address(int year = 2026, string report = "so-ket") => $"/api/cycles/{year}/blocs/{Bloc}/reports/{report}";

    public static string Part(string unit, string report = "so-ket") => $"{Address(report: report)}/parts/{unit}";

    /// <summary>What the bloc's regulation asks for, as the room that keeps it would say.</summary>
    public static Action<IServiceCollection> Approval(ApprovalOfAnswers approval) => services =>
        services.Replace(ServiceDescriptor.Singleton<AdoptedRegulation>((_, _) => Task.FromResult(new RegulationHistory([new(null, new(Approval: approval))]))));

    /// <summary>Four units, the first the head and the second the deputy, on 1 July 2026.</summary>
    public static Task HasBlocAsync(this EmulationApp app) => app.HasBlocAsync(2026, "2026-07-01", "Khối 5", Head, Deputy, null, ("so-a", "Sở A"), ("so-b", "Sở Đ"), ("so-c", "Sở D"), ("so-d", "Ban X"));

    public static async Task HasBlocAsync(
        this EmulationApp app, int year, string day, string name, string? head, string? deputy, int? stated, params (string Id, string Name)[] units)
    {
        app.SetDay(day);
        using var office = app.Admin();
        await office.PutAsync($"/api/blocs/{Bloc}", Json(new { name, kind = "bloc", level = "province", statedMemberCount = stated }), Cancellation).JsonAsync();
        foreach (var (id, called) in units)
        {
            await office.PutAsync($"/api/units/{id}", Json(new { name = called, kind = "department", functions = Array.Empty<string>(), isCentrallyManaged = false, contacts = Array.Empty<string>(), isPlaceholder = false }), Cancellation).JsonAsync();
            await office.PutAsync($"/api/blocs/{Bloc}/members/{id}/2010-01-01", Json(new { until = (string?)null, decision = (string?)null }), Cancellation).JsonAsync();
        }

        if (head is not null || deputy is not null)
        {
            await office.PutAsync($"/api/blocs/{Bloc}/terms/{year}", Json(new { head, deputy, standingUnit = (string?)null, isConcurrentPost = true, isSuggestion = false }), Cancellation).JsonAsync();
        }

        await office.PutAsync($"/api/cycles/{year}", EmulationApp.Json($$"""
            {"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"{{Bloc}}","scheme":null,"stages":[]}]}
            """), Cancellation).JsonAsync();
        await app.HasMeetingAsync(new(year, Bloc), "so-ket");
        await app.HasMeetingAsync(new(year, Bloc), "so-ket-6-thang");
    }

    /// <summary>The unit's leader, or whoever approves in the leader's place.</summary>
    public static async Task<HttpClient> LeaderOfAsync(this EmulationApp app, string unit)
    {
        await app.Services.GetRequiredService<OfficerTable>().PutAsync(
            IssuerFixture.Tenant, new(EmulationApp.ObjectId($"leader of {unit}"), unit, IsApplication: false, 0, MayApprove: true), new([]), Actor.System, Cancellation);
        return app.Client(new(EmulationApp.ObjectId($"leader of {unit}")));
    }

    public static HttpRequestMessage Put(string address, string body, string? tag = null) => Request(HttpMethod.Put, address, body, tag);

    public static HttpRequestMessage Post(string address, string? body = null, string? tag = null) => Request(HttpMethod.Post, address, body, tag);

    public static async Task<string> DoneAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return answer.Headers.ETag!.Tag;
    }

    public static Task<JsonNode> RefusedAsync(this HttpClient client, int status, HttpRequestMessage request) => client.SendAsync(request, Cancellation).ProblemAsync(status);

    public static Task<JsonNode> GetsAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), Cancellation).JsonAsync();

    /// <summary>The unit writes its part and sends it.</summary>
    public static async Task<string> SendsAsync(this EmulationApp app, string unit, string content, string? tag = null)
    {
        using var officer = await app.OfficerAsync(unit);
        var written = await officer.DoneAsync(Put(Part(unit), content, tag));
        return await officer.DoneAsync(Post($"{Part(unit)}/submission", tag: written));
    }

    public static IEnumerable<string> Texts(this JsonNode report, string chapter) =>
        report["draft"]!["chapters"]!.AsArray().Single(one => (string)one!["chapter"]! == chapter)!["items"]!.AsArray().Select(item => (string)item!["text"]!);

    public static string Type(this JsonNode problem) => ((string)problem["type"]!)["urn:emulation-functions:".Length..];

    public static StringContent Json(object value) => EmulationApp.Json(System.Text.Json.JsonSerializer.Serialize(value));

    private static HttpRequestMessage Request(HttpMethod method, string address, string? body, string? tag)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : EmulationApp.Json(body) };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }
}
