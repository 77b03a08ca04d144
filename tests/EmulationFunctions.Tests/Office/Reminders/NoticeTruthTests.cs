using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Tests.Year.Visits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>What a mail says is what is true when it is sent; what was overtaken is not sent.</summary>
public sealed class NoticeTruthTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly RecordingTransport _transport = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_return_and_two_revisions_only_the_last_is_mailed_with_its_own_day_and_criteria()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        await head.DoneAsync(Sheet("return", await TagAsync(head), """{"reason":"Thiếu minh chứng."}"""));
        using (var admin = app.Admin())
        {
            await admin.DoneAsync(Extend(null, "so-b", "2026-12-18", "Để nộp lại."));
        }

        await unit.DoneAsync(Sheet("submission", await TagAsync(head), "{}"));
        await head.DoneAsync(Sheet("revision", await TagAsync(head), """{"reason":"Bổ sung minh chứng.","due":"2026-12-17"}"""));
        await head.DoneAsync(Sheet("revision", await TagAsync(head), """{"reason":"Bổ sung minh chứng mục II.","due":"2026-12-19","criteria":["II"]}"""));

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out, one => !one.Subject.Contains("Gia hạn", StringComparison.Ordinal));
        Assert.Contains("Bổ sung minh chứng mục II.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Tiêu chí II “Tiêu chí II”", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 19/12/2026", mail.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("17/12", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_told_of_its_extension_and_not_of_one_that_another_has_replaced()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync(null, "so-c");
        await ReminderScene.HasContactsAsync(app, "so-c", ReminderScene.AddressOf("so-c"));
        using var admin = app.Admin();
        var tag = await admin.DoneAsync(Extend(null, "so-c", "2026-12-20", "Thiên tai."));
        await admin.DoneAsync(Extend(tag, "so-c", "2026-12-22", "Thiên tai."));

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Gia hạn tự chấm điểm năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Thiên tai.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 22/12/2026", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_drawn_to_score_is_told_whom_by_name_and_once()
    {
        await using var app = Start();
        await app.HasOpenBlocAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var admin = app.Admin();
        var tag = await DrawAsync(null, 1);
        await DrawAsync(tag, 2);

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Phân công chấm điểm chéo năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Đơn vị được phân công chấm:\r\n- ", mail.PlainText, StringComparison.Ordinal);

        async Task<string> DrawAsync(string? read, int seed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/cross-scoring")
            {
                Content = EmulationApp.Json($$"""{"seed":{{seed}}}"""),
            };
            return await admin.DoneAsync(read is null ? request : request.With(EntityTagHeaderValue.Parse(read)));
        }
    }

    [Fact]
    public async Task Every_unit_of_the_bloc_is_told_its_place_when_the_standings_are_published()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync(null, "so-c");
        foreach (var unit in new[] { "so-b", "so-c" })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        app.SetDay("2026-12-29", 0);
        using var admin = app.Admin();
        using (var published = await admin.PublishAsync(Bloc, "so-c"))
        {
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(Cancellation));
        }

        await DeliverAsync(app);

        Assert.Contains("- Hạng 1/3 (đồng hạng), 100 điểm", _transport.To(ReminderScene.AddressOf("so-b")).PlainText, StringComparison.Ordinal);
        Assert.Contains("- Không xếp hạng: Chưa lập phiếu điểm.", _transport.To(ReminderScene.AddressOf("so-c")).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disqualification_that_was_lifted_before_its_mail_left_is_not_told()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var admin = app.Admin();
        const string Address = $"/api/cycles/2026/periods/nam/blocs/{Bloc}/standings/disqualifications/so-b";
        await admin.PutAsync(Address, EmulationApp.Json("""{"reason":"Minh chứng sai.","authority":"12/QĐ-SNV"}"""), Cancellation).JsonAsync();
        (await admin.PostAsync($"{Address}/lifting", EmulationApp.Json("""{"reason":"Đã xác minh lại."}"""), Cancellation)).EnsureSuccessStatusCode();

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Đơn vị được xếp hạng trở lại năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("- Đã xác minh lại.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_replaces_a_scorer_and_who_is_replaced_each_get_word_of_it()
    {
        await using var app = Start();
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = PeersOf.Averaged with { Peers = 1 } }, "so-a", "so-b", "so-c", "so-d");
        using var admin = app.Admin();
        var pair = (await admin.DrawAsync())["pairs"]![0]!;
        var (leaving, scored) = ((string)pair["scorer"]!, (string)pair["unit"]!);
        var incoming = new[] { "so-a", "so-b", "so-c", "so-d" }.Except([leaving, scored]).First();
        foreach (var unit in new[] { leaving, incoming })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        await admin.PostAsync($"{PeersOf.GivenBy(leaving, scored)}/replacement", EmulationApp.Json($$"""{"scorer":"{{incoming}}","reason":"Quá tải."}"""), Cancellation).JsonAsync();

        await DeliverAsync(app);

        var (gone, come) = (Replaced(leaving), Replaced(incoming));
        Assert.Contains($"Đơn vị không còn phải chấm điểm chéo Đơn vị {scored} năm 2026", gone, StringComparison.Ordinal);
        Assert.Contains($"Đơn vị được phân công chấm điểm chéo Đơn vị {scored} năm 2026", come, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 15/12/2026", come, StringComparison.Ordinal);
        Assert.All([gone, come], text => Assert.Contains("- Quá tải.", text, StringComparison.Ordinal));

        string Replaced(string unit) => Assert.Single(
            _transport.Out, mail => mail.To == ReminderScene.AddressOf(unit) && mail.Subject.Contains("Thay đổi phân công", StringComparison.Ordinal)).PlainText;
    }

    [Fact]
    public async Task Who_visits_and_who_is_visited_are_told_when_and_the_last_plan_only()
    {
        await using var app = Start();
        await app.HasMembersAsync();
        foreach (var unit in new[] { "so-b", "so-c", "so-d" })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        using var head = await app.OfficerAsync("so-a");
        var tag = await head.PutsAsync(VisitsOf.Planned.Replace("2026-10-05", "2026-12-20", StringComparison.Ordinal));
        await head.PutsAsync(VisitsOf.Planned.Replace("2026-10-05", "2026-12-22", StringComparison.Ordinal), tag);

        await DeliverAsync(app);

        Assert.Equal(2, _transport.Out.Count); // not so-d, and so-a has no address
        Assert.All(_transport.Out, mail => Assert.Contains("- Ngày dự kiến: 22/12/2026\r\n- Đoàn kiểm tra: Đơn vị so-a, Đơn vị so-c", mail.PlainText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_that_joins_a_bloc_or_leaves_it_is_told_from_when_until_when()
    {
        await using var app = Start();
        await app.HasMembersAsync();
        await ReminderScene.HasContactsAsync(app, "so-moi", ReminderScene.AddressOf("so-moi"));
        using var admin = app.Admin();
        await admin.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-12-01", EmulationApp.Json("{}"), Cancellation).JsonAsync();
        await DeliverAsync(app);
        await admin.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-12-01/until", EmulationApp.Json("""{"until":"2026-12-31"}"""), Cancellation).JsonAsync();
        await DeliverAsync(app);

        Assert.Equal(2, _transport.Out.Count);
        Assert.Contains("- từ ngày 01/12/2026\r\n", _transport.Out[0].PlainText, StringComparison.Ordinal);
        Assert.Contains("- từ ngày 01/12/2026 đến hết ngày 31/12/2026", _transport.Out[1].PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_units_that_are_scored_by_a_criterion_are_told_that_it_is_void_and_why()
    {
        await using var app = Start();
        await app.HasMembersAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        await ReminderScene.HasContactsAsync(app, "so-x", ReminderScene.AddressOf("so-x"));
        using var admin = app.Admin();
        const string Void = "/api/schemes/bang-diem/versions/1/criteria/I/void";
        await admin.PostAsync(Void, EmulationApp.Json("""{"reason":"Nghị quyết đã bãi bỏ."}"""), Cancellation).JsonAsync();
        await admin.PostAsync(Void, EmulationApp.Json("""{"reason":"Nghị quyết đã bãi bỏ."}"""), Cancellation).JsonAsync();

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.Equal(ReminderScene.AddressOf("so-b"), mail.To);
        Assert.Contains("- Tiêu chí I “Tiêu chí I”", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Nghị quyết đã bãi bỏ.", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_reads_what_to_mend_under_which_criterion_and_by_which_day_it_is_now()
    {
        await using var app = Start();
        await app.HasMembersAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var head = await app.OfficerAsync("so-a");
        const string Finding = """{"number":1,"text":"Hồ sơ trễ hạn","criterion":"I","mendBy":"2026-12-31"}""";
        var tag = await head.PutsAsync(VisitsOf.Visited(Finding));
        await head.PutsAsync(VisitsOf.Visited(Finding.Replace("2026-12-31", "2027-01-05", StringComparison.Ordinal)), tag);

        await DeliverAsync(app);

        Assert.Contains(
            "- Tiêu chí I “Tiêu chí I”: Hồ sơ trễ hạn (hạn khắc phục: 05/01/2027)",
            Assert.Single(_transport.Out).PlainText,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_hears_that_a_complaint_was_withdrawn_and_a_unit_that_its_complaint_was_closed()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        foreach (var one in new[] { Head, "so-b" })
        {
            await ReminderScene.HasContactsAsync(app, one, ReminderScene.AddressOf(one));
        }

        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        await head.CloseAsync(1).JsonAsync();
        var complaints = $"{SheetAddress("so-b")}/complaints";
        await unit.PostAsync(complaints, EmulationApp.Json("""{"text":"Điểm thấp hơn minh chứng.","criterion":"II"}"""), Cancellation).JsonAsync();
        await DeliverAsync(app);
        await unit.PostAsync($"{complaints}/1/closing", EmulationApp.Json("{}"), Cancellation).JsonAsync();
        await unit.PostAsync(complaints, EmulationApp.Json("""{"text":"Xin xem lại."}"""), Cancellation).JsonAsync();
        await head.PostAsync($"{complaints}/2/answer", EmulationApp.Json("""{"text":"Không có căn cứ.","outcome":"dismissed"}"""), Cancellation).JsonAsync();
        await head.PostAsync($"{complaints}/2/closing", EmulationApp.Json("{}"), Cancellation).JsonAsync();
        await DeliverAsync(app);

        var heard = _transport.Out.Where(mail => mail.To == ReminderScene.AddressOf(Head)).ToList();
        Assert.Equal(2, heard.Count);
        Assert.Contains("- Tiêu chí II “Tiêu chí II”", heard[0].PlainText, StringComparison.Ordinal);
        Assert.EndsWith("Đơn vị so-b đã rút kiến nghị về điểm năm 2026", heard[1].Subject, StringComparison.Ordinal);
        var told = _transport.Out.Where(mail => mail.To == ReminderScene.AddressOf("so-b")).ToList();
        Assert.Equal(["Trả lời kiến nghị về điểm năm 2026", "Kiến nghị về điểm năm 2026 đã khép lại"], told.Select(mail => mail.Subject[(mail.Subject.IndexOf(']', StringComparison.Ordinal) + 2)..]).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task When_the_days_of_an_open_year_change_every_member_reads_its_own_days()
    {
        await using var app = Start();
        await app.HasOpenBlocAsync(PeersOf.Scheme, "so-a", "so-b");
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        using var admin = app.Admin();
        var (year, tag) = await YearAsync(admin);
        var stage = year["stages"]!.AsArray().Single(one => (string)one!["stage"]! == "self-score")!;
        stage["closes"] = "2026-12-05";
        await admin.PutCycleAsync(TheYear, year, tag).JsonAsync();

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.EndsWith("Thay đổi thời gian thi đua năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("đến hết ngày 05/12/2026", mail.PlainText, StringComparison.Ordinal);

        // The same again, or what concerns no day, tells nobody.
        (year, tag) = await YearAsync(admin);
        await admin.PutCycleAsync(TheYear, year, tag).JsonAsync();
        await DeliverAsync(app);
        Assert.Single(_transport.Out);
    }

    [Fact]
    public async Task Who_gets_or_loses_a_task_in_a_bloc_is_told_and_nobody_of_years_long_over()
    {
        await using var app = Start();
        await app.HasOpenBlocAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        foreach (var unit in new[] { "so-a", "so-b", "so-c" })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        using var admin = app.Admin();
        await SetAsync(TheYear, "so-b");
        await SetAsync(TheYear - 8, "so-c");

        await DeliverAsync(app);

        Assert.Equal([ReminderScene.AddressOf("so-a"), ReminderScene.AddressOf("so-b")], _transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(_transport.Out, mail => Assert.Contains("- Khối trưởng: Đơn vị so-b", mail.PlainText, StringComparison.Ordinal));

        async Task SetAsync(int year, string head)
        {
            var bloc = await admin.GetAsync($"/api/blocs/{Bloc}", Cancellation).JsonAsync();
            var known = bloc["terms"]!.AsArray().SingleOrDefault(term => (int)term!["year"]! == year);
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/blocs/{Bloc}/terms/{year}") { Content = EmulationApp.Json($$"""{"head":"{{head}}","deputy":null,"standingUnit":null,"isConcurrentPost":false,"isSuggestion":false}""") };
            await admin.DoneAsync(known is null ? request : request.With(EntityTagHeaderValue.Parse((string)known["etag"]!)));
        }
    }

    [Fact]
    public async Task What_earlier_builds_left_under_their_names_is_mailed()
    {
        await using var app = Start();
        await app.HasAppraisedBlocAsync();
        await ReminderScene.HasContactsAsync(app, "so-b", ReminderScene.AddressOf("so-b"));
        string[] kinds = ["SheetReturned", "RevisionRequested", "ScoresAppraised", "ScoresFinal", "FindingRecorded", "ComplaintOpened", "ComplaintUpheld", "ComplaintDismissed", "ScorerReplaced"];
        Assert.All(kinds, kind => Assert.Equal(kind, Notices.KindOf(kind).ToString()));
        var intents = app.Services.GetRequiredService<Intents>();
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Id.Address, KeyRange.Prefix("none|"), Actor.System, (_, change) =>
        {
            foreach (var (index, kind) in new[] { "ScoresFinal", "OfALaterBuild" }.Index())
            {
                change.Put(new(Id.Address.Partition, Notices.Key(change.Seq, index))
                {
                    ["Kind"] = kind,
                    ["Unit"] = "so-b",
                    ["Subject"] = $"2026 nam {Bloc} so-b 2",
                    ["Text"] = "Tiêu chí I.1: 40 → 38,5",
                });
            }

            change.Audit = new("CloseAppraisalRound", Bloc);
            return Task.FromResult(0);
        }, Cancellation);
        foreach (var index in new[] { 0, 1 })
        {
            await intents.AddAsync(PartitionStore.NoticeIntent, Id.Address, Notices.Key(1, index), Cancellation);
        }

        await DeliverAsync(app);

        Assert.Equal(2, _transport.Out.Count);
        Assert.All(_transport.Out, mail => Assert.Contains("- Tiêu chí I.1: 40 → 38,5", mail.PlainText, StringComparison.Ordinal));
        Assert.Contains(_transport.Out, mail => mail.PlainText.Contains("Đây là vòng thẩm định cuối cùng.", StringComparison.Ordinal));
    }

    private static async Task<(JsonNode Year, string Tag)> YearAsync(HttpClient client)
    {
        using var answer = await client.GetAsync($"/api/cycles/{TheYear}", Cancellation);
        var year = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        year.Remove("year");
        year.Remove("state");
        return (year, answer.Headers.ETag!.Tag);
    }

    private EmulationApp Start() => new(
        azurite,
        issuer,
        null,
        services =>
        {
            services.RemoveAll<IMailTransport>();
            services.AddSingleton<IMailTransport>(_transport);
        },
        [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false")]);

    private static async Task DeliverAsync(EmulationApp app)
    {
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");
    }

    private static HttpRequestMessage Extend(string? read, string unit, string closes, string reason)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/cycles/{TheYear}/units/{unit}/extensions/self-score")
        {
            Content = EmulationApp.Json($$"""{"closes":"{{closes}}","reason":"{{reason}}"}"""),
        };
        return read is null ? request : request.With(EntityTagHeaderValue.Parse(read));
    }

    private static async Task<string> TagAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(SheetAddress("so-b"), Cancellation);
        return answer.Headers.ETag!.Tag;
    }

    private static HttpRequestMessage Sheet(string action, string tag, string body) =>
        new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-b")}/{action}") { Content = EmulationApp.Json(body) }.With(EntityTagHeaderValue.Parse(tag));
}
