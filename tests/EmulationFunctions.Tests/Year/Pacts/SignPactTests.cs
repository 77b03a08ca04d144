using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>Each member signs once, by its account or on paper, and only what it has read.</summary>
public sealed class SignPactTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string OnPaper = ""","paper":{"scan":"ban-ky","day":"2026-03-05"},"signer":{"post":"Giám đốc"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_and_paper_both_count_each_shows_which_and_all_together_complete_the_pact()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        await head.PutsAsync(Pact, Plain);

        await member.SignsAsync("so-b", ""","signer":{"name":"Ông A","post":"Phó Giám đốc"}""");
        await head.SignsAsync("so-c", OnPaper);
        var almost = await member.ReadsAsync(Pact);
        await head.SignsAsync("so-a");
        var complete = await member.ReadsAsync(Pact);

        Assert.Equal(("incomplete", "Còn 1/3 đơn vị chưa ký giao ước."), ((string)almost["state"]!, (string)almost["stateText"]!));
        Assert.Equal(["so-a"], almost["missing"]!.Units());
        Assert.Equal(("complete", "Đủ 3/3 đơn vị đã ký giao ước."), ((string)complete["state"]!, (string)complete["stateText"]!));
        Assert.Equal(
            [("so-a", "account", "2026-03-07", null, null, null), ("so-b", "account", "2026-03-07", "Ông A", "Phó Giám đốc", null), ("so-c", "paper", "2026-03-05", null, "Giám đốc", "ban-ky")],
            complete["signatures"]!.AsArray().Select(one =>
                ((string)one!["unit"]!, (string)one["way"]!, (string)one["day"]!, (string?)one["signerName"], (string?)one["signerPost"], (string?)one["scan"])));
        Assert.All(complete["signatures"]!.AsArray(), one => Assert.Equal((string)complete["textHash"]!, (string)one!["textHash"]!));
        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    /// <summary>The scan is looked for, taken away, and only then the signature would be written.</summary>
    [Fact]
    public async Task A_scan_that_is_taken_away_while_a_signature_is_recorded_ends_the_recording()
    {
        EmulationApp? running = null;
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<AttachmentExists>(async (id, file, cancellationToken) =>
        {
            await running!.Services.GetRequiredService<AttachmentTable>().RemoveAsync(id, file, _ => { }, Actor.System, cancellationToken);
            return true;
        }));
        running = app;
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);

        var refused = await head.SendAsync(Sign("so-b", await head.HashAsync(), OnPaper), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.paper.scan"], refused.Paths());
        Assert.Empty((await head.ReadsAsync(Pact))["signatures"]!.AsArray());
    }

    /// <summary>A removal comes when the signature is about to be written: it looks for signatures and finds none yet.</summary>
    [Fact]
    public async Task A_scan_that_a_signature_is_about_to_rest_on_is_not_taken_away()
    {
        EmulationApp? running = null;
        string? removal = null;
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<HoldAttachment>(async (id, file, actor, cancellationToken) =>
        {
            var held = await running!.Services.GetRequiredService<AttachmentTable>().HoldAsync(id, file, actor, cancellationToken);
            using var remover = running.Admin();
            removal = (await remover.DeleteAsync(new Uri($"{PactsOf.Year}/attachments/{file}", UriKind.Relative), cancellationToken).ProblemAsync(409)).Type();
            return held;
        }));
        running = app;
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"pictures":[{"attachment":"anh-1"}]}""");
        var ofPicture = removal;
        removal = null;
        await head.SignsAsync("so-b", OnPaper);
        var ofScan = removal;
        // What is refused, and what is named already, holds nothing.
        removal = null;
        await head.SendAsync(Sign("so-b", await head.HashAsync(), OnPaper), Cancellation).ProblemAsync(409);
        await head.PutsAsync(Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"pictures":[{"attachment":"anh-1","caption":"Ký kết"}]}""", await head.TagAsync());

        Assert.Equal(("attachment-in-use", "attachment-in-use", null), (ofPicture, ofScan, removal));
        app.Clock.Now += TimeSpan.FromHours(1);
        using var office = app.Admin();
        await office.DeleteAsync(new Uri($"{PactsOf.Year}/attachments/ban-ky", UriKind.Relative), Cancellation).ProblemAsync(409);
        Assert.True(await app.Services.GetRequiredService<AttachmentExists>()(Id, "ban-ky", Cancellation));
    }

    [Fact]
    public async Task The_trail_holds_a_fingerprint_and_never_the_name_of_who_signed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"pictures":[{"attachment":"anh-1","caption":"Ông A ký giao ước"}]}""");
        await head.SignsAsync("so-a", ""","signer":{"name":"Ông A","post":"Giám đốc"}""");

        var rows = (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(PactsOf.Address, AuditRow.All, Cancellation)).Rows;

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain("Ông A", string.Join(" ", row.Select(property => property.Value)), StringComparison.Ordinal));
        Assert.Contains("sha256:", AuditRow.From(rows[1]).Entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_twice_for_another_and_of_a_text_that_changed_are_refused_and_change_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        await app.HasBlocAsync("khoi-2", "so-x");
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");
        using var stranger = await app.OfficerAsync("so-x");
        var tag = await head.PutsAsync(Pact, Plain);
        var read = await head.HashAsync();
        await head.PutsAsync(Pact, Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal), tag);
        var hash = await head.HashAsync();
        await member.SendAsync(Sign("so-b", hash), Cancellation).JsonAsync();

        Assert.Equal("already-signed", (await member.SendAsync(Sign("so-b", hash), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("already-signed", (await head.SendAsync(Sign("so-b", hash, OnPaper), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("pact-changed", (await head.SendAsync(Sign("so-a", read), Cancellation).ProblemAsync(409)).Type());
        Assert.Equal("signs-for-another", (await head.SendAsync(Sign("so-c", hash), Cancellation).ProblemAsync(409)).Type());
        await member.SendAsync(Sign("so-c", hash), Cancellation).ProblemAsync(403);
        await member.SendAsync(Sign("so-c", hash, OnPaper), Cancellation).ProblemAsync(403);
        await stranger.SendAsync(Sign("so-x", hash), Cancellation).ProblemAsync(404);
        await head.SendAsync(Sign("so-x", hash, OnPaper), Cancellation).ProblemAsync(404);
        using var own = await app.OfficerAsync("so-c");
        Assert.Equal("paper-kept-by-head", (await own.SendAsync(Sign("so-c", hash, OnPaper), Cancellation).ProblemAsync(409)).Type());
        await head.PutsAsync(Pact, Plain.Replace("true", "false", StringComparison.Ordinal), await head.TagAsync());
        Assert.Equal("pact-not-for-signing", (await own.SendAsync(Sign("so-c", await own.HashAsync()), Cancellation).ProblemAsync(409)).Type());

        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, PactsOf.Address, Cancellation));
    }

    [Fact]
    public async Task Without_a_pact_nobody_signs()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var member = await app.OfficerAsync("so-b");

        await member.SendAsync(Sign("so-b", new string('0', 64)), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Every_fault_of_a_signature_is_named_at_its_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        var hash = await head.HashAsync();

        Assert.Equal(["$.signer", "$.paper.day"], await FaultsAsync(hash, ""","signer":{"name":" "},"paper":{"scan":"a"}"""));
        Assert.Equal(["$.paper.day"], await FaultsAsync(hash, ""","paper":{"scan":"a","day":"2026-03-05","daySaid":"vừa qua"}"""));
        Assert.Equal(["$.paper.day"], await FaultsAsync(hash, ""","paper":{"scan":"a","day":"2026-03-08"}"""));
        Assert.Equal(["$.paper.day"], await FaultsAsync(hash, ""","paper":{"scan":"a","day":"2025-11-30"}"""));
        Assert.Equal(["$.paper.scan", "$.textHash"], (await FaultsAsync("abc", ""","paper":{"scan":"A B","day":"2026-03-05"}""")).Order(StringComparer.Ordinal));

        async Task<IEnumerable<string>> FaultsAsync(string text, string rest) => (await head.SendAsync(Sign("so-b", text, rest), Cancellation).ProblemAsync(400)).Paths();
    }

    [Fact]
    public async Task Who_joins_after_the_pact_is_complete_makes_it_incomplete_until_it_signs()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-a");
        await app.SignsAsync("so-b");
        var before = await head.ReadsAsync(Pact);
        app.SetDay("2026-10-05");
        await app.ChangeRosterAsync(change =>
        {
            var membership = new Membership(PactsOf.Bloc, "so-c", new(2026, 10, 1), null, "9/QĐ-UBND", null, 0);
            change.Put(RosterRows.Row(membership));
            change.Put(RosterRows.PlaceRow(membership, BlocLevel.Province));
        });

        var joined = await head.ReadsAsync(Pact);
        await app.SignsAsync("so-c");
        var after = await head.ReadsAsync(Pact);

        Assert.Equal("complete", (string)before["state"]!);
        Assert.Equal("incomplete", (string)joined["state"]!);
        Assert.Equal(["so-c"], joined["missing"]!.Units());
        Assert.Equal(("complete", "2026-10-05"), ((string)after["state"]!, (string)after["signatures"]![2]!["day"]!));
    }

    [Fact]
    public async Task In_autumn_the_pact_is_signed_only_by_who_is_given_time_or_on_a_paper_of_spring()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await head.PutsAsync(Pact, Plain);
        app.SetDay("2026-08-31");
        await app.SignsAsync("so-a");
        app.SetDay("2026-09-01");
        using var unit = await app.OfficerAsync("so-b");

        Assert.Equal("deadline-passed", (await unit.SendAsync(Sign("so-b", await unit.HashAsync()), Cancellation).ProblemAsync(409)).Type());
        await head.SignsAsync("so-c", OnPaper);
        await admin.PutAsync("/api/cycles/2026/units/so-b/extensions/pact", EmulationApp.Json("""{"closes":"2026-09-10","reason":"Thiên tai."}"""), Cancellation).JsonAsync();
        await unit.SignsAsync("so-b");

        Assert.Equal("complete", (string)(await unit.ReadsAsync(Pact))["state"]!);
    }

    [Fact]
    public async Task A_bloc_whose_members_are_not_all_known_never_has_a_complete_pact()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var admin = app.Admin();
        var bloc = await admin.GetAsync(new Uri($"/api/blocs/{PactsOf.Bloc}", UriKind.Relative), Cancellation);
        await admin.PutsAsync($"/api/blocs/{PactsOf.Bloc}", """{"name":"Khối 1","kind":"bloc","level":"province","statedMemberCount":13}""", bloc.Headers.ETag!.Tag);
        await admin.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-a");
        await app.SignsAsync("so-b");

        var read = await admin.ReadsAsync(Pact);

        Assert.Equal(("membersUnknown", 2, 13), ((string)read["state"]!, (int)read["members"]!, (int)read["statedMembers"]!));
        Assert.Equal("Chưa có đủ danh sách thành viên của khối nên không thể kết luận giao ước đã được ký đủ.", (string)read["stateText"]!);
    }

    [Fact]
    public async Task A_signature_that_was_recorded_by_mistake_is_taken_back_and_given_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await head.PutsAsync(Pact, Plain);
        await head.SignsAsync("so-c", OnPaper);
        await app.SignsAsync("so-b");

        Assert.Equal("signed-by-account", (await WithdrawAsync(head, "so-b").ProblemAsync(409)).Type());
        Assert.Equal(["$.reason"], (await WithdrawAsync(head, "so-c", " ").ProblemAsync(400)).Paths());
        await WithdrawAsync(head, "so-a").ProblemAsync(404);
        await WithdrawAsync(head, "so-c").JsonAsync();
        await WithdrawAsync(admin, "so-b").JsonAsync();
        await WithdrawAsync(admin, "so-b").ProblemAsync(404);
        var without = await head.ReadsAsync(Pact);
        app.SetDay("2026-10-01"); // the time is over for others
        await app.SignsAsync("so-c");
        var again = await head.ReadsAsync(Pact);

        Assert.Empty(without["signatures"]!.AsArray());
        Assert.Equal([("so-b", "Ghi nhầm."), ("so-c", "Ghi nhầm.")], without["void"]!.AsArray().Select(one => ((string)one!["unit"]!, (string)one["withdrawnReason"]!)));
        Assert.Equal(["so-c"], again["signatures"]!.Units());
        Assert.Equal(2, again["void"]!.AsArray().Count);
        Assert.Equal([("so-c", "Ghi nhầm."), ("so-b", "Ghi nhầm.")], (await app.YearNoticesAsync()).Where(one => one.Kind == NoticeKind.SignaturesVoided).Select(one => (one.Units[0], one.Text)));

        static Task<HttpResponseMessage> WithdrawAsync(HttpClient client, string unit, string reason = "Ghi nhầm.") =>
            client.PostAsync($"{Pact}/signatures/{unit}/withdrawal", EmulationApp.Json($$"""{"reason":"{{reason}}"}"""), Cancellation);
    }

    [Fact]
    public async Task A_signature_killed_anywhere_is_there_once_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasYearAsync("so-a", "so-b");
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        var hash = await head.HashAsync();
        using var officer = await app.OfficerAsync("so-b");
        await using var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var again = await restarted.OfficerAsync("so-b");
        using var office = restarted.Admin();
        for (var calls = 1; ; calls++)
        {
            app.Faults.Reset(dieAfter: calls);
            using var answer = await officer.SendAsync(Sign("so-b", hash), Cancellation);
            app.Faults.Reset();

            var isThere = (await again.ReadsAsync(Pact))["signatures"]!.AsArray().Count == 1;
            Assert.True(isThere || !answer.IsSuccessStatusCode, "What was acknowledged is lost.");
            using var repeated = await again.SendAsync(Sign("so-b", hash), Cancellation);
            Assert.Equal(isThere ? 409 : 200, (int)repeated.StatusCode); // whoever got no answer is told that it has signed
            Assert.Equal(["so-b"], (await again.ReadsAsync(Pact))["signatures"]!.Units());
            await AuditChain.AssertWholeAsync(restarted.Tables, PactsOf.Address, Cancellation);
            if (answer.IsSuccessStatusCode)
            {
                Assert.True(calls > 3, $"It makes more than {calls} calls.");
                return;
            }

            await office.PostAsync($"{Pact}/signatures/so-b/withdrawal", EmulationApp.Json("""{"reason":"Thử lại."}"""), Cancellation).JsonAsync();
        }
    }
}
