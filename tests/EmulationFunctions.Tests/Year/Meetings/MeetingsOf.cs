using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>A bloc of ten on the day of its half-year meeting, led by <c>so-0</c>, with <c>so-1</c> as its deputy.</summary>
internal static class MeetingsOf
{
    public const string Bloc = "khoi-5";
    public const string BlocYear = $"/api/cycles/2026/blocs/{Bloc}";
    public const string All = $"{BlocYear}/meetings";
    public const string First = $"{All}/so-ket";

    public static readonly YearOfBloc Id = new(2026, Bloc);
    public static readonly string[] Ten = [.. Enumerable.Range(0, 10).Select(index => $"so-{index}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="regulation">What the bloc's regulation settles; null where none was adopted.</param>
    public static EmulationApp App(AzuriteFixture azurite, IssuerFixture issuer, RegulationSettings? regulation = null, string? account = null) => new(
        azurite,
        issuer,
        account,
        services =>
        {
            services.RemoveAll<AdoptedRegulation>();
            services.AddSingleton<AdoptedRegulation>((_, _) => Task.FromResult(new RegulationHistory(regulation is null ? [] : [new(null, regulation)])));
        });

    public static async Task HasTenAsync(this EmulationApp app)
    {
        await app.HasYearAsync(2026, Bloc, new(Bloc, 2026, "so-0", "so-1", null, false, false, 0), Ten);
        app.SetDay("2026-07-20");
    }

    public static async Task HasYearAsync(this EmulationApp app, int year, string bloc, Term? term, params string[] units)
    {
        await app.HasBlocAsync(bloc, units);
        if (term is not null)
        {
            await app.HasTermAsync(term);
        }

        using var admin = app.Admin();
        await admin.PutCycleAsync(year, CycleBodyOf.Template(bloc)).JsonAsync();
    }

    /// <summary>A half-year meeting in the deputy's house.</summary>
    public static JsonObject Meeting(string day = "2026-07-20", string title = "Hội nghị sơ kết 6 tháng đầu năm 2026") => new()
    {
        ["kinds"] = new JsonArray("halfYear"),
        ["title"] = title,
        ["when"] = new JsonObject { ["day"] = day, ["from"] = "14:00", ["to"] = "16:30" },
        ["host"] = "so-1",
        ["mode"] = "both",
        ["place"] = "Hội trường tầng 2, Sở Một",
        ["link"] = "https://hop.example.vn/khoi-5",
        ["years"] = new JsonObject { ["reviewed"] = 2026 },
        ["agenda"] = new JsonArray(new JsonObject { ["text"] = "Báo cáo sơ kết", ["at"] = "14:15", ["unit"] = "so-1" }, new JsonObject { ["text"] = "Thảo luận" }),
        ["chairs"] = new JsonArray(
            new JsonObject { ["unit"] = "so-0", ["as"] = "head", ["name"] = "Ông A", ["post"] = "Giám đốc" },
            new JsonObject { ["unit"] = "so-1", ["as"] = "deputy", ["name"] = "Bà B", ["post"] = "Quyền Giám đốc" }),
        ["guests"] = new JsonArray(new JsonObject { ["body"] = "Hội đồng Thi đua - Khen thưởng tỉnh", ["post"] = "Phó Chủ tịch Thường trực" }),
        ["secretary"] = new JsonObject { ["unit"] = "so-1", ["name"] = "Ông C" },
        ["photographs"] = new JsonArray(new JsonObject { ["caption"] = "Ông A phát biểu tại hội nghị" }),
    };

    /// <summary>The first are there, the others excused.</summary>
    public static JsonObject There(int present, int? guests = 2) => new()
    {
        ["units"] = new JsonArray([.. Ten.Select((unit, index) => new JsonObject { ["unit"] = unit, ["state"] = index < present ? "present" : "excused", ["way"] = index < present ? "room" : null })]),
        ["guests"] = guests,
    };

    public static JsonObject Minutes(params JsonObject[] decisions) => new()
    {
        ["began"] = "14:05",
        ["ended"] = "16:40",
        ["proceedings"] = new JsonArray(new JsonObject { ["text"] = "Thông qua dự thảo báo cáo sơ kết.", ["unit"] = "so-1" }),
        ["decisions"] = new JsonArray([.. decisions]),
        ["instructions"] = new JsonArray(new JsonObject { ["from"] = "Phó Chủ tịch Thường trực Hội đồng", ["text"] = "Khen thưởng đúng người, đúng thành tích." }),
    };

    public static JsonObject Decision(int number, int? yes, int no = 0, int other = 0, bool? isAdopted = true, string about = "report") => new()
    {
        ["number"] = number,
        ["about"] = about,
        ["text"] = "Thông qua báo cáo sơ kết",
        ["vote"] = yes is null ? null : new JsonObject { ["for"] = yes, ["against"] = no, ["other"] = other },
        ["isAdopted"] = isAdopted,
    };

    public static JsonObject Conclusion(string text = "Đổi mới hình thức tổ chức phong trào", string? due = "2026-09-30", params string[] owners) => new()
    {
        ["text"] = text,
        ["due"] = due,
        ["source"] = "Kết luận của chủ trì",
        ["owners"] = new JsonArray([.. owners.Select(owner => JsonValue.Create(owner))]),
    };

    public static async Task<(JsonNode View, string Tag)> DoneAsync(this HttpClient client, HttpMethod method, string address, JsonNode body, string? tag = null)
    {
        using var answer = await client.SendAsync(Ask(method, address, body, tag), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return (JsonNode.Parse(text)!, answer.Headers.ETag?.Tag ?? "");
    }

    public static Task<(JsonNode View, string Tag)> PutAsync(this HttpClient client, string address, JsonNode body, string? tag = null) => client.DoneAsync(HttpMethod.Put, address, body, tag);

    public static Task<(JsonNode View, string Tag)> PostAsync(this HttpClient client, string address, JsonNode body, string? tag = null) => client.DoneAsync(HttpMethod.Post, address, body, tag);

    public static async Task<JsonNode> RefusedAsync(this HttpClient client, int status, HttpMethod method, string address, JsonNode body, string? tag = null)
    {
        using var request = Ask(method, address, body, tag);
        return await client.SendAsync(request, Cancellation).ProblemAsync(status);
    }

    public static Task<JsonNode> GetsAsync(this HttpClient client, string address = First) => client.GetAsync(new Uri(address, UriKind.Relative), Cancellation).JsonAsync();

    public static string Rule(this JsonNode problem) => ((string)problem["type"]!).Split(':')[^1];

    /// <summary>The paths of what the answer says is missing.</summary>
    public static IEnumerable<string> Gaps(this JsonNode view) => view["gaps"]!.AsArray().Select(gap => (string)gap!["path"]!);

    public static async Task<IReadOnlyList<TableEntity>> RowsAsync(this EmulationApp app, KeyRange range) =>
        (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn(MeetingTable.Table), range, Cancellation)).Rows;

    public static async Task<IReadOnlyList<Notice>> MeetingNoticesAsync(this EmulationApp app) =>
        [.. (await app.RowsAsync(KeyRange.Prefix(Notices.Prefix))).Select(row => Notices.From(Id.AddressIn(MeetingTable.Table), row))];

    public static HttpRequestMessage Ask(HttpMethod method, string address, JsonNode body, string? tag = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }
}
