using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>A bloc at the end of the year, and how its units vote over HTTP.</summary>
internal static class BallotsOf
{
    public const string OfYear = $"/api/cycles/2026/blocs/{ReportsOf.Bloc}";
    public const string All = $"{OfYear}/ballots";
    public const string One = $"{All}/suy-ton";
    public const string Key = "suy-ton";

    private const string Keepers = """[{"post":"Trưởng ban kiểm phiếu","unit":"so-01"},{"post":"Ủy viên ban kiểm phiếu"}]""";

    public static readonly YearOfBloc Id = new(2026, ReportsOf.Bloc);

    public static readonly PartitionAddress Where = Id.AddressIn(BallotTable.Table);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string[] Units(int count) => [.. Enumerable.Range(1, count).Select(number => $"so-{number:D2}")];

    /// <summary>So many units on 20 December 2026; the first is the head.</summary>
    public static Task HasVotersAsync(this EmulationApp app, int count) =>
        app.HasBlocAsync(2026, "2026-12-20", "Khối 5", "so-01", null, null, [.. Units(count).Select(unit => (unit, $"Sở {unit[3..]}"))]);

    /// <summary>What the bloc's regulation settles, as the room that keeps it would say.</summary>
    public static Action<IServiceCollection> Regulation(RegulationSettings settings) => services =>
        services.Replace(ServiceDescriptor.Singleton<AdoptedRegulation>((_, _) => Task.FromResult(new RegulationHistory([new(null, settings)]))));

    /// <summary>The body of OpenBallot.</summary>
    public static string Opening(bool isSecret = true, string[]? choices = null, string more = "", string beside = "") => $$"""
        {"question":{"title":"Suy tôn đơn vị dẫn đầu","secrecy":"{{(isSecret ? "secret" : "open")}}","choices":{{Json(choices ?? ["so-01", "so-02", "so-03"])}},"threshold":{"part":1,"of":2,"above":true},"base":"allVoters"{{more}}},
         "acceptsFew":true,"keepers":{{(isSecret ? Keepers : "[]")}}{{beside}}}
        """;

    /// <summary>Opens a ballot.</summary>
    /// <returns>Of a secret one both keys.</returns>
    public static async Task<string[]> OpensAsync(this HttpClient head, string body, string address = One)
    {
        var opened = await head.SendAsync(ReportsOf.Put(address, body), Cancellation).JsonAsync();
        return [.. (opened["keys"]?.AsArray() ?? []).Select(key => (string)key!["key"]!)];
    }

    /// <summary>The unit names its own account, and casts.</summary>
    public static async Task VotesAsync(this EmulationApp app, string unit, params string[] choices)
    {
        using var officer = await app.OfficerAsync(unit);
        await officer.DoneAsync(ReportsOf.Put($"{One}/voters/{unit}", "{}"));
        await officer.CastsAsync(unit, choices);
    }

    public static Task<JsonNode> CastsAsync(this HttpClient officer, string unit, params string[] choices) => officer.SendAsync(Cast(unit, choices), Cancellation).JsonAsync();

    public static HttpRequestMessage Cast(string unit, string[] choices, bool isBlank = false, int length = CastBody.Bytes) =>
        ReportsOf.Post($"{One}/votes/{unit}", Padded($$"""{"choices":{{Json(choices)}},"isBlank":{{(isBlank ? "true" : "false")}},"padding":"@"}""", length));

    /// <summary>Closes a ballot.</summary>
    public static HttpRequestMessage Close(string[] keys, string more = "") => ReportsOf.Post($"{One}/closing", $$"""{"keys":{{Json(keys)}}{{more}}}""");

    public static Task<JsonNode> ClosesAsync(this HttpClient head, string[] keys, string more = "") => head.SendAsync(Close(keys, more), Cancellation).JsonAsync();

    public static IEnumerable<(string Unit, int? Votes, string Outcome)> Told(this JsonNode ballot) =>
        ballot["choices"]!.AsArray().Select(one => ((string)one!["unit"]!, (int?)one["votes"], (string)one["outcome"]!));

    public static async Task<IReadOnlyList<AuditEntry>> TrailAsync(this EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Where, AuditRow.All, Cancellation)).Rows.Select(row => AuditRow.From(row).Entry)];

    public static string Json(string[] texts) => $"[{string.Join(',', texts.Select(text => $"\"{text}\""))}]";

    private static string Padded(string body, int length) => body.Replace("@", new string(' ', Math.Max(0, length - Encoding.UTF8.GetByteCount(body) + 1)), StringComparison.Ordinal);
}
