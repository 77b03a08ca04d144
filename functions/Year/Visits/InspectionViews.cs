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
/// <param name="Purpose">What it is for.</param>
/// <param name="From">The hour at which it begins (24 hours, such as 08:00).</param>
/// <param name="To">The hour at which it ends.</param>
/// <param name="Place">Where it is held.</param>
internal sealed record InspectionBody(
    [property: Slug] string Unit,
    DateOnly PlannedOn,
    [property: Items(1, Inspection.MostTeam), Slug] IReadOnlyList<string> Team,
    [property: StringLength(Inspection.LongestPlan)] string? Plan = null,
    DateOnly? VisitedOn = null,
    [property: StringLength(Inspection.LongestPurpose)] string? Purpose = null,
    [property: RegularExpression(HourText.Pattern)] string? From = null,
    [property: RegularExpression(HourText.Pattern)] string? To = null,
    [property: StringLength(Inspection.LongestPlace)] string? Place = null)
{
    /// <summary>What was found; none before the visit.</summary>
    [Items(0, Inspection.MostFindings)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What it rests on, in the order of citation.</summary>
    [Items(0, Inspection.MostGrounds)]
    public IReadOnlyList<VisitGround> Grounds { get; init; } = [];

    /// <summary>Who takes part, for the units of the team and for the one that is visited; names are data of this visit alone.</summary>
    [Items(0, Inspection.MostPeople)]
    public IReadOnlyList<VisitPersonBody> People { get; init; } = [];

    /// <summary>Without outer blanks, and the findings in the order of their numbers.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="before">What it was: who is named as before keeps the salt of then.</param>
    public Inspection ToInspection(string id, Inspection? before) => new(
        id,
        Unit,
        PlannedOn,
        Team,
        NamedPerson.Clean(Plan),
        VisitedOn,
        [.. Findings
            .Select(finding => finding with
            {
                Text = finding.Text.Trim(),
                Mended = finding.Mended is { } mended ? mended with { Note = mended.Note.Trim() } : null,
            })
            .OrderBy(finding => finding.Number)],
        Version: 0)
    {
        Purpose = NamedPerson.Clean(Purpose),
        From = From,
        To = To,
        Place = NamedPerson.Clean(Place),
        Grounds = [.. Grounds.Select(ground => new VisitGround(NamedPerson.Clean(ground.Text), ground.Paper?.Trimmed()))],
        People = [.. People.Select(one => (Body: one, Person: one.ToPerson(before))).Where(one => one.Person is not null).Select(one => new VisitPerson(one.Body.Unit, one.Body.As, one.Person!))],
    };
}

/// <param name="Unit">For which unit: one of the team, or the one that is visited.</param>
/// <param name="As">In which office; one leader and one secretary of the team, one representative of the unit.</param>
/// <param name="Name">Who.</param>
/// <param name="Post">By which post, such as "Chánh Văn phòng".</param>
internal sealed record VisitPersonBody(
    [property: Slug] string Unit,
    VisitOffice? As = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null)
{
    /// <summary>Null where it says nobody.</summary>
    public NamedPerson? ToPerson(Inspection? before) =>
        NamedPerson.Said(Name, Post, before?.People
            .Where(one => one.Unit == Unit && one.As == As && one.Person.Name == NamedPerson.Clean(Name) && one.Person.Post == NamedPerson.Clean(Post))
            .Select(one => one.Person)
            .FirstOrDefault());
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
/// <param name="Purpose">What it is for.</param>
/// <param name="Grounds">What it rests on.</param>
/// <param name="From">The hour at which it begins.</param>
/// <param name="To">The hour at which it ends.</param>
/// <param name="Place">Where it is held.</param>
/// <param name="People">Who takes part, as far as it was put down.</param>
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
    int Overdue,
    string? Purpose,
    IReadOnlyList<VisitGround> Grounds,
    string? From,
    string? To,
    string? Place,
    IReadOnlyList<VisitPersonView> People)
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
        one.Findings.Count(finding => finding.IsOverdue(today)),
        one.Purpose,
        one.Grounds,
        one.From,
        one.To,
        one.Place,
        [.. one.People.Select(person => new VisitPersonView(person.Unit, names[person.Unit], person.As, person.Person.Name, person.Person.Post))]);
}

/// <param name="Unit">For which unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="As">In which office; null where in none.</param>
/// <param name="Name">Who; null where it was not put down, or was erased.</param>
/// <param name="Post">By which post.</param>
internal sealed record VisitPersonView(string Unit, string UnitName, VisitOffice? As, string? Name, string? Post);

/// <param name="Inspections">A page of visits, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record InspectionPage(IReadOnlyList<InspectionView> Inspections, string? Continuation);
