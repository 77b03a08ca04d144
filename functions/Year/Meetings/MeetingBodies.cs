using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Meetings;

/// <summary>The body of <c>PutMeeting</c>: all that its planners know. What is not known stays away.</summary>
/// <param name="Kinds">What it is held for; several where it is held for several.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">When: a day, or how the source says it.</param>
/// <param name="Host">The unit in whose house it is held.</param>
/// <param name="Mode">In a room, online or both.</param>
/// <param name="Place">The room.</param>
/// <param name="Link">The https address of the online room.</param>
/// <param name="Years">Which year it looks back on, and which year's pact and plan it deals with.</param>
/// <param name="Secretary">Who keeps the minutes.</param>
/// <param name="Writer">Who writes the news item about it.</param>
/// <param name="Source">From where it is known, such as a news item: its publisher (issuer), its title (subject) and its day.</param>
internal sealed record MeetingBody(
    [property: Items(1, MeetingContent.MostKinds)] IReadOnlyList<MeetingKind> Kinds,
    [property: StringLength(MeetingContent.LongestTitle, MinimumLength = 1)] string Title,
    MeetingTime When,
    [property: Slug] string? Host = null,
    MeetingMode? Mode = null,
    [property: StringLength(MeetingContent.LongestPlace, MinimumLength = 1)] string? Place = null,
    [property: StringLength(MeetingContent.LongestLink, MinimumLength = 1)] string? Link = null,
    MeetingYears? Years = null,
    SecretaryBody? Secretary = null,
    WriterBody? Writer = null,
    PaperReference? Source = null)
{
    /// <summary>What is dealt with, in order.</summary>
    [Items(0, MeetingContent.MostAgenda)]
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>Who takes the chair; several may together.</summary>
    [Items(0, MeetingContent.MostChairs)]
    public IReadOnlyList<ChairBody> Chairs { get; init; } = [];

    /// <summary>Who comes from outside the bloc; guests speak and do not vote.</summary>
    [Items(0, MeetingContent.MostGuests)]
    public IReadOnlyList<GuestBody> Guests { get; init; } = [];

    /// <summary>Pictures with their captions; these, the writer and the source alone may still change once the minutes are adopted.</summary>
    [Items(0, MeetingContent.MostPhotographs)]
    public IReadOnlyList<MeetingPhotograph> Photographs { get; init; } = [];

    /// <param name="before">What it was: who is named as before keeps the salt of then.</param>
    public MeetingContent ToContent(MeetingContent? before)
    {
        var known = before?.People.ToList() ?? [];
        return new(
            Kinds,
            Title.Trim(),
            When with { Said = When.Said?.Trim() },
            Host,
            Mode,
            Place?.Trim(),
            Link?.Trim(),
            Years ?? MeetingYears.None,
            [.. Agenda.Select(item => item with { Text = item.Text.Trim() })],
            [.. Chairs.Select(chair => new MeetingChair(chair.Unit, chair.As, Person(chair.Name, chair.Post, known)))],
            [.. Guests.Select(guest => new MeetingGuest(guest.Body.Trim(), Person(guest.Name, guest.Post, known)))],
            Secretary is null ? null : new(Secretary.Unit, Person(Secretary.Name, Secretary.Post, known)),
            [.. Photographs.Select(photograph => photograph with { Caption = photograph.Caption.Trim() })])
        {
            Writer = Person(Writer?.Name, Writer?.Post, known),
            Source = Source?.Trimmed(),
        };
    }

    private static NamedPerson? Person(string? name, string? post, List<NamedPerson> known) =>
        name is null && post is null ? null : NamedPerson.Of(name, post, known.Find(one => one.Name == name && one.Post == post));
}

/// <param name="Unit">The unit in whose name the chair is taken.</param>
/// <param name="As">In which office.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post, such as "Quyền Giám đốc".</param>
internal sealed record ChairBody(
    [property: Slug] string Unit,
    ChairOffice? As = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null);

/// <param name="Body">The body that sends the guest, such as the emulation council.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record GuestBody(
    [property: StringLength(MeetingContent.LongestBody, MinimumLength = 1)] string Body,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null);

/// <param name="Unit">The unit that keeps the minutes.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record SecretaryBody(
    [property: Slug] string Unit,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null);

/// <param name="Name">Who.</param>
/// <param name="Post">By which post.</param>
internal sealed record WriterBody(
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null);

/// <summary>The body of <c>InviteToMeeting</c>.</summary>
/// <param name="Units">Whom to invite; all members of the day, and who hosts or takes the chair, unless given.</param>
internal sealed record InvitationBody([property: Items(1, Attendance.MostUnits), Slug] IReadOnlyList<string>? Units = null);

/// <summary>The body of <c>CancelMeeting</c>.</summary>
/// <param name="Reason">Why; who was invited reads it.</param>
internal sealed record MeetingCancellationBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>The body of <c>RecordAttendance</c>: who was there.</summary>
/// <param name="Present">How many members were there, as it was said; for where not every member is named.</param>
/// <param name="Guests">How many guests were there.</param>
internal sealed record AttendanceBody(
    [property: Range(0, Attendance.MostUnits)] int? Present = null, [property: Range(0, Attendance.MostGuests)] int? Guests = null)
{
    /// <summary>What is known of each member; of one that is not named nothing is.</summary>
    [Items(0, Attendance.MostUnits)]
    public IReadOnlyList<MemberAttendance> Units { get; init; } = [];

    public Attendance ToAttendance() => new([.. Units.OrderBy(one => one.Unit, StringComparer.Ordinal)], Present, Guests);
}

/// <summary>The body of <c>PutMinutes</c>: what happened. What was not recorded stays away.</summary>
/// <param name="Began">The hour at which it began (24 hours, such as 14:00).</param>
/// <param name="Ended">The hour at which it ended.</param>
internal sealed record MinutesBody(
    [property: RegularExpression(HourText.Pattern)] string? Began = null, [property: RegularExpression(HourText.Pattern)] string? Ended = null)
{
    /// <summary>What was said and done, in order.</summary>
    [Items(0, MeetingMinutes.MostProceedings)]
    public IReadOnlyList<Proceeding> Proceedings { get; init; } = [];

    /// <summary>What was decided, with the counts of open votes.</summary>
    [Items(0, MeetingMinutes.MostDecisions)]
    public IReadOnlyList<MeetingDecision> Decisions { get; init; } = [];

    /// <summary>What guests asked the bloc to do.</summary>
    [Items(0, MeetingMinutes.MostInstructions)]
    public IReadOnlyList<GuestInstruction> Instructions { get; init; } = [];

    public MeetingMinutes ToMinutes() => new(
        Began,
        Ended,
        [.. Proceedings.Select(one => one with { Text = one.Text.Trim() })],
        [.. Decisions.Select(one => one with { Text = one.Text.Trim() }).OrderBy(one => one.Number)],
        [.. Instructions.Select(one => new GuestInstruction(one.From.Trim(), one.Text.Trim()))]);
}

/// <summary>The body of <c>AdoptMinutes</c>.</summary>
/// <param name="On">The day on which they were adopted.</param>
/// <param name="Said">The day as it was said, such as "vừa qua"; only where the day itself is not known.</param>
internal sealed record AdoptionBody(DateOnly? On = null, [property: StringLength(MeetingTime.LongestSaid, MinimumLength = 1)] string? Said = null);

/// <summary>The body of <c>RecordConclusion</c>.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Due">Until which day.</param>
/// <param name="DueSaid">How that was said, such as "trong quý III".</param>
/// <param name="Source">Whose word it is, such as the chair's or a guest's.</param>
internal sealed record ConclusionBody(
    [property: StringLength(MeetingConclusion.LongestText, MinimumLength = 1)] string Text,
    DateOnly? Due = null,
    [property: StringLength(MeetingTime.LongestSaid, MinimumLength = 1)] string? DueSaid = null,
    [property: StringLength(MeetingContent.LongestBody, MinimumLength = 1)] string? Source = null)
{
    /// <summary>Which units have to.</summary>
    [Items(0, MeetingConclusion.MostOwners), Slug]
    public IReadOnlyList<string> Owners { get; init; } = [];

    public MeetingConclusion ToConclusion(int number, MeetingConclusion? before) => new(
        number, Text.Trim(), [.. Owners.Order(StringComparer.Ordinal)], Due, DueSaid?.Trim(), Source?.Trim(), before?.Reports ?? [], before?.Closing);
}

/// <summary>The body of <c>ReportConclusion</c>.</summary>
/// <param name="Text">What the unit has done.</param>
internal sealed record ConclusionReportBody([property: StringLength(MeetingConclusion.LongestResult, MinimumLength = 1)] string Text);

/// <summary>The body of <c>CloseConclusion</c>.</summary>
/// <param name="Outcome">Done, or dropped.</param>
/// <param name="Result">With what result, or why it was dropped.</param>
/// <param name="On">The day.</param>
internal sealed record ConclusionClosingBody(
    ConclusionOutcome Outcome, [property: StringLength(MeetingConclusion.LongestResult, MinimumLength = 1)] string Result, DateOnly On);
