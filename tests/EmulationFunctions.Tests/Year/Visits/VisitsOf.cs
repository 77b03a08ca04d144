using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Visits;

/// <summary>A bloc in December, led by <c>so-a</c>, and what is put down of visits in it.</summary>
internal static class VisitsOf
{
    public const string BlocAddress = $"/api/cycles/2026/periods/nam/blocs/{Bloc}";
    public const string Inspections = $"{BlocAddress}/inspections";
    public const string First = $"{Inspections}/dot-1";
    public const string Planned = """{"unit":"so-b","plannedOn":"2026-10-05","team":["so-a","so-c"],"plan":"Việc giải quyết thủ tục hành chính","findings":[]}""";

    public static readonly BlocInPeriod Id = new(TheYear, "nam", Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task HasMembersAsync(this EmulationApp app)
    {
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c", "so-d");
        app.SetDay("2026-12-12");
    }

    /// <summary>A visit of <c>so-b</c> on 6 October.</summary>
    public static string Visited(params string[] findings) => $$"""
        {"unit":"so-b","plannedOn":"2026-10-05","team":["so-a","so-c"],"plan":"Việc giải quyết thủ tục hành chính","visitedOn":"2026-10-06","findings":[{{string.Join(',', findings)}}]}
        """;

    public static string Finding(int number, string? mendBy = null, string? mended = null) => new JsonObject
    {
        ["number"] = number,
        ["text"] = $"Hồ sơ {number} trễ hạn",
        ["mendBy"] = mendBy,
        ["mended"] = mended is null ? null : new JsonObject { ["on"] = mended, ["note"] = "Đã xin lỗi công dân" },
    }.ToJsonString();

    public static HttpRequestMessage Put(string body, string? tag = null, string address = First)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }

    public static async Task<string> PutsAsync(this HttpClient client, string body, string? tag = null, string address = First)
    {
        using var answer = await client.SendAsync(Put(body, tag, address), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!.Tag;
    }

    public static Task<JsonNode> ReadsAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), Cancellation).JsonAsync();

    /// <summary>A row of the bloc's partition, written as another room would.</summary>
    public static Task PutRowAsync(this EmulationApp app, TableEntity row) => app.Services.GetRequiredService<PartitionStore>().ChangeAsync(
        Id.Address, new("head", "head "), Actor.System, (_, change) =>
        {
            change.Put(row);
            change.Audit = new("Prepare", row.RowKey);
            return Task.FromResult(true);
        }, Cancellation);

    public static async Task<IReadOnlyList<Notice>> NoticesAsync(this EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.Address, KeyRange.Prefix(Notices.Prefix), Cancellation)).Rows.Select(row => Notices.From(Id.Address, row))];
}
