using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>What happens around a publication, and what must hold of one.</summary>
internal static class PublicationSteps
{
    /// <summary>More storage calls than a publication of three units takes: each is cut off in a bloc of its own.</summary>
    public const int MostCalls = 80;

    public static readonly SchemeContent Two = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<bool> ReturnAsync(EmulationApp app, string bloc)
    {
        using var admin = app.Admin();
        using var answer = await admin.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-b", bloc)}/return") { Content = EmulationApp.Json("""{"reason":"Xem lại."}""") }
                .With(PublicationTests.EntityTag((await app.HeadAsync("so-b", bloc))!)),
            Cancellation);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>A return that looked at the bloc just before the publication began, and is written after it.</summary>
    public static Task<bool> ReturnUnseenAsync(EmulationApp app, string bloc)
    {
        var sheet = new SheetId(2026, "nam", bloc, "so-b").Address;
        return app.Services.GetRequiredService<PartitionStore>().ChangeAsync(sheet, SheetKeys.Own, Actor.System, (view, change) =>
        {
            change.Put(SheetTable.HeadOf(view)!.GivenBack(SheetState.Returned, "Xem lại.").ToEntity(sheet.Partition));
            change.Audit = new("ReturnSheet", sheet.Partition);
            return Task.FromResult(true);
        }, Cancellation);
    }

    /// <summary>Full points in the first criterion.</summary>
    public static async Task<bool> SubmitAsync(EmulationApp app, string bloc, string unit)
    {
        using var officer = await app.OfficerAsync(unit);
        var tag = await app.HeadAsync(unit, bloc) is { } head ? PublicationTests.EntityTag(head) : null;
        using var saving = Save(unit, tag, ("I", 60), ("II", 30));
        saving.RequestUri = new($"{SheetAddress(unit, bloc)}/scores", UriKind.Relative);
        using var saved = await officer.SendAsync(saving, Cancellation);
        using var submitted = saved.IsSuccessStatusCode
            ? await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress(unit, bloc)}/submission").With(saved.Headers.ETag!), Cancellation)
            : saved;
        return submitted.IsSuccessStatusCode;
    }

    public static bool IsTransaction(Azure.Core.Request request) => request.Uri.ToString().Contains("$batch", StringComparison.Ordinal);

    public static async Task TwoSubmitAsync(EmulationApp app, string bloc)
    {
        await app.HasSubmittedAsync(bloc, "so-a", Two, ("I", 50), ("II", 30));
        await app.HasSubmittedAsync(bloc, "so-b", Two, ("I", 45), ("II", 30));
    }

    public static void AssertWhole(JsonNode standings)
    {
        Assert.Equal("published", (string)standings["state"]!);
        Assert.Equal([(1, "so-a"), (2, "so-b")], standings.Ranks());
        Assert.Equal([80m, 75m], standings["places"]!.AsArray().Select(place => (decimal)place!["total"]!));
        Assert.Equal(["so-c"], standings.Apart());
    }

    public static async Task AssertLockedAsync(EmulationApp app, string bloc)
    {
        foreach (var unit in new[] { "so-a", "so-b", "so-c" })
        {
            Assert.Equal(SheetState.Locked, (await app.HeadAsync(unit, bloc))!.State);
        }

        var audit = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(new BlocInPeriod(TheYear, "nam", bloc).Address, AuditRow.All, Cancellation);
        Assert.Equal(2, audit.Rows.Count); // begun once, done once
    }
}
