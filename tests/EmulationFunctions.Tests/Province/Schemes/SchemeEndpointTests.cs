using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Schemes;

public sealed class SchemeEndpointTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = "/api/schemes/khoi-5";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheme_is_read_back_with_everything_it_says()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.PutAsync(Address, EmulationApp.Json(SchemeSamples.Everything), Cancellation).JsonAsync();

        var read = await admin.GetAsync(Address, Cancellation).JsonAsync();

        Assert.Equal(1, (int)read["version"]!);
        Assert.False((bool)read["isInUse"]!);
        var sent = JsonSerializer.Deserialize<SchemeContent>(SchemeSamples.Everything, JsonSerializerOptions.Web)!.Plain().ToJson();
        Assert.Equal(sent, JsonSerializer.Deserialize<SchemeContent>(read["content"], JsonSerializerOptions.Web)!.ToJson());
    }

    [Fact]
    public async Task The_office_lists_schemes_in_pages()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var reader = app.Holding("Emulation.Reader");
        foreach (var id in new[] { "b", "a", "c" })
        {
            await admin.PutAsync($"/api/schemes/{id}", EmulationApp.Json(Flat(100)), Cancellation).JsonAsync();
        }

        var first = await reader.GetAsync("/api/schemes?pageSize=2", Cancellation).JsonAsync();
        var second = await reader.GetAsync($"/api/schemes?pageSize=2&continuation={Uri.EscapeDataString((string)first["continuation"]!)}", Cancellation).JsonAsync();

        Assert.Equal(["a", "b", "c"], first["schemes"]!.AsArray().Concat(second["schemes"]!.AsArray()).Select(item => (string)item!["scheme"]!));
        Assert.Null(second["continuation"]);
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing_and_another_one_needs_what_was_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var tag = await PutAsync(admin, Flat(100));

        Assert.Equal(tag, await PutAsync(admin, Flat(100)));
        await admin.PutAsync(Address, EmulationApp.Json(Flat(50)), Cancellation).ProblemAsync(428);
        await admin.SendAsync(Put(Flat(50), new("\"77\"")), Cancellation).ProblemAsync(412);
        var changed = await admin.SendAsync(Put(Flat(50), tag), Cancellation).JsonAsync();

        Assert.Equal(1, (int)changed["version"]!);
        Assert.Equal(50, (decimal)changed["content"]!["maximum"]!);
    }

    [Fact]
    public async Task A_version_in_use_stays_as_it_is_and_a_change_makes_the_next_one()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, Flat(100));
        await app.Services.GetRequiredService<SchemeTable>().FreezeAsync("khoi-5", 1, Cancellation);

        var frozen = await admin.GetAsync(Address, Cancellation);
        var second = await admin.SendAsync(Put(Flat(40), frozen.Headers.ETag), Cancellation).JsonAsync();
        var first = await admin.GetAsync($"{Address}?version=1", Cancellation).JsonAsync();

        Assert.Equal((2, 40m), ((int)second["version"]!, (decimal)second["content"]!["maximum"]!));
        Assert.Equal((1, 100m, true), ((int)first["version"]!, (decimal)first["content"]!["maximum"]!, (bool)first["isInUse"]!));
    }

    [Fact]
    public async Task Criteria_that_a_change_leaves_out_are_gone()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var tag = await PutAsync(admin, Flat(60, 40));

        await admin.SendAsync(Put(Flat(100), tag), Cancellation).JsonAsync();
        var read = await admin.GetAsync(Address, Cancellation).JsonAsync();

        Assert.Equal(["1"], read["content"]!["criteria"]!.AsArray().Select(criterion => (string)criterion!["code"]!));
    }

    [Fact]
    public async Task A_scheme_of_two_hundred_and_thirty_lines_is_saved_whole_wherever_the_process_dies()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await using var restarted = new EmulationApp(azurite, issuer, app.Account);
        using var admin = app.Admin();
        using var again = restarted.Admin();

        for (var calls = 1; ; calls++)
        {
            var scheme = $"khoi-{calls}";
            await admin.PutAsync($"/api/schemes/{scheme}", EmulationApp.Json(Flat(100)), Cancellation).JsonAsync();
            var read = await admin.GetAsync($"/api/schemes/{scheme}", Cancellation);
            app.Faults.Reset(dieAfter: calls);
            using var answer = await admin.SendAsync(Put(SchemeC.Content.ToJson(), read.Headers.ETag, $"/api/schemes/{scheme}"), Cancellation);
            var died = app.Faults.HasDied || answer.StatusCode != HttpStatusCode.OK;
            app.Faults.Reset();

            var found = await again.GetAsync($"/api/schemes/{scheme}", Cancellation).JsonAsync();
            var criteria = found["content"]!["criteria"]!.AsArray().Count;
            Assert.True(criteria == 230 || (died && criteria == 1), $"After {calls} calls there were {criteria} criteria.");
            if (!died)
            {
                Assert.True(calls > 5, $"A staged change takes more than {calls} calls.");
                return;
            }
        }
    }

    [Theory]
    [InlineData("""{"maximum":100,"criteria":[],"ladder":[],"tieBreaks":[],"colour":"red"}""", "$.colour", "$.title")]
    [InlineData("""{"title":"x","maximum":1.005,"criteria":[],"ladder":[],"tieBreaks":[]}""", "$.maximum")]
    [InlineData("""{"title":"x","maximum":"1","criteria":[],"ladder":[],"tieBreaks":[]}""", "$.maximum", "$.criteria")] // what was meant is known
    [InlineData("""{"title":"x","maximum":1e2,"criteria":[],"ladder":[],"tieBreaks":[]}""", "$.maximum")]
    [InlineData("""{"title":"x","maximum":NaN,"criteria":[],"ladder":[],"tieBreaks":[]}""", "$")]
    [InlineData("""{"title":"x","maximum":0,"criteria":[],"ladder":[],"tieBreaks":[]}""", "$.criteria")]
    [InlineData("""{"title":"x","maximum":9,"criteria":[{"code":"a/b","parent": null, "title":"x","kind":"magic","maximum":9}],"ladder":[],"tieBreaks":[]}""", "$.criteria[0].kind")]
    public async Task What_is_not_a_scheme_is_refused_and_every_fault_named(string body, params string[] paths)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync(Address, EmulationApp.Json(body), Cancellation).ProblemAsync(400);

        Assert.Equal(paths, problem.Paths());
        await admin.GetAsync(Address, Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Every_node_that_offends_is_named_at_once()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        const string Body = """
            { "title": "x", "maximum": 100, "ladder": [], "tieBreaks": [], "criteria": [
              { "code": "I", "parent": null, "title": "x", "kind": "group", "maximum": 60 },
              { "code": "I.1", "parent": "I", "title": "x", "kind": "direct", "maximum": 59 },
              { "code": "a#b", "parent": null, "title": "x", "kind": "direct", "maximum": 10 },
              { "code": "II", "parent": null, "title": "x", "kind": "direct", "maximum": -1 },
              { "code": "I.1", "parent": null, "title": "x", "kind": "direct", "maximum": 41 },
              { "code": "III", "parent": "IV", "title": "x", "kind": "group", "maximum": 0 },
              { "code": "IV", "parent": "III", "title": "x", "kind": "group", "maximum": 0 } ] }
            """;

        var problem = await admin.PutAsync(Address, EmulationApp.Json(Body), Cancellation).ProblemAsync(400);

        Assert.Equal(
            ["$.criteria[0].maximum", "$.criteria[2].code", "$.criteria[3].maximum", "$.criteria[4].code", "$.criteria[5].parent", "$.maximum"],
            problem.Paths().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(50, 50)]
    public async Task A_tree_too_large_or_too_deep_is_refused(int nodes, int depth)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var lines = Enumerable.Range(0, nodes).Select(index => index % depth == depth - 1
            ? $$"""{"code":"{{index}}","title":"x","kind":"direct","maximum":1{{Parent(index)}}}"""
            : $$"""{"code":"{{index}}","title":"x","kind":"group","maximum":1{{Parent(index)}}}""");

        var problem = await admin.PutAsync(
            Address, EmulationApp.Json($$"""{"title":"x","maximum":{{nodes / depth}},"criteria":[{{string.Join(',', lines)}}],"ladder":[],"tieBreaks":[]}"""), Cancellation).ProblemAsync(400);

        Assert.Single(problem.Paths());

        string Parent(int index) => index % depth == 0 ? ",\"parent\":null" : $",\"parent\":\"{index - 1}\"";
    }

    [Fact]
    public async Task Only_the_office_changes_schemes_and_only_who_is_known_reads_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, Flat(100));
        using var nobody = app.Nobody();
        using var stranger = app.Holding();
        using var council = app.Holding("Emulation.Council", "Emulation.Reader");
        using var officer = await app.OfficerAsync("so-xay-dung");

        foreach (var client in new[] { stranger, council, officer })
        {
            await client.PutAsync(Address, EmulationApp.Json(Flat(1)), Cancellation).ProblemAsync(403);
        }

        await nobody.GetAsync(Address, Cancellation).ProblemAsync(401);
        await nobody.PutAsync(Address, EmulationApp.Json(Flat(1)), Cancellation).ProblemAsync(401);
        await nobody.GetAsync("/api/schemes", Cancellation).ProblemAsync(401);
        await stranger.GetAsync(Address, Cancellation).ProblemAsync(403);
        await stranger.GetAsync("/api/schemes", Cancellation).ProblemAsync(403);
        await officer.GetAsync(Address, Cancellation).JsonAsync();
        await council.GetAsync(Address, Cancellation).JsonAsync();
        await officer.GetAsync("/api/schemes/khong-co", Cancellation).ProblemAsync(404);
        await officer.GetAsync($"{Address}?version=2", Cancellation).ProblemAsync(404);
        await officer.GetAsync($"{Address}?version=x", Cancellation).ProblemAsync(400);
    }

    /// <summary>Direct criteria without a tree.</summary>
    internal static string Flat(params int[] maxima) => new SchemeContent(
        "Bảng điểm", SchemeSamples.P(maxima.Sum()), [.. maxima.Select((maximum, index) => SchemeSamples.Direct($"{index + 1}", null, maximum))], [], []).ToJson();

    private static HttpRequestMessage Put(string content, EntityTagHeaderValue? tag, string address = Address) =>
        new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(content) }.With(tag!);

    private static async Task<EntityTagHeaderValue> PutAsync(HttpClient client, string content)
    {
        using var answer = await client.PutAsync(Address, EmulationApp.Json(content), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!;
    }
}
