using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>A ballot of the bloc, held over HTTP.</summary>
internal sealed class HeldBallot(EmulationApp app, string id = "suy-ton")
{
    public string Id => id;

    /// <summary>Its address.</summary>
    public string At { get; } = $"{BallotsOf.All}/{id}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens it.</summary>
    /// <returns>Of a secret one both keys.</returns>
    public async Task<string[]> OpensAsync(HttpClient head, string body)
    {
        var opened = await head.SendAsync(ReportsOf.Put(At, body), Cancellation).JsonAsync();
        return [.. (opened["keys"]?.AsArray() ?? []).Select(key => (string)key!["key"]!)];
    }

    /// <summary>The unit names its own account, and casts.</summary>
    public async Task VotesAsync(string unit, params string[] choices)
    {
        using var officer = await VoterAsync(unit);
        await CastsAsync(officer, unit, choices);
    }

    /// <summary>An officer who is named for the unit.</summary>
    public async Task<HttpClient> VoterAsync(string unit, EmulationApp? at = null)
    {
        var officer = await (at ?? app).OfficerAsync(unit);
        await officer.DoneAsync(ReportsOf.Put($"{At}/voters/{unit}", "{}"));
        return officer;
    }

    public Task<JsonNode> CastsAsync(HttpClient officer, string unit, params string[] choices) => officer.SendAsync(Cast(unit, choices), Cancellation).JsonAsync();

    public HttpRequestMessage Cast(string unit, string[] choices, bool isBlank = false, int length = CastBody.Bytes) =>
        ReportsOf.Post($"{At}/votes/{unit}", Padded($$"""{"choices":{{BallotsOf.Json(choices)}},"isBlank":{{(isBlank ? "true" : "false")}},"padding":"@"}""", length));

    public HttpRequestMessage Close(string[] keys, string more = "") => ReportsOf.Post($"{At}/closing", $$"""{"keys":{{BallotsOf.Json(keys)}}{{more}}}""");

    public Task<JsonNode> ClosesAsync(HttpClient head, string[] keys, string more = "") => head.SendAsync(Close(keys, more), Cancellation).JsonAsync();

    /// <summary>What the trail says of it, but for who was named to vote.</summary>
    public async Task<IReadOnlyList<AuditEntry>> TrailAsync(EmulationApp? at = null)
    {
        var rows = (await (at ?? app).Services.GetRequiredService<PartitionStore>().ReadAsync(BallotsOf.Where, AuditRow.All, Cancellation)).Rows;
        return [.. rows.Select(row => AuditRow.From(row).Entry).Where(entry => entry.Subject.Split(' ').Contains(id) && entry.Action != "NameVoter")];
    }

    public async Task<List<TableEntity>> RowsAsync() => await PartitionStore.QueryAsync(app.Tables.GetTable(BallotTable.Table), BallotsOf.Where.Partition, BallotRows.Of(id), Cancellation);

    private static string Padded(string body, int length) => body.Replace("@", new string(' ', Math.Max(0, length - Encoding.UTF8.GetByteCount(body) + 1)), StringComparison.Ordinal);
}
