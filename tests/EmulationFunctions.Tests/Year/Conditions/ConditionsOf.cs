using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Conditions;

/// <summary>
/// The bloc of <see cref="SheetWorld"/> with the conditions of <see cref="MeasuredForm"/>, and what is declared in it. Its first unit is the head, its third the deputy.
/// </summary>
internal static class ConditionsOf
{
    public const string List = $"{SheetWorld.Sheet}/conditions";
    public const string Staff = $"{SheetWorld.Sheet}/staff";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SheetWorld> StartAsync(AzuriteFixture azurite, IssuerFixture issuer)
    {
        var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        await world.PutAsync(
            new(RosterTable.Table, RosterTable.Partition), [RosterRows.Row(new Term(SheetWorld.Bloc, 2026, SheetWorld.Head, SheetWorld.Other, null, false, false, 0))]);
        return world;
    }

    /// <summary>As a publication leaves it: from then on nothing of the bloc's record changes.</summary>
    public static Task HasPublishedAsync(this SheetWorld world) =>
        world.PutAsync(SheetWorld.Id.InPeriod.Address, [new(SheetWorld.Id.InPeriod.Address.Partition, BlocKeys.Summary)]);

    public static HttpRequestMessage Declare(
        string condition, bool isSo, string? tag = null, string reason = "Theo báo cáo.", string? paper = "Quyết định 12/QĐ ngày 01/12/2026", string sheet = SheetWorld.Sheet) =>
        Put($"{sheet}/conditions/{condition}", new JsonObject { ["isSo"] = isSo, ["reason"] = reason, ["paper"] = paper }, tag);

    public static HttpRequestMessage Record(
        int all, int women, string? tag = null, string asOf = "2026-11-30", string source = "Báo cáo biên chế 2026", string sheet = SheetWorld.Sheet) =>
        Put($"{sheet}/staff", new JsonObject { ["all"] = all, ["women"] = women, ["asOf"] = asOf, ["source"] = source }, tag);

    public static Task<JsonNode> ListAsync(HttpClient client) => client.GetAsync(List, Cancellation).JsonAsync();

    public static JsonNode Condition(this JsonNode list, string code) => list["conditions"]!.AsArray().Single(one => (string)one!["condition"]! == code)!;

    public static string Type(this JsonNode problem) => ((string)problem["type"]!).Split(':')[^1];

    /// <summary>The bloc's trail; its chain is whole.</summary>
    public static async Task<IReadOnlyList<AuditRow>> TrailAsync(this SheetWorld world)
    {
        var address = SheetWorld.Id.InPeriod.Address;
        await AuditChain.AssertWholeAsync(world.App.Tables, address, Cancellation);
        return [.. (await world.App.Services.GetRequiredService<PartitionStore>().ReadAsync(address, AuditRow.All, Cancellation)).Rows.Select(AuditRow.From)];
    }

    private static HttpRequestMessage Put(string address, JsonObject body, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(new EntityTagHeaderValue(tag));
    }
}
