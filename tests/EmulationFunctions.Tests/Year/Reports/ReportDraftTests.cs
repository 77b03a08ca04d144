using System.Text.Json.Nodes;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>The text of a report while it is put together: who sees it, what it may say, what becomes of it.</summary>
public sealed class ReportDraftTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_units_see_the_text_once_it_is_shared_with_them_or_adopted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        using var council = app.Holding("Emulation.Council");
        await head.DoneAsync(Put(Address(), Asked));
        var kept = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false)));

        Assert.Null((await unit.GetsAsync(Address()))["draft"]);
        Assert.NotNull((await council.GetsAsync(Address()))["draft"]);
        Assert.Equal(kept, await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false)))); // the same again
        var shared = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: true), kept));
        Assert.Equal(["Một"], (await unit.GetsAsync(Address())).Texts("tasks"));
        var hidden = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false), shared));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"said":"vừa qua"}""", hidden));
        Assert.Equal(["Một"], (await unit.GetsAsync(Address())).Texts("tasks"));
        Assert.Equal("vừa qua", (string)(await unit.GetsAsync(Address()))["adopted"]!["said"]!);

        static string Draft(bool isShared) => $$"""{"isShared":{{(isShared ? "true" : "false")}},"items":[{"chapter":"tasks","text":"Một"{{(isShared ? ",\"number\":1" : "")}}}]}""";
    }

    [Fact]
    public async Task Every_fault_of_the_text_is_named_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));

        var problem = await head.RefusedAsync(400, Put($"{Address()}/draft", """
            {"presentedBy":"so-x","items":[
              {"chapter":"results","text":"Một","number":7},
              {"chapter":"tasks","text":" ","section":"cchc","causes":["Vì"]},
              {"chapter":"results","text":"Hai","section":"khac"},
              {"chapter":"results","text":"Ba","section":"mo-hinh"}],
             "statistics":[{"question":"mo-hinh","number":1},{"question":"da-giai-quyet","number":1},{"question":"da-giai-quyet","number":null}]}
            """));

        Assert.Equal(
            ["$.presentedBy", "$.items[0].number", "$.items[1].text", "$.items[1].section", "$.items[1].causes", "$.items[2].section", "$.statistics[0].question", "$.statistics[2].question", "$.statistics[2].number"],
            problem.Paths());
        Assert.Null((await head.GetsAsync(Address()))["draft"]);
    }

    [Fact]
    public async Task A_text_as_long_as_a_row_holds_is_kept_and_a_longer_one_is_refused_whole()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));

        var kept = await head.DoneAsync(Put($"{Address()}/draft", Of(105)));
        Assert.Equal("report-too-long", (await head.RefusedAsync(409, Put($"{Address()}/draft", Of(120), kept))).Type());

        Assert.Equal(105, (await head.GetsAsync(Address())).Texts("results").Count());
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Reports"), Cancellation);

        static string Of(int items) => new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(1000, items).Select(index => new JsonObject { ["chapter"] = "results", ["text"] = $"{index}{new string('a', 3996)}" })]),
        }.ToJsonString();
    }

    [Theory]
    [InlineData("", "")] // taken out
    [InlineData(",{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục hành chính đã giải quyết\"}", "")] // a text is asked for
    [InlineData(",{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục đã giải quyết\",\"measure\":\"nghìn hồ sơ\"}", "da-giai-quyet")] // nobody has counted yet
    public async Task A_number_of_which_the_question_is_gone_is_shown_no_more_and_the_report_is_read_as_ever(string asked, string shown)
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        var merged = await head.DoneAsync(Post($"{Address()}/merge"));

        await head.DoneAsync(Put(
            Address(),
            Asked.Replace("{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục hành chính đã giải quyết\",\"measure\":\"hồ sơ\"},", "", StringComparison.Ordinal)
                .Replace("\"Mô hình mới\"}", $"\"Mô hình mới\"}}{asked}", StringComparison.Ordinal),
            merged));

        var statistics = (await head.GetsAsync(Address()))["draft"]!["statistics"]!.AsArray();
        Assert.Equal(shown, string.Join(' ', statistics.Select(one => (string)one!["question"]!)));
        await head.DoneAsync(Post($"{Address()}/merge"));
    }

    [Fact]
    public async Task A_merge_killed_anywhere_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using (var head = await app.OfficerAsync(Head))
        {
            for (var attempt = 1; attempt < 40; attempt++)
            {
                await head.DoneAsync(Put(Address(report: $"bao-cao-{attempt}"), Asked));
                var part = $"{Address(report: $"bao-cao-{attempt}")}/parts/{Head}";
                await head.DoneAsync(Post($"{part}/submission", tag: await head.DoneAsync(Put(part, """{"tasks":["Một"]}"""))));
            }
        }

        await CrashSteps.EachCallAsync(
            app,
            () =>
            {
                var restarted = new EmulationApp(azurite, issuer, app.Account);
                restarted.Clock.Now = app.Clock.Now;
                return restarted;
            },
            another => another.OfficerAsync(Head),
            (_, attempt) => Task.FromResult(Post($"{Address(report: $"bao-cao-{attempt}")}/merge")),
            async (client, attempt) => (await client.GetsAsync(Address(report: $"bao-cao-{attempt}")))["draft"] is not null,
            Id.AddressIn("Reports"));
    }
}
