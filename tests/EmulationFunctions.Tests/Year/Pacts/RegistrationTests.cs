using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>Units register what they strive for, in the time that the calendar gives.</summary>
public sealed class RegistrationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Titles = """
        {"titles":[{"title":"Cờ thi đua của UBND tỉnh"},{"title":"Chiến sĩ thi đua cơ sở","count":5,"note":"theo tỷ lệ 15 %"}],
         "targets":[{"id":"sang-kien","kind":"number","what":"sáng kiến","number":5,"unit":"sáng kiến"}],"paper":{"kind":"Bản đăng ký","number":"12/ĐK-SNV"}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_registers_and_who_has_not_is_seen()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        app.SetDay("2026-02-15");
        using var unit = await app.OfficerAsync("so-b");
        using var other = await app.OfficerAsync("so-c");

        var tag = await unit.PutsAsync($"{Registrations}/so-b", Titles);
        Assert.Equal(tag, await unit.PutsAsync($"{Registrations}/so-b", Titles)); // again: the same
        await unit.RefusedAsync(428, $"{Registrations}/so-b", Titles.Replace("5,", "6,", StringComparison.Ordinal));
        var list = await other.ReadsAsync(Registrations);
        await unit.PutsAsync($"{Registrations}/so-b", Titles.Replace("\"count\":5", "\"count\":6", StringComparison.Ordinal), (string)list["units"]![1]!["registration"]!["etag"]!);
        var changed = (await other.ReadsAsync($"{Registrations}?pageSize=1&continuation=so-a"))["units"]![0]!["registration"]!;

        Assert.Equal(["so-a", "so-b", "so-c"], list["units"]!.Units());
        Assert.Equal([false, true, false], list["units"]!.AsArray().Select(one => one!["registration"] is not null));
        Assert.Equal([("Cờ thi đua của UBND tỉnh", null, null), ("Chiến sĩ thi đua cơ sở", 6, "theo tỷ lệ 15 %")], changed["titles"]!.AsArray().Select(one => ((string)one!["title"]!, (int?)one["count"], (string?)one["note"])));
        Assert.Equal((5m, "12/ĐK-SNV"), ((decimal)changed["targets"]![0]!["target"]!["number"]!, (string)changed["paper"]!["number"]!));
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    [Fact]
    public async Task After_the_stage_only_who_is_given_time_registers_and_a_year_without_the_stage_takes_it_at_any_time()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        app.SetDay("2026-02-16");
        using var unit = await app.OfficerAsync("so-b");
        using var admin = app.Admin();

        Assert.Equal("deadline-passed", (await unit.RefusedAsync(409, $"{Registrations}/so-b", Titles)).Type());
        Assert.Equal("deadline-passed", (await admin.RefusedAsync(409, $"{Registrations}/so-b", Titles)).Type());
        await admin.PutAsync("/api/cycles/2026/units/so-b/extensions/registration", EmulationApp.Json("""{"closes":"2026-02-20","reason":"Sau ký giao ước."}"""), Cancellation).JsonAsync();
        await unit.PutsAsync($"{Registrations}/so-b", Titles);
        var bare = CycleBodyOf.Template(Bloc);
        bare["stages"] = new System.Text.Json.Nodes.JsonArray(CycleBodyOf.Stage("self-score", "2027-11-15", "2027-12-10"));
        await admin.PutCycleAsync(2027, bare).JsonAsync();
        app.SetDay("2027-05-01");
        using var later = app.Admin();
        await later.PutsAsync($"/api/cycles/2027/blocs/{Bloc}/registrations/so-b", Titles);
    }

    [Fact]
    public async Task Every_fault_of_a_registration_is_named_at_its_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        await app.HasBlocAsync("khoi-2", "so-x");
        app.SetDay("2026-02-01");
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");
        using var stranger = await app.OfficerAsync("so-x");

        Assert.Equal(["$.titles"], (await unit.RefusedAsync(400, $"{Registrations}/so-b", "{}")).Paths());
        Assert.Equal(
            ["$.titles[0].title", "$.titles[2].title", "$.targets[0].number", "$.targets[0].unit", "$.paper.kind"],
            (await unit.RefusedAsync(400, $"{Registrations}/so-b", """
                {"titles":[{"title":" "},{"title":"Lao động tiên tiến"},{"title":"Lao động tiên tiến "}],"targets":[{"id":"a","kind":"number","what":"x"}],"paper":{"kind":" ","number":"1"}}
                """)).Paths());
        Assert.Equal(["$.titles[0].count"], (await unit.RefusedAsync(400, $"{Registrations}/so-b", """{"titles":[{"title":"x","count":0}]}""")).Paths());
        await unit.RefusedAsync(403, $"{Registrations}/so-a", Titles);
        await head.RefusedAsync(404, $"{Registrations}/so-x", Titles);
        await stranger.RefusedAsync(404, $"{Registrations}/so-x", Titles);
        await stranger.GetAsync(new Uri(Registrations, UriKind.Relative), Cancellation).ProblemAsync(403);
    }
}
