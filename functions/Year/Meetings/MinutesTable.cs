using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What was written down of a meeting that was held.</summary>
internal sealed class MinutesTable(MeetingTable meetings)
{
    /// <summary>Writes down who was there. The same again changes nothing.</summary>
    public Task<MeetingRecord> PutAttendanceAsync(
        YearOfBloc id, string meeting, Attendance attendance, Action<MeetingRecord> check, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        meetings.ChangeAsync(id, meeting, actor, (before, change) =>
        {
            if (before.Attendance is { } known && RowText.Of(known) == RowText.Of(attendance))
            {
                return before;
            }

            DemandHeld(before.Meeting, today);
            check(before);
            DemandRead(before.Attendance, before, ifMatch);
            change.Put(MeetingRows.Row(meeting, attendance));
            change.Audit = new(
                "RecordAttendance", MeetingTable.Subject(id, meeting), Before: before.Attendance is { } earlier ? RowText.Of(earlier) : null, After: RowText.Of(attendance));
            return before with { Attendance = attendance, Version = change.Seq };
        }, cancellationToken);

    /// <summary>Writes the minutes whole. The same again changes nothing.</summary>
    /// <param name="check">Refuses what the rules forbid, given what else was written down.</param>
    public Task<MeetingRecord> PutMinutesAsync(
        YearOfBloc id, string meeting, MeetingMinutes minutes, Action<MeetingRecord> check, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        meetings.ChangeAsync(id, meeting, actor, (before, change) =>
        {
            if (before.Minutes is { } known && RowText.Of(known) == RowText.Of(minutes))
            {
                return before;
            }

            DemandHeld(before.Meeting, today);
            check(before);
            DemandRead(before.Minutes, before, ifMatch);
            change.Put(MeetingRows.Row(meeting, minutes));
            change.Audit = new(
                "PutMinutes",
                MeetingTable.Subject(id, meeting),
                Before: before.Minutes is { } earlier ? MeetingTexts.Of(before.Meeting, earlier) : null,
                After: MeetingTexts.Of(before.Meeting, minutes));
            return before with { Minutes = minutes, Version = change.Seq };
        }, cancellationToken);

    /// <summary>Adopts the minutes: from then on only what becomes of the conclusions changes. Owners of conclusions get a mail.</summary>
    /// <param name="on">The day; null where only words are known.</param>
    /// <param name="said">The words, where there is no day.</param>
    /// <param name="quorum">Whether enough members were there, given what was written down.</param>
    public Task<MeetingRecord> AdoptAsync(
        YearOfBloc id, string meeting, DateOnly? on, string? said, Func<MeetingRecord, Quorum> quorum, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        meetings.ChangeAsync(id, meeting, actor, (before, change) =>
        {
            if (before.Meeting.Adopted is { } known && (known.On, known.Said) == (on, said))
            {
                return before;
            }

            DemandHeld(before.Meeting, today);
            if (on is null == said is null)
            {
                throw Refusal.BadInput("$.on", new(
                    "Cần ghi ngày thông qua, hoặc nguyên văn thời gian khi không rõ ngày (chỉ một trong hai).", "Either the day is needed, or what is said of it where no day is known."));
            }

            if (on > today || on < before.Meeting.Content.When.Day)
            {
                throw Refusal.BadInput("$.on", new("Phải từ ngày họp đến hôm nay.", "Must be between the meeting and today."));
            }

            if (before.Minutes is null)
            {
                throw Refusal.Rule("no-minutes", new("Chưa có biên bản để thông qua.", "There are no minutes to adopt."));
            }

            var reached = quorum(before);
            reached.DemandToAdopt();
            ifMatch.Demand(before.Version);
            var put = before.Meeting with { Adopted = new(on, reached.State, reached.Present, reached.Members, said) };
            change.Put(MeetingRows.Row(put));
            change.Audit = new("AdoptMinutes", MeetingTable.Subject(id, meeting), After: RowText.Of(put.Adopted));
            var owners = before.Conclusions.Where(one => one.Closing is null).SelectMany(one => one.Owners).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            change.Notify(NoticeKind.ConclusionsAssigned, [.. owners], MeetingTable.Subject(id, meeting));
            return before with { Meeting = put, Version = change.Seq };
        }, cancellationToken);

    /// <summary>Writes down a conclusion. The same again changes nothing.</summary>
    /// <param name="conclusion">What it becomes, given what it was.</param>
    public Task<MeetingRecord> PutConclusionAsync(
        YearOfBloc id, string meeting, int number, Func<MeetingConclusion?, MeetingConclusion> conclusion, Action<MeetingRecord, MeetingConclusion?> check, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        meetings.ChangeAsync(id, meeting, actor, (before, change) =>
        {
            var known = before.Conclusions.FirstOrDefault(one => one.Number == number);
            var put = conclusion(known);
            if (known is not null && RowText.Of(known) == RowText.Of(put))
            {
                return before;
            }

            DemandHeld(before.Meeting, today);
            if (known is not null)
            {
                DemandNotClosed(known);
            }

            check(before, known);
            DemandRead(known, before, ifMatch);
            return Put(id, before, known, put, "RecordConclusion", change);
        }, cancellationToken);

    /// <summary>A unit that owns a conclusion says what it has done; also after the minutes are adopted.</summary>
    public Task<MeetingRecord> ReportAsync(YearOfBloc id, string meeting, int number, string unit, string text, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        ChangeConclusionAsync(id, meeting, number, "ReportConclusion", actor, known =>
        {
            if (!known.Owners.Contains(unit))
            {
                throw Refusal.NotFound(new("Kết luận này không giao cho đơn vị.", "The conclusion was not given to that unit."));
            }

            if (known.Reports.FirstOrDefault(one => one.Unit == unit)?.Text == text)
            {
                return known;
            }

            DemandNotClosed(known);
            return known with { Reports = [.. known.Reports.Where(one => one.Unit != unit).Append(new(unit, text, today)).OrderBy(one => one.Unit, StringComparer.Ordinal)] };
        }, cancellationToken);

    /// <summary>Closes a conclusion, also after the minutes are adopted. The same closing again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is none, or it is closed otherwise.</exception>
    public Task<MeetingRecord> CloseAsync(YearOfBloc id, string meeting, int number, ConclusionClosing closing, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        ChangeConclusionAsync(id, meeting, number, "CloseConclusion", actor, (before, known) =>
        {
            if (known.Closing == closing)
            {
                return known;
            }

            DemandNotClosed(known);
            return closing.On > today || closing.On < before.Content.When.Day
                ? throw Refusal.BadInput("$.on", new("Phải từ ngày họp đến hôm nay.", "Must be between the meeting and today."))
                : known with { Closing = closing };
        }, cancellationToken);

    public static Refusal NoSuchConclusion() => Refusal.NotFound(new("Không có kết luận này.", "There is no such conclusion."));

    private Task<MeetingRecord> ChangeConclusionAsync(
        YearOfBloc id, string meeting, int number, string action, Actor actor, Func<MeetingConclusion, MeetingConclusion> decide, CancellationToken cancellationToken) =>
        ChangeConclusionAsync(id, meeting, number, action, actor, (_, known) => decide(known), cancellationToken);

    private Task<MeetingRecord> ChangeConclusionAsync(
        YearOfBloc id, string meeting, int number, string action, Actor actor, Func<Meeting, MeetingConclusion, MeetingConclusion> decide, CancellationToken cancellationToken) =>
        meetings.ChangeAsync(id, meeting, actor, (before, change) =>
        {
            var known = before.Conclusions.FirstOrDefault(one => one.Number == number) ?? throw NoSuchConclusion();
            var put = decide(before.Meeting, known);
            return put == known ? before : Put(id, before, known, put, action, change);
        }, cancellationToken);

    private static MeetingRecord Put(YearOfBloc id, MeetingRecord before, MeetingConclusion? known, MeetingConclusion put, string action, PartitionChange change)
    {
        change.Put(MeetingRows.Row(before.Meeting.Id, put));
        change.Audit = new(action, MeetingTable.Subject(id, before.Meeting.Id, put.Number), Before: known is null ? null : MeetingTexts.Of(before.Meeting, known), After: MeetingTexts.Of(before.Meeting, put));
        return before with { Conclusions = [.. before.Conclusions.Where(one => one.Number != put.Number).Append(put).OrderBy(one => one.Number)], Version = change.Seq };
    }

    private static void DemandNotClosed(MeetingConclusion known)
    {
        if (known.Closing is not null)
        {
            throw Refusal.Rule("conclusion-closed", new("Kết luận này đã khép lại.", "The conclusion is closed."));
        }
    }

    private static void DemandHeld(Meeting meeting, DateOnly today)
    {
        MeetingTable.DemandOpen(meeting);
        if (meeting.Content.When.Day > today)
        {
            throw Refusal.Rule("meeting-not-held", new("Chưa đến ngày họp.", "The day of the meeting has not come."));
        }
    }

    /// <summary>What replaces something must have read it.</summary>
    private static void DemandRead(object? part, MeetingRecord before, IfMatch ifMatch)
    {
        if (part is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(before.Version);
        }
    }
}
