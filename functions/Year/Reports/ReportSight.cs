using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What a caller sees of the bloc's reports, and when.</summary>
/// <param name="Terms">The bloc's year.</param>
/// <param name="SeesAll">Whether it sees what every unit says: its leaders, the office, the council and readers.</param>
/// <param name="Units">The units whose parts it sees otherwise.</param>
/// <param name="Regulations">What the bloc's regulation settled on which day.</param>
/// <param name="Today">In Vietnam.</param>
/// <param name="DayOf">The Vietnamese day of a moment.</param>
internal sealed record ReportSight(YearTerms Terms, bool SeesAll, IReadOnlyList<string> Units, RegulationHistory Regulations, DateOnly Today, Func<DateTimeOffset, DateOnly> DayOf)
{
    /// <summary>Whether the caller writes for units: the office does once the year is over.</summary>
    public bool WritesForAll { get; init; }

    /// <summary>Whether, by the bloc's regulation, a unit's leader approves its part; of an adopted report whether that was so then.</summary>
    public bool NeedsApprovalOf(ReportRequest request) => request.Roll?.NeedsApproval ?? Approves(request.Adopted?.Day is { } day ? Regulations.On(day) : Regulations.Last);

    /// <summary>Whether what is sent from now on needs it.</summary>
    public bool NeedsApproval => Approves(Regulations.Last);

    private static bool Approves(RegulationSettings? regulation) => regulation?.Approval is ApprovalOfAnswers.ReportParts or ApprovalOfAnswers.ReportPartsAndSheets;

    /// <summary>The day to which those who are missing are late: of an adopted report the one on which it was adopted.</summary>
    public DateOnly LateUntil(ReportRequest request) => request.Adopted is { } adopted ? adopted.Day ?? request.Roll?.On ?? Today : Today;

    public bool Sees(string unit) => SeesAll || Units.Contains(unit);

    /// <summary>A part that is not sent is nobody's word yet: only who writes it sees what it says.</summary>
    public bool SeesContent(PartStatus part) => WritesForAll || Units.Contains(part.Unit) || (part.State == PartState.Sent && SeesAll);
}

/// <summary>Finds out what holds for a call about reports.</summary>
/// <param name="desk">Of the bloc's year.</param>
/// <param name="findRegulation">What the bloc has settled.</param>
/// <param name="vietnam">Whose days they are.</param>
/// <param name="findMeeting">What is known of a meeting.</param>
internal sealed class ReportDesk(YearDesk desk, AdoptedRegulation findRegulation, VietnamTime vietnam, MeetingLookup findMeeting)
{
    /// <exception cref="Refusal">404: no such year, or the bloc takes no part in it.</exception>
    public async Task<ReportSight> FindAsync(YearOfBloc id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        return new(
            terms,
            caller.Oversees || caller.Units.Any(unit => unit == terms.Acting.Head || unit == terms.Acting.Deputy),
            caller.Units,
            await findRegulation(id, cancellationToken),
            desk.Today,
            vietnam.DayOf)
        {
            WritesForAll = caller.IsAdmin && terms.Cycle.State == CycleState.Closed,
        };
    }

    /// <exception cref="Refusal">400 or 409: there is no such meeting, or it is yet to come, was short of its quorum, did not carry the report, or that is not recorded.</exception>
    public async Task DemandHeldAsync(YearOfBloc id, string report, ReportAdoption adoption, CancellationToken cancellationToken)
    {
        if (adoption.Meeting is not { } meeting)
        {
            return;
        }

        var year = adoption.MeetingYear ?? id.Year;
        var held = await findMeeting(id with { Year = year }, meeting, cancellationToken)
            ?? throw Refusal.BadInput("$.meeting", new($"Khối không có cuộc họp '{meeting}' trong năm {year}.", $"The bloc has no meeting '{meeting}' in {year}."));
        held.DemandToAdopt(meeting, DecisionMatter.Report, report, desk.Today);
    }
}
