using System.Text.Json.Nodes;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Tests.Province.Calendar;

public sealed class ExtensionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Economy = "khoi-kinh-te";
    private const string Finance = "so-tai-chinh";
    private const string Address = $"/api/cycles/2026/units/{Finance}/extensions/self-score";

    [Fact]
    public async Task An_extended_unit_has_until_the_last_second_of_its_own_day_and_nobody_else_has()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();

        await admin.PutAsync(Address, Until("2026-12-14"), null).JsonAsync();

        app.SetDay("2026-12-14", 23, 59, 59);
        Assert.True(await IsOpenAsync(app, Finance));
        Assert.False(await IsOpenAsync(app, "so-xay-dung"));
        app.SetDay("2026-12-15", 0);
        Assert.False(await IsOpenAsync(app, Finance));
    }

    [Fact]
    public async Task An_extension_can_be_read_and_is_listed_with_its_reason()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        var tag = await admin.PutAsync(Address, Until("2026-12-14", "Thiên tai"), null).TagAsync();

        var read = await admin.AskAsync(Address).JsonAsync();
        var listed = await admin.AskAsync("/api/cycles/2026/extensions").JsonAsync();

        var given = JsonNode.Parse("""{"unit":"so-tai-chinh","unitName":"Đơn vị so-tai-chinh","period":"nam","stage":"self-score","closes":"2026-12-14","reason":"Thiên tai"}""");
        Assert.True(JsonNode.DeepEquals(given, read));
        Assert.Equal(read.ToJsonString(), Assert.Single(listed["extensions"]!.AsArray())!.ToJsonString());
        Assert.Equal(tag, await admin.AskAsync(Address).TagAsync());
    }

    [Fact]
    public async Task Extensions_are_listed_in_pages()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        await admin.PutAsync(Address, Until("2026-12-14"), null).JsonAsync();
        await admin.PutAsync($"/api/cycles/2026/units/so-xay-dung/extensions/self-score", Until("2026-12-14"), null).JsonAsync();

        var first = await admin.AskAsync("/api/cycles/2026/extensions?pageSize=1").JsonAsync();
        var second = await admin.AskAsync($"/api/cycles/2026/extensions?pageSize=1&continuation={Uri.EscapeDataString((string)first["continuation"]!)}").JsonAsync();

        Assert.Equal(Finance, (string)Assert.Single(first["extensions"]!.AsArray())!["unit"]!);
        Assert.Equal("so-xay-dung", (string)Assert.Single(second["extensions"]!.AsArray())!["unit"]!);
        Assert.Equal(["continuation"], (await admin.AskAsync("/api/cycles/2026/extensions?continuation=rubbish").ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task Another_extension_takes_its_place_when_the_first_was_read()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        var first = await admin.PutAsync(Address, Until("2026-12-20"), null).TagAsync();

        var again = await admin.PutAsync(Address, Until("2026-12-20"), null).TagAsync();
        await admin.PutAsync(Address, Until("2026-12-12"), null).ProblemAsync(428);
        await admin.PutAsync(Address, Until("2026-12-12"), "\"999\"").ProblemAsync(412);
        await admin.PutAsync(Address, Until("2026-12-12"), first).JsonAsync();

        Assert.Equal(first, again);
        app.SetDay("2026-12-13");
        Assert.False(await IsOpenAsync(app, Finance));
    }

    [Theory]
    [InlineData("2026-12-10", "Thiên tai", "$.closes")] // the bloc's own deadline
    [InlineData("2026-11-30", "Thiên tai", "$.closes")] // earlier
    [InlineData("2028-01-01", "Thiên tai", "$.closes")] // years away
    [InlineData("2026-12-14", "", "$.reason")]
    [InlineData("2026-12-14", "   ", "$.reason")]
    [InlineData("14/12/2026", "Thiên tai", "$.closes")]
    public async Task Time_is_only_given_for_later_and_with_a_reason(string closes, string reason, string path)
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();

        var problem = await admin.PutAsync(Address, Until(closes, reason), null).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    [Fact]
    public async Task A_bloc_with_days_of_its_own_is_what_an_extension_is_measured_by()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await app.HasBlocAsync(Economy, Finance);
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy).With(0, CycleBodyOf.Stage("self-score", "2026-11-01", "2026-12-01"))).JsonAsync();

        await admin.PutAsync(Address, Until("2026-12-01"), null).ProblemAsync(400);
        await admin.PutAsync(Address, Until("2026-12-02"), null).JsonAsync();
    }

    [Theory]
    [InlineData("/api/cycles/2025/units/so-tai-chinh/extensions/self-score", 404)] // no such year
    [InlineData("/api/cycles/2026/units/so-la/extensions/self-score", 404)] // no such unit
    [InlineData("/api/cycles/2026/units/so-tai-chinh/extensions/self-score?period=quy-1", 404)] // no such period
    [InlineData("/api/cycles/2026/units/so-ngoai-vu/extensions/self-score", 409)] // in no bloc of the year
    [InlineData("/api/cycles/2026/units/so-tai-chinh/extensions/selfscore", 400)] // not a stage
    [InlineData("/api/cycles/2026/units/so-tai-chinh/extensions/self-score?period=Q%C3%BA", 400)]
    [InlineData("/api/cycles/2026/units/so%23a/extensions/self-score", 400)]
    public async Task There_is_nothing_to_extend(string address, int status)
    {
        await using var app = await WithYearAsync();
        await app.HasBlocAsync("khoi-khac", "so-ngoai-vu");
        using var admin = app.Admin();

        await admin.PutAsync(address, Until("2026-12-14"), null).ProblemAsync(status);
    }

    [Fact]
    public async Task Time_given_after_the_year_was_over_opens_it_again()
    {
        await using var app = await WithYearAsync();
        app.SetDay("2027-02-05");
        using var admin = app.Admin();
        var before = await admin.AskAsync("/api/cycles/2026").JsonAsync();

        await admin.PutAsync($"/api/cycles/2026/units/{Finance}/extensions/submission", Until("2027-02-15"), null).JsonAsync();
        var after = await admin.AskAsync("/api/cycles/2026").JsonAsync();
        var cycle = await app.Cycles().FindForAsync(2026, Economy, Finance, TestContext.Current.CancellationToken);

        Assert.Equal("closed", (string)before["state"]!);
        Assert.Equal("open", (string)after["state"]!);
        Assert.True(cycle!.IsOpen(Economy, Finance, StageKind.Submission, new(2027, 2, 5)));
        Assert.False(cycle.IsOpen(Economy, "so-xay-dung", StageKind.Submission, new(2027, 2, 5)));
    }

    [Fact]
    public async Task Changing_the_year_s_calendar_keeps_extensions_and_an_extension_keeps_the_year_s_version()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        var tag = await admin.AskAsync("/api/cycles/2026").TagAsync();
        await admin.PutAsync(Address, Until("2026-12-14"), null).JsonAsync();

        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy).With(0, CycleBodyOf.Stage("half-year", "2026-07-01", "2026-07-15")), tag).JsonAsync();

        app.SetDay("2026-12-14");
        Assert.True(await IsOpenAsync(app, Finance));
    }

    [Fact]
    public async Task The_office_extends_and_the_unit_and_those_who_oversee_may_look()
    {
        await using var app = await WithYearAsync();
        using var admin = app.Admin();
        using var nobody = app.Nobody();
        using var reader = app.Holding("Emulation.Reader");
        using var unit = await app.OfficerAsync(Finance);
        using var other = await app.OfficerAsync("so-xay-dung");
        await admin.PutAsync(Address, Until("2026-12-14"), null).JsonAsync();

        await nobody.PutAsync(Address, Until("2026-12-15"), null).ProblemAsync(401);
        await nobody.AskAsync(Address).ProblemAsync(401);
        foreach (var client in new[] { reader, unit, other })
        {
            await client.PutAsync(Address, Until("2026-12-15"), null).ProblemAsync(403);
        }

        await reader.AskAsync(Address).JsonAsync();
        await unit.AskAsync(Address).JsonAsync();
        await other.AskAsync(Address).ProblemAsync(403);
        await reader.AskAsync("/api/cycles/2026/extensions").JsonAsync();
        await unit.AskAsync("/api/cycles/2026/extensions").ProblemAsync(403);
    }

    private async Task<EmulationApp> WithYearAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync(Economy, Finance, "so-xay-dung");
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy)).JsonAsync();
        return app;
    }

    /// <summary>What a save of scores would ask.</summary>
    private static async Task<bool> IsOpenAsync(EmulationApp app, string unit)
    {
        var today = new EmulationFunctions.Common.VietnamTime().Today(app.Clock);
        return (await app.Cycles().FindForAsync(2026, Economy, unit, TestContext.Current.CancellationToken))!.IsOpen(Economy, unit, StageKind.SelfScore, today);
    }

    private static JsonObject Until(string closes, string reason = "Thiên tai") => new() { ["closes"] = closes, ["reason"] = reason };
}
