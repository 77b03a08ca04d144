using EmulationFunctions.Province.Texts;
using EmulationFunctions.Tests.Year.Plans;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Province.Texts;

/// <summary>The office keeps a register of the legal texts that papers cite; everybody asks it what is in force on a day.</summary>
public sealed class LegalTextTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Texts = "/api/legal-texts";
    private const string Law = """{"paper":{"kind":"Luật","number":"06/2026/QH16","day":"2026-04-23","issuer":"Quốc hội"},"from":"2026-10-01"}""";

    private const string Decree = """
        {"paper":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-06-14","issuer":"Chính phủ","subject":"thi đua, khen thưởng"},"from":"2025-07-01","until":"2027-02-28",
         "provisions":[{"name":"khoản 4 Điều 33","until":"2026-09-30","replacedBy":"luat-06-2026"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decree_that_ends_part_by_part_is_asked_about_by_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        app.SetDay("2026-11-28");
        await office.DoesAsync(Put($"{Texts}/luat-06-2026", Law));
        var (put, tag) = await office.DoesAsync(Put($"{Texts}/nghi-dinh-152-2025", Decree));
        await office.DoesAsync(Put($"{Texts}/thong-tu-01-2024", """{"paper":{"kind":"Thông tư","number":"01/2024/TT-BNV","day":"2024-02-24"},"until":"2025-08-04"}"""));

        Assert.Equal(tag, (await office.DoesAsync(Put($"{Texts}/nghi-dinh-152-2025", Decree))).Tag); // again: nothing changes, and no If-Match is asked for
        Assert.Equal(("inPart", "ended", "2026-11-28"), ((string)put["validity"]!, (string)put["provisions"]![0]!["validity"]!, (string)put["day"]!));
        Assert.Equal("inForce", (string)(await office.ReadsAsync($"{Texts}/nghi-dinh-152-2025?day=2026-09-30")).Body["validity"]!);
        Assert.Equal("notYet", (string)(await office.ReadsAsync($"{Texts}/nghi-dinh-152-2025?day=2025-06-30")).Body["validity"]!);
        Assert.Equal(["nghi-dinh-152-2025", "thong-tu-01-2024"], await IdsAsync(office, "?inForceOn=2025-08-04"));
        Assert.Equal(["luat-06-2026", "nghi-dinh-152-2025"], await IdsAsync(office, "?inForceOn=2027-02-28"));
        Assert.Equal(["luat-06-2026"], await IdsAsync(office, "?inForceOn=2027-03-01"));
        Assert.Equal(["luat-06-2026", "nghi-dinh-152-2025", "thong-tu-01-2024"], await IdsAsync(office, ""));
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, TextTable.Address, Cancellation));
    }

    [Fact]
    public async Task Texts_come_in_pages_and_none_is_lost_between_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        foreach (var id in new[] { "a", "a-1", "a1", "b" })
        {
            await office.DoesAsync(Put($"{Texts}/{id}", """{"paper":{"kind":"Luật","number":"1","day":"2020-01-01"}}"""));
        }

        var found = new List<string>();
        string? after = null;
        do
        {
            var page = (await office.GetAsync($"{Texts}?inForceOn=2026-01-01&pageSize=1&continuation={after}", Cancellation).JsonAsync())!;
            found.AddRange(page["texts"]!.AsArray().Select(text => (string)text!["text"]!));
            after = (string?)page["continuation"];
        }
        while (after is not null);

        Assert.Equal(["a", "a-1", "a1", "b"], found);
        await office.GetAsync($"{Texts}?continuation=A", Cancellation).ProblemAsync(400);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var missing = await office.SendAsync(Put($"{Texts}/nghi-dinh-152-2025", Decree.Replace("\"until\":\"2027-02-28\"", "\"until\":\"2027-02-28\",\"replacedBy\":\"khac\"", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        var itself = await office.SendAsync(Put($"{Texts}/luat-06-2026", Law.Replace("\"from\":\"2026-10-01\"", "\"from\":\"2026-10-01\",\"until\":\"2026-09-01\",\"replacedBy\":\"luat-06-2026\"", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        var form = await office.SendAsync(Put($"{Texts}/luat-06-2026", $$"""{"paper":{"kind":"{{new string('x', 101)}}","day":"1/1/2020"},"provisions":[{"from":"2026-01-01"}],"more":1}"""), Cancellation).ProblemAsync(400);
        var days = await office.GetAsync($"{Texts}?inForceOn=1/1/2026", Cancellation).ProblemAsync(400);

        Assert.Equal(["$.replacedBy", "$.provisions[0].replacedBy"], missing.Paths());
        Assert.Equal(["$.until", "$.replacedBy"], itself.Paths());
        Assert.Equal(["$.more", "$.paper.day", "$.paper.kind", "$.paper.number", "$.provisions[0].name"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["inForceOn"], days.Paths());
        await office.GetAsync($"{Texts}/luat-06-2026", Cancellation).ProblemAsync(404);
        Assert.Empty(await IdsAsync(office, ""));
    }

    [Fact]
    public async Task Nobody_overwrites_what_he_has_not_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        await office.SendAsync(Put($"{Texts}/luat", Law, "\"1\""), Cancellation).ProblemAsync(412); // there is nothing yet
        var (_, tag) = await office.DoesAsync(Put($"{Texts}/luat", Law));
        var changed = Law.Replace("2026-10-01", "2026-11-01", StringComparison.Ordinal);
        await office.SendAsync(Put($"{Texts}/luat", changed), Cancellation).ProblemAsync(428);
        await office.SendAsync(Put($"{Texts}/luat", changed, "\"77\""), Cancellation).ProblemAsync(412);
        await office.DoesAsync(Put($"{Texts}/luat", changed, tag));

        Assert.Equal("2026-11-01", (string)(await office.ReadsAsync($"{Texts}/luat")).Body["from"]!);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient client, string query) =>
        [.. (await client.GetAsync(Texts + query, Cancellation).JsonAsync())["texts"]!.AsArray().Select(text => (string)text!["text"]!)];
}
