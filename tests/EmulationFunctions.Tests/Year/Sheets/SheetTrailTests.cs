using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

public sealed class SheetTrailTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Changes = $"{SheetWorld.Sheet}/changes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_acts_for_several_units_returns_a_sheet_as_the_head()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await world.App.Services.GetRequiredService<OfficerTable>().PutAsync(
            IssuerFixture.Tenant, new(EmulationApp.ObjectId(SheetWorld.Head), SheetWorld.Other, IsApplication: false, 0), new([]), Actor.System, Cancellation);
        var tag = await SheetWorld.SubmittedAsync(unit);
        await SheetWorld.DoneAsync(head, SheetWorld.Post($"{SheetWorld.Sheet}/return", tag, """{"reason":"Xem lại mục II"}"""));

        var latest = (await unit.GetAsync(Changes, Cancellation).JsonAsync())["changes"]![0]!;

        Assert.Equal(("ReturnSheet", "appraiser", SheetWorld.Head), ((string)latest["function"]!, (string)latest["by"]!, (string)latest["unit"]!));
    }

    [Fact]
    public async Task Every_change_says_who_what_when_and_why_with_old_and_new()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        world.App.SetDay("2026-12-02", 9);
        var request = SheetWorld.Save("", tag);
        request.Content = EmulationApp.Json("""{"scores":[{"criterion":"I.1","points":39,"explanation":"Đã sửa"},{"criterion":"I.2"}],"reason":"Nhập nhầm"}""");
        tag = await SheetWorld.DoneAsync(unit, request);
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":4}""", tag));
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
        await SheetWorld.DoneAsync(head, SheetWorld.Post($"{SheetWorld.Sheet}/return", tag, """{"reason":"Xem lại mục II"}"""));

        var first = await unit.GetAsync($"{Changes}?pageSize=3", Cancellation).JsonAsync();
        var second = await unit.GetAsync($"{Changes}?pageSize=3&continuation={(string)first["continuation"]!}", Cancellation).JsonAsync();

        var changes = first["changes"]!.AsArray().Concat(second["changes"]!.AsArray()).Select(change => change!).ToList();
        Assert.Equal([5, 4, 3, 2, 1], changes.Select(change => (int)change["number"]!));
        Assert.Equal(["ReturnSheet", "SubmitSheet", "SaveScores", "SaveScores", "SaveScores"], changes.Select(change => (string)change["function"]!));
        Assert.Null(second["continuation"]);
        Assert.Equal(("appraiser", SheetWorld.Head, "Xem lại mục II"), ((string)changes[0]["by"]!, (string)changes[0]["unit"]!, (string)changes[0]["reason"]!));
        Assert.DoesNotContain(EmulationApp.ObjectId(SheetWorld.Unit).ToString(), first.ToJsonString() + second.ToJsonString(), StringComparison.Ordinal);
        var mend = changes[3];
        Assert.Equal(
            ("unit", SheetWorld.Unit, "Nhập nhầm", DateTimeOffset.Parse("2026-12-02T09:00:00+07:00", null)),
            ((string)mend["by"]!, (string)mend["unit"]!, (string)mend["reason"]!, (DateTimeOffset)mend["at"]!));
        Assert.Equal((38.25m, 39m, "Đã sửa"), ((decimal)mend["scores"]![0]!["before"]!["points"]!, (decimal)mend["scores"]![0]!["after"]!["points"]!, (string)mend["scores"]![0]!["after"]!["explanation"]!));
        Assert.Equal(3, (int)mend["scores"]![1]!["before"]!["count"]!);
        Assert.Null(mend["scores"]![1]!["after"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Replaying_the_trail_rebuilds_what_was_entered(int seed)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var random = new Random(seed);
        string? tag = null;
        for (var step = 0; step < 25; step++)
        {
            var saved = await unit.SendAsync(SheetWorld.Save(string.Join(',', SomeEntries(random)), tag), Cancellation);
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
            tag = saved.Headers.ETag!.Tag is "\"0\"" ? null : saved.Headers.ETag.Tag;
            if (random.Next(8) == 0)
            {
                tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete, tag));
                tag = await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag));
                tag = await SheetWorld.DoneAsync(head, SheetWorld.Post($"{SheetWorld.Sheet}/return", tag, $$"""{"reason":"Lần {{step}}"}"""));
            }
        }

        var entered = (await SheetWorld.ReadAsync(unit)).Sheet["scores"]!.AsArray().Select(entry => Entry(entry!)).ToHashSet();
        var changes = (await unit.GetAsync($"{Changes}?pageSize=100", Cancellation).JsonAsync())["changes"]!.AsArray().Select(change => change!).Reverse();

        var replayed = new Dictionary<string, ScoreEntry>();
        foreach (var change in changes.SelectMany(change => change["scores"]?.AsArray() ?? []))
        {
            var code = (string)change!["criterion"]!;
            Assert.Equal(replayed.GetValueOrDefault(code), change["before"] is { } before ? Entry(before) : null);
            if (change["after"] is { } after)
            {
                replayed[code] = Entry(after);
            }
            else
            {
                replayed.Remove(code);
            }
        }

        Assert.NotEmpty(entered);
        Assert.Equal(entered, replayed.Values.ToHashSet());
    }

    private static ScoreEntry Entry(JsonNode node) => RowText.Read<ScoreEntry>(node.ToJsonString());

    private static IEnumerable<string> SomeEntries(Random random)
    {
        string[] kinds = ["I.1", "I.2", "II", "T", "P.đ"];
        foreach (var code in kinds.Where(_ => random.Next(2) == 0))
        {
            var value = (random.Next(5), code) switch
            {
                (0, _) => "",
                (_, "I.2") => $",\"count\":{random.Next(5)}",
                (_, "II") => $",\"points\":{random.Next(2) * 40}",
                (_, "T" or "P.đ") => $",\"points\":{random.Next(300) / 100m}",
                _ => $",\"points\":{random.Next(4000) / 100m}",
            };
            var explanation = random.Next(3) == 0 ? $",\"explanation\":\"Giải trình {random.Next(1000)} \\\"đ\\\"\"" : "";
            yield return $"{{\"criterion\":\"{code}\"{value}{explanation}}}";
        }
    }
}
