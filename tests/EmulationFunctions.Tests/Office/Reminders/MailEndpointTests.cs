using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Office.Reminders;

public sealed class MailEndpointTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task The_office_sees_each_mail_s_unit_state_and_reason_in_pages_and_never_an_address()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        await app.RunAsync("SendReminders");
        var waiting = await admin.AskAsync("/api/mail").JsonAsync();
        await app.RunAsync("DeliverMail");

        var open = await admin.AskAsync("/api/mail").JsonAsync();
        var first = await admin.AskAsync("/api/mail?day=2026-12-09&state=sent&pageSize=2").JsonAsync();
        var second = await admin.AskAsync($"/api/mail?day=2026-12-09&state=sent&pageSize=2&continuation={Uri.EscapeDataString((string)first["continuation"]!)}").JsonAsync();
        var dead = await admin.AskAsync("/api/mail?day=2026-12-09&state=dead").JsonAsync();

        Assert.Equal(3, waiting["mails"]!.AsArray().Count);
        Assert.Empty(open["mails"]!.AsArray());
        Assert.Empty(dead["mails"]!.AsArray());
        Assert.Equal((2, 1), (first["mails"]!.AsArray().Count, second["mails"]!.AsArray().Count));
        Assert.Null((string?)second["continuation"]);
        Assert.Equal([Head, Finance, Building], new[] { first, second }.SelectMany(page => page["mails"]!.AsArray()).Select(mail => (string)mail!["unit"]!));
        Assert.Equal(("digest", "sent", 1), ((string)first["mails"]![0]!["kind"]!, (string)first["mails"]![0]!["state"]!, (int)first["mails"]![0]!["attempts"]!));
        Assert.DoesNotContain("@", waiting.ToJsonString() + first.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("state=sent", "state")] // of which day?
    [InlineData("day=09-12-2026", "day")]
    [InlineData("pageSize=0", "pageSize")]
    public async Task A_question_that_has_no_answer_is_refused(string query, string path)
    {
        await using var app = _scene.Start();
        using var admin = app.Admin();

        var problem = await admin.AskAsync($"/api/mail?{query}").ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    [Fact]
    public async Task Only_a_mail_that_was_given_up_is_revived_and_reviving_it_again_changes_nothing()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = mail => mail.To == AddressOf(Finance) ? new MailOutcome.Refused("The mail server refuses the recipient for good (550).") : null;
        await app.RunAsync("DeliverMail");
        var mails = (await admin.AskAsync("/api/mail?day=2026-12-09").JsonAsync())["mails"]!.AsArray();
        string Id(string unit) => (string)mails.Single(mail => (string)mail!["unit"]! == unit)!["mail"]!;

        await RetryAsync(admin, "2026-12-09-0000000000000000").ProblemAsync(404);
        await RetryAsync(admin, "khong-co").ProblemAsync(404);
        await RetryAsync(admin, "Kh%C3%B4ng").ProblemAsync(400);
        var over = await RetryAsync(admin, Id(Head)).ProblemAsync(409);
        var first = await RetryAsync(admin, Id(Finance)).JsonAsync();
        var again = await RetryAsync(admin, Id(Finance)).JsonAsync();
        _scene.Transport.Answer = _ => null;
        await app.RunAsync("DeliverMail");

        Assert.Equal("urn:emulation-functions:mail-is-over", (string)over["type"]!);
        Assert.Equal(("waiting", "waiting"), ((string)first["state"]!, (string)again["state"]!));
        _ = _scene.Transport.To(AddressOf(Finance));
    }

    [Fact]
    public async Task The_office_alone_looks_after_mail_and_everybody_known_may_read_the_rules()
    {
        await using var app = await _scene.BeginAsync();
        using var nobody = app.Nobody();
        using var stranger = app.Holding();
        using var reader = app.Holding("Emulation.Reader");
        using var council = app.Holding("Emulation.Council");
        using var head = await app.OfficerAsync(Head);

        await nobody.AskAsync("/api/mail").ProblemAsync(401);
        await nobody.AskAsync("/api/reminder-rules").ProblemAsync(401);
        await RetryAsync(nobody, "a").ProblemAsync(401);
        await nobody.PutAsync("/api/reminder-rules", new JsonObject(), null).ProblemAsync(401);
        await stranger.AskAsync("/api/reminder-rules").ProblemAsync(403);
        foreach (var client in new[] { stranger, reader, council, head })
        {
            await client.AskAsync("/api/mail").ProblemAsync(403);
            await RetryAsync(client, "a").ProblemAsync(403);
            await client.PutAsync("/api/reminder-rules", new JsonObject(), null).ProblemAsync(403);
        }

        foreach (var client in new[] { reader, council, head })
        {
            await client.AskAsync("/api/reminder-rules").JsonAsync();
        }
    }

    [Fact]
    public async Task A_reminder_arrives_in_a_real_mailbox()
    {
        await using var catcher = await MailCatcher.StartAsync(wantsUsualPorts: false, mailFolder: null, Stop);
        var smtp = new SmtpTransport(new() { Transport = "smtp", From = "Thi đua <thidua@example.vn>", Smtp = new() { Host = "127.0.0.1", Port = catcher.SmtpPort, StartTls = false } });
        var scene = new ReminderScene(azurite, issuer);
        await using var app = await scene.BeginAsync();
        scene.Transport.Through = smtp;
        scene.Submitted[Head] = scene.Submitted[Building] = true;

        await app.RunAsync("SendReminders");
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        var mails = await catcher.ListAsync(Stop);
        Assert.Equal([AddressOf(Head), AddressOf(Finance)], mails.Select(mail => Assert.Single(mail.To)).Order(StringComparer.Ordinal));
        var mail = mails.Single(mail => mail.To[0] == AddressOf(Finance));
        Assert.EndsWith("Nhắc hạn thi đua: tự chấm điểm năm 2026 còn 1 ngày", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("hạn hết ngày 10/12/2026, còn 1 ngày.", mail.Text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> RetryAsync(HttpClient client, string mail) =>
        client.PostAsync(new Uri($"/api/mail/{mail}/retry", UriKind.Relative), null, Stop);
}
