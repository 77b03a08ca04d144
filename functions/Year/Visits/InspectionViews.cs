using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Visits;

/// <summary>The body of <c>PutInspection</c>: the whole visit.</summary>
/// <param name="Unit">The member of the bloc that is visited.</param>
/// <param name="PlannedOn">The day that is planned; in the year, or in January after it.</param>
/// <param name="Team">The members that visit; not the one that is visited.</param>
/// <param name="Plan">What is to be looked at.</param>
/// <param name="VisitedOn">The day of the visit, once it has been.</param>
internal sealed record InspectionBody(
    [property: Slug] string Unit,
    DateOnly PlannedOn,
    [property: Items(1, Inspection.MostTeam), Slug] IReadOnlyList<string> Team,
    [property: StringLength(Inspection.LongestPlan)] string? Plan = null,
    DateOnly? VisitedOn = null)
{
    /// <summary>What was found; none before the visit.</summary>
    [Items(0, Inspection.MostFindings)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Without outer blanks, and the findings in the order of their numbers.</summary>
    public Inspection ToInspection(string id) => new(
        id,
        Unit,
        PlannedOn,
        Team,
        Plan?.Trim() is { Length: > 0 } plan ? plan : null,
        VisitedOn,
        [.. Findings
            .Select(finding => finding with
            {
                Text = finding.Text.Trim(),
                Mended = finding.Mended is { } mended ? mended with { Note = mended.Note.Trim() } : null,
            })
            .OrderBy(finding => finding.Number)],
        Version: 0);
}

/// <summary>One thing that a visit found.</summary>
/// <param name="Number">Its number within the visit, by which an appraisal refers to it (<c>{inspection}/{number}</c>).</param>
/// <param name="Text">What was found.</param>
/// <param name="Criterion">The criterion it belongs to, if any.</param>
/// <param name="MendBy">The day by which it is to be mended; null where there is nothing to mend.</param>
/// <param name="Mended">How it was mended; null until it is.</param>
/// <param name="IsOverdue">Whether that day has passed and it is not mended.</param>
internal sealed record FindingView(int Number, string Text, string? Criterion, DateOnly? MendBy, Mended? Mended, bool IsOverdue);

/// <param name="Inspection">Its id.</param>
/// <param name="Unit">The unit that is visited.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="PlannedOn">The day that was planned.</param>
/// <param name="Team">The units that visit.</param>
/// <param name="TeamNames">What people call them, in the same order.</param>
/// <param name="Plan">What is to be looked at.</param>
/// <param name="VisitedOn">The day of the visit; null until it has been.</param>
/// <param name="Findings">What was found, by number.</param>
/// <param name="Open">How many findings are still to be mended.</param>
/// <param name="Overdue">How many of them are overdue today.</param>
internal sealed record InspectionView(
    string Inspection,
    string Unit,
    string UnitName,
    DateOnly PlannedOn,
    IReadOnlyList<string> Team,
    IReadOnlyList<string> TeamNames,
    string? Plan,
    DateOnly? VisitedOn,
    IReadOnlyList<FindingView> Findings,
    int Open,
    int Overdue)
{
    public static InspectionView Of(Inspection one, DateOnly today, UnitNames names) => new(
        one.Id,
        one.Unit,
        names[one.Unit],
        one.PlannedOn,
        one.Team,
        [.. one.Team.Select(unit => names[unit])],
        one.Plan,
        one.VisitedOn,
        [.. one.Findings.Select(finding => new FindingView(
            finding.Number, finding.Text, finding.Criterion, finding.MendBy, finding.Mended, finding.IsOverdue(today)))],
        one.Findings.Count(finding => finding.IsOpen),
        one.Findings.Count(finding => finding.IsOverdue(today)));
}

/// <param name="Inspections">A page of visits, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record InspectionPage(IReadOnlyList<InspectionView> Inspections, string? Continuation);
