using System.Net;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Standings before and after publication: what they say, and to whom.</summary>
public sealed class StandingsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly SchemeContent Two = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    [Fact]
    public async Task Scheme_A_of_Nghe_An_77_2025_from_self_scores_to_published_classes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.A, "so-a", "so-b", "so-c", "so-d");
        await app.SubmitsAsync("so-a", Ten(9, 9));       // 90, every criterion at 90 %
        await app.SubmitsAsync("so-b", Ten(8.49m, 9.5m)); // 93.99, one criterion at 84.9 %
        await app.SubmitsAsync("so-c", Ten(8.99m, 9));   // 89.99
        await app.SubmitsAsync("so-d", Ten(0, 10));      // zero is a score
        using var admin = app.Admin();

        var preview = await admin.StandingsAsync().JsonAsync();
        var published = await admin.PublishAsync().JsonAsync();

        Assert.Equal(("preview", "published"), ((string)preview["state"]!, (string)published["state"]!));
        Assert.Equal([(1, "so-b"), (2, "so-a"), (2, "so-d"), (4, "so-c")], published.Ranks());
        Assert.Equal(["HTTNV", "HTXSNV", "KHTNV", "HTTNV"], published["places"]!.AsArray().Select(place => (string)place!["class"]!["code"]!));
        Assert.Contains("tiêu chí 1 đạt 8,49/10 điểm (84,9 %), dưới mức sàn 85 %", (string)published.Place("so-b")["classExplanation"]!, StringComparison.Ordinal);
        Assert.Equal("Hạng 2 với 90 điểm, đồng hạng với Đơn vị so-d (bảng điểm không có tiêu chí phụ).", (string)published.Place("so-a")["explanation"]!);
        Assert.Equal(preview["places"]!.ToJsonString(), published["places"]!.ToJsonString());
    }

    [Fact]
    public async Task Scheme_D_of_Dong_Nai_2026_bonus_counts_for_the_rank_and_lifts_no_class()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "mt-a", "mt-b", "mt-c");
        await app.SubmitsAsync("mt-a", ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34), ("III", 10)); // 94 + 10
        await app.SubmitsAsync("mt-b", ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 35), ("III", 0));              // 95, to the hundredth
        await app.SubmitsAsync("mt-c", ("I.1", 33.34m), ("I.2", 26.65m), ("II.1", 25), ("III", 0));              // 84.99
        using var admin = app.Admin();

        var published = await admin.PublishAsync().JsonAsync();

        Assert.Equal([(1, "mt-a"), (2, "mt-b"), (3, "mt-c")], published.Ranks());
        Assert.Equal(["T", "XS", "K"], published["places"]!.AsArray().Select(place => (string)place!["class"]!["code"]!));
        Assert.Equal([104m, 95m, 84.99m], published["places"]!.AsArray().Select(place => (decimal)place!["total"]!));
        Assert.Equal((94m, 10m, 0m), ((decimal)published.Place("mt-a")["base"]!, (decimal)published.Place("mt-a")["bonus"]!, (decimal)published.Place("mt-a")["penalty"]!));
    }

    [Fact]
    public async Task Equals_share_a_rank_until_a_declared_tie_break_separates_them()
    {
        await using var shared = new EmulationApp(azurite, issuer);
        await using var separated = new EmulationApp(azurite, issuer);
        var withTieBreak = Two with { TieBreaks = [new(TieBreakKind.HigherPointsIn, "I")] };

        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], (await RankAsync(shared, Two)).Ranks());
        var standings = await RankAsync(separated, withTieBreak);
        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], standings.Ranks());
        Assert.Equal(
            "Hạng 2 với 80 điểm; bằng điểm Đơn vị so-b nhưng xếp sau vì tiêu chí I là 45 điểm so với 50 điểm.",
            (string)standings.Place("so-a")["explanation"]!);

        static async Task<System.Text.Json.Nodes.JsonNode> RankAsync(EmulationApp app, SchemeContent scheme)
        {
            await app.HasOpenBlocAsync(scheme, "so-a", "so-b", "so-c");
            await app.SubmitsAsync("so-a", ("I", 45), ("II", 35));
            await app.SubmitsAsync("so-b", ("I", 50), ("II", 30));
            await app.SubmitsAsync("so-c", ("I", 50), ("II", 29.99m));
            using var admin = app.Admin();
            return await admin.PublishAsync().JsonAsync();
        }
    }

    [Fact]
    public async Task Units_without_a_submitted_sheet_stand_apart_with_the_reason_in_the_readers_language()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b", "so-c", "so-d");
        await app.SubmitsAsync("so-a", ("I", 50), ("II", 30));
        await app.SavesAsync("so-b", null, ("I", 60));
        var submitted = await app.SubmitsAsync("so-c", ("I", 60), ("II", 40));
        using var admin = app.Admin();
        await admin.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-c")}/return") { Content = EmulationApp.Json("""{"reason":"Thiếu minh chứng."}""") }.With(submitted),
            Cancellation).JsonAsync();

        var standings = await admin.StandingsAsync().JsonAsync();
        admin.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        using var answer = await admin.StandingsAsync();
        var english = await Task.FromResult(answer).JsonAsync();

        Assert.Equal([(1, "so-a")], standings.Ranks());
        Assert.Equal(
            [("so-b", "Chưa nộp phiếu điểm."), ("so-c", "Phiếu điểm bị trả lại và chưa nộp lại."), ("so-d", "Chưa lập phiếu điểm.")],
            standings["apart"]!.AsArray().Select(unit => ((string)unit!["unit"]!, (string)unit["reason"]!)));
        Assert.Equal("No score sheet was begun.", (string)english["apart"]![2]!["reason"]!);
        Assert.Equal("Rank 1 with 80 points.", (string)english.Place("so-a")["explanation"]!);
        Assert.Equal(["en"], answer.Content.Headers.ContentLanguage);
        Assert.Equal(["Accept-Language"], answer.Headers.Vary);
    }

    [Fact]
    public async Task Before_publication_only_the_office_the_council_readers_and_the_head_see_them_and_afterwards_everybody_known()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b");
        await app.HasTermAsync(new Term(BlocOf.Bloc, TheYear - 1, "so-cu", null, null, false, false, 0));
        await app.SubmitsAsync("so-a", ("I", 50), ("II", 30));
        await app.SubmitsAsync("so-b", ("I", 50), ("II", 20));
        using var admin = app.Admin();
        HttpClient[] early = [admin, app.Holding("Emulation.Council"), app.Holding("Emulation.Reader"), await app.OfficerAsync("so-a")];
        HttpClient[] late = [await app.OfficerAsync("so-b"), await app.OfficerAsync("so-khoi-khac"), await app.OfficerAsync("so-cu")]; // a member, another bloc's, last year's head

        foreach (var client in early)
        {
            Assert.Equal("preview", (string)(await client.StandingsAsync().JsonAsync())["state"]!);
            await Exported(client, HttpStatusCode.OK);
        }

        foreach (var client in late)
        {
            var problem = await client.StandingsAsync().ProblemAsync(404);
            Assert.Equal("Kết quả xếp hạng của khối chưa được công bố.", (string)problem["detail"]!);
            await Exported(client, HttpStatusCode.NotFound);
        }

        await admin.PublishAsync().JsonAsync();
        foreach (var client in early.Concat(late))
        {
            Assert.Equal([(1, "so-a"), (2, "so-b")], (await client.StandingsAsync().JsonAsync()).Ranks());
            await Exported(client, HttpStatusCode.OK);
        }

        using var nobody = app.Nobody();
        using var stranger = app.Holding();
        await nobody.StandingsAsync().ProblemAsync(401);
        await stranger.StandingsAsync().ProblemAsync(403);
        await Exported(nobody, HttpStatusCode.Unauthorized);
        await Exported(stranger, HttpStatusCode.Forbidden);

        static async Task Exported(HttpClient client, HttpStatusCode expected)
        {
            using var answer = await client.GetAsync($"{Address()}/export", Cancellation);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Published_standings_are_read_from_their_own_partition_and_never_change()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b");
        await app.SubmitsAsync("so-a", ("I", 50), ("II", 30));
        await app.SubmitsAsync("so-b", ("I", 40), ("II", 30));
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync("so-b");
        using var first = await admin.PublishAsync();
        var published = await first.Content.ReadAsStringAsync(Cancellation);

        await app.NameAsync("so-a", "Tên khác");
        using (await officer.StandingsAsync())
        {
            app.Faults.Reset();
        }

        using var read = await officer.StandingsAsync();

        Assert.Equal(published, await read.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(first.Headers.ETag, read.Headers.ETag);
        Assert.True(app.Faults.Calls <= 2, $"It took {app.Faults.Calls} calls: one for what is remembered, one for the standings.");
    }

    [Fact]
    public async Task A_preview_has_another_etag_once_a_sheet_has_changed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b");
        using var admin = app.Admin();
        using var first = await admin.StandingsAsync();
        using var again = await admin.StandingsAsync();
        await app.SubmitsAsync("so-a", ("I", 50), ("II", 30));
        using var changed = await admin.StandingsAsync();

        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task What_there_is_not_is_said_in_a_sentence()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a");
        using var admin = app.Admin();

        await admin.GetAsync("/api/cycles/2031/periods/nam/blocs/khoi-5/standings", Cancellation).ProblemAsync(404);
        await admin.GetAsync("/api/cycles/2026/periods/quy-1/blocs/khoi-5/standings", Cancellation).ProblemAsync(404);
        await admin.StandingsAsync("khoi-khong-co").ProblemAsync(404);
        await admin.PublishAsync("khoi-khong-co").ProblemAsync(404);
        await admin.GetAsync("/api/cycles/abc/periods/nam/blocs/KHOI/standings", Cancellation).ProblemAsync(400);
    }

    private static (string, decimal)[] Ten(decimal first, decimal others) =>
        [("1", first), .. Enumerable.Range(2, 9).Select(number => ($"{number}", others))];
}
