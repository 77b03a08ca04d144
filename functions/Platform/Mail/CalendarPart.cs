using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MimeKit;

namespace EmulationFunctions.Platform.Mail;

/// <summary>The part of a mail that calendars read (iCalendar, RFC 5545, by the rules of RFC 5546 and 6047).</summary>
/// <param name="Method"><c>REQUEST</c> or <c>CANCEL</c>.</param>
/// <param name="Text">The iCalendar text.</param>
internal sealed record CalendarPart(string Method, string Text)
{
    public const string MediaType = "text/calendar";
    public const string FileName = "moi-hop.ics";

    private const string Product = "-//EmulationFunctions//EmulationFunctions//VI";

    /// <summary>For one reader: nobody learns from it who else was invited.</summary>
    /// <param name="one">The appointment.</param>
    /// <param name="sender">Whose mail it is: stands as the organizer.</param>
    /// <param name="unit">What people call the reader's unit.</param>
    /// <param name="address">The reader's address.</param>
    public static CalendarPart Of(MailEvent one, MailboxAddress sender, string unit, string address)
    {
        var method = one.IsCancelled ? "CANCEL" : "REQUEST";
        var calendar = new Calendar { Method = method, ProductId = Product };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = one.Uid,
            Sequence = one.Sequence,
            Status = one.IsCancelled ? "CANCELLED" : "CONFIRMED",
            Summary = one.Title,
            Description = one.Text,
            Location = one.Place,
            DtStamp = Instant(one.Stamp),
            DtStart = one.Begins is { } begins ? Instant(begins) : new CalDateTime(one.Day),
            DtEnd = one.Ends is { } ends ? Instant(ends) : null,
            Organizer = new() { CommonName = Parameter(sender.Name), Value = Mailto(sender.Address) },
            // The sending address reads no answers, so none are asked for.
            Attendees = [new() { CommonName = Parameter(unit), Value = Mailto(address), Role = "REQ-PARTICIPANT", ParticipationStatus = "NEEDS-ACTION", Rsvp = false }],
        });
        return new(method, new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalDateTime Instant(DateTimeOffset instant) => new(instant.UtcDateTime, CalDateTime.UtcTzId);

    private static Uri Mailto(string address) => new($"mailto:{address}");

    /// <summary>The library writes a line break in a parameter as it is, which would begin a line of the reader's calendar (findings/ical-net-line-break-in-a-parameter.sh).</summary>
    private static string? Parameter(string? name) => string.IsNullOrEmpty(name) ? null : ComposedMail.OneLine(name);
}
