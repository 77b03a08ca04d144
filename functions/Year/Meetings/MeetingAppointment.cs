using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Meetings;

/// <summary>A meeting as calendars show it. No person is named in it.</summary>
internal static class MeetingAppointment
{
    /// <summary>Whether calendars would show the two differently.</summary>
    public static bool Differs(MeetingContent before, MeetingContent after) => RowText.Of(Shown(before)) != RowText.Of(Shown(after));

    /// <summary>Null where no units were invited or no day is known.</summary>
    public static MailEvent? Of(Meeting meeting, UnitNames names, VietnamTime vietnam, DateTimeOffset now)
    {
        var content = meeting.Content;
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

    private static string When(MeetingTime when) => string.Join(", ", new[]
    {
        when.From is null ? null : when.To is null ? when.From : $"{when.From}–{when.To}",
        when.Day is { } day ? $"ngày {VietnamTime.Local(day)}" : null,
        when.Said,
    }.OfType<string>());

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

    private static TimeOnly Time(string hour) => TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture);
}
