namespace EmulationFunctions.Common;

/// <summary>
/// What a unit is told of by mail when it happens. Closed: who writes the mails has words for each of them, or the program does not compile.
/// Rows hold the name, so none is ever renamed.
/// </summary>
internal enum NoticeKind
{
    SheetReturned,
    RevisionRequested,
    ScoresAppraised,
    ScoresFinal,
    FindingRecorded,
    ComplaintOpened,
    ComplaintUpheld,
    ComplaintDismissed,
    ScorersDrawn,
    ScorerReplaced,
    ResultsCorrected,
    NotApplicableChanged,
    Disqualified,
    DisqualificationLifted,
    StandingsPublished,
    DeadlineExtended,
    TargetsSet,
    VisitPlanned,
    ComplaintClosed,
    TermSet,
    CalendarChanged,
    ConditionDeclared,
    ComplaintCarriedOut,
    MembershipChanged,
    CriterionVoided,
    PactToSign,
    SignaturesVoided,
    MovementLaunched,
    MeetingInvited,
    MeetingCancelled,
    ConclusionsAssigned,
    ReportsRequested,
    ReportPartReturned,
    NominationSuspended,
    SuspensionLifted,
}
