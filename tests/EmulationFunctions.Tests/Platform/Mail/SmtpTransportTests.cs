using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Mail;
using MailKit.Net.Smtp;

namespace EmulationFunctions.Tests.Platform.Mail;

public sealed class SmtpTransportTests
{
    private const string Address = "thidua@so-tai-chinh.example.vn";

    private static readonly ComposedMail Reminder = new(Address, "[TD-1A2B3C4D] Nhắc hạn: tự chấm điểm", "Kính gửi: Sở Tài chính\r\n", "<p>Kính gửi: Sở Tài chính</p>", "TD-1A2B3C4D");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_with_its_Vietnamese_words_as_text_and_as_html()
    {
        await using var catcher = await MailCatcher.StartAsync(wantsUsualPorts: false, mailFolder: null, Stop);

        var outcome = await Transport(catcher.SmtpPort).SendAsync(Reminder, Guid.NewGuid(), Stop);

        Assert.IsType<MailOutcome.Sent>(outcome);
        var caught = Assert.Single(await catcher.ListAsync(Stop));
        Assert.Equal(Reminder.Subject, caught.Subject);
        Assert.Equal([Address], caught.To);
        Assert.Equal(Reminder.PlainText.Trim(), caught.Text.Trim());
        using var http = new HttpClient { BaseAddress = catcher.WebAddress };
        Assert.Contains("<p>Kính gửi: Sở Tài chính</p>", await http.GetStringAsync("email", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_is_sent_again_has_the_same_Message_ID()
    {
        await using var server = new ScriptedSmtpServer();

        await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop);
        await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop);

        Assert.Equal(2, server.Texts.Count);
        Assert.All(server.Texts, text => Assert.Contains("Message-ID: <td-1a2b3c4d@thidua.example.vn>", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Texts, text => Assert.Contains("Auto-Submitted: auto-generated", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 no such mailbox thidua@so-tai-chinh.example.vn")]
    [InlineData("RCPT", "551 elsewhere")]
    [InlineData("RCPT", "552 full")]
    [InlineData("RCPT", "553 not a name")]
    [InlineData("RCPT", "556 no mail at all")]
    [InlineData("MAIL", "550 sender refused")]
    [InlineData(".", "552 too large")]
    public async Task A_refusal_for_good_is_final_and_says_the_code_but_no_address(string step, string answer)
    {
        await using var server = new ScriptedSmtpServer((step, answer));

        var refused = Assert.IsType<MailOutcome.Refused>(await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop));

        Assert.Contains(answer[..3], refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("example", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "450 try later")]   // a grey list
    [InlineData("RCPT", "451 local trouble")]
    [InlineData("RCPT", "452 full")]
    [InlineData("MAIL", "451 local trouble")]
    [InlineData(".", "451 local trouble")]
    [InlineData(".", "554 looks like spam")]
    [InlineData("RCPT", "554 not here")]
    public async Task A_refusal_for_now_is_tried_again_and_holds_up_nobody_else(string step, string answer)
    {
        await using var server = new ScriptedSmtpServer((step, answer));

        var later = Assert.IsType<MailOutcome.Later>(await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop));

        Assert.False(later.Everybody);
        Assert.Contains(answer[..3], later.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "421 closing")]
    [InlineData("", "554 no service")] // of the greeting it says that nobody is served
    [InlineData("", ScriptedSmtpServer.BreakOff)]
    [InlineData("MAIL", "421 too many of you")]
    [InlineData("MAIL", "530 sign in first")]
    [InlineData("MAIL", ScriptedSmtpServer.BreakOff)]
    [InlineData(".", ScriptedSmtpServer.BreakOff)] // the text may have been taken: this is where a mail can come twice
    public async Task A_server_that_does_not_serve_stops_the_batch_and_loses_no_mail(string step, string answer)
    {
        await using var server = new ScriptedSmtpServer((step, answer));

        Assert.True(Assert.IsType<MailOutcome.Later>(await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop)).Everybody);
    }

    [Fact]
    public async Task A_server_that_is_down_stops_the_batch_and_loses_no_mail()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        Assert.True(Assert.IsType<MailOutcome.Later>(await Transport(port).SendAsync(Reminder, Guid.NewGuid(), Stop)).Everybody);
    }

    [Fact]
    public async Task A_server_that_greets_with_554_is_no_mails_fault()
    {
        await using var server = new ScriptedSmtpServer(("", "554 no service"));

        Assert.Equal(new MailOutcome.Later("The mail server does not serve us (554).", Everybody: true), await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task One_recipient_that_is_refused_leaves_the_next_one_served()
    {
        await using var server = new ScriptedSmtpServer(("RCPT TO:<di-roi@example.vn>", "550 no such mailbox"));
        var transport = Transport(server.Port);

        Assert.IsType<MailOutcome.Refused>(await transport.SendAsync(new("di-roi@example.vn", Reminder.Subject, "", "", "TD-2"), Guid.NewGuid(), Stop));
        Assert.IsType<MailOutcome.Sent>(await transport.SendAsync(Reminder, Guid.NewGuid(), Stop));
        Assert.Contains(Address, Assert.Single(server.Texts), StringComparison.Ordinal);
    }

    /// <summary>Each line begins a wait for the next one anew; the limit is of the whole.</summary>
    [Fact]
    public async Task A_server_that_speaks_for_minutes_is_left_after_the_set_time()
    {
        await using var server = new ScriptedSmtpServer(("", ScriptedSmtpServer.Drops));
        var waited = Stopwatch.StartNew();

        var later = Assert.IsType<MailOutcome.Later>(await Transport(server.Port, timeoutSeconds: 1).SendAsync(Reminder, Guid.NewGuid(), Stop));

        Assert.True(later.Everybody);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MAIL")]
    [InlineData(".")]
    public async Task A_server_that_falls_silent_is_left_after_the_set_time(string step)
    {
        await using var server = new ScriptedSmtpServer((step, ScriptedSmtpServer.Silence));
        var waited = Stopwatch.StartNew();

        var later = Assert.IsType<MailOutcome.Later>(await Transport(server.Port, timeoutSeconds: 1).SendAsync(Reminder, Guid.NewGuid(), Stop));

        Assert.True(later.Everybody);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing_when_STARTTLS_is_asked_for()
    {
        await using var server = new ScriptedSmtpServer();
        var options = Options(server.Port);
        options.Smtp.StartTls = true;

        Assert.True(Assert.IsType<MailOutcome.Later>(await new SmtpTransport(options).SendAsync(Reminder, Guid.NewGuid(), Stop)).Everybody);
        Assert.Empty(server.Texts);
    }

    [Theory]
    [InlineData("235 welcome", null)]
    [InlineData("535 no", "The mail server does not accept our user or password.")]
    public async Task A_password_goes_over_TLS_alone_and_a_wrong_one_is_no_mails_fault(string answer, string? reason)
    {
        await using var server = new ScriptedSmtpServer(("EHLO", "250-ready\r\n250-STARTTLS\r\n250 AUTH PLAIN"), ("STARTTLS", "220 go on"), ("AUTH", answer));
        var options = Options(server.Port);
        (options.Smtp.StartTls, options.Smtp.User, options.Smtp.Password) = (true, "thidua", "mat-khau");

        var outcome = await new SmtpTransport(options, () => Trusting(server)).SendAsync(Reminder, Guid.NewGuid(), Stop);

        Assert.True(server.HasTls);
        if (reason is null)
        {
            Assert.IsType<MailOutcome.Sent>(outcome);
            Assert.Single(server.Texts);
        }
        else
        {
            Assert.Equal(new MailOutcome.Later(reason, Everybody: true), outcome);
            Assert.Empty(server.Texts);
        }
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_password_and_no_mail()
    {
        await using var server = new ScriptedSmtpServer(("EHLO", "250-ready\r\n250-STARTTLS\r\n250 AUTH PLAIN"), ("STARTTLS", "220 go on"));
        var options = Options(server.Port);
        (options.Smtp.StartTls, options.Smtp.User, options.Smtp.Password) = (true, "thidua", "mat-khau");

        var later = Assert.IsType<MailOutcome.Later>(await new SmtpTransport(options).SendAsync(Reminder, Guid.NewGuid(), Stop));

        Assert.True(later.Everybody);
        Assert.Contains("certificate", later.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Texts);
    }

    [Fact]
    public async Task A_server_that_says_goodbye_badly_has_taken_the_mail_all_the_same()
    {
        await using var server = new ScriptedSmtpServer(("QUIT", ScriptedSmtpServer.BreakOff));

        Assert.IsType<MailOutcome.Sent>(await Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task An_address_that_no_server_can_be_given_is_refused_without_asking()
    {
        var refused = await Transport(1).SendAsync(new("thi.đua@example.vn", "Nhắc", "", "", "TD-1"), Guid.NewGuid(), Stop);

        Assert.IsType<MailOutcome.Refused>(refused);
    }

    [Fact]
    public async Task A_caller_that_stops_is_not_answered_with_an_outcome()
    {
        await using var server = new ScriptedSmtpServer(("MAIL", ScriptedSmtpServer.Silence));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<Exception>(() => Transport(server.Port).SendAsync(Reminder, Guid.NewGuid(), stop.Token));
    }

    [Fact]
    public async Task SMTP_cannot_say_what_became_of_an_attempt() => Assert.Null(await Transport(25).FindAsync(Guid.NewGuid(), Stop));

    /// <summary>Trusts just the certificate of the test's own server.</summary>
    private static SmtpClient Trusting(ScriptedSmtpServer server) => new()
    {
        ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == server.Certificate.GetCertHashString(),
    };

    private static SmtpTransport Transport(int port, int timeoutSeconds = 20) => new(Options(port, timeoutSeconds));

    private static MailOptions Options(int port, int timeoutSeconds = 20) => new()
    {
        Transport = MailOptions.SmtpTransport,
        From = "Thi đua <no-reply@thidua.example.vn>",
        Smtp = new() { Host = "127.0.0.1", Port = port, StartTls = false, TimeoutSeconds = timeoutSeconds },
    };
}
