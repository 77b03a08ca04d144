using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Complaints;
using EmulationFunctions.Year.Visits;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>Mails that follow a change.</summary>
public sealed class NoticeTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task A_unit_reads_why_its_sheet_was_returned_and_until_when_it_may_hand_it_in_again()
    {
        await using var app = await _scene.BeginAsync();
        await ReturnSheetAsync(app, Finance, "Thiếu minh chứng tiêu chí 3.\nĐiểm thưởng chưa có căn cứ.");

        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        var mail = _scene.Transport.To(AddressOf(Finance));
        Assert.EndsWith("Phiếu tự chấm điểm năm 2026 được trả lại để chỉnh sửa", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(
            """
            Kính gửi: Đơn vị so-tai-chinh

            Phiếu tự chấm điểm năm 2026 của đơn vị (Khối khoi-kinh-te) được trả lại để chỉnh sửa.

            Lý do:
            - Thiếu minh chứng tiêu chí 3.
            - Điểm thưởng chưa có căn cứ.

            Đề nghị đơn vị chỉnh sửa và nộp lại: hạn hết ngày 10/12/2026, còn 1 ngày.

            Cần hỏi thêm, xin liên hệ:
            - Khối trưởng: Đơn vị so-noi-vu (thidua@so-noi-vu.example.vn)
            - Cơ quan thường trực: Thi đua - Khen thưởng

            Mở trang thi đua: https://thidua.example.vn/portal/sheet/2026/nam/khoi-kinh-te/so-tai-chinh
            """.ReplaceLineEndings("\r\n"),
            mail.PlainText,
            StringComparison.Ordinal);
        Assert.Empty(await IntentsAsync(app));
        Assert.Null(await NoticeAsync(app));
    }

    [Fact]
    public async Task A_unit_reads_what_to_revise_and_until_when()
    {
        await using var app = await _scene.BeginAsync();
        var id = new SheetId(2026, "nam", Bloc, Finance);
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(id.Address, KeyRange.Prefix("sheet|"), Actor.System, (_, change) =>
        {
            change.Put(new SheetHead(SheetState.RevisionRequested, "bang-diem", 1, ReturnReason: "Thiếu minh chứng.", RevisionDue: new(2026, 12, 18)).ToEntity(id.Address.Partition));
            // As earlier builds wrote it: with the day of then.
            change.Notify(NoticeKind.RevisionRequested, Finance, $"2026 nam {Bloc} {Finance}", "Thiếu minh chứng.\nHạn nộp lại: hết ngày 15/12/2026.");
            change.Audit = new("RequestRevision", Finance);
            return Task.FromResult(0);
        }, Stop);

        await app.RunAsync("DeliverMail");

        var mail = _scene.Transport.To(AddressOf(Finance));
        Assert.EndsWith("Yêu cầu chỉnh sửa phiếu tự chấm điểm năm 2026", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(
            """
            Qua thẩm định, phiếu tự chấm điểm năm 2026 của đơn vị (Khối khoi-kinh-te) cần được chỉnh sửa.

            Nội dung yêu cầu:
            - Thiếu minh chứng.

            Đề nghị đơn vị chỉnh sửa và nộp lại: hạn hết ngày 18/12/2026, còn 9 ngày.
            """.ReplaceLineEndings("\r\n"),
            mail.PlainText,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(NoticeKind.ScoresAppraised), "Đơn vị có thể giải trình cho đến khi vòng thẩm định tiếp theo kết thúc.")]
    [InlineData(nameof(NoticeKind.ScoresFinal), "Đây là vòng thẩm định cuối cùng.")]
    public async Task A_unit_reads_which_points_an_appraisal_round_has_changed(string kind, string ending)
    {
        await using var app = await _scene.BeginAsync();
        _scene.Submitted[Finance] = true;
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(new("Standings", $"2026-nam|{Bloc}"), KeyRange.Prefix("closed|"), Actor.System, (_, change) =>
        {
            change.Notify(Enum.Parse<NoticeKind>(kind), Finance, $"2026 nam {Bloc} {Finance} 1", "Tiêu chí I.1: 40 → 38,5\nTiêu chí P: chưa có điểm → 1");
            change.Audit = new("CloseAppraisalRound", Bloc);
            return Task.FromResult(0);
        }, Stop);

        await app.RunAsync("DeliverMail");

        var mail = _scene.Transport.To(AddressOf(Finance));
        Assert.EndsWith("Điểm thẩm định năm 2026 của đơn vị", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(
            $"""
            Vòng thẩm định năm 2026 (Khối khoi-kinh-te) đã kết thúc và làm thay đổi điểm của đơn vị.

            Các tiêu chí thay đổi:
            - Tiêu chí I.1: 40 → 38,5
            - Tiêu chí P: chưa có điểm → 1

            {ending}
            """.ReplaceLineEndings("\r\n"),
            mail.PlainText,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_reads_what_to_mend_and_how_its_complaint_was_answered_and_a_head_who_complains()
    {
        await using var app = await _scene.BeginAsync();
        var partition = new BlocInPeriod(2026, "nam", Bloc).Address.Partition;
        var opened = new Complaint(Building, 1, null, "Điểm thấp hơn minh chứng.", ComplaintParty.Unit, app.Clock.Now);
        await NotifyAsync(
            app,
            InspectionRows.Row(partition, new("dot-1", Building, new(2026, 12, 1), [Head], null, new(2026, 12, 1), [new(1, "Hồ sơ trễ hạn", MendBy: new(2026, 12, 31))], 0)),
            NoticeKind.FindingRecorded,
            Building,
            $"2026 nam {Bloc} dot-1");
        await NotifyAsync(app, ComplaintRows.Row(partition, opened), NoticeKind.ComplaintOpened, Head, $"2026 nam {Bloc} {Building} 1");
        await NotifyAsync(
            app,
            ComplaintRows.Row(partition, opened with { Unit = Finance, Answer = new("Không có căn cứ.", ComplaintOutcome.Dismissed, ComplaintParty.Head, app.Clock.Now) }),
            NoticeKind.ComplaintDismissed,
            Finance,
            $"2026 nam {Bloc} {Finance} 1");

        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        foreach (var (unit, subject, texts) in new[]
        {
            (Building, "Kết luận kiểm tra chéo năm 2026 cần khắc phục", new[] { "(Khối khoi-kinh-te)", "- Hồ sơ trễ hạn (hạn khắc phục: 31/12/2026)" }),
            (Head, "Đơn vị so-xay-dung kiến nghị về điểm năm 2026", ["- Điểm thấp hơn minh chứng.", "Đề nghị đơn vị trưởng khối xem xét và trả lời."]),
            (Finance, "Trả lời kiến nghị về điểm năm 2026", ["không được chấp nhận", "- Không có căn cứ."]),
        })
        {
            var mail = _scene.Transport.To(AddressOf(unit));
            Assert.EndsWith(subject, mail.Subject, StringComparison.Ordinal);
            Assert.All(texts, text => Assert.Contains(text, mail.PlainText, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_sheet_that_was_submitted_again_needs_no_mail()
    {
        await using var app = await _scene.BeginAsync();
        await ReturnSheetAsync(app, Finance, "Thiếu minh chứng.");
        _scene.Submitted[Finance] = true;

        await app.RunAsync("DeliverMail");

        Assert.Empty(_scene.Transport.Out);
        Assert.Equal(MailState.Unneeded, Assert.Single(await MailsAsync(app, "2026-12-09")).State);
    }

    [Fact]
    public async Task A_unit_without_an_address_is_seen_in_the_outbox_and_gets_its_mail_once_it_has_one()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        await HasContactsAsync(app, Finance);
        await ReturnSheetAsync(app, Finance, "Thiếu minh chứng.");
        await app.RunAsync("DeliverMail");

        var dead = Assert.Single((await admin.AskAsync("/api/mail?state=dead").JsonAsync())["mails"]!.AsArray())!;
        await HasContactsAsync(app, Finance, "moi@example.vn");
        await admin.PostAsync(new Uri($"/api/mail/{dead["mail"]}/retry", UriKind.Relative), null, Stop).JsonAsync();
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        Assert.Equal(("SheetReturned", "The unit has no address."), ((string)dead["kind"]!, (string)dead["reason"]!));
        Assert.Contains("Thiếu minh chứng.", _scene.Transport.To("moi@example.vn").PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_after_any_call_of_storage_the_mail_is_made_once()
    {
        await using var app = await _scene.BeginAsync(("Mail:Transport", "none"));
        await using var restarted = _scene.Start();
        restarted.Clock.Now = app.Clock.Now;
        var mails = 0;

        for (var k = 1; ; k++)
        {
            await ReturnSheetAsync(restarted, Finance, $"Lý do {k}.");
            if (!await DiesAsync(app, "DeliverMail", k))
            {
                break;
            }

            await restarted.RunAsync("DeliverMail");

            mails++;
            Assert.Equal(mails, _scene.Transport.Out.Count);
            Assert.Contains($"Lý do {k}.", _scene.Transport.Out[^1].PlainText, StringComparison.Ordinal);
            restarted.Clock.Now = app.Clock.Now += TimeSpan.FromMinutes(16);
            await restarted.RunAsync("DeliverMail"); // what is left of the killed run is swept
            Assert.Empty(await IntentsAsync(app));
            Assert.Empty(await OpenAsync(app));
            Assert.True(k < 100);
        }
    }

    [Fact]
    public async Task The_intent_of_a_change_that_never_came_is_swept_after_a_while()
    {
        await using var app = await _scene.BeginAsync();
        await app.Services.GetRequiredService<Intents>().AddAsync(
            PartitionStore.NoticeIntent, new("Sheets", $"2026-nam|{Bloc}|{Finance}"), Notices.Prefix + "0000000001", Stop);

        await app.RunAsync("DeliverMail");
        var soon = await IntentsAsync(app);
        app.Clock.Now += TimeSpan.FromMinutes(16);
        await app.RunAsync("DeliverMail");

        Assert.Single(soon);
        Assert.Empty(await IntentsAsync(app));
        Assert.Empty(_scene.Transport.Out);
    }

    /// <summary>Changes the bloc's partition as what leaves such a notice does.</summary>
    private static Task NotifyAsync(EmulationApp app, TableEntity row, NoticeKind kind, string unit, string subject) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(new("Standings", $"2026-nam|{Bloc}"), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
        {
            change.Put(row);
            change.Notify(kind, unit, subject);
            change.Audit = new("Test", subject);
            return Task.FromResult(0);
        }, Stop);

    private static Task<List<Intent>> IntentsAsync(EmulationApp app) =>
        app.Services.GetRequiredService<Intents>().ListAsync(PartitionStore.NoticeIntent, TimeSpan.Zero, Stop);

    private static Task<TableEntity?> NoticeAsync(EmulationApp app) => app.Services.GetRequiredService<PartitionStore>()
        .FindAsync(new("Sheets", $"2026-nam|{Bloc}|{Finance}"), Notices.Prefix + "0000000001", Stop);
}
