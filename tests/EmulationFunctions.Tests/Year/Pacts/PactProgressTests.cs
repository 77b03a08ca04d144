using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>Units report how far they are, and everybody in the bloc sees who has and who is late.</summary>
public sealed class PactProgressTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Targeted = """
        {"title":"Giao ước thi đua năm 2026","isForSigning":true,"reportBy":["2026-06-30","2026-12-10"],"targets":[
         {"id":"hoan-thanh","kind":"percentage","what":"hoàn thành nhiệm vụ","percent":100},{"id":"xuat-sac","kind":"percentage","what":"xuất sắc","percent":15,"within":"hoan-thanh"},
         {"id":"ho-so","kind":"number","what":"hồ sơ giải quyết","number":8000,"unit":"hồ sơ"},{"id":"cong-so","kind":"title","what":"Cơ quan","titles":["Công sở văn hóa"]}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_reports_in_words_and_as_a_number_and_who_has_not_is_late()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        await head.PutsAsync(Pact, Targeted);
        app.SetDay("2026-06-30");
        await member.PutsAsync(Report("ho-so", "so-b", "2026-06-30"), """{"said":"gần 8.400","number":8400}""");
        await member.PutsAsync(Report("hoan-thanh", "so-b", "2026-06-30"), """{"number":99.5}""");
        await member.PutsAsync(Report("cong-so", "so-b", "2026-06-30"), """{"said":"đã được công nhận","isReached":true}""");
        var onItsDay = await member.ReadsAsync($"{Pact}/progress");
        app.SetDay("2026-07-01");
        await head.PutsAsync(Report("ho-so", "so-c", "2026-06-30"), """{"said":"khoảng 100"}""");

        var late = await member.ReadsAsync($"{Pact}/progress");

        Assert.All(onItsDay["units"]!.AsArray(), unit => Assert.Empty(unit!["late"]!.AsArray()));
        Assert.Null(onItsDay["due"]);
        Assert.Equal("2026-06-30", (string)late["due"]!);
        Assert.Equal(
            ["so-a: hoan-thanh xuat-sac ho-so cong-so", "so-b: xuat-sac", "so-c: hoan-thanh xuat-sac cong-so"],
            late["units"]!.AsArray().Select(unit => $"{unit!["unit"]}: {string.Join(' ', unit["late"]!.AsArray())}"));
        Assert.Equal(
            [("cong-so", "đã được công nhận", null, true), ("ho-so", "gần 8.400", 8400m, true), ("hoan-thanh", null, 99.5m, false)],
            late["units"]![1]!["reports"]!.AsArray().Select(one => ((string)one!["target"]!, (string?)one["said"], (decimal?)one["number"], (bool?)one["isReached"])));
        Assert.Null(late["units"]![2]!["reports"]![0]!["isReached"]);
        Assert.Equal(5, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    [Fact]
    public async Task A_report_is_corrected_by_who_has_read_it_and_another_day_is_another_report()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        await head.PutsAsync(Pact, Targeted);

        await member.PutsAsync(Report("ho-so", "so-b", "2026-02-28"), """{"number":100}""");
        var tag = await member.PutsAsync(Report("ho-so", "so-b", "2026-03-06"), """{"number":200}""");
        Assert.Equal(tag, await member.PutsAsync(Report("ho-so", "so-b", "2026-03-06"), """{"number":200.0}"""));
        await member.RefusedAsync(428, Report("ho-so", "so-b", "2026-03-06"), """{"number":300}""");
        await member.RefusedAsync(412, Report("ho-so", "so-b", "2026-03-06"), """{"number":300}""", "\"1\"");
        var shown = (await member.ReadsAsync($"{Pact}/progress"))["units"]![1]!["reports"]!.AsArray();
        await member.PutsAsync(Report("ho-so", "so-b", "2026-03-06"), """{"number":300.25}""", (string)shown[1]!["etag"]!);

        var reports = (await member.ReadsAsync($"{Pact}/progress"))["units"]![1]!["reports"]!.AsArray();
        Assert.Equal([("2026-02-28", 100m), ("2026-03-06", 300.25m)], reports.Select(one => ((string)one!["day"]!, (decimal)one["number"]!)));
    }

    [Fact]
    public async Task Every_fault_of_a_report_is_named_at_its_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        await app.HasBlocAsync("khoi-2", "so-x");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        await member.RefusedAsync(404, Report("ho-so", "so-b", "2026-03-06"), """{"number":1}"""); // no pact yet
        await head.PutsAsync(Pact, Targeted);

        Assert.Equal(["day", "$.said"], (await member.RefusedAsync(400, Report("ho-so", "so-b", "2026-03-08"), "{}")).Paths());
        Assert.Equal(["day"], (await member.RefusedAsync(400, Report("ho-so", "so-b", "2025-12-31"), """{"number":1}""")).Paths());
        Assert.Equal(["day"], (await member.RefusedAsync(400, Report("ho-so", "so-b", "2026-02-30"), """{"number":1}""")).Paths());
        Assert.Equal(["$.number"], (await member.RefusedAsync(400, Report("cong-so", "so-b", "2026-03-06"), """{"number":1}""")).Paths());
        Assert.Equal(["$.number"], (await member.RefusedAsync(400, Report("xuat-sac", "so-b", "2026-03-06"), """{"number":100.5}""")).Paths());
        Assert.Equal(["$.number"], (await member.RefusedAsync(400, Report("ho-so", "so-b", "2026-03-06"), """{"number":0.00001}""")).Paths());
        Assert.Equal(["$.more", "$.said"], (await member.RefusedAsync(400, Report("ho-so", "so-b", "2026-03-06"), """{"said":"","more":1}""")).Paths().Order(StringComparer.Ordinal));
        await member.RefusedAsync(404, Report("khong-co", "so-b", "2026-03-06"), """{"number":1}""");
        await member.RefusedAsync(403, Report("ho-so", "so-a", "2026-03-06"), """{"number":1}""");
        await head.RefusedAsync(404, Report("ho-so", "so-x", "2026-03-06"), """{"number":1}""");
    }

    [Fact]
    public async Task What_was_reported_of_a_target_that_the_pact_has_dropped_is_still_shown_in_pages_of_units()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so", "so-b", "so-b-1");
        using var head = await app.OfficerAsync("so");
        var tag = await head.PutsAsync(Pact, Targeted);
        foreach (var unit in new[] { "so", "so-b", "so-b-1" })
        {
            await head.PutsAsync(Report("ho-so", unit, "2026-03-01"), """{"number":9000}""");
        }

        await head.PutsAsync(Pact, Plain, tag);
        var seen = new List<JsonNode>();
        string? continuation = null;
        do
        {
            var page = await head.ReadsAsync($"{Pact}/progress?pageSize=1{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.Add(Assert.Single(page["units"]!.AsArray())!);
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);

        Assert.Equal(["so", "so-b", "so-b-1"], seen.Select(unit => (string)unit["unit"]!));
        Assert.All(seen, unit => Assert.Equal(("ho-so", 9000m, null), ((string)unit["reports"]![0]!["target"]!, (decimal)unit["reports"]![0]!["number"]!, (bool?)unit["reports"]![0]!["isReached"])));
        Assert.Equal(["continuation"], (await head.GetAsync(new Uri($"{Pact}/progress?continuation=A", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
    }

    private static string Report(string target, string unit, string day) => $"{Pact}/targets/{target}/progress/{unit}/{day}";
}
