using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Meetings;

/// <summary>A meeting with all that was written down of it. What nobody recorded is null.</summary>
/// <param name="Meeting">Its id.</param>
/// <param name="State">Open, cancelled, or adopted: then nothing changes but what becomes of the conclusions, and the photographs.</param>
/// <param name="Kinds">What it is held for.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">When it is or was.</param>
/// <param name="Host">The unit in whose house it is held.</param>
/// <param name="HostName">What people call it.</param>
/// <param name="Mode">In a room, online or both.</param>
/// <param name="Place">The room.</param>
/// <param name="Link">The address of the online room.</param>
/// <param name="Years">The years it deals with.</param>
/// <param name="Agenda">What is dealt with, in order.</param>
/// <param name="Chairs">Who takes the chair.</param>
/// <param name="Guests">Who comes from outside the bloc.</param>
/// <param name="Secretary">Who keeps the minutes.</param>
/// <param name="Photographs">Pictures with their captions.</param>
/// <param name="Writer">Who writes the news item about it; null where nobody said.</param>
/// <param name="Source">From where it is known; null where nobody said.</param>
/// <param name="Invitation">Who was invited by mail; null while nobody was.</param>
/// <param name="Cancellation">That it was called off; null when it was not.</param>
/// <param name="Attendance">Who was there; null while nobody recorded it.</param>
/// <param name="Quorum">Whether enough members were there.</param>
/// <param name="Minutes">What happened; null while nobody recorded it.</param>
/// <param name="Conclusions">What somebody has to do, by number.</param>
/// <param name="Adopted">That the minutes were adopted, with what held then; null while they are not.</param>
/// <param name="Gaps">What minutes need and nobody recorded.</param>
/// <param name="Warnings">What was kept as it was written and should be looked at.</param>
internal sealed record MeetingView(
    string Meeting,
    MeetingState State,
    IReadOnlyList<MeetingKind> Kinds,
    string Title,
    MeetingTime When,
    string? Host,
    string? HostName,
    MeetingMode? Mode,
    string? Place,
    string? Link,
    MeetingYears Years,
    IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<ChairView> Chairs,
    IReadOnlyList<GuestView> Guests,
    SecretaryView? Secretary,
    IReadOnlyList<MeetingPhotograph> Photographs,
    WriterView? Writer,
    PaperReference? Source,
    InvitationView? Invitation,
    CancellationView? Cancellation,
    AttendanceView? Attendance,
    QuorumView Quorum,
    MeetingMinutes? Minutes,
    IReadOnlyList<ConclusionView> Conclusions,
    MinutesAdoption? Adopted,
    IReadOnlyList<MeetingRemarkView> Gaps,
    IReadOnlyList<MeetingRemarkView> Warnings)
{
    public static MeetingView Of(
        MeetingRecord record,
        Quorum quorum,
        IReadOnlyList<MeetingRemark> gaps,
        IReadOnlyList<MeetingRemark> warnings,
        UnitNames names,
        DateOnly today,
        Language language)
    {
        var (meeting, content) = (record.Meeting, record.Meeting.Content);
        return new(
            meeting.Id,
            meeting.State,
            content.Kinds,
            content.Title,
            content.When,
            content.Host,
            content.Host is { } host ? names[host] : null,
            content.Mode,
            content.Place,
            content.Link,
            content.Years,
            content.Agenda,
            [.. content.Chairs.Select(chair => new ChairView(chair.Unit, names[chair.Unit], chair.As, chair.Person?.Name, chair.Person?.Post))],
            [.. content.Guests.Select(guest => new GuestView(guest.Body, guest.Person?.Name, guest.Person?.Post))],
            content.Secretary is { } secretary ? new(secretary.Unit, names[secretary.Unit], secretary.Person?.Name, secretary.Person?.Post) : null,
            content.Photographs,
            content.Writer is { } writer ? new(writer.Name, writer.Post) : null,
            content.Source,
            meeting.Invitation is { } invitation ? new(invitation.Units, invitation.Sequence, invitation.At) : null,
            meeting.Cancelled is { } cancelled ? new(cancelled.On, cancelled.Reason) : null,
            record.Attendance is { } attendance
                ? new([.. attendance.Units.Select(one => new MemberAttendanceView(one.Unit, names[one.Unit], one.State, one.Way))], quorum.Present, quorum.Members, attendance.Guests)
                : null,
            new(quorum.State, quorum.Needed, quorum.Words.In(language)),
            record.Minutes,
            [.. record.Conclusions.Select(one => ConclusionView.Of(meeting.Id, one, names, today))],
            meeting.Adopted,
            [.. gaps.Select(one => new MeetingRemarkView(one.Path, one.Words.In(language)))],
            [.. warnings.Select(one => new MeetingRemarkView(one.Path, one.Words.In(language)))]);
    }
}

/// <param name="Unit">The unit in whose name the chair is taken.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="As">In which office.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record ChairView(string Unit, string UnitName, ChairOffice? As, string? Name, string? Post);

/// <param name="Body">The body that sends the guest.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record GuestView(string Body, string? Name, string? Post);

/// <param name="Unit">The unit that keeps the minutes.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record SecretaryView(string Unit, string UnitName, string? Name, string? Post);

/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record WriterView(string? Name, string? Post);

/// <param name="Units">Who was invited by mail.</param>
/// <param name="Sequence">How often what was said to them has changed.</param>
/// <param name="At">When the first were invited.</param>
internal sealed record InvitationView(IReadOnlyList<string> Units, int Sequence, DateTimeOffset At);

/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
internal sealed record CancellationView(DateOnly On, string Reason);

/// <param name="Units">What is known of each member.</param>
/// <param name="Present">How many members were there, those with a substitute too; null where that is not known.</param>
/// <param name="Members">Of how many; null where the bloc's members are not known.</param>
/// <param name="Guests">How many guests were there.</param>
internal sealed record AttendanceView(IReadOnlyList<MemberAttendanceView> Units, int? Present, int? Members, int? Guests);

/// <param name="Unit">A member of the bloc.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">Whether it was there.</param>
/// <param name="Way">In the room or online.</param>
internal sealed record MemberAttendanceView(string Unit, string UnitName, AttendanceState State, AttendanceWay? Way);

/// <param name="State">Whether enough members were there; not known where no regulation asks, or nobody recorded who was there.</param>
/// <param name="Needed">How many the regulation asks for.</param>
/// <param name="Detail">The same, as people read it.</param>
internal sealed record QuorumView(QuorumState State, int? Needed, string Detail);

/// <param name="Path">Where, as a JSON path of this answer.</param>
/// <param name="Detail">What, as people read it.</param>
internal sealed record MeetingRemarkView(string Path, string Detail);

/// <param name="Meeting">The meeting's id.</param>
/// <param name="Number">Its number within the meeting.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owners">Which units have to.</param>
/// <param name="OwnerNames">What people call them, in the same order.</param>
/// <param name="Due">Until which day.</param>
/// <param name="DueSaid">How that was said.</param>
/// <param name="Source">Whose word it is.</param>
/// <param name="Reports">What owners say they have done.</param>
/// <param name="Outcome">Done or dropped; null while it is open.</param>
/// <param name="Result">With what result.</param>
/// <param name="ClosedOn">On which day.</param>
/// <param name="IsOverdue">Whether its day has passed and it is open.</param>
internal sealed record ConclusionView(
    string Meeting,
    int Number,
    string Text,
    IReadOnlyList<string> Owners,
    IReadOnlyList<string> OwnerNames,
    DateOnly? Due,
    string? DueSaid,
    string? Source,
    IReadOnlyList<ConclusionReport> Reports,
    ConclusionOutcome? Outcome,
    string? Result,
    DateOnly? ClosedOn,
    bool IsOverdue)
{
    public static ConclusionView Of(string meeting, MeetingConclusion one, UnitNames names, DateOnly today) => new(
        meeting,
        one.Number,
        one.Text,
        one.Owners,
        [.. one.Owners.Select(unit => names[unit])],
        one.Due,
        one.DueSaid,
        one.Source,
        one.Reports,
        one.Closing?.Outcome,
        one.Closing?.Result,
        one.Closing?.On,
        one.IsOverdue(today));
}

/// <param name="Meeting">Its id.</param>
/// <param name="State">Open, cancelled or adopted.</param>
/// <param name="Kinds">What it is held for.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">When it is or was.</param>
/// <param name="Host">The unit in whose house it is held.</param>
/// <param name="HostName">What people call it.</param>
internal sealed record MeetingSummary(
    string Meeting, MeetingState State, IReadOnlyList<MeetingKind> Kinds, string Title, MeetingTime When, string? Host, string? HostName)
{
    public static MeetingSummary Of(Meeting one, UnitNames names) => new(
        one.Id, one.State, one.Content.Kinds, one.Content.Title, one.Content.When, one.Content.Host, one.Content.Host is { } host ? names[host] : null);
}

/// <param name="Meetings">A page of meetings, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record MeetingPage(IReadOnlyList<MeetingSummary> Meetings, string? Continuation);

/// <param name="Conclusions">A page of conclusions, by meeting and number.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ConclusionPage(IReadOnlyList<ConclusionView> Conclusions, string? Continuation);
