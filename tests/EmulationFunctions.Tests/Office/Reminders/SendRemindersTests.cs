using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Office.Reminders;

public sealed class SendRemindersTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task Running_it_five_times_on_one_day_sends_one_mail()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        _scene.Submitted[Head] = _scene.Submitted[Building] = true;

        for (var run = 0; run < 5; run++)
        {
            await admin.PostAsync(new Uri("/api/admin/timers/SendReminders", UriKind.Relative), null, Stop).JsonAsync();
            await admin.PostAsync(new Uri("/api/admin/timers/DeliverMail", UriKind.Relative), null, Stop).JsonAsync();
            app.Clock.Now += TimeSpan.FromHours(1);
        }

        var mail = _scene.Transport.To(AddressOf(Finance));
        Assert.EndsWith("Nhắc hạn thi đua: tự chấm điểm năm 2026 còn 1 ngày", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("THI ĐUA - KHEN THƯỞNG\r\nNgày 09 tháng 12 năm 2026\r\n\r\nKính gửi: Đơn vị so-tai-chinh\r\n", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Tự chấm điểm năm 2026 (Khối khoi-kinh-te): hạn hết ngày 10/12/2026, còn 1 ngày.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("Mở trang thi đua: https://thidua.example.vn/portal/sheet/2026/nam/khoi-kinh-te/so-tai-chinh\r\n", mail.PlainText, StringComparison.Ordinal);
        Assert.Equal(2, _scene.Transport.Out.Count); // the other is the head's view of its bloc
    }

    [Fact]
    public async Task The_head_gets_a_digest_of_its_bloc_and_who_has_submitted_gets_none()
    {
        await using var app = await _scene.BeginAsync();
        _scene.Submitted[Head] = _scene.Submitted[Building] = true;

        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        Assert.DoesNotContain(_scene.Transport.Out, mail => mail.To == AddressOf(Building));
        var head = _scene.Transport.To(AddressOf(Head));
        Assert.EndsWith("Khối khoi-kinh-te: 1 đơn vị chưa xong tự chấm điểm năm 2026", head.Subject, StringComparison.Ordinal);
        Assert.Contains("2/3 đơn vị đã hoàn thành", head.PlainText, StringComparison.Ordinal);
        Assert.Contains("- Đơn vị so-tai-chinh: hạn hết ngày 10/12/2026, còn 1 ngày.", head.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-25", 0)]
    [InlineData("2026-11-26", 3)]
    [InlineData("2026-12-11", 3)] // a day late
    [InlineData("2026-12-20", 0)]
    public async Task Units_are_reminded_on_the_days_of_the_rules(string day, int mails)
    {
        await using var app = await _scene.BeginAsync();
        app.SetDay(DateOnly.Parse(day, null).AddDays(-1).ToString("yyyy-MM-dd", null), 8);
        await app.RunAsync("SendReminders");
        await ClearMailsOfAsync(app);

        app.SetDay(day, 8);
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        Assert.Equal(mails, _scene.Transport.Out.Count);
    }

    [Fact]
    public async Task Who_is_late_is_told_so_and_recorded_once_a_day()
    {
        await using var app = await _scene.BeginAsync();
        _scene.Submitted[Head] = true;

        app.SetDay("2026-12-11", 8);
        await app.RunAsync("SendReminders");
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");
        app.SetDay("2026-12-13", 8);
        await app.RunAsync("SendReminders");

        Assert.Contains("hạn hết ngày 10/12/2026, đã quá hạn 1 ngày.", _scene.Transport.To(AddressOf(Finance)).PlainText, StringComparison.Ordinal);
        Assert.Equal(
            [(Finance, 1), (Building, 1), (Finance, 3), (Building, 3)],
            _scene.Records.Of("UnitLate").Select(late => ((string)late["Unit"]!, (int)late["Days"]!)));
        var first = _scene.Records.Of("UnitLate")[0];
        Assert.Equal((2026, "nam", Bloc, "self-score"), (first["Year"], first["Period"], first["Bloc"], first["Stage"]));
    }

    [Fact]
    public async Task A_reminder_of_a_day_on_which_no_timer_ran_is_given_later()
    {
        await using var app = await _scene.BeginAsync();
        app.SetDay("2026-12-06", 8);
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");
        Assert.Equal(3, _scene.Transport.Out.Count); // of 3 December: no run had ever been before

        app.SetDay("2026-12-08", 8); // the 7th was lost
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        Assert.Equal(6, _scene.Transport.Out.Count);
        Assert.Contains("còn 2 ngày", _scene.Transport.Out[^1].PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_address_of_a_unit_gets_the_mail_and_a_unit_without_one_stops_nobody()
    {
        await using var app = await _scene.BeginAsync();
        await HasContactsAsync(app, Finance, "mot@example.vn", "hai@example.vn", "HAI@example.vn");
        await HasContactsAsync(app, Building);

        var done = await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        Assert.Equal(["hai@example.vn", "mot@example.vn", AddressOf(Head)], _scene.Transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Contains($"{Building} has no address to be reminded at", done);
    }

    [Fact]
    public async Task No_address_and_no_name_is_in_the_outbox_or_in_a_record()
    {
        await using var app = await _scene.BeginAsync();

        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        var rows = app.Tables.GetTable(OutboxTable.Table).QueryAsync(null, null, null, Stop);
        var count = 0;
        await foreach (var row in rows)
        {
            count++;
            var all = string.Join('\n', row.Select(property => $"{property.Value}").Prepend(row.RowKey));
            Assert.DoesNotContain("@", all, StringComparison.Ordinal);
            Assert.DoesNotContain("Đơn vị", all, StringComparison.Ordinal);
        }

        Assert.True(count >= 3);
        Assert.All(
            new[] { "MailSent", "MailWaiting" }.SelectMany(_scene.Records.Of).SelectMany(record => record.Values),
            value => Assert.DoesNotContain("@", $"{value}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rules_of_the_office_decide_from_the_next_run_on()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        await admin.PutAsync("/api/reminder-rules", System.Text.Json.Nodes.JsonNode.Parse("""{"stages":[{"stage":"self-score","days":[2]}]}""")!, null).JsonAsync();
        app.SetDay("2026-12-07", 8);
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");
        Assert.Empty(_scene.Transport.Out); // three days before is no longer a day of the rules

        app.SetDay("2026-12-08", 8);
        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");

        Assert.Equal(3, _scene.Transport.Out.Count);
    }

    [Fact]
    public async Task Killed_after_any_call_of_storage_the_next_run_makes_what_is_missing_and_nothing_twice()
    {
        await using var app = await _scene.BeginAsync();
        await using var restarted = _scene.Start();
        restarted.SetDay("2026-12-09", 9);

        for (var k = 1; await DiesAsync(app, "SendReminders", k); k++)
        {
            await restarted.RunAsync("SendReminders");

            Assert.Equal([Head, Finance, Building], (await MailsAsync(app, "2026-12-09")).Select(mail => mail.Key.Unit));
            Assert.Equal(3, (await OpenAsync(app)).Count);
            await ClearAsync(app);
            Assert.True(k < 200);
        }
    }

    [Fact]
    public async Task Two_machines_at_once_make_each_mail_once()
    {
        await using var app = await _scene.BeginAsync();
        await using var other = _scene.Start();
        other.SetDay("2026-12-09", 8);

        await Task.WhenAll(app.RunAsync("SendReminders"), other.RunAsync("SendReminders"), app.RunAsync("SendReminders"));
        await Task.WhenAll(app.RunAsync("DeliverMail"), other.RunAsync("DeliverMail"), app.RunAsync("DeliverMail"));

        Assert.Equal(new[] { Head, Finance, Building }.Select(AddressOf), _scene.Transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(await MailsAsync(app, "2026-12-09"), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Empty(await OpenAsync(app));
    }

    private static async Task ClearMailsOfAsync(EmulationApp app)
    {
        var open = await OpenAsync(app);
        var table = app.Tables.GetTable(OutboxTable.Table);
        foreach (var one in open)
        {
            await table.DeleteEntityAsync(one.Key.Partition, one.Key.Row, Azure.ETag.All, Stop);
            await table.DeleteEntityAsync("open", $"{one.Key.Partition}|{one.Key.Row}", Azure.ETag.All, Stop);
        }
    }
}
