using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Office.Operations;

/// <summary>How the system is, for the emulation office. Counts, and names of units and blocs.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Years">The open years.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Timers">The timers, by name.</param>
/// <param name="Seals">The seals over the audit.</param>
/// <param name="Backups">The backups.</param>
/// <param name="WithoutHead">Blocs of the open years that nobody leads: a term has to be confirmed.</param>
/// <param name="Successions">Successions of units that wait for a decision.</param>
/// <param name="OverdueReturns">What units should have given back of titles that were taken back, and have not.</param>
/// <param name="Unfinished">Work that was begun and not ended, by kind. Much of it is merely under way; what is older than an hour is not.</param>
internal sealed record OperationsReport(
    DateTimeOffset At,
    string Version,
    IReadOnlyList<YearReport> Years,
    MailReport Mail,
    IReadOnlyList<TimerReport> Timers,
    DaysReport Seals,
    BackupReport Backups,
    IReadOnlyList<BlocWithoutHead> WithoutHead,
    IReadOnlyList<WaitingSuccession> Successions,
    IReadOnlyList<OverdueReturn> OverdueReturns,
    IReadOnlyList<UnfinishedReport> Unfinished);

/// <param name="Succession">The succession's id.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Obstacle">What stands in the way, in Vietnamese.</param>
internal sealed record WaitingSuccession(string Succession, DateOnly Day, string Obstacle);

/// <param name="Year">The year for which the title was given.</param>
/// <param name="Decision">The id of the decision that gave it.</param>
/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Award">The award's code.</param>
/// <param name="RevokedBy">The number of the decision that took it back.</param>
/// <param name="Due">The last day, which is over.</param>
/// <param name="LacksObject">Whether flag, certificate or frame have not come back.</param>
/// <param name="LacksMoney">Whether the money has not come back.</param>
internal sealed record OverdueReturn(int Year, string Decision, string Unit, string UnitName, string Award, string RevokedBy, DateOnly Due, bool LacksObject, bool LacksMoney);

/// <param name="Year">The year.</param>
/// <param name="Blocs">Its blocs, once for each period.</param>
internal sealed record YearReport(int Year, IReadOnlyList<BlocReport> Blocs);

/// <param name="Bloc">The bloc.</param>
/// <param name="BlocName">What people call it.</param>
/// <param name="Period">The period.</param>
/// <param name="Stage">The stage it has reached; "between" when none is open.</param>
/// <param name="Members">How many units it has.</param>
/// <param name="Submitted">How many have submitted.</param>
/// <param name="Late">How many have not, although their deadline is over.</param>
/// <param name="LateUnits">Which they are.</param>
internal sealed record BlocReport(
    string Bloc, string BlocName, string Period, string Stage, int Members, int Submitted, int Late, IReadOnlyList<LateUnit> LateUnits);

/// <param name="Unit">A unit that is late.</param>
/// <param name="Name">What people call it.</param>
internal sealed record LateUnit(string Unit, string Name);

/// <param name="Waiting">Mails that are not over.</param>
/// <param name="Retried">How many of the first 1,000 of them have failed at least once.</param>
/// <param name="OldestMinutes">For how long the oldest of them has waited.</param>
/// <param name="Dead">Mails that were given up and not revived.</param>
/// <param name="HeldBack">Why no mail leaves; null when mail leaves.</param>
/// <param name="HeldBackUntil">When it is tried again.</param>
internal sealed record MailReport(int Waiting, int Retried, long OldestMinutes, int Dead, string? HeldBack, DateTimeOffset? HeldBackUntil);

/// <param name="Name">The timer.</param>
/// <param name="Schedule">Six fields in UTC.</param>
/// <param name="LastSucceeded">When a run last succeeded; null when none ever did.</param>
/// <param name="LastFailed">When a run last failed.</param>
/// <param name="Failure">The kind of that failure, or which parts failed, while no run has succeeded since.</param>
/// <param name="Overdue">Whether a run that should be done by now is not.</param>
/// <param name="Next">When it is due next.</param>
internal sealed record TimerReport(
    string Name, string Schedule, DateTimeOffset? LastSucceeded, DateTimeOffset? LastFailed, string? Failure, bool Overdue, DateTimeOffset Next);

/// <param name="LastDay">The last day (UTC) that is done; null when none is.</param>
/// <param name="DaysBehind">How many days are over and not done.</param>
internal sealed record DaysReport(DateOnly? LastDay, int DaysBehind);

/// <param name="LastDay">The last day (UTC) that is done; null when none is.</param>
/// <param name="DaysBehind">How many days are over and not done.</param>
/// <param name="Missing">How many partitions could not be read on the last day.</param>
internal sealed record BackupReport(DateOnly? LastDay, int DaysBehind, int Missing);

/// <param name="Kind">What kind of work.</param>
/// <param name="Count">How much of it.</param>
/// <param name="OldestMinutes">How long ago the oldest was begun.</param>
internal sealed record UnfinishedReport(string Kind, int Count, long OldestMinutes);
