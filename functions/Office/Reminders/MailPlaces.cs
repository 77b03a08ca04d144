using EmulationFunctions.Common;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>Where on the page a mail leads: to the view of what it is about; to what is due for the unit where it is about several things, or about the year.</summary>
internal static class MailPlaces
{
    /// <param name="kind">What the mail is about.</param>
    /// <param name="id">Where in the years, and to which unit it is written; its period is one of the year's.</param>
    /// <param name="parts">What else the notice names, such as a meeting.</param>
    public static string Of(NoticeKind kind, SheetId id, IReadOnlyList<string> parts) => kind switch
    {
        NoticeKind.SheetReturned or NoticeKind.RevisionRequested or NoticeKind.NotApplicableChanged or NoticeKind.ResultsCorrected or NoticeKind.TargetsSet
            or NoticeKind.ConditionDeclared or NoticeKind.CriterionVoided => At(PortalArea.Sheet, id),
        NoticeKind.ScoresAppraised or NoticeKind.ScoresFinal or NoticeKind.ComplaintCarriedOut => At(PortalArea.Sheet, id, "appraisal"),
        NoticeKind.ComplaintUpheld or NoticeKind.ComplaintDismissed => At(PortalArea.Complaints, id),
        // Of another unit's complaint it is the head who is told.
        NoticeKind.ComplaintOpened or NoticeKind.ComplaintClosed => At(parts is [var owner, ..] && owner == id.Unit ? PortalArea.Complaints : PortalArea.Bloc, id),
        NoticeKind.ScorersDrawn or NoticeKind.ScorerReplaced => At(PortalArea.Peers, id),
        NoticeKind.DeadlineExtended => parts is [_, var slug] && StageKinds.Find(slug) is { } stage ? Of(stage, id) : PortalPlaces.Home,
        NoticeKind.PactToSign or NoticeKind.SignaturesVoided => At(PortalArea.Pact, id),
        NoticeKind.MeetingInvited or NoticeKind.MeetingCancelled or NoticeKind.ConclusionsAssigned => At(PortalArea.Meetings, id, parts[0]),
        NoticeKind.ReportsRequested or NoticeKind.ReportPartReturned => At(PortalArea.Reports, id, parts[0]),
        // Of another unit it is the head who is told.
        NoticeKind.NominationSuspended or NoticeKind.SuspensionLifted => parts is [var unit, ..] && unit != id.Unit ? At(PortalArea.Bloc, id, "nominations") : At(PortalArea.Awards, id),
        NoticeKind.StandingsPublished or NoticeKind.Disqualified or NoticeKind.DisqualificationLifted => At(PortalArea.Standings, id),
        NoticeKind.CalendarChanged or NoticeKind.TermSet or NoticeKind.MembershipChanged or NoticeKind.MovementLaunched or NoticeKind.VisitPlanned or NoticeKind.FindingRecorded => PortalPlaces.Home,
        _ => PortalPlaces.Home,
    };

    public static string Of(UnitDigest digest) => digest switch
    {
        { Own: [{ What: { What: null } what }], Blocs: [] } => Of(what.Stage.Kind, new(what.Year, what.Stage.Period, what.Bloc, digest.Unit)),
        { Own: [], Blocs: [{ What: var what }] } => At(PortalArea.Bloc, new(what.Year, what.Stage.Period, what.Bloc, digest.Unit)),
        _ => PortalPlaces.Home,
    };

    private static string Of(StageKind stage, SheetId id) => stage switch
    {
        StageKind.SelfScore => At(PortalArea.Sheet, id),
        StageKind.CrossScore => At(PortalArea.Peers, id),
        StageKind.Pact => At(PortalArea.Pact, id),
        StageKind.BlocMeeting => At(PortalArea.Meetings, id),
        _ => PortalPlaces.Home,
    };

    private static string At(PortalArea area, SheetId id, string? item = null) => PortalPlaces.Of(area, id.Year, id.Period, id.Bloc, id.Unit, item);
}
