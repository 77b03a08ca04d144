using System.Globalization;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Meetings;

/// <summary>A meeting as calendars show it. No person is named in it.</summary>
internal static partial class MeetingAppointment
{
    /// <summary>Whether calendars would show the two differently.</summary>
    public static bool Differs(MeetingContent before, MeetingContent after) => RowText.Of(Shown(before)) != RowText.Of(Shown(after));

    /// <summary>Null where no units were invited or no day is known.</summary>
    public static MailEvent? Of(Meeting meeting, UnitNames names, VietnamTime vietnam, DateTimeOffset now)
    {
        var content = meeting.Cancelled is null ? meeting.Content : Told(meeting);
        return meeting.Invitation is not { } invitation || content.When.Day is not { } day
            ? null
            : new(
                invitation.Uid,
                invitation.Sequence,
                meeting.Cancelled is not null,
                content.Title,
                string.Join('\n', Description(content, names)),
                content.Place ?? content.Link,
                day,
                content.When.From is { } from ? vietnam.At(day, Time(from)) : null,
                content.When is { From: not null, To: { } to } ? vietnam.At(day, Time(to)) : null,
                now);
    }

    /// <summary>The meeting on the day that was told last; hours of another day are not those of that one.</summary>
    public static MeetingContent Told(Meeting meeting) =>
        meeting.DayTold == meeting.Content.When.Day ? meeting.Content : meeting.Content with { When = new(meeting.DayTold) };

    /// <summary>What an invitation says beside its title, a line each.</summary>
    public static IReadOnlyList<string> Lines(MeetingContent content, UnitNames names) =>
    [
        $"Thời gian: {When(content.When)}",
        .. Line("Hình thức", content.Mode switch
        {
            MeetingMode.InRoom => "trực tiếp",
            MeetingMode.Online => "trực tuyến",
            MeetingMode.Both => "trực tiếp kết hợp trực tuyến",
            _ => null,
        }),
        .. Line("Đơn vị đăng cai", content.Host is { } host ? names[host] : null),
        .. Line("Địa điểm", content.Place),
        .. Line("Phòng họp trực tuyến", content.Link),
        .. Line("Chủ trì", content.Chairs.Count > 0 ? string.Join("; ", content.Chairs.Select(chair => names[chair.Unit]).Distinct()) : null),
    ];

    public static IReadOnlyList<string> Agenda(MeetingContent content, UnitNames names) =>
        [.. content.Agenda.Select(item => $"{(item.At is { } at ? $"{at}: " : "")}{item.Text}{(item.Unit is { } unit ? $" ({names[unit]})" : "")}")];

    /// <summary>Hours and day once each: of words that say the day too, such as "Chiều ngày 16/01", only the others are said again.</summary>
    public static string When(MeetingTime when)
    {
        var said = when is { Day: { } known, Said: { } words } ? Without(words, known) : when.Said;
        return string.Join(", ", new[]
        {
            when.From is null ? null : when.To is null ? when.From : $"{when.From}–{when.To}",
            when.Day is { } day ? $"{(said is null ? "" : $"{said} ")}ngày {VietnamTime.Local(day)}" : said,
        }.OfType<string>());
    }

    private static string? Without(string said, DateOnly day)
    {
        var left = DayInWords().Replace(said, found =>
            int.Parse(found.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) == day.Day
            && int.Parse(found.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) == day.Month
            && (!found.Groups["year"].Success || int.Parse(found.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) == day.Year)
                ? ""
                : found.Value).Trim(' ', ',', ';', '.');
        return left.Length == 0 ? null : left;
    }

    private static IEnumerable<string> Description(MeetingContent content, UnitNames names)
    {
        var agenda = Agenda(content, names);
        return agenda.Count == 0 ? Lines(content, names) : [.. Lines(content, names), "Nội dung:", .. agenda.Select(item => $"- {item}")];
    }

    private static IEnumerable<string> Line(string what, string? text) => text is null ? [] : [$"{what}: {text}"];

    private static object Shown(MeetingContent content) => new
    {
        content.Title,
        content.When,
        content.Host,
        content.Mode,
        content.Place,
        content.Link,
        content.Agenda,
        Chairs = content.Chairs.Select(chair => chair.Unit),
    };

    /// <summary>"ngày 03/12/2026", "3-12", "ngày 3 tháng 12 năm 2026".</summary>
    [GeneratedRegex(@"(?:ngày\s+)?\b(?<day>[0-9]{1,2})(?:[/.-]|\s+tháng\s+)(?<month>[0-9]{1,2})(?:(?:[/.-]|\s+năm\s+)(?<year>[0-9]{4}))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayInWords();

    private static TimeOnly Time(string hour) => TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture);
}
