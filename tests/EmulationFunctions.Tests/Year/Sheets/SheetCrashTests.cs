using System.Text.Json.Nodes;
using EmulationFunctions.Rules.Tests.Province.Schemes;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>The process is killed after the k-th call to storage, for every k; then another process on the same storage looks.</summary>
public sealed class SheetCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task A_save_is_there_whole_or_not_at_all(int leaves)
    {
        var scheme = SchemeSamples.Of([.. Enumerable.Range(1, leaves).Select(number => SchemeSamples.Direct($"{number}", null, 100))]);
        await using var world = await SheetWorld.StartAsync(azurite, issuer, scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await using var restarted = Restarted(world.App);
        using var again = await restarted.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(All(0)));
        for (var calls = 1; ; calls++)
        {
            var before = await SheetWorld.ReadAsync(unit);
            var answer = await KillAfterAsync(world, unit, calls, SheetWorld.Save(All(calls), before.Tag));

            var (sheet, tag) = await SheetWorld.ReadAsync(again);
            var points = sheet["scores"]!.AsArray().Select(entry => (decimal)entry!["points"]!).Distinct().ToList();
            var isSaved = tag != before.Tag;

            Assert.Equal(leaves, sheet["scores"]!.AsArray().Count);
            Assert.Equal(isSaved ? calls : Points(before.Sheet), Assert.Single(points));
            Assert.Equal(Seq(tag), await LastChangeAsync(again));
            if (answer == 200)
            {
                Assert.True(isSaved);
                Assert.True(calls > 2, $"A save makes more than {calls} calls.");
                return;
            }

            // Who was not answered asks again.
            await SheetWorld.DoneAsync(again, SheetWorld.Save(All(calls), before.Tag));
        }

        string All(int points) => string.Join(',', Enumerable.Range(1, leaves).Select(number => $$"""{"criterion":"{{number}}","points":{{points}}}"""));

        static decimal Points(JsonNode sheet) => (decimal)sheet["scores"]![0]!["points"]!;
    }

    [Fact]
    public async Task A_first_save_is_there_whole_or_not_at_all_and_the_scheme_it_rests_on_is_in_use()
    {
        for (var calls = 1; ; calls++)
        {
            await using var world = await SheetWorld.StartAsync(azurite, issuer);
            using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
            var answer = await KillAfterAsync(world, unit, calls, SheetWorld.Save(SheetWorld.Complete));

            await using var restarted = Restarted(world.App);
            using var again = await restarted.OfficerAsync(SheetWorld.Unit);
            var (sheet, _) = await SheetWorld.ReadAsync(again);
            var scheme = await again.GetAsync($"/api/schemes/{SheetWorld.Scheme}", Cancellation).JsonAsync();
            var isSaved = SheetWorld.State(sheet) == "draft";

            Assert.Equal(isSaved ? 3 : 0, sheet["scores"]!.AsArray().Count);
            Assert.True((bool)scheme["isInUse"]! || !isSaved);
            Assert.True(isSaved || answer != 200);
            await SheetWorld.DoneAsync(again, SheetWorld.Save(SheetWorld.Complete));
            if (answer == 200)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_submission_and_a_return_have_happened_or_not()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await using var restarted = Restarted(world.App);
        using var unitAgain = await restarted.OfficerAsync(SheetWorld.Unit);
        using var headAgain = await restarted.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var done = false;
        for (var calls = 1; !done; calls++)
        {
            var submission = await KillAfterAsync(world, unit, calls, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
            tag = await CheckAsync(unitAgain, submission == 200, "submitted", again => SheetWorld.Post($"{SheetWorld.Sheet}/submission", again));
            var body = $$"""{"reason":"Lần {{calls}}"}""";
            var returned = await KillAfterAsync(world, head, calls, SheetWorld.Post($"{SheetWorld.Sheet}/return", tag, body));
            tag = await CheckAsync(headAgain, returned == 200, "returned", again => SheetWorld.Post($"{SheetWorld.Sheet}/return", again, body));
            done = submission == 200 && returned == 200;
            Assert.True(!done || calls > 4, $"They make more than {calls} calls.");
        }
    }

    private EmulationApp Restarted(EmulationApp app) => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } };

    private static async Task<int> KillAfterAsync(SheetWorld world, HttpClient client, int calls, HttpRequestMessage request)
    {
        world.App.Faults.Reset(dieAfter: calls);
        using var answer = await client.SendAsync(request, Cancellation);
        world.App.Faults.Reset();
        return (int)answer.StatusCode;
    }

    /// <summary>The state is the new one (and must be, once it was acknowledged) or the old one; then it is done again.</summary>
    private static async Task<string> CheckAsync(HttpClient client, bool isAcknowledged, string state, Func<string, HttpRequestMessage> again)
    {
        var (sheet, tag) = await SheetWorld.ReadAsync(client);

        var summary = sheet["summary"]!;
        Assert.True(!isAcknowledged || SheetWorld.State(sheet) == state);
        Assert.Equal(SheetWorld.State(sheet) == "submitted", summary["hash"] is not null && summary["submittedAt"] is not null);
        Assert.Equal(Seq(tag), await LastChangeAsync(client));
        return await SheetWorld.DoneAsync(client, again(tag));
    }

    private static async Task<int> LastChangeAsync(HttpClient client) =>
        (int)(await client.GetAsync($"{SheetWorld.Sheet}/changes?pageSize=1", Cancellation).JsonAsync())["changes"]![0]!["number"]!;

    private static int Seq(string tag) => int.Parse(tag.Trim('"'), null);
}
