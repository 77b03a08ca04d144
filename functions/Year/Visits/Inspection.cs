using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
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
    public const int MostGrounds = 20;
    public const int MostPeople = 50;
    public const int LongestPlan = 2000;
    public const int LongestPurpose = 2000;
    public const int LongestPlace = 200;

    /// <summary>What it is for; null where nobody said.</summary>
    public string? Purpose { get; init; }

    /// <summary>What it rests on, in the order of citation.</summary>
    public IReadOnlyList<VisitGround> Grounds { get; init; } = [];

    /// <summary>The hour at which it begins (24 hours, such as 08:00); null where it is not known.</summary>
    public string? From { get; init; }

    /// <summary>The hour at which it ends.</summary>
    public string? To { get; init; }

    /// <summary>Where it is held; null where nobody said.</summary>
    public string? Place { get; init; }

    /// <summary>Who takes part for the team and for the unit, as far as it was put down.</summary>
    public IReadOnlyList<VisitPerson> People { get; init; } = [];

    public bool Concerns(IEnumerable<string> units) => units.Any(unit => unit == Unit || Team.Contains(unit));

    /// <summary>Whether it says the same, whichever version it is.</summary>
    public bool Says(Inspection other) => RowText.Of(this with { Version = 0 }) == RowText.Of(other with { Version = 0 });

    /// <summary>Whether it is planned alike: who visits whom, when, where and for what.</summary>
    public bool SaysPlanOf(Inspection other) =>
        (Unit, PlannedOn, Plan, From, To, Place) == (other.Unit, other.PlannedOn, other.Plan, other.From, other.To, other.Place) && Team.SequenceEqual(other.Team);

    /// <summary>What standings may rest on: who found what at whom. What was mended and what papers say beside it still changes once they are settled.</summary>
    public Inspection Settled() => this with
    {
        Purpose = null,
        Grounds = [],
        From = null,
        To = null,
        Place = null,
        People = [],
        Findings = [.. Findings.Select(finding => finding with { Mended = null })],
    };

    /// <summary>Who holds that office in it; null where nobody was put down.</summary>
    public NamedPerson? PersonAs(VisitOffice office) => People.FirstOrDefault(one => one.As == office)?.Person;
}

/// <summary>What a cross-check rests on: a paper, or words where there is none to cite.</summary>
/// <param name="Text">The words, such as "kế hoạch hoạt động năm 2026 của khối".</param>
/// <param name="Paper">The paper.</param>
internal sealed record VisitGround([property: StringLength(VisitGround.LongestText, MinimumLength = 1)] string? Text = null, PaperReference? Paper = null)
{
    public const int LongestText = 500;

    /// <summary>As papers cite it, without "căn cứ" before it.</summary>
    public string Cited() => Paper?.Cited() ?? Text ?? "";
}

/// <summary>Somebody who takes part in a cross-check. The name is data of it alone.</summary>
/// <param name="Unit">For which unit: one of the team, or the one that is visited.</param>
/// <param name="As">In which office; null where in none.</param>
/// <param name="Person">Who.</param>
internal sealed record VisitPerson(string Unit, VisitOffice? As, NamedPerson Person);

/// <summary>In which office somebody takes part in a cross-check; each is held by one person at most, who signs its minutes.</summary>
[JsonConverter(typeof(CamelCaseEnum<VisitOffice>))]
internal enum VisitOffice
{
    /// <summary>Leads the team (trưởng đoàn).</summary>
    Leader,

    /// <summary>Writes for the team (thư ký).</summary>
    Secretary,

    /// <summary>Stands for the unit that is visited.</summary>
    Representative,
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
