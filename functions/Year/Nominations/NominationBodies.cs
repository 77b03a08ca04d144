using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Nominations;

/// <summary>The body of <c>NominateUnit</c>: the whole nomination.</summary>
/// <param name="Figures">What was counted in the unit; conditions that look at figures are not known without them.</param>
internal sealed record NominationBody(NominationFigures? Figures = null)
{
    /// <summary>What is said of conditions that no figure shows.</summary>
    [Items(0, Award.MostConditions)]
    public IReadOnlyList<ConditionStatement> Statements { get; init; } = [];

    public Nomination ToNomination(string award, string unit, string rules, DateOnly openedOn) => new(
        award,
        unit,
        rules,
        openedOn,
        Figures is null ? null : Figures with { Source = Figures.Source.Trim() },
        [.. Statements.Select(one => one with { Source = one.Source.Trim() }).OrderBy(one => one.Condition, StringComparer.Ordinal)]);
}

/// <summary>The body of <c>WithdrawNomination</c>.</summary>
/// <param name="Reason">Why.</param>
internal sealed record NominationWithdrawalBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>The body of <c>SuspendNomination</c>.</summary>
/// <param name="Cause">What is under way.</param>
/// <param name="Since">From which day.</param>
/// <param name="Reason">What it is about; the unit and those who oversee see it, and nobody else.</param>
/// <param name="Source">The paper that says so.</param>
internal sealed record SuspensionBody(
    SuspensionCause Cause,
    DateOnly Since,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    [property: StringLength(Suspension.LongestSource, MinimumLength = 1)] string? Source = null)
{
    public Suspension ToSuspension(string unit) => new(unit, 0, Cause, Since, Reason.Trim(), Source?.Trim());
}

/// <summary>The body of <c>LiftSuspension</c>.</summary>
/// <param name="Day">The day on which it ended.</param>
/// <param name="Reason">Why.</param>
/// <param name="PenaltyEnds">The last day of the penalty in which it ended; none where the unit was cleared.</param>
internal sealed record SuspensionLiftingBody(
    DateOnly Day, [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason, DateOnly? PenaltyEnds = null)
{
    public Lifting ToLifting() => new(Day, Reason.Trim(), PenaltyEnds);
}

/// <summary>The body of <c>PutOutsideList</c>: the whole list, expected or received.</summary>
/// <param name="Body">Which body sends it.</param>
/// <param name="About">What it is about.</param>
/// <param name="Due">By which day it is to come.</param>
/// <param name="Received">The day on which it came; none while it is only expected.</param>
/// <param name="Paper">The paper it came with.</param>
internal sealed record OutsideListBody(
    [property: StringLength(OutsideList.LongestName, MinimumLength = 1)] string Body,
    [property: StringLength(OutsideList.LongestName, MinimumLength = 1)] string About,
    DateOnly? Due = null,
    DateOnly? Received = null,
    PaperReference? Paper = null)
{
    /// <summary>The units that it names; none where it names nobody.</summary>
    [Items(0, OutsideList.MostEntries)]
    public IReadOnlyList<ListedUnit> Entries { get; init; } = [];

    public OutsideList ToList(string id) => new(
        id, Body.Trim(), About.Trim(), Due, Received, Paper?.Trimmed(), [.. Entries.Select(one => one with { Finding = one.Finding.Trim() }).OrderBy(one => one.Unit, StringComparer.Ordinal)]);
}
