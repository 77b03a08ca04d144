using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Tests.Year.Sheets;

public sealed class SaveScoresTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_enters_its_scores_in_parts_and_sees_what_they_come_to()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":38.25}, {"criterion":"II","points":0}"""));
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":3}, {"criterion":"T","points":2.5}, {"criterion":"I.1","points":39}""", tag));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"P.đ","points":1}""", tag));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);

        var totals = sheet["summary"]!["totals"]!;
        Assert.Equal((54m, 100m, 2.5m, 1m, 55.5m), (Number(totals, "base"), Number(totals, "assigned"), Number(totals, "bonus"), Number(totals, "penalty"), Number(totals, "total")));
        Assert.Equal(("draft", true, SheetWorld.Scheme, 1), (SheetWorld.State(sheet), (bool)sheet["isOpen"]!, (string)sheet["scheme"]!, (int)sheet["schemeVersion"]!));
        Assert.Equal("2026-12-10", (string)sheet["summary"]!["deadline"]!);
        Assert.Equal(["I", "I.1", "I.2", "II", "T", "P.đ"], sheet["criteria"]!.AsArray().Select(node => (string)node!["criterion"]!));
        Assert.Equal(54m, Number(sheet["criteria"]![0]!, "points"));
    }

    [Fact]
    public async Task Before_the_first_save_a_sheet_is_empty_and_not_started()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var (sheet, tag) = await SheetWorld.ReadAsync(unit);

        Assert.Equal(("notStarted", "\"0\""), (SheetWorld.State(sheet), tag));
        Assert.Equal("missing", (string)sheet["criteria"]![1]!["state"]!);
        Assert.False((bool)sheet["summary"]!["isComplete"]!);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_even_with_a_tag_that_is_old()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        const string Scores = """{"criterion":"I.1","points":38.25,"explanation":"Đã hoàn thành"}""";

        var first = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Scores));
        var again = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Scores));
        var oldTag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Scores.Replace("38.25", "38.250", StringComparison.Ordinal), "\"0\""));

        Assert.Equal((first, first), (again, oldTag));
        Assert.Single((await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync())["changes"]!.AsArray());
    }

    [Fact]
    public async Task An_entry_that_says_nothing_clears_what_was_entered()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}, {"criterion":"II","points":40}"""));

        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","explanation":" "}""", tag));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal(["II"], sheet["scores"]!.AsArray().Select(entry => (string)entry!["criterion"]!));
        Assert.Equal(("missing", 40m), ((string)sheet["criteria"]![1]!["state"]!, Number(sheet["summary"]!["totals"]!, "total")));
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_read()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":1}""", "\"3\""), Cancellation).ProblemAsync(412);
        var first = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}""", "\"0\""));
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":2}"""), Cancellation).ProblemAsync(428);
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"I.1","points":2}""", "\"0\""), Cancellation).ProblemAsync(412);
        var second = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":2}""", first));
        await unit.SendAsync(SheetWorld.Save("""{"criterion":"II","points":40}""", first), Cancellation).ProblemAsync(412);

        var (sheet, tag) = await SheetWorld.ReadAsync(unit);
        Assert.Equal((second, 2m), (tag, Number(sheet["summary"]!["totals"]!, "total")));
    }

    [Fact]
    public async Task Of_saves_at_the_same_time_one_wins_and_the_others_are_told()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II","points":40}"""));

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async points =>
        {
            using var answer = await unit.SendAsync(SheetWorld.Save($$"""{"criterion":"I.1","points":{{points}}}""", tag), Cancellation);
            return (Points: points, answer.StatusCode);
        }));

        var winner = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Except([winner]), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        Assert.Equal(40m + winner.Points, Number(sheet["summary"]!["totals"]!, "total"));
    }

    [Theory]
    [InlineData("""{"criterion":"I.1","points":1.005}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":"10"}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":1e1}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":"NaN"}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":NaN}""", "$")]
    [InlineData("""{"criterion":"I.1","points":40.01}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":-0.01}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.1","points":99999999999999999999}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"II","points":20}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.2","points":5}""", "$.scores[0].points")]
    [InlineData("""{"criterion":"I.2","count":-1}""", "$.scores[0].count")]
    [InlineData("""{"criterion":"I.2","count":1.5}""", "$.scores[0].count")]
    [InlineData("""{"criterion":"I.1","count":1}""", "$.scores[0].count")]
    [InlineData("""{"criterion":"I","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"III","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"I.1/../II","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"a\\b#c?d","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"' or '1","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"I.1\u0001","points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"I.1","points":1,"explanation":"\u0000"}""", "$.scores[0].explanation")]
    [InlineData("""{"points":1}""", "$.scores[0].criterion")]
    [InlineData("""{"criterion":"I.1","score":1}""", "$.scores[0].score")]
    [InlineData("""null""", "$.scores[0]")]
    [InlineData("""{"criterion":"I.1","points":1}, {"criterion":"II","points":41}, {"criterion":"I.1","points":2}""", "$.scores[1].points", "$.scores[2].criterion")]
    public async Task A_faulty_entry_is_refused_with_all_faults_and_nothing_is_saved(string scores, params string[] paths)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var problem = await unit.SendAsync(SheetWorld.Save(scores), Cancellation).ProblemAsync(400);

        Assert.Equal(paths, problem.Paths());
        Assert.Equal("notStarted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
    }

    [Fact]
    public async Task Texts_too_long_are_refused_each_and_together()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, SchemeSamples.Of([.. Enumerable.Range(1, 80).Select(number => SchemeSamples.Direct($"{number}", null, 1))]));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var longest = new string('x', ScoreEntry.LongestExplanation);

        var one = await unit.SendAsync(SheetWorld.Save($$"""{"criterion":"1","explanation":"{{longest}}x"}"""), Cancellation).ProblemAsync(400);
        var all = await unit.SendAsync(SheetWorld.Save(Explained(1, 80)), Cancellation).ProblemAsync(400);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Explained(1, 40)));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(Explained(41, 40), tag));

        Assert.Equal(["$.scores[0].explanation"], one.Paths());
        Assert.Equal(["$.scores"], all.Paths());
        Assert.Equal(80, (await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray().Count);

        string Explained(int first, int count) =>
            string.Join(',', Enumerable.Range(first, count).Select(number => $$"""{"criterion":"{{number}}","explanation":"{{longest}}"}"""));
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_the_same_text()
    {
        var scheme = SchemeSamples.Of(SchemeSamples.Direct("I.ế", null, 10));
        await using var world = await SheetWorld.StartAsync(azurite, issuer, scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var composed = """{"criterion":"I.ế","points":9,"explanation":"Kế hoạch đã được duyệt"}""".Normalize(NormalizationForm.FormC);
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(composed, decomposed);

        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(decomposed));
        var again = await SheetWorld.DoneAsync(unit, SheetWorld.Save(composed));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal(tag, again);
        Assert.True(((string)sheet["scores"]![0]!["explanation"]!).IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public async Task A_scheme_is_in_use_from_the_first_save()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        Assert.False((bool)(await unit.GetAsync($"/api/schemes/{SheetWorld.Scheme}", Cancellation).JsonAsync())["isInUse"]!);

        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}"""));

        Assert.True((bool)(await unit.GetAsync($"/api/schemes/{SheetWorld.Scheme}", Cancellation).JsonAsync())["isInUse"]!);
    }

    [Fact]
    public async Task When_the_bloc_gets_another_version_entries_without_a_place_are_cleared_and_the_trail_says_so()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var second = SchemeSamples.Of(SchemeSamples.Direct("I.1", null, 50), SchemeSamples.Direct("II", null, 30), SchemeSamples.Direct("IV", null, 20));
        var read = await world.Admin.GetAsync($"/api/schemes/{SheetWorld.Scheme}", Cancellation);
        await world.Admin.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, $"/api/schemes/{SheetWorld.Scheme}") { Content = EmulationApp.Json(EmulationFunctions.Province.Schemes.SchemeTexts.ToJson(second)) }
                .With(read.Headers.ETag!),
            Cancellation).JsonAsync();
        await world.PutCycleAsync(EmulationFunctions.Province.Calendar.CalendarTemplate.Default.In(2026) with { Blocs = [new(SheetWorld.Bloc, new(SheetWorld.Scheme, 2))] });

        await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).ProblemAsync(409);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("", tag));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        var changes = await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync();

        Assert.Equal(2, (int)sheet["schemeVersion"]!);
        Assert.Equal(["I.1"], sheet["scores"]!.AsArray().Select(entry => (string)entry!["criterion"]!));
        Assert.Equal(["I.2", "II"], changes["changes"]![0]!["scores"]!.AsArray().Select(change => (string)change!["criterion"]!).Order());
        Assert.All(changes["changes"]![0]!["scores"]!.AsArray(), change => Assert.Null(change!["after"]));
    }

    [Fact]
    public async Task A_later_save_asks_storage_three_times()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":1}"""));
        // The first save froze the scheme, so the next one reads it again.
        var (_, read) = await SheetWorld.ReadAsync(unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}""", read));
        world.App.Faults.Reset();

        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":2}, {"criterion":"II","points":40}""", tag));

        // Has anything moved that is remembered (who it is, the year, the roster, the scheme), beside the sheet; then the transaction.
        Assert.Equal(3, world.App.Faults.Calls);
    }

    [Fact]
    public async Task While_storage_does_not_answer_the_caller_is_told_and_nothing_is_half_saved()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1","points":1}"""));

        world.App.Faults.Instead = request => request.Method == Azure.Core.RequestMethod.Post ? new UnavailableResponse() : null;
        var problem = await unit.SendAsync(SheetWorld.Save(SheetWorld.Complete, tag), Cancellation).ProblemAsync(503);
        world.App.Faults.Instead = null;

        Assert.Equal("urn:emulation-functions:storage-unavailable", (string)problem["type"]!);
        Assert.Equal(tag, (await SheetWorld.ReadAsync(unit)).Tag);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete, tag));
    }

    private static decimal Number(JsonNode node, string name) => (decimal)node[name]!;
}
