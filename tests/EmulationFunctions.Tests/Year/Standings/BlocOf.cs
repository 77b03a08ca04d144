using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>A bloc in the middle of self-scoring, what its units do over HTTP, and its standings.</summary>
internal static class BlocOf
{
    public const string Bloc = "khoi-5";
    public const int TheYear = 2026;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Address(string bloc = Bloc) => $"/api/cycles/{TheYear}/periods/nam/blocs/{bloc}/standings";

    public static string SheetAddress(string unit, string bloc = Bloc) => $"/api/cycles/{TheYear}/periods/nam/blocs/{bloc}/sheets/{unit}";

    public static SheetId Sheet(string unit, string bloc = Bloc) => new(TheYear, "nam", bloc, unit);

    /// <summary>The year 2026 with this bloc, scored by this scheme; the first unit is its head, and self-scoring is open.</summary>
    public static Task HasOpenBlocAsync(this EmulationApp app, SchemeContent scheme, params string[] units) =>
        app.HasOpenBlocsAsync(scheme, [Bloc], units);

    public static async Task HasOpenBlocsAsync(this EmulationApp app, SchemeContent scheme, string[] blocs, params string[] units)
    {
        app.SetDay($"{TheYear}-11-20");
        using var admin = app.Admin();
        await admin.PutAsync("/api/schemes/bang-diem", EmulationApp.Json(scheme.ToJson()), Cancellation).JsonAsync();
        await app.HasBlocsAsync(blocs, units, [.. (scheme.Appraisal?.Specialists ?? []).Select(body => body.Unit), .. (scheme.Conditions ?? []).Select(condition => condition.Body).OfType<string>()]);
        await app.HasTermAsync(new(Bloc, TheYear, units[0], null, null, false, false, 0));
        var year = CycleBodyOf.Template(blocs);
        for (var index = 0; index < blocs.Length; index++)
        {
            year.Scored(index, "bang-diem", 1);
        }

        await admin.PutCycleAsync(TheYear, year).JsonAsync();
    }

    /// <summary>Blocs of the same units: what no real roster has, but each can be published on its own.</summary>
    /// <param name="bodies">Units that the scheme names; members or not.</param>
    private static Task HasBlocsAsync(this EmulationApp app, string[] blocs, string[] units, string[] bodies) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(
            new(RosterTable.Table, RosterTable.Partition), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
            {
                foreach (var unit in units.Union(bodies))
                {
                    change.Put(RosterRows.Row(new Unit(unit, $"Đơn vị {unit}", UnitKind.Department, [], false, [], false, 0)));
                }

                foreach (var bloc in blocs)
                {
                    change.Put(RosterRows.Row(new Bloc(bloc, $"Khối {bloc}", BlocKind.Bloc, BlocLevel.Province, null, 0)));
                    foreach (var unit in units)
                    {
                        var membership = new Membership(bloc, unit, RosterRowsOf.LongAgo, null, "01/QĐ", null, 0);
                        change.Put(RosterRows.Row(membership));
                        change.Put(RosterRows.PlaceRow(membership, BlocLevel.Province));
                    }
                }

                change.Audit = new("Test", "roster");
                return Task.FromResult(0);
            }, Cancellation);

    /// <summary>Gives a unit another name.</summary>
    public static Task NameAsync(this EmulationApp app, string unit, string name) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(
            new(RosterTable.Table, RosterTable.Partition), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
            {
                change.Put(RosterRows.Row(new Unit(unit, name, UnitKind.Department, [], false, [], false, 0)));
                change.Audit = new("Test", unit);
                return Task.FromResult(0);
            }, Cancellation);

    /// <summary>The unit scores itself and submits; a bonus is explained, since bonuses need that.</summary>
    public static async Task<EntityTagHeaderValue> SubmitsAsync(this EmulationApp app, string unit, params (string Criterion, decimal Points)[] scores)
    {
        var tag = await app.SavesAsync(unit, null, scores);
        using var officer = await app.OfficerAsync(unit);
        using var submitted = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress(unit)}/submission").With(tag), Cancellation);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Cancellation));
        return submitted.Headers.ETag!;
    }

    public static async Task<EntityTagHeaderValue> SavesAsync(this EmulationApp app, string unit, EntityTagHeaderValue? tag, params (string Criterion, decimal Points)[] scores)
    {
        using var officer = await app.OfficerAsync(unit);
        using var saved = await officer.SendAsync(Save(unit, tag, scores), Cancellation);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
        return saved.Headers.ETag!;
    }

    public static HttpRequestMessage Save(string unit, EntityTagHeaderValue? tag, params (string Criterion, decimal Points)[] scores)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"{SheetAddress(unit)}/scores")
        {
            Content = EmulationApp.Json(new JsonObject
            {
                ["scores"] = new JsonArray([.. scores.Select(score => new JsonObject
                {
                    ["criterion"] = score.Criterion,
                    ["points"] = score.Points,
                    ["explanation"] = "Theo quyết định khen thưởng.",
                })]),
            }),
        };
        return tag is null ? request : request.With(tag);
    }

    /// <summary>A submitted sheet, as its unit would have left it, without the way there.</summary>
    public static Task HasSubmittedAsync(this EmulationApp app, string bloc, string unit, SchemeContent scheme, params (string Criterion, decimal Points)[] scores)
    {
        var id = Sheet(unit, bloc);
        var content = SheetContent.Of([.. scores.Select(score => SchemeSamples.Entry(score.Criterion, score.Points))]);
        var version = new Scheme("bang-diem", 1, scheme);
        var partition = id.Address.Partition;
        return app.Services.GetRequiredService<PartitionStore>().ChangeAsync(id.Address, new("none|", "none}"), Actor.System, (_, change) =>
        {
            foreach (var row in SheetRows.Write(partition, content.Entries))
            {
                change.Put(row);
            }

            change.Put(new SheetHead(SheetState.Submitted, version.Id, version.Version, SheetHash.Of(version, content, ""), app.Clock.GetUtcNow(), HashForm: SheetHash.Form).ToEntity(partition));
            change.Audit = new("SubmitSheet", id.ToString());
            return Task.FromResult(0);
        }, Cancellation);
    }

    public static Task<HttpResponseMessage> PublishAsync(this HttpClient client, string bloc = Bloc, params string[] leftOut) =>
        client.PostAsync($"{Address(bloc)}/publication", Confirm(bloc, leftOut), Cancellation);

    public static StringContent Confirm(string bloc, params string[] leftOut) => EmulationApp.Json(new JsonObject
    {
        ["confirmation"] = bloc,
        ["leftOut"] = new JsonArray([.. leftOut.Select(unit => JsonValue.Create(unit))]),
    });

    public static Task<HttpResponseMessage> StandingsAsync(this HttpClient client, string bloc = Bloc) => client.GetAsync(Address(bloc), Cancellation);

    /// <summary>Rank and unit of every place.</summary>
    public static IReadOnlyList<(int Rank, string Unit)> Ranks(this JsonNode standings) =>
        [.. standings["places"]!.AsArray().Select(place => ((int)place!["rank"]!, (string)place["unit"]!))];

    public static JsonNode Place(this JsonNode standings, string unit) => standings["places"]!.AsArray().Single(place => (string)place!["unit"]! == unit)!;

    public static IReadOnlyList<string> Apart(this JsonNode standings) => [.. standings["apart"]!.AsArray().Select(unit => (string)unit!["unit"]!)];

    public static async Task<SheetHead?> HeadAsync(this EmulationApp app, string unit, string bloc = Bloc) =>
        (await app.Services.GetRequiredService<SheetTable>().FindHeadsAsync([Sheet(unit, bloc)], Cancellation))[0];

    /// <summary>What the hourly timer does for publications.</summary>
    public static Task<IReadOnlyList<string>> ResumePublicationsAsync(this EmulationApp app) =>
        app.Services.GetServices<HourlyWork>().Single(work => work.Name == "publications").RunAsync(Cancellation);
}
