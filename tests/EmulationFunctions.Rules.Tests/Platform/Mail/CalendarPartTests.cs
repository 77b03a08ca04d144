using System.Text;
using EmulationFunctions.Platform.Mail;
using Ical.Net;
using MimeKit;

namespace EmulationFunctions.Rules.Tests.Platform.Mail;

/// <summary>The appointment of a mail, as strict readers of calendars want it.</summary>
public sealed class CalendarPartTests
{
    private const string Title = "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2026; triển khai nhiệm vụ năm 2027 của Khối thi đua Hạ tầng - Kinh tế - Kỹ thuật";
    private const string Place = "Hội trường Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh";

    private static readonly MailboxAddress Sender = new("Ban Thi đua - Khen thưởng tỉnh", "no-reply@example.vn");

    private static readonly MailEvent Event = new(
        "3f2c7c1e-53a5-4b0e-9a52-0f5f8a1f2b11", 3, IsCancelled: false, Title, "Thời gian: 14:00\nNội dung:\n- Báo cáo, thảo luận; biểu quyết \\ ký giao ước\r\nEND:VEVENT", Place,
        new(2027, 1, 16), new(2027, 1, 16, 7, 0, 0, TimeSpan.Zero), new(2027, 1, 16, 10, 0, 0, TimeSpan.Zero), new(2027, 1, 4, 1, 2, 3, TimeSpan.Zero));

    [Fact]
    public void Every_line_has_at_most_75_octets_and_whole_letters_and_reads_back_as_it_was_said()
    {
        var text = Text(Event);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var read = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(Title, read.Summary);
        Assert.Equal(Place, read.Location);
        Assert.Equal("Thời gian: 14:00\nNội dung:\n- Báo cáo, thảo luận; biểu quyết \\ ký giao ước\nEND:VEVENT", read.Description!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void It_invites_one_unit_in_the_name_of_the_sending_address()
    {
        var text = Unfolded(Text(Event));

        Assert.Equal(
            [
                "BEGIN:VCALENDAR",
                "METHOD:REQUEST",
                "PRODID:-//EmulationFunctions//EmulationFunctions//VI",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "ATTENDEE;CN=Sở Tài chính;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:vanphong@example.vn",
                "DTEND:20270116T100000Z",
                "DTSTAMP:20270104T010203Z",
                "DTSTART:20270116T070000Z",
                "ORGANIZER;CN=Ban Thi đua - Khen thưởng tỉnh:mailto:no-reply@example.vn",
                "SEQUENCE:3",
                "STATUS:CONFIRMED",
                "UID:3f2c7c1e-53a5-4b0e-9a52-0f5f8a1f2b11",
                "END:VEVENT",
                "END:VCALENDAR",
            ],
            text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line.Split(':')[0] is not ("SUMMARY" or "DESCRIPTION" or "LOCATION")));
    }

    [Fact]
    public void A_cancellation_takes_the_same_appointment_back()
    {
        var part = CalendarPart.Of(Event with { IsCancelled = true, Sequence = 4 }, Sender, "Sở Tài chính", "vanphong@example.vn");
        var read = Assert.Single(Calendar.Load(part.Text)!.Events);

        Assert.Equal(("CANCEL", "CANCELLED", 4, Event.Uid), (part.Method, read.Status, read.Sequence, read.Uid));
        Assert.Contains("METHOD:CANCEL\r\n", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_hours_it_is_of_the_day_and_no_end_is_made_up()
    {
        var whole = Unfolded(Text(Event with { Begins = null, Ends = null }));
        var open = Unfolded(Text(Event with { Ends = null, Place = null }));

        Assert.Contains("DTSTART;VALUE=DATE:20270116\r\n", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("DTEND", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("DURATION", open, StringComparison.Ordinal);
        Assert.DoesNotContain("DTEND", open, StringComparison.Ordinal);
        Assert.DoesNotContain("LOCATION", open, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_name_begins_no_line_of_the_calendar()
    {
        var part = CalendarPart.Of(Event, Sender, "Sở \"Tài chính\"\r\nEND:VEVENT\nBEGIN:VEVENT", "vanphong@example.vn");

        Assert.Single(Calendar.Load(part.Text)!.Events);
        Assert.Single(part.Text.Split("\r\n"), "BEGIN:VEVENT");
        Assert.DoesNotContain('\n', part.Text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    private static string Text(MailEvent one) => CalendarPart.Of(one, Sender, "Sở Tài chính", "vanphong@example.vn").Text;

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}
