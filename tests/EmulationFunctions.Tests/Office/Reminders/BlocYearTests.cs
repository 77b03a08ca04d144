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
    public async Task The_bloc_s_own_matters_are_not_known_to_come_due_late_or_done_and_whoever_leads_answers_for_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-c");

        var untouched = await StatesAsync();
        var plan = await head.PutsAsync($"{PactsOf.Year}/plan", """{"objectives":["Đổi mới phong trào"]}""");
        await head.PutsAsync($"{PactsOf.Year}/regulation", """{"settings":{}}""");
        await head.PutsAsync(Pact, Plain.Replace("true", "false", StringComparison.Ordinal));
        await head.PutsAsync($"{PactsOf.Year}/meetings/phat-dong", """{"kinds":["launch"],"title":"Hội nghị phát động","when":{"day":"2026-03-20"}}""");
        var begun = await StatesAsync();
        var planned = await OfAsync("tổ chức hội nghị triển khai");
        app.SetDay("2026-04-01");
        var over = await StatesAsync();
        await head.PutsAsync($"{PactsOf.Year}/plan", """{"objectives":["Đổi mới phong trào"],"adopted":{"said":"đầu năm"}}""", plan);
        await head.PutsAsync($"{PactsOf.Year}/meetings/phat-dong/attendance", """{"present":3}""");
        var done = await StatesAsync();
        var late = await OfAsync("thông qua quy chế của khối");

        Assert.Equal(["notKnown", "notKnown", "notKnown", "notKnown", "notKnown", "notKnown", "later"], untouched);
        Assert.Equal(["due", "due", "due", "due", "later", "later", "later"], begun);
        Assert.Equal(("2026-03-20", "so-a", 13), ((string)planned["due"]!, (string)planned["missing"]![0]!["unit"]!, (int)planned["missing"]![0]!["daysLeft"]!));
        Assert.Equal(["late", "late", "late", "notKnown", "later", "later", "later"], over); // nobody recorded whether the meeting was held
        Assert.Equal(["done", "late", "late", "done", "later", "later", "later"], done);
        Assert.Equal(("2026-03-31", "so-a", -1), ((string)late["due"]!, (string)late["missing"]![0]!["unit"]!, (int)late["missing"]![0]!["daysLeft"]!));
        Assert.Equal("due", (string)(await OfAsync("thông qua biên bản hội nghị triển khai"))["state"]!); // no text sets a day
        Assert.Null((await OfAsync("thông qua biên bản hội nghị triển khai"))["due"]);

        async Task<JsonNode> OfAsync(string what) => Assert.Single((await member.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray(), one => (string)one!["what"]! == what)!;

        async Task<List<string>> StatesAsync()
        {
            var work = (await head.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray();
            string[] matters = ["kế hoạch", "quy chế", "đưa giao ước", "hội nghị triển khai", "hội nghị sơ kết", "hội nghị tổng kết", "làm Khối trưởng năm sau"];
            return [.. matters.Select(matter => (string)work.First(one => ((string)one!["what"]!).Contains(matter, StringComparison.Ordinal) && !((string)one["what"]!).Contains("biên bản", StringComparison.Ordinal))!["state"]!)];
        }
    }

    [Fact]
    public async Task What_is_the_bloc_s_while_nobody_leads_it_is_nobody_s_but_shown_and_next_year_s_leader_is_settled_once_a_term_is_confirmed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var office = app.Admin();
        app.SetDay("2027-02-01"); // the handover is over, and the year with it

        var unled = await LeadershipAsync();
        await app.HasTermAsync(new(Bloc, 2027, "so-b", null, null, false, IsSuggestion: true, 0));
        var suggested = await LeadershipAsync();
        await app.HasTermAsync(new(Bloc, 2027, "so-b", null, null, false, IsSuggestion: false, 0));
        var confirmed = await LeadershipAsync();

        Assert.Equal(("late", null), ((string)unled["state"]!, (string?)unled["missing"]![0]!["unit"]));
        Assert.Equal(("late", "done"), ((string)suggested["state"]!, (string)confirmed["state"]!));

        async Task<JsonNode> LeadershipAsync() => Assert.Single(
            (await office.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray(), one => (string)one!["what"]! == "xác nhận đơn vị làm Khối trưởng năm sau")!;
    }

    [Fact]
    public async Task A_conclusion_whose_day_is_known_by_words_alone_is_open_without_a_day_and_one_of_a_year_that_is_over_is_chased_in_the_next()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync($"{PactsOf.Year}/meetings/phat-dong", """{"kinds":["launch"],"title":"Hội nghị phát động","when":{"day":"2026-03-06"}}""");
        await head.PutsAsync($"{PactsOf.Year}/meetings/phat-dong/conclusions/1", """{"text":"Đổi mới phong trào","dueSaid":"trong quý III","owners":["so-b"]}""");
        await head.PutsAsync($"{PactsOf.Year}/meetings/phat-dong/conclusions/2", """{"text":"Rà soát","due":"2026-09-30","dueSaid":"trong quý III","owners":["so-b"]}"""); // the recorder says which day is meant

        var work = Assert.Single((await head.ReadsAsync($"{PactsOf.Year}/year"))["work"]!.AsArray(), one => ((string)one!["what"]!).Contains("kết luận", StringComparison.Ordinal))!;
        app.SetDay("2027-02-02");
        await app.RunAsync("StartAnnualCycle");
        using var office = app.Admin();
        var later = Assert.Single((await office.ReadsAsync($"/api/cycles/2027/blocs/{Bloc}/year"))["work"]!.AsArray(), one => ((string)one!["what"]!).Contains("kết luận", StringComparison.Ordinal))!;

        Assert.Equal(("due", "2026-09-30", 2), ((string)work["state"]!, (string)work["due"]!, (int)work["total"]!));
        Assert.Equal([("2026-09-30", null), (null, "trong quý III")], work["missing"]!.AsArray().Select(one => ((string?)one!["due"], (string?)one["said"])));
        Assert.Equal(("thực hiện kết luận cuộc họp của khối còn lại từ năm 2026", "late", 2), ((string)later["what"]!, (string)later["state"]!, (int)later["total"]!));
    }

    [Fact]
    public async Task What_is_concluded_after_the_draft_of_the_next_plan_was_opened_is_carried_over_too_and_what_was_taken_out_stays_out()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var office = app.Admin();
        var plan = $"/api/cycles/2027/blocs/{Bloc}/plan";
        await office.PutsAsync($"{PactsOf.Year}/meetings/phat-dong", """{"kinds":["launch"],"title":"Hội nghị phát động","when":{"day":"2026-03-06"}}""");
        await office.PutsAsync($"{PactsOf.Year}/meetings/phat-dong/conclusions/1", """{"text":"Đổi mới phong trào"}""");
        app.SetDay("2027-01-01", 1);
        await app.RunAsync("StartAnnualCycle");
        var opened = await TextsAsync();

        app.SetDay("2027-01-20", 1);
        await office.PutsAsync($"{PactsOf.Year}/meetings/tong-ket", """{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2027-01-15"}}""");
        await office.PutsAsync($"{PactsOf.Year}/meetings/tong-ket/conclusions/1", """{"text":"Bổ sung bảng điểm"}""");
        var done = await app.RunAsync("StartAnnualCycle");
        var carried = await TextsAsync();
        await office.PutsAsync(plan, """{"objectives":["Một"],"carriedOver":[{"kind":"conclusion","text":"Bổ sung bảng điểm","source":{"year":2026,"room":"meeting","id":"tong-ket","said":"Kết luận 1"}}]}""", await office.AskAsync(plan).TagAsync());
        var again = await app.RunAsync("StartAnnualCycle");
        app.SetDay("2027-04-01", 1); // the step of the pact is over
        await office.PutsAsync($"{PactsOf.Year}/meetings/tong-ket/conclusions/2", """{"text":"Nhập bổ sung"}""");
        var late = await app.RunAsync("StartAnnualCycle");
        var warning = Assert.Single((await office.ReadsAsync(plan))["warnings"]!.AsArray())!;

        Assert.Equal(["Đổi mới phong trào"], opened);
        Assert.Equal(["Đổi mới phong trào", "Bổ sung bảng điểm"], carried);
        Assert.Contains($"the draft of the plan of {Bloc} for 2027 carries over 1 more matter of 2026", done);
        Assert.Empty(again);
        Assert.Empty(late);
        Assert.Equal(["Bổ sung bảng điểm"], await TextsAsync());
        Assert.Equal(("leftBehind", "2 việc còn lại của năm 2026 chưa có trong kế hoạch; xem cuộc họp, báo cáo của năm 2026: phat-dong, tong-ket."), ((string)warning["code"]!, (string)warning["detail"]!));

        async Task<List<string>> TextsAsync() => [.. (await office.ReadsAsync(plan))["carriedOver"]!.AsArray().Select(one => (string)one!["text"]!)];
    }

    [Fact]
    public async Task What_the_head_carried_into_the_draft_by_hand_and_took_out_again_stays_out()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var office = app.Admin();
        var plan = $"/api/cycles/2027/blocs/{Bloc}/plan";
        await office.PutsAsync($"{PactsOf.Year}/meetings/phat-dong", """{"kinds":["launch"],"title":"Hội nghị phát động","when":{"day":"2026-03-06"}}""");
        app.SetDay("2027-01-01", 1);
        await app.RunAsync("StartAnnualCycle");
        await office.PutsAsync($"{PactsOf.Year}/meetings/phat-dong/conclusions/1", """{"text":"Đổi mới phong trào"}""");
        const string ByHand = """{"objectives":["Một"],"carriedOver":[{"kind":"conclusion","text":"Đổi mới phong trào","source":{"year":2026,"room":"meeting","id":"phat-dong","said":"Kết luận 1"}}]}""";
        await office.PutsAsync(plan, ByHand);
        await office.PutsAsync(plan, """{"objectives":["Một"]}""", await office.AskAsync(plan).TagAsync());

        app.SetDay("2027-01-20", 1);
        var done = await app.RunAsync("StartAnnualCycle");

        Assert.DoesNotContain(done, line => line.Contains("draft of the plan", StringComparison.Ordinal));
        Assert.Empty((await office.ReadsAsync(plan))["carriedOver"]!.AsArray());
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
