using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What may be written down of a meeting.</summary>
internal static class MeetingRules
{
    /// <param name="year">The year of the bloc.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="units">Who may be named: those of the bloc in the year, its leaders, and those who were named before; null where the bloc's members are not known.</param>
    /// <param name="isInvited">Whether units were invited by mail, who have a day in their calendars.</param>
    public static IReadOnlyList<Fault> Check(int year, MeetingBody body, IReadOnlyCollection<string>? units, bool isInvited)
    {
        var faults = new List<Fault>();
        for (var index = 0; index < body.Kinds.Count; index++)
        {
            if (body.Kinds.Take(index).Contains(body.Kinds[index]))
            {
                faults.Add($"$.kinds[{index}]", "Loại cuộc họp bị lặp lại.", "This kind is there twice.");
            }
        }

        CheckText(body.Title, "$.title", faults);
        CheckTime(year, body.When, isInvited, faults);
        CheckPlace(body, faults);
        CheckUnit(body.Host, "$.host", units, faults);
        CheckUnit(body.Secretary?.Unit, "$.secretary.unit", units, faults);
        for (var index = 0; index < body.Agenda.Count; index++)
        {
            CheckText(body.Agenda[index].Text, $"$.agenda[{index}].text", faults);
            CheckUnit(body.Agenda[index].Unit, $"$.agenda[{index}].unit", units, faults);
        }

        for (var index = 0; index < body.Chairs.Count; index++)
        {
            CheckUnit(body.Chairs[index].Unit, $"$.chairs[{index}].unit", units, faults);
            if (body.Chairs.Take(index).Contains(body.Chairs[index]))
            {
                faults.Add($"$.chairs[{index}]", "Người chủ trì bị lặp lại.", "This chair is there twice.");
            }
        }

        for (var index = 0; index < body.Guests.Count; index++)
        {
            CheckText(body.Guests[index].Body, $"$.guests[{index}].body", faults);
        }

        for (var index = 0; index < body.Photographs.Count; index++)
        {
            CheckText(body.Photographs[index].Caption, $"$.photographs[{index}].caption", faults);
        }

        body.Source?.Check("$.source", faults);

        return faults;
    }

    /// <summary>What a pact-signing in December still belongs to, and the summing-up in the months after.</summary>
    public static (DateOnly First, DateOnly Last) Days(int year) => (new(year - 1, 12, 1), new(year + 1, 6, 30));

    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="meeting">What was written down of the meeting.</param>
    /// <param name="members">The members on the day, as far as they are listed.</param>
    /// <param name="counted">The same where the bloc has no others; else empty.</param>
    /// <param name="statedMembers">How many the bloc is said to have.</param>
    public static IReadOnlyList<Fault> Check(AttendanceBody body, MeetingContent meeting, IReadOnlyList<string> members, IReadOnlyList<string> counted, int? statedMembers)
    {
        var faults = new List<Fault>();
        for (var index = 0; index < body.Units.Count; index++)
        {
            var (one, path) = (body.Units[index], $"$.units[{index}]");
            if (!members.Contains(one.Unit))
            {
                faults.Add($"{path}.unit", $"'{one.Unit}' không phải thành viên của khối vào ngày họp.", $"'{one.Unit}' is not a member of the bloc on the day of the meeting.");
            }
            else if (body.Units.Take(index).Any(earlier => earlier.Unit == one.Unit))
            {
                faults.Add($"{path}.unit", $"'{one.Unit}' bị lặp lại.", $"'{one.Unit}' is there twice.");
            }

            if (one.Way is { } way && !one.IsThere)
            {
                faults.Add($"{path}.way", "Đơn vị vắng mặt thì không có hình thức dự họp.", "Who was not there was so in no way.");
            }
            else if (one.Way is { } how && meeting.Mode is { } mode && mode != MeetingMode.Both && (how == AttendanceWay.Online) != (mode == MeetingMode.Online))
            {
                faults.Add($"{path}.way", "Không khớp với hình thức của cuộc họp.", "Does not fit how the meeting was held.");
            }
        }

        var listed = body.ToAttendance().PresentOf(counted);
        if (body.Present is { } present && listed != present)
        {
            faults.Add("$.present", $"Danh sách ghi {listed} thành viên dự họp, không phải {present}.", $"By the list {listed} members were there, not {present}.");
        }
        else if (body.Present > (counted.Count > 0 ? counted.Count : statedMembers))
        {
            faults.Add("$.present", "Nhiều hơn số thành viên của khối.", "More than the bloc has members.");
        }
        else if (body.Present < body.Units.Count(one => one.IsThere))
        {
            faults.Add("$.present", "Ít hơn số đơn vị được ghi là dự họp.", "Fewer than the units that were there.");
        }

        return faults;
    }

    public static IReadOnlyList<Fault> Check(MinutesBody body, IReadOnlyCollection<string>? units, Voting voting)
    {
        var faults = new List<Fault>();
        if (!HourText.IsOrdered(body.Began, body.Ended))
        {
            faults.Add("$.ended", "Phải sau giờ bắt đầu.", "Must be after the beginning.");
        }

        for (var index = 0; index < body.Proceedings.Count; index++)
        {
            CheckText(body.Proceedings[index].Text, $"$.proceedings[{index}].text", faults);
            CheckUnit(body.Proceedings[index].Unit, $"$.proceedings[{index}].unit", units, faults);
        }

        for (var index = 0; index < body.Decisions.Count; index++)
        {
            var path = $"$.decisions[{index}]";
            CheckText(body.Decisions[index].Text, $"{path}.text", faults);
            if (body.Decisions.Take(index).Any(earlier => earlier.Number == body.Decisions[index].Number))
            {
                faults.Add($"{path}.number", $"Số {body.Decisions[index].Number} bị lặp lại.", $"The number {body.Decisions[index].Number} is there twice.");
            }

            voting.Check(body.Decisions[index], path, faults);
        }

        for (var index = 0; index < body.Instructions.Count; index++)
        {
            CheckText(body.Instructions[index].From, $"$.instructions[{index}].from", faults);
            CheckText(body.Instructions[index].Text, $"$.instructions[{index}].text", faults);
        }

        return faults;
    }

    /// <exception cref="Refusal">409: votes were written down that so many could not have given, or that would not have carried.</exception>
    public static void DemandVotesOf(MeetingMinutes? minutes, Voting voting)
    {
        var faults = new List<Fault>();
        foreach (var one in minutes?.Decisions ?? [])
        {
            voting.Check(one, $"{one.Number}", faults);
        }

        if (faults.Count > 0)
        {
            throw Refusal.Rule("votes-do-not-fit", new(
                $"Biên bản đã ghi kết quả biểu quyết không khớp với số thành viên dự họp này; hãy sửa biên bản trước. {string.Join(' ', faults.Select(fault => fault.Words.Vi))}",
                $"The minutes hold votes that do not fit so many members; mend the minutes first. {string.Join(' ', faults.Select(fault => fault.Words.En))}"));
        }
    }

    public static IReadOnlyList<Fault> Check(ConclusionBody body, MeetingContent meeting, IReadOnlyCollection<string> units)
    {
        var faults = new List<Fault>();
        CheckText(body.Text, "$.text", faults);
        for (var index = 0; index < body.Owners.Count; index++)
        {
            if (body.Owners.Take(index).Contains(body.Owners[index]))
            {
                faults.Add($"$.owners[{index}]", $"'{body.Owners[index]}' bị lặp lại.", $"'{body.Owners[index]}' is there twice.");
            }
            else
            {
                CheckUnit(body.Owners[index], $"$.owners[{index}]", units, faults);
            }
        }

        if (body.Due < meeting.When.Day)
        {
            faults.Add("$.due", "Hạn không thể trước ngày họp.", "It cannot be due before the meeting.");
        }

        return faults;
    }

    public static void CheckText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }

    private static void CheckTime(int year, MeetingTime when, bool isInvited, List<Fault> faults)
    {
        var (first, last) = Days(year);
        if (when.Day is null && string.IsNullOrWhiteSpace(when.Said))
        {
            faults.Add("$.when", "Cần có ngày họp, hoặc ghi thời gian bằng lời như nguồn tin.", "Either the day is needed, or how the source says when it was.");
        }
        else if (when.Day is null && isInvited)
        {
            faults.Add("$.when.day", "Đã mời họp; hãy ghi ngày khác hoặc hủy cuộc họp.", "Units were invited; give another day, or cancel the meeting.");
        }

        if (when.Day < first || when.Day > last)
        {
            faults.Add("$.when.day", $"Phải từ ngày {VietnamTime.Local(first)} đến {VietnamTime.Local(last)}.", $"Must be from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        }

        if (!HourText.IsOrdered(when.From, when.To))
        {
            faults.Add("$.when.to", "Phải sau giờ bắt đầu.", "Must be after the beginning.");
        }
    }

    private static void CheckPlace(MeetingBody body, List<Fault> faults)
    {
        if (body.Place is { } place)
        {
            CheckText(place, "$.place", faults);
        }

        if (body.Link is not { } link)
        {
            return;
        }

        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            faults.Add("$.link", "Phải là địa chỉ https.", "Must be an https address.");
        }
        else if (body.Mode == MeetingMode.InRoom)
        {
            faults.Add("$.link", "Cuộc họp trực tiếp không có phòng họp trực tuyến.", "A meeting in a room has no online room.");
        }
    }

    private static void CheckUnit(string? unit, string path, IReadOnlyCollection<string>? units, List<Fault> faults)
    {
        if (unit is not null && units?.Contains(unit) == false)
        {
            faults.Add(path, $"'{unit}' không thuộc khối.", $"'{unit}' is not in the bloc.");
        }
    }
}
