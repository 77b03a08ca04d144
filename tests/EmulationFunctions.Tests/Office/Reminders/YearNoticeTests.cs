using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Pacts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static EmulationFunctions.Tests.Year.Pacts.PactsOf;

namespace EmulationFunctions.Tests.Office.Reminders;

/// <summary>What mails about a bloc's pact and movements say is what is true when they are sent.</summary>
public sealed class YearNoticeTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly RecordingTransport _transport = new();

    [Fact]
    public async Task Who_has_signed_before_the_mail_leaves_is_not_asked_to_and_the_others_are_with_their_day()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-c");

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.Equal(ReminderScene.AddressOf("so-b"), mail.To);
        Assert.EndsWith("Ký giao ước thi đua năm 2026 của Khối khoi-1", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Đề nghị đơn vị đọc và ký: hạn hết ngày 31/03/2026", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_what_changed_is_told_and_is_asked_again_only_once_it_is_for_signing()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-b");
        await app.SignsAsync("so-c");
        await DeliverAsync(app);
        Assert.Empty(_transport.Out);

        await head.PutsAsync(Pact, """{"title":"Giao ước thi đua năm 2026","text":"Tích cực thi đua.","isForSigning":false}""", await head.TagAsync());
        await DeliverAsync(app);

        Assert.Equal([ReminderScene.AddressOf("so-b"), ReminderScene.AddressOf("so-c")], _transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(_transport.Out, mail =>
        {
            Assert.EndsWith("Chữ ký của đơn vị dưới giao ước thi đua năm 2026 không còn hiệu lực", mail.Subject, StringComparison.Ordinal);
            Assert.Contains("Đơn vị sẽ được mời ký lại khi giao ước mở ký.", mail.PlainText, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_signature_that_was_taken_back_is_told_with_its_reason()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await head.PutsAsync(Pact, Plain);
        await app.SignsAsync("so-b");
        await app.SignsAsync("so-c");
        await admin.PostAsync($"{Pact}/signatures/so-b/withdrawal", EmulationApp.Json("""{"reason":"Chưa được ủy quyền."}"""), TestContext.Current.CancellationToken).JsonAsync();

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out, one => one.Subject.Contains("hiệu lực", StringComparison.Ordinal));
        Assert.Equal(ReminderScene.AddressOf("so-b"), mail.To);
        Assert.Contains("- Chưa được ủy quyền.", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("đã bị hủy", mail.PlainText, StringComparison.Ordinal);
        Assert.Contains("Đề nghị đơn vị đọc lại và ký: hạn hết ngày 31/03/2026", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launched_movement_is_told_to_who_has_not_answered_it_and_not_once_it_is_over()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync($"{MovementList}/nong-thon-moi", """
            {"name":"Cả tỉnh chung sức xây dựng nông thôn mới","scope":"province","form":"regular","from":"2026-01-01","launchedBy":["Chủ tịch UBND tỉnh","Khối trưởng"],"launchedOn":"2026-02-01","answerBy":"2026-04-30",
             "paper":{"kind":"Kế hoạch","number":"0125/KH-UBND"}}
            """);
        await head.PutsAsync($"{MovementList}/da-xong", """{"name":"Đợt cao điểm","scope":"bloc","form":"campaign","until":"2026-03-06","launchedOn":"2026-02-01"}""");
        await head.PutsAsync($"{MovementList}/nong-thon-moi/answers/so-c", """{"response":"Nhận giúp đỡ hai xã."}""");

        await DeliverAsync(app);

        var mail = Assert.Single(_transport.Out);
        Assert.Equal(ReminderScene.AddressOf("so-b"), mail.To);
        foreach (var line in new[]
        {
            "- Cả tỉnh chung sức xây dựng nông thôn mới", "- Phát động: Chủ tịch UBND tỉnh, Khối trưởng", "- Thời gian: từ ngày 01/01/2026", "- Kế hoạch 0125/KH-UBND", "hạn hết ngày 30/04/2026",
        })
        {
            Assert.Contains(line, mail.PlainText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unit_and_head_are_told_of_a_suspension_and_of_its_end_and_the_unit_alone_is_told_why()
    {
        await using var app = await StartAsync();
        await ReminderScene.HasContactsAsync(app, "so-a", ReminderScene.AddressOf("so-a"));
        using var office = app.Admin();
        const string Suspension = $"{PactsOf.Year}/suspensions/so-c";
        var tag = await office.PutsAsync(Suspension, """{"cause":"complaint","since":"2026-03-02","reason":"Đang xác minh tố cáo 77"}""");
        tag = await office.PutsAsync(Suspension, """{"cause":"complaint","since":"2026-03-02","reason":"Đang xác minh tố cáo 78"}""", tag); // nobody is told of that once more

        await DeliverAsync(app);

        Assert.Equal([ReminderScene.AddressOf("so-a"), ReminderScene.AddressOf("so-c")], _transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
        var (toHead, toUnit) = (_transport.Out.Single(mail => mail.To == ReminderScene.AddressOf("so-a")), _transport.Out.Single(mail => mail.To == ReminderScene.AddressOf("so-c")));
        Assert.EndsWith("Tạm dừng xét khen thưởng năm 2026: Đơn vị so-c", toHead.Subject, StringComparison.Ordinal);
        Assert.EndsWith("Tạm dừng xét khen thưởng năm 2026 của đơn vị", toUnit.Subject, StringComparison.Ordinal);
        Assert.Contains("- Đang xác minh tố cáo 78", toUnit.PlainText, StringComparison.Ordinal);
        Assert.All(_transport.Out, mail => Assert.Contains("- Từ ngày 02/03/2026", mail.PlainText, StringComparison.Ordinal));
        Assert.DoesNotContain("tố cáo", toHead.PlainText, StringComparison.Ordinal);

        using var lifting = new HttpRequestMessage(HttpMethod.Post, $"{Suspension}/lifting") { Content = EmulationApp.Json("""{"day":"2026-03-07","reason":"Khiển trách","penaltyEnds":"2027-03-06"}""") };
        await office.SendAsync(lifting.With(new(tag)), TestContext.Current.CancellationToken).JsonAsync();
        await DeliverAsync(app);

        (toHead, toUnit) = (_transport.Out.Last(mail => mail.To == ReminderScene.AddressOf("so-a")), _transport.Out.Last(mail => mail.To == ReminderScene.AddressOf("so-c")));
        Assert.Equal(4, _transport.Out.Count);
        Assert.EndsWith("Kết thúc tạm dừng xét khen thưởng năm 2026: Đơn vị so-c", toHead.Subject, StringComparison.Ordinal);
        Assert.Contains("- Khiển trách", toUnit.PlainText, StringComparison.Ordinal);
        Assert.Contains("06/03/2027", toUnit.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Khiển trách", toHead.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("06/03/2027", toHead.PlainText, StringComparison.Ordinal);
    }

    /// <summary>A bloc in March whose members but the head have a mailbox.</summary>
    private async Task<EmulationApp> StartAsync()
    {
        var app = new EmulationApp(
            azurite,
            issuer,
            null,
            services =>
            {
                services.RemoveAll<IMailTransport>();
                services.AddSingleton<IMailTransport>(_transport);
            },
            [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false")]);
        await app.HasYearAsync("so-a", "so-b", "so-c");
        foreach (var unit in new[] { "so-b", "so-c" })
        {
            await ReminderScene.HasContactsAsync(app, unit, ReminderScene.AddressOf(unit));
        }

        return app;
    }

    private static async Task DeliverAsync(EmulationApp app)
    {
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");
    }
}
