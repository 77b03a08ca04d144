using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Tests.Office.Reminders;
using EmulationFunctions.Tests.Province.Calendar;
using Ical.Net.CalendarComponents;
using MimeKit;
using static EmulationFunctions.Tests.Office.Reminders.ReminderScene;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>What reaches the mailboxes and the calendars of who is invited.</summary>
public sealed class InvitationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = $"/api/cycles/2026/blocs/{Bloc}/meetings/tong-ket";

    private readonly ReminderScene _scene = new(azurite, issuer);

    [Fact]
    public async Task A_mail_server_gets_the_letter_with_an_appointment_of_the_same_id_until_it_is_taken_back()
    {
        await using var catcher = await MailCatcher.StartAsync(wantsUsualPorts: false, mailFolder: null, Stop);
        _scene.Transport.Through = new SmtpTransport(new() { From = "Ban Thi đua <thidua@example.vn>", Smtp = new() { Host = "127.0.0.1", Port = catcher.SmtpPort, StartTls = false } });
        await using var app = await _scene.BeginAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2"));

        await head.PostAsync($"{Address}/invitation", new JsonObject { ["units"] = new JsonArray(Finance) });
        await DeliverAsync(app);
        await head.PostAsync($"{Address}/invitation", new JsonObject { ["units"] = new JsonArray(Finance) }); // again: no mail
        await head.PutAsync(Address, Body("Hội trường tầng 3"), (await ReadAsync(head)).Tag);
        await DeliverAsync(app);
        await head.PostAsync($"{Address}/cancellation", new JsonObject { ["reason"] = "Bão số 5." });
        await DeliverAsync(app);

        var mails = await MessagesAsync(catcher);
        Assert.Equal(["Giấy mời họp: ", "Giấy mời họp thay đổi: ", "Hủy cuộc họp: "], mails.Select(mail => mail.Subject![14..(mail.Subject!.IndexOf(':', 14) + 2)]));
        Assert.All(mails, mail => Assert.Equal((AddressOf(Finance), "thidua@example.vn"), (Assert.Single(mail.To.Mailboxes).Address, Assert.Single(mail.From.Mailboxes).Address)));
        var parts = mails.ConvertAll(Calendar);
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], parts.Select(part => part.ContentType.Parameters["method"]));
        Assert.All(parts, part => Assert.Equal(("text/calendar", "utf-8"), (part.ContentType.MimeType, part.ContentType.Charset)));
        var events = parts.ConvertAll(Read);
        Assert.Single(events.Select(one => one.Uid).Distinct());
        Assert.Equal([0, 1, 2], events.Select(one => one.Sequence));
        Assert.Equal(["Hội trường tầng 2", "Hội trường tầng 3", "Hội trường tầng 3"], events.Select(one => one.Location));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], events.Select(one => one.Status));
        Assert.All(events, one => Assert.Equal(("mailto:thidua@example.vn", $"mailto:{AddressOf(Finance)}"), (one.Organizer!.Value!.ToString(), Assert.Single(one.Attendees)!.Value!.ToString())));
        Assert.Equal((new DateTime(2026, 12, 20, 7, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 20, 9, 30, 0, DateTimeKind.Utc)), (events[0].DtStart!.AsUtc, events[0].DtEnd!.AsUtc));
        Assert.Equal("Hội nghị tổng kết năm 2026, ký giao ước năm 2027; bàn giao", events[0].Summary);
        Assert.Contains("Nội dung:\n- 14:15: Báo cáo tổng kết; thảo luận, biểu quyết (Đơn vị so-noi-vu)\n- Ký giao ước", events[0].Description, StringComparison.Ordinal);
        Assert.Contains("Bão số 5.", mails[2].TextBody, StringComparison.Ordinal);
        Assert.Contains("- Chủ trì: Đơn vị so-noi-vu", mails[0].TextBody, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain("Ông A", mail.ToString(), StringComparison.Ordinal)); // people are named in papers only
        Assert.All(mails, mail => Assert.DoesNotContain("Ông A", mail.TextBody!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_members_the_host_and_the_chairs_are_invited_unless_units_are_named_and_each_learns_of_changes_to_come()
    {
        await using var app = await _scene.BeginAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2"));
        var (invited, _) = await head.PostAsync($"{Address}/invitation", new JsonObject());
        await DeliverAsync(app);
        _scene.Transport.Forget();

        var elsewhere = Body("Hội trường tầng 2");
        elsewhere["secretary"] = new JsonObject { ["unit"] = Finance };
        var (_, tag) = await head.PutAsync(Address, elsewhere, (await ReadAsync(head)).Tag); // nothing that calendars show
        await DeliverAsync(app);
        var silent = _scene.Transport.Out.Count;
        elsewhere["when"]!["day"] = "2026-12-21";
        (_, tag) = await head.PutAsync(Address, elsewhere, tag);
        elsewhere["when"]!["day"] = "2026-12-22";
        await head.PutAsync(Address, elsewhere, tag);
        await DeliverAsync(app);

        Assert.Equal([Head, Finance, Building], invited["invitation"]!["units"]!.AsArray().Select(unit => (string)unit!));
        Assert.Equal(0, silent);
        Assert.Equal(3, _scene.Transport.Out.Count); // of two changes only the last is told
        var told = _scene.Transport.To(AddressOf(Building));
        Assert.Contains("14:00–16:30, ngày 22/12/2026", told.PlainText, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", told.Calendar!.Text, StringComparison.Ordinal);
        Assert.Contains(AddressOf(Building), told.Calendar.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(AddressOf(Finance), told.Calendar.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_was_called_off_before_it_left_is_not_sent_and_who_is_not_of_the_bloc_is_not_invited()
    {
        await using var app = await _scene.BeginAsync();
        await app.HasBlocAsync("khoi-khac", "so-la");
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2"));

        Assert.Equal(["$.units[1]"], (await head.RefusedAsync(400, HttpMethod.Post, $"{Address}/invitation", new JsonObject { ["units"] = new JsonArray(Finance, "so-la") })).Paths());
        await head.PostAsync($"{Address}/invitation", new JsonObject { ["units"] = new JsonArray(Finance) });
        await head.PostAsync($"{Address}/cancellation", new JsonObject { ["reason"] = "Bão số 5." });
        await DeliverAsync(app);

        Assert.Equal("CANCEL", Assert.Single(_scene.Transport.Out).Calendar!.Method);
    }

    [Fact]
    public async Task Who_was_invited_keeps_a_day_and_a_meeting_that_is_over_invites_nobody()
    {
        await using var app = await _scene.BeginAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2"));
        var (_, tag) = await head.PostAsync($"{Address}/invitation", new JsonObject());
        var body = Body("Hội trường tầng 2");
        body["when"] = new JsonObject { ["said"] = "Cuối tháng 12" };

        Assert.Equal(["$.when.day"], (await head.RefusedAsync(400, HttpMethod.Put, Address, body, tag)).Paths());
        app.SetDay("2026-12-21");
        Assert.Equal("meeting-has-no-day-to-come", (await head.RefusedAsync(409, HttpMethod.Post, $"{Address}/invitation", new JsonObject())).Rule());
    }

    [Fact]
    public async Task Who_was_told_a_day_to_come_learns_that_it_is_called_off_though_the_day_was_moved_into_the_past_since()
    {
        await using var app = await _scene.BeginAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2"));
        var (_, tag) = await head.PostAsync($"{Address}/invitation", new JsonObject { ["units"] = new JsonArray(Finance) });
        await DeliverAsync(app);
        _scene.Transport.Forget();

        await head.PutAsync(Address, Body("Hội trường tầng 2", "2026-12-01"), tag); // it is the 9th
        await head.PostAsync($"{Address}/cancellation", new JsonObject { ["reason"] = "Bão số 5." });
        await DeliverAsync(app);

        var mail = Assert.Single(_scene.Transport.Out);
        Assert.Equal("CANCEL", mail.Calendar!.Method);
        Assert.Contains("DTSTART;VALUE=DATE:20261220", mail.Calendar.Text, StringComparison.Ordinal); // the day that stands in the calendar
        Assert.Contains("Thời gian: ngày 20/12/2026", mail.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owners_of_conclusions_are_told_when_the_minutes_are_adopted()
    {
        await using var app = await _scene.BeginAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync(Address, Body("Hội trường tầng 2", "2026-12-08"));
        await head.PutAsync($"{Address}/minutes", new JsonObject());
        await head.PutAsync($"{Address}/conclusions/1", MeetingsOf.Conclusion("Đổi mới hình thức\ntổ chức phong trào", "2026-12-31", Finance));
        var (_, tag) = await head.PutAsync($"{Address}/conclusions/2", MeetingsOf.Conclusion("Rà soát", null, Building));
        await head.PostAsync($"{Address}/minutes/adoption", new JsonObject { ["on"] = "2026-12-08" }, tag);
        await head.PostAsync($"{Address}/conclusions/2/closing", JsonNode.Parse("""{"outcome":"dropped","result":"Đã có quy trình mới.","on":"2026-12-09"}""")!);

        await DeliverAsync(app);

        var mail = Assert.Single(_scene.Transport.Out); // the other one has nothing to do any more
        Assert.Equal(AddressOf(Finance), mail.To);
        Assert.Contains("- 1. Đổi mới hình thức tổ chức phong trào (hạn: 31/12/2026)", mail.PlainText, StringComparison.Ordinal);
        Assert.Null(mail.Calendar);
    }

    private static JsonObject Body(string place, string day = "2026-12-20") => new()
    {
        ["kinds"] = new JsonArray("yearEnd", "pactSigning", "handover"),
        ["title"] = "Hội nghị tổng kết năm 2026, ký giao ước năm 2027; bàn giao",
        ["when"] = new JsonObject { ["day"] = day, ["from"] = "14:00", ["to"] = "16:30" },
        ["host"] = Finance,
        ["place"] = place,
        ["years"] = new JsonObject { ["reviewed"] = 2026, ["pact"] = 2027 },
        ["agenda"] = new JsonArray(new JsonObject { ["text"] = "Báo cáo tổng kết; thảo luận, biểu quyết", ["at"] = "14:15", ["unit"] = Head }, new JsonObject { ["text"] = "Ký giao ước" }),
        ["chairs"] = new JsonArray(new JsonObject { ["unit"] = Head, ["name"] = "Ông A" }),
    };

    private static async Task<(JsonNode View, string Tag)> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri(Address, UriKind.Relative), Stop);
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!, answer.Headers.ETag!.Tag);
    }

    /// <summary>From the notice to the outbox, and from there out.</summary>
    private static async Task DeliverAsync(EmulationApp app)
    {
        await app.RunAsync("DeliverMail");
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await app.RunAsync("DeliverMail");
    }

    /// <summary>What the catcher caught, as it came over the wire, oldest first.</summary>
    private static async Task<List<MimeMessage>> MessagesAsync(MailCatcher catcher)
    {
        using var http = new HttpClient { BaseAddress = catcher.WebAddress };
        var messages = new List<MimeMessage>();
        foreach (var mail in JsonNode.Parse(await http.GetStringAsync("email", Stop))!.AsArray())
        {
            await using var source = await http.GetStreamAsync(new Uri($"email/{mail!["id"]}/source", UriKind.Relative), Stop);
            messages.Add(await MimeMessage.LoadAsync(source, Stop));
        }

        return messages;
    }

    private static TextPart Calendar(MimeMessage mail) => Assert.Single(mail.BodyParts.OfType<TextPart>(), part => part.ContentType.IsMimeType("text", "calendar"));

    private static CalendarEvent Read(TextPart part) => Assert.Single(Ical.Net.Calendar.Load(part.Text)!.Events);
}
