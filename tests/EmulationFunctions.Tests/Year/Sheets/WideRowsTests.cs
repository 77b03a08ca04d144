using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Earlier;
using EmulationFunctions.Tests.Platform.Trail;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>Entries lie in few rows; those of a row each, as earlier programs wrote them, are read and give way with the next save.</summary>
public sealed class WideRowsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_read_as_what_was_entered()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save($$"""{{SheetWorld.Complete}}, {"criterion":"P.đ","points":0,"explanation":"Không."}, {"criterion":"T","explanation":"Chờ quyết định."}"""));

        var row = await world.App.RowAsync(SheetWorld.Id.Address, "scores|01");

        Assert.Equal(
            [
                ("score_II", "40"), ("score_I_1", "38.25"), ("score_I_2", "count 3"), ("score_P____0111", "0"),
                ("why_I_1", "Hoàn thành 12/12 chỉ tiêu"), ("why_P____0111", "Không."), ("why_T", "Chờ quyết định."),
            ],
            row.Keys.Where(name => name.Contains('_')).Order(StringComparer.Ordinal).Select(name => (name, row.GetString(name))));
        Assert.Equal([SheetKeys.Scores(1)], await KeysAsync(world));
    }

    [Fact]
    public async Task What_is_cleared_is_gone_and_the_row_with_it()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));

        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.1"}, {"criterion":"I.2"}, {"criterion":"II"}""", tag));

        Assert.Empty(await KeysAsync(world));
        Assert.Empty((await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray());
    }

    [Fact]
    public async Task A_sheet_in_rows_of_one_entry_each_is_the_same_before_and_after_the_save_that_rewrites_them()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save($$"""{{SheetWorld.Complete}}, {"criterion":"P.đ","points":0,"explanation":"Không."}"""));
        var (entered, tag) = await SheetWorld.ReadAsync(unit);
        await world.App.RewriteAsync(SheetWorld.Id);
        Assert.Equal(["self|I.1", "self|I.2", "self|II", "self|P.đ"], await KeysAsync(world));

        var (before, _) = await SheetWorld.ReadAsync(unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II","points":0}, {"criterion":"P.đ"}, {"criterion":"T","points":1}""", tag));
        var (after, again) = await SheetWorld.ReadAsync(unit);

        Assert.True(JsonNode.DeepEquals(entered["scores"], before["scores"]));
        Assert.Equal(["scores|01"], await KeysAsync(world));
        Assert.Equal(["I.1 38.25", "I.2 ", "II 0", "T 1"], after["scores"]!.AsArray().Select(entry => $"{entry!["criterion"]} {entry["points"]}"));
        Assert.True(JsonNode.DeepEquals(entered["scores"]![0], after["scores"]![0]));
        Assert.True((bool)(await world.App.VerifyAsync(SheetWorld.Id.Address))["holds"]!);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", again));
    }

    /// <summary>A program from before, still running beside this one or put back for an hour, knows only its own rows.</summary>
    [Fact]
    public async Task A_row_of_one_entry_beside_those_of_many_was_written_later_and_counts_once()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        await world.PutAsync(SheetWorld.Id.Address, [RowsOfBefore.Row(SheetWorld.Id.Address.Partition, new("I.2", Count: 4)), RowsOfBefore.Row(SheetWorld.Id.Address.Partition, new("T", new(100)))]);

        var mixed = await EntriesAsync();
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"II","points":0}""", tag));

        Assert.Equal(["I.1 38.25 ", "I.2  4", "II 40 ", "T 1 "], mixed);
        Assert.Equal(["I.1 38.25 ", "I.2  4", "II 0 ", "T 1 "], await EntriesAsync());
        Assert.Equal(["scores|01"], await KeysAsync(world));

        async Task<IEnumerable<string>> EntriesAsync() =>
            (await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray().Select(entry => $"{entry!["criterion"]} {entry["points"]} {entry["count"]}");
    }

    [Fact]
    public async Task Whenever_the_program_dies_while_it_rewrites_many_rows_the_save_is_there_whole_or_not_at_all()
    {
        const int Leaves = 120; // Deleting their rows is more than a transaction takes.
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Plain(Leaves));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await using var restarted = new EmulationApp(azurite, issuer, world.App.Account) { Clock = { Now = world.App.Clock.Now } };
        using var again = await restarted.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(string.Join(',', Enumerable.Range(1, Leaves).Select(leaf => $$"""{"criterion":"{{leaf}}","points":1}"""))));
        var isDone = false;
        for (var calls = 1; !isDone; calls++)
        {
            await world.App.RewriteAsync(SheetWorld.Id, entry => entry with { Points = new(100) });
            var (_, tag) = await SheetWorld.ReadAsync(unit);
            world.App.Faults.Reset(dieAfter: calls);
            using var answer = await unit.SendAsync(SheetWorld.Save("""{"criterion":"7","points":2}""", tag), Cancellation);
            world.App.Faults.Reset();

            var (sheet, now) = await SheetWorld.ReadAsync(again);
            Assert.Equal(Leaves, sheet["scores"]!.AsArray().Count);
            Assert.Equal(now == tag ? Leaves : Leaves + 1, sheet["scores"]!.AsArray().Sum(entry => (decimal)entry!["points"]!));
            Assert.Equal(now == tag ? Leaves : 1, (await KeysAsync(world)).Count);
            isDone = answer.IsSuccessStatusCode;
            Assert.True(!isDone || (now != tag && calls > 8), $"It makes more than {calls} calls.");
            await AuditChain.AssertWholeAsync(restarted.Tables, SheetWorld.Id.Address, Cancellation);
        }
    }

    /// <summary>The longest explanation everywhere, in letters that the client escapes.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_longest_texts_of_a_large_sheet_are_saved_and_read(bool isRewritten)
    {
        const int Leaves = 210;
        const int AtOnce = 59; // More is more than an audit row tells.
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Plain(Leaves));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        string? tag = null;
        foreach (var some in Enumerable.Range(1, Leaves).Chunk(AtOnce))
        {
            tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Longest(some, 'ế'), tag));
        }

        if (isRewritten)
        {
            await world.App.RewriteAsync(SheetWorld.Id);
        }

        // Of every row something changes, and the trail tells the longest texts on both sides.
        int[] scattered = [.. Enumerable.Range(0, AtOnce).Select(place => 1 + (place * 3))];
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(Longest(scattered, 'ở'), (await SheetWorld.ReadAsync(unit)).Tag));

        var scores = (await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray();
        Assert.Equal(Leaves, scores.Count);
        Assert.All(scores, entry => Assert.Equal(
            new(scattered.Contains(int.Parse((string)entry!["criterion"]!, null)) ? 'ở' : 'ế', ScoreEntry.LongestExplanation), (string)entry["explanation"]!));
        Assert.All(await KeysAsync(world), key => Assert.StartsWith(SheetKeys.ScoresPrefix, key, StringComparison.Ordinal));
        Assert.True((bool)(await world.App.VerifyAsync(SheetWorld.Id.Address))["holds"]!);
        Assert.Empty(await world.App.RowsAsync(SheetWorld.Id.Address, "~"));
    }

    [Fact]
    public async Task A_save_of_one_score_in_a_large_sheet_writes_one_row_of_scores()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Plain(300));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(string.Join(',', Enumerable.Range(1, 300).Select(leaf => $$"""{"criterion":"{{leaf}}","points":1}"""))));
        var before = await world.App.RowsAsync(SheetWorld.Id.Address, SheetKeys.ScoresPrefix);

        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"7","points":2}""", tag));

        var after = await world.App.RowsAsync(SheetWorld.Id.Address, SheetKeys.ScoresPrefix);
        Assert.Equal([1, 1], before.Select(row => row.GetInt64("Seq")));
        Assert.Equal([2, 1], after.Select(row => row.GetInt64("Seq")));
    }

    private static SchemeContent Plain(int leaves) => SchemeSamples.Of([.. Enumerable.Range(1, leaves).Select(number => SchemeSamples.Direct($"{number}", null, 100))]);

    private static string Longest(IEnumerable<int> leaves, char letter) =>
        string.Join(',', leaves.Select(leaf => $$"""{"criterion":"{{leaf}}","points":1,"explanation":"{{new string(letter, ScoreEntry.LongestExplanation)}}"}"""));

    /// <summary>Of the rows that hold entries.</summary>
    private static async Task<List<string>> KeysAsync(SheetWorld world) =>
        [.. (await world.App.RowsAsync(SheetWorld.Id.Address, "s")).Select(row => row.RowKey).Where(key => key != SheetKeys.Head)];
}
