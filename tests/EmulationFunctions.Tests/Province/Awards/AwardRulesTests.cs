using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Province.Awards;

/// <summary>The rules of awards are data: versions with a first day, each rule with its source; a shipped version is there from the beginning.</summary>
public sealed class AwardRulesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Rules = "/api/award-rules";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_rules_are_there_before_anybody_put_down_others_and_say_what_was_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var reader = app.Holding("Emulation.Reader");

        var shipped = await reader.GetsAsync(Rules);

        Assert.Equal(("mau", true, false, "2025-07-01"), ((string)shipped["rules"]!, (bool)shipped["isTemplate"]!, (bool)shipped["isInUse"]!, (string)shipped["content"]!["from"]!));
        var flag = shipped["content"]!["awards"]!.AsArray().Single(one => (string)one!["code"]! == "co-thi-dua-chinh-phu")!;
        var vote = flag["votes"]!.AsArray().Single(one => (string)one!["body"]! == "council")!;
        Assert.Equal((80, 100, "allVoters", "read", "nghi-dinh-152-2025", "khoản 5 Điều 33"), (
            (int)vote["threshold"]!["part"]!, (int)vote["threshold"]!["of"]!, (string)vote["base"]!, (string)vote["source"]!["reading"]!, (string)vote["source"]!["text"]!, (string)vote["source"]!["article"]!));
        var cited = shipped["cited"]!.AsArray().Single(one => (string?)one!["article"] == "khoản 5 Điều 33")!;
        Assert.Equal("inForce", (string)cited["validity"]!);
        Assert.StartsWith("khoản 5 Điều 33 Nghị định 152/2025/NĐ-CP", (string)cited["cited"]!, StringComparison.Ordinal);
        Assert.Equal("ended", (string)shipped["cited"]!.AsArray().First(one => (string)one!["text"]! == "luat-06-2022")!["validity"]!);
        Assert.Equal("mau", (string)Assert.Single((await reader.GetsAsync($"{Rules}/versions"))["versions"]!.AsArray())!["rules"]!);
    }

    [Fact]
    public async Task The_register_of_texts_says_how_a_provision_stands_before_the_shipped_one_does()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var office = app.Admin();
        await office.DoneAsync(Put("/api/legal-texts/nghi-dinh-152-2025", """
            {"paper":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-06-14"},"from":"2025-07-01","provisions":[{"name":"khoản 5 Điều 33","until":"2026-09-30"}]}
            """));

        var now = await office.GetsAsync(Rules);
        var before = await office.GetsAsync($"{Rules}?day=2026-09-30");

        Assert.Equal(("ended", "inForce"), (Validity(now), Validity(before)));

        static string Validity(JsonNode rules) => (string)rules["cited"]!.AsArray().Single(one => (string?)one!["article"] == "khoản 5 Điều 33")!["validity"]!;
    }

    [Fact]
    public async Task A_version_holds_from_its_day_until_the_next_and_of_its_rules_those_that_hold_on_the_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var office = app.Admin();
        var shipped = (await office.GetsAsync(Rules))["content"]!;

        var first = await office.DoneAsync(Put($"{Rules}/quy-dinh-2026", With(shipped, "2026-02-01", "Cờ của tỉnh")));
        Assert.Equal(first, await office.DoneAsync(Put($"{Rules}/quy-dinh-2026", With(shipped, "2026-02-01", "Cờ của tỉnh")))); // the same again
        await office.DoneAsync(Put($"{Rules}/quy-dinh-2027", With(shipped, "2027-01-01", "Cờ của tỉnh mới")));

        var listed = (await office.GetsAsync($"{Rules}/versions"))["versions"]!.AsArray();
        Assert.Equal(
            [("mau", "2025-07-01", "2026-01-31"), ("quy-dinh-2026", "2026-02-01", "2026-12-31"), ("quy-dinh-2027", "2027-01-01", null)],
            listed.Select(one => ((string)one!["rules"]!, (string)one["from"]!, (string?)one["until"])));
        var table = app.Services.GetRequiredService<AwardRulesTable>();
        foreach (var (day, version) in new[] { ("2024-01-01", "mau"), ("2026-01-31", "mau"), ("2026-02-01", "quy-dinh-2026"), ("2026-12-31", "quy-dinh-2026"), ("2027-01-01", "quy-dinh-2027") })
        {
            Assert.Equal(version, (await table.AtAsync(DateOnly.Parse(day, null), Cancellation)).Version);
            Assert.Equal(version, (string)(await office.GetsAsync($"{Rules}?day={day}"))["rules"]!);
        }

        Assert.Single((await table.AtAsync(new(2025, 12, 31), Cancellation)).Find("co-thi-dua-ubnd-tinh")!.Votes, vote => vote.Body == VotingBody.Council);
        Assert.Equal("khoản 7 Điều 30", (await table.AtAsync(new(2025, 12, 31), Cancellation)).Find("co-thi-dua-ubnd-tinh")!.VoteOf(VotingBody.Council)!.Source.Article);
        await AuditChain.AssertWholeAsync(app.Tables, AwardRulesTable.Address, Cancellation);
    }

    [Fact]
    public async Task A_version_is_changed_only_by_who_has_read_it_and_the_shipped_one_by_who_puts_it_down()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var office = app.Admin();
        var shipped = (await office.GetsAsync(Rules))["content"]!;

        var tag = await office.DoneAsync(Put($"{Rules}/mau", With(shipped, "2025-07-01", "Cờ")));
        await office.RefusedAsync(428, Put($"{Rules}/mau", With(shipped, "2025-07-01", "Cờ khác")));
        await office.RefusedAsync(412, Put($"{Rules}/mau", With(shipped, "2025-07-01", "Cờ khác"), "\"99\""));
        var only = JsonNode.Parse(With(shipped, "2025-07-01", "Cờ khác"))!;
        only["awards"]!.AsArray().RemoveAt(0); // the province's flag, the fifth of which the government's were
        await office.DoneAsync(Put($"{Rules}/mau", only.ToJsonString(), tag));

        var now = await office.GetsAsync(Rules);
        Assert.Equal((false, 5), ((bool)now["isTemplate"]!, now["content"]!["awards"]!.AsArray().Count));
        Assert.Equal("Cờ khác", (string)now["content"]!["awards"]![0]!["title"]!);
        await office.GetAsync(new Uri($"{Rules}?rules=la", UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-11-28");
        using var office = app.Admin();
        var shipped = (await office.GetsAsync(Rules))["content"]!;
        var bad = JsonNode.Parse(With(shipped, "2026-02-01", "Cờ"))!;
        bad["awards"]![0]!["source"]!["text"] = "van-ban-la";
        bad["awards"]![1]!["quotas"]![0]!["share"] = JsonNode.Parse("""{"part":1,"of":5}""");

        var refused = await office.RefusedAsync(400, Put($"{Rules}/quy-dinh-2026", bad.ToJsonString()));
        var sameDay = await office.RefusedAsync(400, Put($"{Rules}/quy-dinh-2026", With(shipped, "2025-07-01", "Cờ")));
        var form = await office.RefusedAsync(400, Put($"{Rules}/quy-dinh-2026", """{"from":"2026-02-01","awards":[{"code":"A b","title":"x","kind":"flag"}]}"""));

        Assert.Equal(["$.awards[0].source.text", "$.awards[1].quotas[0]", "$.awards[1].quotas[0].base"], refused.Paths());
        Assert.Equal(["$.from"], sameDay.Paths());
        Assert.Equal(["$.awards[0].code", "$.awards[0].kind", "$.awards[0].level", "$.awards[0].source", "$.awards[0].subject"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Single((await office.GetsAsync($"{Rules}/versions"))["versions"]!.AsArray());
        await office.GetAsync(new Uri($"{Rules}?day=1/1/2026", UriKind.Relative), Cancellation).ProblemAsync(400);
        await office.GetAsync(new Uri($"{Rules}?rules=A", UriKind.Relative), Cancellation).ProblemAsync(400);
    }

    private static string With(JsonNode content, string from, string title)
    {
        var changed = content.DeepClone();
        changed["from"] = from;
        changed["awards"]![1]!["title"] = title;
        return changed.ToJsonString();
    }
}
