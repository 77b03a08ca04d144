using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>A disqualified unit stands apart whatever its scores, and everybody reads by whose decision.</summary>
public sealed class DisqualificationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly BlocInPeriod Id = new(TheYear, "nam", Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disqualified_unit_has_no_place_and_publication_names_it()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        await DisqualifyAsync(admin, "so-a").JsonAsync();
        await DisqualifyAsync(admin, "so-a").JsonAsync();
        var preview = await admin.StandingsAsync().JsonAsync();
        var unnamed = await admin.PublishAsync(Bloc, "so-c").ProblemAsync(409);
        var published = await admin.PublishAsync(Bloc, "so-a", "so-c").JsonAsync();
        var late = await DisqualifyAsync(admin, "so-b").ProblemAsync(409);
        var lifted = await LiftAsync(admin, "so-a").ProblemAsync(409);

        Assert.Equal([(1, "so-b")], preview.Ranks());
        Assert.Contains("QĐ 12/QĐ-UBND", preview["apart"]!.ToJsonString(PlainText), StringComparison.Ordinal);
        Assert.Contains("Khai man thành tích.", published["apart"]!.ToJsonString(PlainText), StringComparison.Ordinal);
        Assert.Contains("so-a", unnamed["faults"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.EndsWith("standings-published", (string)late["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("standings-published", (string)lifted["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disqualification_is_lifted_with_a_reason_and_another_needs_that_first()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await DisqualifyAsync(admin, "so-a").JsonAsync();

        var other = await DisqualifyAsync(admin, "so-a", "Lý do khác.").ProblemAsync(409);
        using var lifted = await LiftAsync(admin, "so-a");
        using var again = await LiftAsync(admin, "so-a");
        await DisqualifyAsync(admin, "so-a", "Lý do khác.").JsonAsync();
        using var liftedToo = await LiftAsync(admin, "so-a");
        var standings = await admin.StandingsAsync().JsonAsync();

        Assert.EndsWith("already-disqualified", (string)other["type"]!, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent], [lifted.StatusCode, again.StatusCode, liftedToo.StatusCode]);
        Assert.Equal([(1, "so-a"), (2, "so-b")], standings.Ranks());
        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task Blank_texts_and_units_of_other_blocs_are_refused()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var blank = await DisqualifyAsync(admin, "so-a", " ").ProblemAsync(400);
        await DisqualifyAsync(admin, "so-la").ProblemAsync(404);
        var missing = await admin.PutAsync($"{Address()}/disqualifications/so-a", EmulationApp.Json("{}"), Cancellation).ProblemAsync(400);

        var blanks = await admin.PutAsync($"{Address()}/disqualifications/so-a", EmulationApp.Json("""{"reason":" ","authority":"\n"}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.reason"], blank.Paths());
        Assert.Equal(["$.reason", "$.authority"], blanks.Paths());
        Assert.Equal(["$.reason", "$.authority"], missing.Paths());
        Assert.Equal(0, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task A_disqualification_that_dies_is_there_or_not()
    {
        await using var app = await StartAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => Task.FromResult(one.Admin()),
            async (client, attempt) =>
            {
                if (attempt == 1)
                {
                    return Disqualify("so-a", "Lần 1.");
                }

                using var lifted = await LiftAsync(client, "so-a");
                return Disqualify("so-a", $"Lần {attempt}.");
            },
            async (client, attempt) => (await client.StandingsAsync().JsonAsync())["apart"]!.ToJsonString(PlainText).Contains($"Lần {attempt}.", StringComparison.Ordinal),
            Id.Address);
    }

    [Fact]
    public async Task A_lifting_that_dies_has_happened_or_not()
    {
        await using var app = await StartAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => Task.FromResult(one.Admin()),
            async (client, _) =>
            {
                using var disqualified = await DisqualifyAsync(client, "so-a");
                return new(HttpMethod.Post, $"{Address()}/disqualifications/so-a/lifting") { Content = EmulationApp.Json("""{"reason":"Quyết định đã bị hủy."}""") };
            },
            async (client, _) => !(await client.StandingsAsync().JsonAsync()).Apart().Contains("so-a"),
            Id.Address);
    }

    [Fact]
    public async Task A_unit_that_is_let_back_in_must_not_be_named_as_left_out_and_where_all_are_disqualified_there_is_nothing_to_publish()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await DisqualifyAsync(admin, "so-a").JsonAsync();
        await DisqualifyAsync(admin, "so-b").JsonAsync();

        var nothing = await admin.PublishAsync(Bloc, "so-a", "so-b", "so-c").ProblemAsync(409);
        using var lifted = await LiftAsync(admin, "so-a");
        var named = await admin.PublishAsync(Bloc, "so-a", "so-b", "so-c").ProblemAsync(409);
        var published = await admin.PublishAsync(Bloc, "so-b", "so-c").JsonAsync();
        var again = await admin.PublishAsync(Bloc, "so-c", "so-b").JsonAsync();

        Assert.EndsWith("nothing-to-publish", (string)nothing["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("left-out-has-submitted", (string)named["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.leftOut[0]"], named.Paths());
        Assert.Equal([(1, "so-a")], published.Ranks());
        Assert.Equal(published.ToJsonString(), again.ToJsonString());
    }

    private static System.Text.Json.JsonSerializerOptions PlainText { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static HttpRequestMessage Disqualify(string unit, string reason) => new(HttpMethod.Put, $"{Address()}/disqualifications/{unit}")
    {
        Content = EmulationApp.Json(new JsonObject { ["reason"] = reason, ["authority"] = "QĐ 12/QĐ-UBND" }),
    };

    private static Task<HttpResponseMessage> DisqualifyAsync(HttpClient client, string unit, string reason = "Khai man thành tích.") =>
        client.SendAsync(Disqualify(unit, reason), Cancellation);

    private static Task<HttpResponseMessage> LiftAsync(HttpClient client, string unit) =>
        client.PostAsync($"{Address()}/disqualifications/{unit}/lifting", EmulationApp.Json("""{"reason":"Quyết định đã bị hủy."}"""), Cancellation);

    private async Task<EmulationApp> StartAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await PublicationSteps.TwoSubmitAsync(app, Bloc);
        return app;
    }
}
