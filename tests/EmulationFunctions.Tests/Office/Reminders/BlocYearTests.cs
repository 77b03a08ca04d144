using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Pacts;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>What a bloc's year asks for, on one page, in reminders, when a new year begins, and when names are erased.</summary>
public sealed class BlocYearTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Signer = ""","paper":{"scan":"ban-ky","day":"2026-03-05"},"signer":{"name":"Ông A","post":"Giám đốc"}""";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_head_sees_who_has_not_signed_and_a_unit_sees_how_many_and_itself()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-a");
        using var member = await app.OfficerAsync("so-c");

        var seen = await head.ReadsAsync($"{PactsOf.Year}/year");
        var own = Signing(await member.ReadsAsync($"{PactsOf.Year}/year"));

        Assert.Equal(("so-a", "so-b", 3), ((string)seen["head"]!, (string)seen["deputy"]!, (int)seen["members"]!));
        var signing = Signing(seen);
        Assert.Equal(("due", "2026-03-31", 3, 1), ((string)signing["state"]!, (string)signing["due"]!, (int)signing["total"]!, (int)signing["done"]!));
        Assert.Equal(["so-b", "so-c"], signing["missing"]!.Units());
        Assert.All(signing["missing"]!.AsArray(), one => Assert.Equal(24, (int)one!["daysLeft"]!));
        Assert.Equal((3, 1, "so-c"), ((int)own["total"]!, (int)own["done"]!, (string)Assert.Single(own["missing"]!.AsArray())!["unit"]!));
    }

    /// <summary>What the page tells of a year that is over, and whose sight it is not: rights ended with the handover.</summary>
    [Fact]
    public async Task Who_led_a_year_is_told_when_it_is_over_and_sees_no_more_than_a_member()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await head.PutsAsync($"{PactsOf.Year}/plan", """{"objectives":["Đổi mới phong trào"],"adopted":{"day":"2026-03-07"}}""");
        await app.HasTermAsync(new(Bloc, 2027, "so-c", "so-a", null, false, false, 0));
        app.SetDay("2027-06-01");
        using var deputy = await app.OfficerAsync("so-b");
        using var office = app.Admin();

        var page = await office.ReadsAsync($"{PactsOf.Year}/year");
        var own = Signing(await deputy.ReadsAsync($"{PactsOf.Year}/year"));

        Assert.Equal(("so-a", "so-b"), ((string)page["head"]!, (string)page["deputy"]!));
        Assert.Equal(["so-a", "so-b", "so-c"], Signing(page)["missing"]!.Units());
        Assert.Equal(["so-b"], own["missing"]!.Units());
        await head.RefusedAsync(403, $"{PactsOf.Year}/plan", """{"objectives":["Khác"]}""");
        await head.RefusedAsync(403, Pact, Plain);
    }

    [Fact]
    public async Task What_is_over_its_day_is_late_and_stands_first()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        app.SetDay("2026-04-02");

        var first = (await head.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray().TakeWhile(one => (string)one!["state"]! == "late").ToList();

        Assert.Equal(["ký giao ước thi đua", "đăng ký danh hiệu và chỉ tiêu thi đua"], first.Select(one => (string)one!["what"]!).Order(StringComparer.Ordinal));
        Assert.Equal(-2, (int)Signing(await head.ReadsAsync($"{PactsOf.Year}/year"))["missing"]![0]!["daysLeft"]!);
    }

    [Fact]
    public async Task Who_has_not_signed_is_reminded_and_who_has_is_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        await app.ChangeRosterAsync(change =>
        {
            foreach (var unit in new[] { "so-b", "so-c" })
            {
                change.Put(EmulationFunctions.Province.Roster.RosterRows.Row(
                    new EmulationFunctions.Province.Roster.Unit(unit, $"Đơn vị {unit}", EmulationFunctions.Province.Roster.UnitKind.Department, [], false, [$"{unit}@example.vn"], false, 0)));
            }
        });
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-b");
        app.SetDay("2026-03-24");

        await app.RunAsync("SendReminders");
        using var office = app.Admin();
        var mails = (await office.ReadsAsync("/api/mail?day=2026-03-24"))["mails"]!.AsArray();

        Assert.Equal(["so-c"], mails.Where(mail => (string)mail!["kind"]! == "digest").Select(mail => (string)mail!["unit"]!));
    }

    [Fact]
    public async Task A_new_year_begins_with_drafts_of_the_pact_and_the_plan_and_a_second_run_leaves_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await head.PutsAsync($"{PactsOf.Year}/plan", """{"objectives":["Đổi mới phong trào"]}""");
        app.SetDay("2027-01-01", 1);

        var done = await app.RunAsync("StartAnnualCycle");
        var again = await app.RunAsync("StartAnnualCycle");

        using var office = app.Admin();
        var (pact, plan) = (await office.ReadsAsync($"/api/cycles/2027/blocs/{Bloc}/pact"), await office.ReadsAsync($"/api/cycles/2027/blocs/{Bloc}/plan"));
        Assert.Contains($"the pact of {Bloc} for 2027 is drafted after that of 2026", done);
        Assert.Contains($"a draft of the plan of {Bloc} for 2027 carries over 0 matters of 2026", done);
        Assert.Empty(again);
        Assert.Equal(("Giao ước thi đua năm 2027", false), ((string)pact["title"]!, (bool)pact["isForSigning"]!));
        Assert.Null(plan["adopted"]);
        Assert.DoesNotContain((await office.ReadsAsync($"/api/cycles/2027/blocs/{Bloc}/year"))["work"]!.AsArray(), IsRegistering); // the draft is the program's
    }

    [Fact]
    public async Task Nobody_is_asked_to_register_by_a_draft_and_all_are_once_a_unit_has_or_the_pact_is_for_signing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        app.SetDay("2026-02-10");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        var tag = await head.PutsAsync(Pact, Plain.Replace("true", "false", StringComparison.Ordinal));

        var drafted = await WorkAsync();
        await head.PutsAsync(Pact, Plain, tag);
        var opened = Assert.Single(await WorkAsync());
        await head.PutsAsync(Pact, Plain.Replace("true", "false", StringComparison.Ordinal), await head.TagAsync());
        await member.PutsAsync($"{Registrations}/so-b", """{"titles":[{"title":"Tập thể lao động xuất sắc"}]}""");
        var registered = Assert.Single(await WorkAsync());

        Assert.Empty(drafted);
        Assert.Equal(["so-a", "so-b", "so-c"], opened["missing"]!.Units());
        Assert.Equal(["so-a", "so-c"], registered["missing"]!.Units());

        async Task<List<JsonNode>> WorkAsync() => [.. (await head.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray().Where(IsRegistering).Select(one => one!)];
    }

    [Fact]
    public async Task Names_are_erased_by_the_office_with_a_reason_and_the_trail_never_held_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        using var office = app.Admin();
        await head.PutsAsync(Pact, Plain);
        await head.SignsAsync("so-b", Signer);
        var address = new Uri($"{PactsOf.Year}/people/erasure", UriKind.Relative);

        await office.PostAsync(address, EmulationApp.Json("""{"confirmation":"khoi-2","reason":"Theo yêu cầu"}"""), Cancellation).ProblemAsync(400);
        Assert.Equal("Ông A", (string)(await head.ReadsAsync(Pact))["signatures"]![0]!["signerName"]!);
        var body = $$"""{"confirmation":"{{Bloc}}","reason":"Theo yêu cầu"}""";
        var erased = await office.PostAsync(address, EmulationApp.Json(body), Cancellation).JsonAsync();
        var again = await office.PostAsync(address, EmulationApp.Json(body), Cancellation).JsonAsync();

        var rows = (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(PactsOf.Address, new("", "~"), Cancellation)).Rows;
        var signature = (await head.ReadsAsync(Pact))["signatures"]![0]!;
        Assert.Equal((1, 0), ((int)erased["people"]!, (int)again["people"]!));
        Assert.Equal(("so-b", null, null), ((string)signature["unit"]!, (string?)signature["signerName"], (string?)signature["signerPost"]));
        Assert.DoesNotContain(rows.SelectMany(row => row.Select(property => property.Value)).OfType<string>(), text => text.Contains("Ông A", StringComparison.Ordinal));
    }

    private static bool IsRegistering(JsonNode? work) => (string)work!["what"]! == "đăng ký danh hiệu và chỉ tiêu thi đua";

    private static JsonNode Signing(JsonNode year) => Assert.Single(year["work"]!.AsArray(), one => (string)one!["what"]! == "ký giao ước thi đua")!;
}
