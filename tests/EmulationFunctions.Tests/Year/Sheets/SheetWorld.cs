using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>
/// A bloc of three units in 2026, led by the first (in 2025 by the third), with a scheme, in the time of self-scoring: from
/// 15 November to 10 December.
/// </summary>
internal sealed class SheetWorld : IAsyncDisposable
{
    public const string Bloc = "t-khoi-1";
    public const string Head = "t-don-vi-1";
    public const string Unit = "t-don-vi-2";
    public const string Other = "t-don-vi-3";
    public const string Scheme = "t-bang-diem";
    public const string Sheets = $"/api/cycles/2026/periods/nam/blocs/{Bloc}/sheets";
    public const string Sheet = $"{Sheets}/{Unit}";

    /// <summary>All that a sheet of <see cref="SmallScheme"/> needs to be submitted.</summary>
    public const string Complete = """
        {"criterion":"I.1","points":38.25,"explanation":"Hoàn thành 12/12 chỉ tiêu"}, {"criterion":"I.2","count":3}, {"criterion":"II","points":40}
        """;

    public static readonly SheetId Id = new(2026, "nam", Bloc, Unit);

    private SheetWorld(EmulationApp app)
    {
        App = app;
        Admin = app.Admin();
    }

    /// <summary>Every common kind: a leaf that needs evidence once claimed, a count, pass or fail, a bonus, a penalty.</summary>
    public static SchemeContent SmallScheme { get; } = SchemeSamples.Of(
        SchemeSamples.Group("I", null, 60),
        SchemeSamples.Direct("I.1", "I", 40) with { Evidence = EvidenceRule.WhenClaimed },
        new("I.2", "I", "Báo cáo đúng hạn", CriterionKind.Count, SchemeSamples.P(20), Each: SchemeSamples.P(5)),
        SchemeSamples.PassFail("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, SchemeSamples.P(5)),
        new("P.đ", null, "Điểm trừ", CriterionKind.Penalty, SchemeSamples.P(3)));

    public EmulationApp App { get; }

    public HttpClient Admin { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<SheetWorld> StartAsync(
        AzuriteFixture azurite,
        IssuerFixture issuer,
        SchemeContent? scheme = null,
        Func<Cycle, Cycle>? change = null,
        Action<IServiceCollection>? services = null,
        params Membership[] others) =>
        StartAsync(new(azurite, issuer, services: services), scheme, change, others);

    /// <summary>The same in a program that was set up otherwise.</summary>
    public static async Task<SheetWorld> StartAsync(
        EmulationApp app, SchemeContent? scheme = null, Func<Cycle, Cycle>? change = null, params Membership[] others)
    {
        var world = new SheetWorld(app);
        world.App.SetDay("2026-12-01");
        await world.Admin.PutAsync($"/api/schemes/{Scheme}", EmulationApp.Json((scheme ?? SmallScheme).ToJson()), Cancellation).JsonAsync();
        await world.PutAsync(
            new(RosterTable.Table, RosterTable.Partition),
            [
                .. new[] { Head, Unit, Other }.Select(unit => RosterRows.Row(Member(unit, "2016-01-01", null))),
                .. others.Select(RosterRows.Row),
                RosterRows.Row(new Term(Bloc, 2025, Other, null, null, false, false, 0)),
                RosterRows.Row(new Term(Bloc, 2026, Head, null, null, false, false, 0)),
            ]);
        foreach (var year in new[] { 2025, 2026 })
        {
            var cycle = CalendarTemplate.Default.In(year) with { Blocs = [new(Bloc, new(Scheme, 1))] };
            await world.PutCycleAsync(change is null || year != 2026 ? cycle : change(cycle));
        }

        return world;
    }

    public static Membership Member(string unit, string from, string? until) =>
        new(Bloc, unit, DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null), "12/QĐ-UBND", null, 0);

    public Task PutCycleAsync(Cycle cycle)
    {
        var address = CycleTable.Address(cycle.Year);
        return PutAsync(
            address,
            [.. CycleRows.From(cycle, address.Partition), .. cycle.Extensions.Select(extension => CycleRows.From(extension, address.Partition))]);
    }

    /// <summary>Rows of another room, written as that room would.</summary>
    public async Task PutAsync(PartitionAddress address, IReadOnlyList<TableEntity> rows) =>
        await App.Services.GetRequiredService<PartitionStore>().ChangeAsync(address, new("head", "head "), Actor.System, (_, change) =>
        {
            foreach (var row in rows)
            {
                change.Put(row);
            }

            change.Audit = new("Prepare", address.Partition);
            return Task.FromResult(true);
        }, Cancellation);

    public static HttpRequestMessage Save(string scores, string? tag = null, string sheet = Sheet)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"{sheet}/scores") { Content = EmulationApp.Json($$"""{"scores":[{{scores}}]}""") };
        return tag is null ? request : request.With(new EntityTagHeaderValue(tag));
    }

    public static HttpRequestMessage Post(string address, string? tag, string? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body is null ? null : EmulationApp.Json(body) };
        return tag is null ? request : request.With(new EntityTagHeaderValue(tag));
    }

    /// <summary>Does it, and gives the ETag of what came of it.</summary>
    public static async Task<string> DoneAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!.Tag;
    }

    /// <summary>A sheet with its ETag.</summary>
    public static async Task<(JsonNode Sheet, string Tag)> ReadAsync(HttpClient client, string sheet = Sheet)
    {
        using var answer = await client.GetAsync(sheet, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, body);
        return (JsonNode.Parse(body)!, answer.Headers.ETag!.Tag);
    }

    public static string State(JsonNode sheet) => (string)sheet["summary"]!["state"]!;

    /// <summary>A complete sheet, submitted; gives its ETag.</summary>
    public static async Task<string> SubmittedAsync(HttpClient unit, string sheet = Sheet) =>
        await DoneAsync(unit, Post($"{sheet}/submission", await DoneAsync(unit, Save(Complete, sheet: sheet))));

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await App.DisposeAsync();
    }
}
