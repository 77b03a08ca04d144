using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Office.Reminders;
using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Platform.Mail;

public sealed class DeliverMailTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task A_mail_whose_reason_is_gone_when_its_turn_comes_is_not_sent()
    {
        await using var app = await _scene.BeginAsync();
        await app.RunAsync("SendReminders");
        _scene.Submitted[Finance] = true;

        await app.RunAsync("DeliverMail");

        Assert.Equal([Building, Head], _scene.Transport.Out.Select(mail => mail.To[7..^11]).Order(StringComparer.Ordinal).Reverse());
        var finance = Assert.Single(await MailsAsync(app, "2026-12-09"), mail => mail.Key.Unit == Finance);
        Assert.Equal(MailState.Unneeded, finance.State);
        Assert.Empty(await OpenAsync(app));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_costs_no_mail_an_attempt_and_is_asked_less_and_less_often()
    {
        await using var app = await _scene.BeginAsync();
        using var nobody = app.Nobody();
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = _ => new MailOutcome.Later("The mail server cannot be reached or broke off.", Everybody: true);

        var asked = new List<int>();
        for (var minute = 0; minute < 30; minute++)
        {
            await app.RunAsync("DeliverMail");
            asked.Add(_scene.Transport.Asked);
            app.Clock.Now += TimeSpan.FromMinutes(1);
        }

        var health = await nobody.AskAsync("/api/health").JsonAsync();
        var mails = await MailsAsync(app, "2026-12-09");
        Assert.Equal([1, 2, 2, 2, 3, 3], asked.Take(6)); // one mail each time: at once, after 1 minute, after 3 more, after 9 more
        Assert.Equal(4, asked[^1]);
        Assert.All(mails, mail => Assert.Equal((MailState.Waiting, 0), (mail.State, mail.Failures)));
        Assert.Equal("degraded", (string)health["status"]!);
        Assert.Equal(
            "Mail is held back: The mail server cannot be reached or broke off.",
            (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "mail")!["detail"]!);
        Assert.Equal("The mail server cannot be reached or broke off.", _scene.Records.Of("MailFailed")[0]["Reason"]);

        _scene.Transport.Answer = _ => null;
        app.Clock.Now += TimeSpan.FromMinutes(30);
        await app.RunAsync("DeliverMail");

        Assert.Equal(3, _scene.Transport.Out.Count);
        Assert.Equal("healthy", (string)(await nobody.AskAsync("/api/health").JsonAsync())["status"]!);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it()
    {
        await using var app = await _scene.BeginAsync();
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = _ => new MailOutcome.Later("The mail service takes no more mail now (429).", Everybody: true, TimeSpan.FromHours(1));
        await app.RunAsync("DeliverMail");
        _scene.Transport.Answer = _ => null;

        app.Clock.Now += TimeSpan.FromMinutes(59);
        await app.RunAsync("DeliverMail");
        var before = _scene.Transport.Out.Count;
        app.Clock.Now += TimeSpan.FromMinutes(2);
        await app.RunAsync("DeliverMail");

        Assert.Equal((0, 3), (before, _scene.Transport.Out.Count));
    }

    [Fact]
    public async Task A_mail_that_keeps_failing_waits_longer_each_time_and_is_given_up_without_stopping_others()
    {
        await using var app = await _scene.BeginAsync(("Mail:MaxAttempts", "3"));
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = mail =>
            mail.To == AddressOf(Finance) ? new MailOutcome.Later("The mail server does not take mail for the recipient now (450).", Everybody: false) : null;

        var asked = new List<int>();
        for (var run = 0; run < 8; run++)
        {
            await app.RunAsync("DeliverMail");
            asked.Add(_scene.Transport.Asked - 2);
            app.Clock.Now += TimeSpan.FromMinutes(1.3);
        }

        Assert.Equal([1, 2, 2, 2, 3, 3, 3, 3], asked); // after 1 minute and a little, then after 3 and a little
        Assert.Equal(2, _scene.Transport.Out.Count);
        var finance = Assert.Single(await MailsAsync(app, "2026-12-09"), mail => mail.Key.Unit == Finance);
        Assert.Equal((MailState.Dead, 3, 3), (finance.State, finance.Tries, finance.Failures));
        Assert.Equal(2, _scene.Records.Of("MailFailed").Count);
        Assert.Equal("The mail server does not take mail for the recipient now (450).", Assert.Single(_scene.Records.Of("MailDead"))["Reason"]);
        Assert.Equal(1, _scene.Records.Of("MailWaiting")[^1]["Dead"]);
    }

    [Fact]
    public async Task A_recipient_that_is_refused_is_given_up_at_once_and_revived_to_the_corrected_address()
    {
        await using var app = await _scene.BeginAsync();
        using var admin = app.Admin();
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = mail => mail.To == AddressOf(Finance) ? new MailOutcome.Refused("The mail server refuses the recipient for good (550).") : null;
        await app.RunAsync("DeliverMail");

        var health = await admin.AskAsync("/api/health").JsonAsync();
        var dead = Assert.Single((await admin.AskAsync("/api/mail?state=dead").JsonAsync())["mails"]!.AsArray())!;
        await HasContactsAsync(app, Finance, "moi@example.vn");
        var revived = await admin.PostAsync(new Uri($"/api/mail/{dead["mail"]}/retry", UriKind.Relative), null, Stop).JsonAsync();
        await app.RunAsync("DeliverMail");
        await app.RunAsync("DeliverMail");

        Assert.Equal(2, _scene.Transport.Out.Count(mail => mail.To != "moi@example.vn"));
        Assert.Equal((Finance, "dead", "The mail server refuses the recipient for good (550)."), ((string)dead["unit"]!, (string)dead["state"]!, (string)dead["reason"]!));
        Assert.Equal("1 mail was given up.", (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "mail")!["detail"]!);
        Assert.Equal("waiting", (string)revived["state"]!);
        _ = _scene.Transport.To("moi@example.vn");
        Assert.Empty(await OpenAsync(app));
        app.Clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal("healthy", (string)(await admin.AskAsync("/api/health").JsonAsync())["status"]!);
    }

    [Fact]
    public async Task When_one_recipient_after_another_is_refused_the_rest_is_kept()
    {
        await using var app = await _scene.BeginAsync();
        await HasContactsAsync(app, Finance, "mot@example.vn", "hai@example.vn", "ba@example.vn");
        await app.RunAsync("SendReminders");
        _scene.Transport.Answer = _ => new MailOutcome.Refused("The mail server refuses the mail for good (550).");

        await app.RunAsync("DeliverMail");

        var mails = await MailsAsync(app, "2026-12-09");
        Assert.Equal((3, 2), (mails.Count(mail => mail.State == MailState.Dead), mails.Count(mail => mail.State == MailState.Waiting)));
    }

    [Fact]
    public async Task The_budget_is_kept_over_runs_and_restarts_and_the_most_urgent_go_first()
    {
        (string, string?)[] budget = [("Mail:PerMinute", "2"), ("Mail:PerHour", "3")];
        await using var app = await _scene.BeginAsync(budget);
        _scene.Submitted[Head] = true;
        await HasContactsAsync(app, Finance, "mot@example.vn", "hai@example.vn");
        await app.RunAsync("SendReminders");

        await app.RunAsync("DeliverMail");
        await using var restarted = _scene.Start(budget);
        restarted.Clock.Now = app.Clock.Now;
        await restarted.RunAsync("DeliverMail");
        var first = _scene.Transport.Out.Count;
        restarted.Clock.Now += TimeSpan.FromMinutes(2);
        await restarted.RunAsync("DeliverMail");
        var second = _scene.Transport.Out.Count;
        restarted.Clock.Now += TimeSpan.FromMinutes(30);
        await restarted.RunAsync("DeliverMail");
        var third = _scene.Transport.Out.Count;
        restarted.Clock.Now += TimeSpan.FromMinutes(31);
        await restarted.RunAsync("DeliverMail");

        Assert.Equal((2, 3, 3, 4), (first, second, third, _scene.Transport.Out.Count));
        Assert.Equal(AddressOf(Head), _scene.Transport.Out[^1].To); // only a view of its bloc
    }

    [Fact]
    public async Task A_mail_that_the_service_has_taken_is_asked_about_and_not_sent_again()
    {
        var scene = new ReminderScene(azurite, issuer) { Transport = new() { Knows = true, Fate = new MailOutcome.Accepted(Guid.Empty) } };
        await using var app = await scene.BeginAsync();
        await app.RunAsync("SendReminders");
        scene.Transport.Answer = _ => new MailOutcome.Accepted(Guid.NewGuid()); // an operation of its own making, of which it then knows nothing

        await app.RunAsync("DeliverMail");
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await app.RunAsync("DeliverMail");
        var accepted = await MailsAsync(app, "2026-12-09");
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.RunAsync("DeliverMail");

        Assert.All(accepted, mail => Assert.Equal(MailState.Accepted, mail.State));
        Assert.All(await MailsAsync(app, "2026-12-09"), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Equal(3, scene.Transport.Out.Count);
        Assert.Empty(await OpenAsync(app));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_after_any_call_of_storage_each_mail_goes_out_once(bool knows)
    {
        var scene = new ReminderScene(azurite, issuer) { Transport = new() { Knows = knows } };
        await using var app = await scene.BeginAsync();
        await using var restarted = scene.Start();

        // Each kind of transport has every second call: it is asked at one of them only, which the next test is about.
        for (var k = knows ? 1 : 2; ; k += 2)
        {
            restarted.Clock.Now = app.Clock.Now;
            await restarted.RunAsync("SendReminders");
            if (!await DiesAsync(app, "DeliverMail", k))
            {
                break;
            }

            await FinishAsync(app, restarted);

            Assert.Equal(new[] { Head, Finance, Building }.Select(AddressOf), scene.Transport.Out.Select(mail => mail.To).Order(StringComparer.Ordinal));
            scene.Transport.Forget();
            await ClearAsync(app);
            app.SetDay("2026-12-09", 8);
            Assert.True(k < 300);
        }
    }

    /// <summary>The only moment at which it depends on the transport: after the mail went out and before that is written down.</summary>
    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public async Task Killed_while_a_mail_goes_out_it_goes_out_again_only_where_nobody_can_know(bool knows, int mails)
    {
        var scene = new ReminderScene(azurite, issuer) { Transport = new() { Knows = knows } };
        await using var app = await scene.BeginAsync();
        await using var restarted = scene.Start();
        await app.RunAsync("SendReminders");
        scene.Transport.Answer = _ =>
        {
            app.Faults.Reset(dieAfter: 0);
            return null;
        };

        await Assert.ThrowsAnyAsync<Exception>(() => app.RunAsync("DeliverMail"));
        scene.Transport.Answer = _ => null;
        app.Faults.Reset();
        restarted.Clock.Now = app.Clock.Now += TimeSpan.FromMinutes(9);
        await restarted.RunAsync("DeliverMail");
        var meanwhile = scene.Transport.Out.Count; // the others; the one in doubt may still be in the hands of a slow run
        await FinishAsync(app, restarted);

        Assert.Equal(3, meanwhile);
        Assert.Equal(mails, scene.Transport.Out.Count);
        Assert.Equal(3, scene.Transport.Out.Select(mail => mail.Subject).Distinct().Count());
    }

    [Fact]
    public async Task A_service_that_never_answered_is_asked_before_the_mail_is_sent_again()
    {
        var scene = new ReminderScene(azurite, issuer) { Transport = new() { Knows = true } };
        await using var app = await scene.BeginAsync();
        scene.Submitted[Head] = scene.Submitted[Building] = true;
        await app.RunAsync("SendReminders");
        scene.Transport.LosesAnswers = true;

        await app.RunAsync("DeliverMail");
        scene.Transport.LosesAnswers = false;
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await app.RunAsync("DeliverMail");

        Assert.Equal(2, scene.Transport.Out.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(2, scene.Transport.Out.Count);
        Assert.All(await MailsAsync(app, "2026-12-09"), mail => Assert.Equal((MailState.Sent, 1), (mail.State, mail.Tries)));
    }

    [Fact]
    public async Task Digests_that_waited_for_days_become_one()
    {
        await using var app = await _scene.BeginAsync();
        app.SetDay("2026-12-07", 8);
        await app.RunAsync("SendReminders");
        app.SetDay("2026-12-09", 8);
        await app.RunAsync("SendReminders");

        await app.RunAsync("DeliverMail");

        Assert.Equal(3, _scene.Transport.Out.Count);
        Assert.All(await MailsAsync(app, "2026-12-07"), mail => Assert.Equal(MailState.Unneeded, mail.State));
        Assert.All(await MailsAsync(app, "2026-12-09"), mail => Assert.Equal((MailState.Sent, new DateOnly(2026, 11, 29)), (mail.State, mail.LastRun!.Value)));
    }

    [Fact]
    public async Task Without_a_transport_mails_wait_and_it_is_said_for_how_long()
    {
        await using var app = await _scene.BeginAsync(("Mail:Transport", "none"));
        await app.RunAsync("SendReminders");
        app.Clock.Now += TimeSpan.FromMinutes(90);

        await app.RunAsync("DeliverMail");

        Assert.Empty(_scene.Transport.Out);
        var waiting = Assert.Single(_scene.Records.Of("MailWaiting"));
        Assert.Equal((3, 90L, 0), ((int)waiting["Waiting"]!, (long)waiting["OldestMinutes"]!, (int)waiting["Dead"]!));
    }

    /// <summary>Later runs of another process, until nothing is left to do.</summary>
    private static async Task FinishAsync(EmulationApp app, EmulationApp restarted)
    {
        for (var run = 0; run < 2; run++)
        {
            restarted.Clock.Now = app.Clock.Now += TimeSpan.FromMinutes(11);
            await restarted.RunAsync("DeliverMail");
        }

        Assert.All(await MailsAsync(app, "2026-12-09"), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Empty(await OpenAsync(app));
    }
}
