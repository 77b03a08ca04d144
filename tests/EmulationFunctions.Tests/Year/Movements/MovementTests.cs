using EmulationFunctions.Common;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Pacts;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Year.Movements;

/// <summary>A movement is launched, its units answer, and what nobody recorded is no fact.</summary>
public sealed class MovementTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Village = $"{MovementList}/nong-thon-moi";

    private const string Launched = """
        {"name":"Cả tỉnh chung sức xây dựng nông thôn mới","scope":"province","form":"campaign","from":"2026-01-01","until":"2026-12-31","content":"Giúp đỡ các xã.",
         "criteria":["Có kế hoạch","Có công trình"],"launchedBy":["Chủ tịch UBND tỉnh","Khối trưởng"],"launchedOn":"2026-02-01","paper":{"kind":"Kế hoạch","number":"0125/KH-UBND"},"reviewOn":"2026-12-15","answerBy":"2026-11-30"}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_movement_is_put_down_launched_and_answered()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var deputy = await app.OfficerAsync("so-b");
        using var unit = await app.OfficerAsync("so-c");

        var tag = await deputy.PutsAsync(Village, """{"name":"Cả tỉnh chung sức xây dựng nông thôn mới","scope":"province","form":"campaign"}""");
        var bare = await unit.ReadsAsync(Village);
        await deputy.RefusedAsync(428, Village, Launched);
        tag = await deputy.PutsAsync(Village, Launched, tag);
        Assert.Equal(tag, await deputy.PutsAsync(Village, Launched)); // again: the same
        var answer = await unit.PutsAsync($"{Village}/answers/so-c", """{"response":"Nhận giúp đỡ hai xã.","paper":{"kind":"Kế hoạch","number":"15/KH-SNV","day":"2026-02-20"}}""");
        await unit.RefusedAsync(428, $"{Village}/answers/so-c", """{"result":"Xong."}""");
        await unit.PutsAsync($"{Village}/answers/so-c", """{"response":"Nhận giúp đỡ hai xã.","result":"Hai công trình.","figures":[{"what":"hồ sơ","said":"gần 8.400","number":8400}]}""", answer);
        app.SetDay("2026-12-01");
        var read = await unit.ReadsAsync(Village);

        Assert.All(new[] { "from", "until", "content", "launchedOn", "paper", "reviewOn", "answerBy" }, name => Assert.Null(bare["movement"]![name]));
        Assert.Equal(("province", "campaign", "2026-01-01", "2026-12-31"), ((string)read["movement"]!["scope"]!, (string)read["movement"]!["form"]!, (string)read["movement"]!["from"]!, (string)read["movement"]!["until"]!));
        Assert.Equal(["Chủ tịch UBND tỉnh", "Khối trưởng"], read["movement"]!["launchedBy"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(["Có kế hoạch", "Có công trình"], read["movement"]!["criteria"]!.AsArray().Select(one => (string)one!));
        Assert.Equal("0125/KH-UBND", (string)read["movement"]!["paper"]!["number"]!);
        Assert.Equal([("so-a", false, true), ("so-b", false, true), ("so-c", true, false)], read["units"]!.AsArray().Select(one => ((string)one!["unit"]!, one["answer"] is not null, (bool)one["isLate"]!)));
        var given = read["units"]![2]!["answer"]!;
        Assert.Equal(("Nhận giúp đỡ hai xã.", "Hai công trình.", "gần 8.400", 8400m), ((string)given["response"]!, (string)given["result"]!, (string)given["figures"]![0]!["said"]!, (decimal)given["figures"]![0]!["number"]!));
        Assert.Equal(["so-a", "so-b", "so-c"], Assert.Single(await app.YearNoticesAsync(), one => one.Kind == NoticeKind.MovementLaunched).Units);
        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, Address, Cancellation));
    }

    [Fact]
    public async Task A_movement_of_a_year_that_is_over_is_no_news_to_anybody()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        app.SetDay("2027-06-01");
        using var office = app.Admin();

        await office.PutsAsync(Village, Launched);

        Assert.DoesNotContain(await app.YearNoticesAsync(), one => one.Kind == NoticeKind.MovementLaunched);
    }

    [Fact]
    public async Task Movements_are_listed_in_pages()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        foreach (var id in new[] { "a", "a-1", "b" })
        {
            await head.PutsAsync($"{MovementList}/{id}", $$"""{"name":"Phong trào {{id}}","scope":"bloc","form":"regular"}""");
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await head.ReadsAsync($"{MovementList}?pageSize=1{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.AddRange(page["movements"]!.AsArray().Select(one => (string)one!["movement"]!));
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);

        Assert.Equal(["a", "a-1", "b"], seen);
        Assert.Equal(["continuation"], (await head.GetAsync(new Uri($"{MovementList}?continuation=A", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        await app.HasBlocAsync("khoi-2", "so-x");
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");

        Assert.Equal(["$.name", "$.until", "$.from"], (await head.RefusedAsync(400, Village, """{"name":" ","scope":"bloc","form":"regular","from":"2027-01-01","until":"2026-12-31"}""")).Paths());
        Assert.Equal(["$.form", "$.name", "$.scope"], (await head.RefusedAsync(400, Village, """{"scope":"nation","form":1}""")).Paths().Order(StringComparer.Ordinal));
        await unit.GetAsync(new Uri(Village, UriKind.Relative), Cancellation).ProblemAsync(404);
        await unit.RefusedAsync(404, $"{Village}/answers/so-b", """{"response":"Có."}""");
        await head.PutsAsync(Village, Launched);
        Assert.Equal(["$.response"], (await unit.RefusedAsync(400, $"{Village}/answers/so-b", """{"response":" "}""")).Paths());
        await unit.RefusedAsync(403, $"{Village}/answers/so-a", """{"response":"Có."}""");
        await head.RefusedAsync(404, $"{Village}/answers/so-x", """{"response":"Có."}""");
        await unit.RefusedAsync(412, $"{Village}/answers/so-b", """{"response":"Có."}""", "\"1\"");

        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, Address, Cancellation));
    }
}
