using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

[JsonConverter(typeof(CamelCaseEnum<AttendanceState>))]
internal enum AttendanceState
{
    Present,

    /// <summary>Not there, and nobody said why.</summary>
    Absent,

    /// <summary>Not there, and excused.</summary>
    Excused,

    /// <summary>Somebody came in the place of the unit's own member.</summary>
    Substitute,
}

[JsonConverter(typeof(CamelCaseEnum<AttendanceWay>))]
internal enum AttendanceWay
{
    Room,
    Online,
}

/// <param name="Unit">A member of the bloc on the day of the meeting.</param>
/// <param name="State">Whether it was there.</param>
/// <param name="Way">How it was there; null where nobody said, or it was not.</param>
internal sealed record MemberAttendance([property: Slug] string Unit, AttendanceState State, AttendanceWay? Way = null)
{
    [JsonIgnore]
    public bool IsThere => State is AttendanceState.Present or AttendanceState.Substitute;
}

/// <summary>Who was there.</summary>
/// <param name="Units">What is known of each member; of one that is not named nothing is.</param>
/// <param name="Present">How many members were there, as it was said; needed only where not every member is named.</param>
/// <param name="Guests">How many guests were there; null where nobody counted.</param>
internal sealed record Attendance(IReadOnlyList<MemberAttendance> Units, int? Present, int? Guests)
{
    public const int MostUnits = 500;
    public const int MostGuests = 10_000;

    /// <summary>Of a bloc with these members how many were there; null where that is not known.</summary>
    public int? PresentOf(IReadOnlyCollection<string> members) =>
        members.Count > 0 && members.All(member => Units.Any(one => one.Unit == member)) ? Units.Count(one => one.IsThere) : Present;
}

/// <summary>An open vote as counts: who voted how is not recorded, and guests do not vote.</summary>
/// <param name="For">Members for it.</param>
/// <param name="Against">Members against it.</param>
/// <param name="Other">Members with another opinion, or none.</param>
internal sealed record OpenVote(
    [property: Range(0, Attendance.MostUnits)] int For, [property: Range(0, Attendance.MostUnits)] int Against, [property: Range(0, Attendance.MostUnits)] int Other)
{
    [JsonIgnore]
    public int All => For + Against + Other;
}

/// <param name="Number">Its number within the meeting.</param>
/// <param name="About">What it is about.</param>
/// <param name="Text">What was decided.</param>
/// <param name="Reference">What of the bloc's year it is about, such as a report's id or a regulation's version; null where nothing is named.</param>
/// <param name="Vote">The counts; null where nobody recorded them.</param>
/// <param name="Said">How the source says it, such as "nhất trí cao".</param>
/// <param name="IsAdopted">Whether it was carried; null where nobody recorded it.</param>
internal sealed record MeetingDecision(
    [property: Range(1, MeetingMinutes.MostDecisions)] int Number,
    DecisionMatter About,
    [property: StringLength(MeetingDecision.LongestText, MinimumLength = 1)] string Text,
    [property: Slug] string? Reference = null,
    OpenVote? Vote = null,
    [property: StringLength(MeetingTime.LongestSaid, MinimumLength = 1)] string? Said = null,
    bool? IsAdopted = null)
{
    public const int LongestText = 1000;
}

/// <summary>What was said or done, in order.</summary>
/// <param name="Text">What.</param>
/// <param name="Unit">By which unit; null where the minutes do not say.</param>
internal sealed record Proceeding(
    [property: StringLength(Proceeding.LongestText, MinimumLength = 1)] string Text, [property: Slug] string? Unit = null)
{
    public const int LongestText = 4000;
}

/// <summary>What a guest asked the bloc to do (ý kiến chỉ đạo).</summary>
/// <param name="From">Which guest, by body and post.</param>
/// <param name="Text">What was asked.</param>
internal sealed record GuestInstruction(
    [property: StringLength(MeetingContent.LongestBody, MinimumLength = 1)] string From,
    [property: StringLength(GuestInstruction.LongestText, MinimumLength = 1)] string Text)
{
    public const int LongestText = 2000;

    /// <summary>In place of a guest whose name or post was erased.</summary>
    public const string ErasedFrom = "…";
}

/// <summary>What happened at the meeting. What was not recorded is null.</summary>
/// <param name="Began">The hour at which it began.</param>
/// <param name="Ended">The hour at which it ended.</param>
/// <param name="Proceedings">In order.</param>
/// <param name="Decisions">By number.</param>
/// <param name="Instructions">In order.</param>
internal sealed record MeetingMinutes(
    string? Began, string? Ended, IReadOnlyList<Proceeding> Proceedings, IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<GuestInstruction> Instructions)
{
    public const int MostProceedings = 60;
    public const int MostDecisions = 50;
    public const int MostInstructions = 30;
}

[JsonConverter(typeof(CamelCaseEnum<ConclusionOutcome>))]
internal enum ConclusionOutcome
{
    Done,

    /// <summary>It need not be done any more; the result says why.</summary>
    Dropped,
}

/// <param name="Outcome">Done, or dropped.</param>
/// <param name="Result">With what result, or why it was dropped.</param>
/// <param name="On">The day.</param>
internal sealed record ConclusionClosing(ConclusionOutcome Outcome, string Result, DateOnly On);

/// <summary>What a unit that owns a conclusion says it has done.</summary>
internal sealed record ConclusionReport(string Unit, string Text, DateOnly On);

/// <summary>What the meeting concluded and somebody has to do (kết luận).</summary>
/// <param name="Number">Its number within the meeting.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owners">Which units have to; empty where nobody was named.</param>
/// <param name="Due">Until which day; null where none was named.</param>
/// <param name="DueSaid">How that was said, such as "trong quý III".</param>
/// <param name="Source">Whose word it is, such as the chair's or a guest's.</param>
/// <param name="Reports">What owners say they have done.</param>
/// <param name="Closing">What became of it; null while it is open.</param>
internal sealed record MeetingConclusion(
    int Number, string Text, IReadOnlyList<string> Owners, DateOnly? Due, string? DueSaid, string? Source, IReadOnlyList<ConclusionReport> Reports, ConclusionClosing? Closing)
{
    public const int Most = 99;
    public const int MostOwners = 100;
    public const int LongestText = 2000;
    public const int LongestResult = 1000;

    public bool IsOverdue(DateOnly today) => Closing is null && Due < today;
}
