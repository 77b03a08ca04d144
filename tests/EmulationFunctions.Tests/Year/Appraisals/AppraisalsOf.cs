using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>A bloc in the time of appraisal, led by so-a with so-d as deputy, and what its appraisers and units do over HTTP.</summary>
internal static class AppraisalsOf
{
    public const string Head = "so-a";
    public const string Deputy = "so-d";

    /// <summary>Owns criterion II, and belongs to no bloc.</summary>
    public const string Specialist = "so-noi-vu";

    public static readonly SchemeContent Form = SchemeSamples.Of(
        SchemeSamples.Group("I", null, 60),
        SchemeSamples.Direct("I.1", "I", 40),
        SchemeSamples.PassFail("I.2", "I", 20),
        SchemeSamples.Direct("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, SchemeSamples.P(5)),
        new("P", null, "Điểm trừ", CriterionKind.Penalty, SchemeSamples.P(5))) with
    {
        Ladder =
        [
            new("XS", "Xuất sắc", SchemeSamples.P(90), true, null, false),
            new("K", "Khá", null, false, SchemeSamples.P(90), false),
        ],
        Appraisal = new(Specialists: [new("II", Specialist)]),
    };

    public static readonly BlocInPeriod Id = new(TheYear, "nam", Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Appraisal(string unit = "so-b") => $"{SheetAddress(unit)}/appraisal";

    public static string Closing(int round) => $"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/appraisal/rounds/{round}/closing";

    /// <summary>Each member gives itself 40, 20 and 40, the most there is; it is the first day of appraisal.</summary>
    public static async Task HasAppraisedBlocAsync(this EmulationApp app, SchemeContent? scheme = null, params string[] silent)
    {
        var content = scheme ?? Form;
        await app.NameAsync(Specialist, "Sở Nội vụ");
        await app.HasOpenBlocAsync(content, Head, "so-b", "so-c", Deputy);
        await app.HasTermAsync(new(Bloc, TheYear, Head, Deputy, null, false, false, 0));
        foreach (var unit in new[] { Head, "so-b", "so-c", Deputy }.Except(silent))
        {
            await app.HasSubmittedAsync(Bloc, unit, content, ("I.1", 40), ("I.2", 20), ("II", 40));
        }

        app.SetDay("2026-12-16", 0);
    }

    public static HttpRequestMessage Appraises(int round, string? tag, string scores, string unit = "so-b")
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"{Appraisal(unit)}/{round}") { Content = EmulationApp.Json($$"""{"scores":[{{scores}}]}""") };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }

    public static string Entry(string criterion, decimal? points, string reason = "Đối chiếu báo cáo.", string? finding = null) => new JsonObject
    {
        ["criterion"] = criterion,
        ["points"] = points,
        ["reason"] = reason,
        ["finding"] = finding,
    }.ToJsonString();

    public static HttpRequestMessage Explains(int round, string? tag, string explanations, string unit = "so-b")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress(unit)}/explanations/{round}")
        {
            Content = EmulationApp.Json($$"""{"explanations":[{{explanations}}]}"""),
        };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }

    public static string Said(string criterion, string text) => new JsonObject { ["criterion"] = criterion, ["text"] = text }.ToJsonString();

    /// <summary>Does it, and gives the ETag of what came of it.</summary>
    public static async Task<string> DoneAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!.Tag;
    }

    public static Task<HttpResponseMessage> CloseAsync(this HttpClient client, int round, string body = "{}") =>
        client.PostAsync(Closing(round), EmulationApp.Json(body), Cancellation);

    public static async Task<(JsonNode View, string Tag)> AppraisalAsync(this HttpClient client, string unit = "so-b")
    {
        using var answer = await client.GetAsync(Appraisal(unit), Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, body);
        return (JsonNode.Parse(body)!, answer.Headers.ETag!.Tag);
    }

    public static JsonNode Criterion(this JsonNode view, string code) => view["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == code)!;

    /// <summary>Of a criterion, the rounds that are seen, as <c>1:38 2:39</c>.</summary>
    public static string Seen(this JsonNode view, string code) =>
        string.Join(' ', view.Criterion(code)["rounds"]!.AsArray().Select(round => $"{round!["round"]}:{round["points"]}"));

    public static decimal? Official(this JsonNode view, string code) => (decimal?)view.Criterion(code)["official"]?["points"];

    public static string Type(this JsonNode problem) => ((string)problem["type"]!).Split(':')[^1];

    public static async Task<string> RefusedAsync(this HttpClient client, HttpRequestMessage request, int status = 409) =>
        (await client.SendAsync(request, Cancellation).ProblemAsync(status)).Type();

    public static async Task<IReadOnlyList<AuditRow>> TrailAsync(this EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.Address, AuditRow.All, Cancellation)).Rows.Select(AuditRow.From)];

    public static async Task<IReadOnlyList<Notice>> NoticesAsync(this EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.Address, KeyRange.Prefix(Notices.Prefix), Cancellation)).Rows.Select(row => Notices.From(Id.Address, row))];
}
