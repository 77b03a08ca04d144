using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Visits;

/// <summary>A cross-check (kiểm tra chéo): units of a bloc visit another one and put down what they found.</summary>
/// <param name="Id">Its id within the bloc and period.</param>
/// <param name="Unit">The unit that is visited.</param>
/// <param name="PlannedOn">The day that was planned.</param>
/// <param name="Team">The units that visit, in the order given.</param>
/// <param name="Plan">What is to be looked at; may be null.</param>
/// <param name="VisitedOn">The day of the visit; null until it has been.</param>
/// <param name="Findings">What was found, by number.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Inspection(
    string Id, string Unit, DateOnly PlannedOn, IReadOnlyList<string> Team, string? Plan, DateOnly? VisitedOn, IReadOnlyList<Finding> Findings, long Version)
{
    public const int MostTeam = 10;
    public const int MostFindings = 99;
    public const int LongestPlan = 2000;

    public bool Concerns(IEnumerable<string> units) => units.Any(unit => unit == Unit || Team.Contains(unit));

    /// <summary>Whether it says the same, whichever version it is.</summary>
    public bool Says(Inspection other) =>
        this with { Team = [], Findings = [], Version = 0 } == other with { Team = [], Findings = [], Version = 0 }
        && Team.SequenceEqual(other.Team)
        && Findings.SequenceEqual(other.Findings);

    /// <summary>Whether it is planned alike: who visits whom, when and for what.</summary>
    public bool SaysPlanOf(Inspection other) =>
        (Unit, PlannedOn, Plan) == (other.Unit, other.PlannedOn, other.Plan) && Team.SequenceEqual(other.Team);

    /// <summary>The same without what was mended: that alone may change once the standings are settled.</summary>
    public Inspection BeforeMending() => this with { Findings = [.. Findings.Select(finding => finding with { Mended = null })] };
}

/// <summary>One thing that a visit found.</summary>
/// <param name="Number">Its number within the visit, by which an appraisal refers to it (<c>{inspection}/{number}</c>).</param>
/// <param name="Text">What was found.</param>
/// <param name="Criterion">The criterion it belongs to, if any.</param>
/// <param name="MendBy">The day by which it is to be mended; null where there is nothing to mend.</param>
/// <param name="Mended">How it was mended; null until it is.</param>
internal sealed record Finding(
    [property: Range(1, Inspection.MostFindings)] int Number,
    [property: StringLength(Finding.LongestText, MinimumLength = 1)] string Text,
    [property: StringLength(Finding.LongestCriterion, MinimumLength = 1)] string? Criterion = null,
    DateOnly? MendBy = null,
    Mended? Mended = null)
{
    public const int LongestText = 2000;
    public const int LongestCriterion = SchemeRules.LongestCode;

    [JsonIgnore]
    public bool IsOpen => MendBy is not null && Mended is null;

    public bool IsOverdue(DateOnly today) => IsOpen && MendBy < today;
}

/// <param name="On">The day on which it was mended.</param>
/// <param name="Note">How.</param>
internal sealed record Mended(DateOnly On, [property: StringLength(Mended.LongestNote, MinimumLength = 1)] string Note)
{
    public const int LongestNote = 1000;
}
