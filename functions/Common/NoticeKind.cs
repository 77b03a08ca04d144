namespace EmulationFunctions.Common;

/// <summary>What a unit is told of by mail when it happens. Rows hold the name.</summary>
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
}
