using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Meetings;

/// <summary>A place in a meeting with what should be looked at.</summary>
/// <param name="Path">The JSON path in what <c>GetMeeting</c> answers.</param>
internal sealed record MeetingRemark(string Path, Words Words);

/// <summary>What minutes need and nobody recorded: it stays a gap, in the answer and on paper.</summary>
internal static class MeetingGaps
{
    /// <param name="record">The meeting with all that was written down of it.</param>
    /// <param name="members">The members on the day; empty where they are not known.</param>
    /// <param name="present">How many of all members were there; null where that is not known.</param>
    /// <param name="today">In Vietnam: what is yet to be held has no minutes to lack anything.</param>
    public static IReadOnlyList<MeetingRemark> Of(MeetingRecord record, IReadOnlyList<string> members, int? present, DateOnly today)
    {
        if (record.Meeting.State == MeetingState.Cancelled || record.Meeting.Content.When.Day > today)
        {
            return [];
        }

        var gaps = new List<MeetingRemark>();
        OfContent(record.Meeting.Content, gaps);
        OfAttendance(record.Attendance, members, present, gaps);
        OfMinutes(record.Minutes, gaps);
        Lacks(record.Meeting.Adopted is { On: null }, "$.adopted.on", "Chưa ghi ngày thông qua biên bản.", "The day on which the minutes were adopted is not recorded.");
        for (var index = 0; index < record.Conclusions.Count; index++)
        {
            var one = record.Conclusions[index];
            Lacks(one.Owners.Count == 0, $"$.conclusions[{index}].owners", "Kết luận chưa giao cho đơn vị nào.", "Nobody was named to carry the conclusion out.");
            Lacks(one.Due is null && one.DueSaid is null, $"$.conclusions[{index}].due", "Kết luận chưa có hạn thực hiện.", "The conclusion has no day by which it is due.");
        }

        return gaps;

        void Lacks(bool isMissing, string path, string vietnamese, string english) => Add(gaps, isMissing, path, vietnamese, english);
    }

    private static void OfContent(MeetingContent content, List<MeetingRemark> gaps)
    {
        Add(gaps, content.When.Day is null, "$.when.day", "Chưa có ngày họp.", "The day is not known.");
        Add(gaps, content.Host is null, "$.host", "Chưa ghi đơn vị đăng cai.", "The host is not recorded.");
        Add(gaps, content.Mode is null, "$.mode", "Chưa ghi hình thức họp.", "Whether it was in a room or online is not recorded.");
        Add(gaps, content.Place is null && content.Mode is not MeetingMode.Online, "$.place", "Chưa ghi địa điểm.", "The place is not recorded.");
        Add(gaps, content.Chairs.Count == 0, "$.chairs", "Chưa ghi người chủ trì.", "Who took the chair is not recorded.");
        for (var index = 0; index < content.Chairs.Count; index++)
        {
            Add(gaps, content.Chairs[index].Person?.Name is null, $"$.chairs[{index}].name", "Chưa ghi họ tên người chủ trì.", "The name of who took the chair is not recorded.");
        }

        Add(gaps, content.Secretary is null, "$.secretary", "Chưa ghi thư ký cuộc họp.", "Who kept the minutes is not recorded.");
        Add(gaps, content.Secretary is { Person.Name: null } or { Person: null }, "$.secretary.name", "Chưa ghi họ tên thư ký.", "The name of who kept the minutes is not recorded.");
    }

    private static void OfAttendance(Attendance? attendance, IReadOnlyList<string> members, int? present, List<MeetingRemark> gaps)
    {
        if (attendance is null)
        {
            Add(gaps, true, "$.attendance", "Chưa ghi thành phần dự họp.", "Who was there is not recorded.");
            return;
        }

        Add(gaps, present is null, "$.attendance.present", "Chưa ghi số thành viên dự họp.", "How many members were there is not recorded.");
        foreach (var unit in members.Where(member => attendance.Units.All(one => one.Unit != member)))
        {
            Add(gaps, true, "$.attendance.units", $"Chưa ghi '{unit}' có dự họp hay không.", $"Whether '{unit}' was there is not recorded.");
        }

        Add(gaps, attendance.Guests is null, "$.attendance.guests", "Chưa ghi số khách mời.", "How many guests were there is not recorded.");
    }

    private static void OfMinutes(MeetingMinutes? minutes, List<MeetingRemark> gaps)
    {
        if (minutes is null)
        {
            Add(gaps, true, "$.minutes", "Chưa ghi diễn biến cuộc họp.", "What happened is not recorded.");
            return;
        }

        Add(gaps, minutes.Began is null, "$.minutes.began", "Chưa ghi giờ bắt đầu.", "When it began is not recorded.");
        Add(gaps, minutes.Ended is null, "$.minutes.ended", "Chưa ghi giờ kết thúc.", "When it ended is not recorded.");
        Add(gaps, minutes.Proceedings.Count == 0, "$.minutes.proceedings", "Chưa ghi nội dung, diễn biến.", "What was said and done is not recorded.");
        for (var index = 0; index < minutes.Decisions.Count; index++)
        {
            var (one, path) = (minutes.Decisions[index], $"$.minutes.decisions[{index}]");
            Add(gaps, one.Vote is null, $"{path}.vote", "Chưa ghi số phiếu biểu quyết.", "The counts of the vote are not recorded.");
            Add(gaps, one.IsAdopted is null, $"{path}.isAdopted", "Chưa ghi có thông qua hay không.", "Whether it was carried is not recorded.");
        }
    }

    private static void Add(List<MeetingRemark> gaps, bool isMissing, string path, string vietnamese, string english)
    {
        if (isMissing)
        {
            gaps.Add(new(path, new(vietnamese, english)));
        }
    }
}

/// <summary>What is allowed, kept as it was written, and should be looked at.</summary>
internal static class MeetingWarnings
{
    public static IReadOnlyList<MeetingRemark> Of(MeetingRecord record, Leaders leaders, Voting voting)
    {
        var content = record.Meeting.Content;
        return
        [
            .. CaptionYears.Differing(content.Title, content.Years).Select(words => new MeetingRemark("$.title", words)),
            .. content.Photographs.SelectMany((one, index) =>
                CaptionYears.Differing(one.Caption, content.Years).Select(words => new MeetingRemark($"$.photographs[{index}].caption", words))),
            .. content.Chairs.SelectMany((one, index) => OfChair(one, leaders).Select(words => new MeetingRemark($"$.chairs[{index}].as", words))),
            .. (record.Minutes?.Decisions ?? []).SelectMany((one, index) => OfVote(one, voting).Select(words => new MeetingRemark($"$.minutes.decisions[{index}].vote", words))),
        ];
    }

    /// <summary>Only where it is known who leads.</summary>
    private static IEnumerable<Words> OfChair(MeetingChair chair, Leaders leaders)
    {
        var leader = chair.As switch { ChairOffice.Head or ChairOffice.StandingUnit => leaders.Head, ChairOffice.Deputy => leaders.Deputy, _ => null };
        if (leader is not null && leader != chair.Unit)
        {
            yield return new($"Theo danh sách khối, nhiệm vụ này thuộc '{leader}'.", $"By the roster this office is that of '{leader}'.");
        }
    }

    private static IEnumerable<Words> OfVote(MeetingDecision decision, Voting voting)
    {
        if (decision.Vote is { } vote && vote.All < voting.Present)
        {
            yield return new(
                $"Chỉ có {vote.All} phiếu, trong khi {voting.Present} thành viên dự họp có quyền biểu quyết.",
                $"Only {Words.Count(vote.All, "vote")}, while {Words.Count(voting.Present.Value, "member")} who can vote were there.");
        }
    }
}
