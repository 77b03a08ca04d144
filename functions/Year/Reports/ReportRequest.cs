using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>A report of a bloc's year (báo cáo sơ kết, tổng kết): what is asked of the units, by when.</summary>
/// <param name="Id">Its id within the bloc's year.</param>
/// <param name="Kind">What kind of report it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day that it covers.</param>
/// <param name="Until">The last day that it covers.</param>
/// <param name="Due">The last day for the units' parts. A part that comes later is taken, and is late.</param>
/// <param name="Units">Who is asked; null: whoever belongs to the bloc on the last day that it covers, or on the day it is due where that is before.</param>
/// <param name="Sections">The headings under which results are asked for, in their order.</param>
/// <param name="Questions">What is asked of every unit.</param>
/// <param name="Note">What else the units are told; may be null.</param>
/// <param name="IsClosed">Whether no part is taken any more.</param>
/// <param name="Adopted">When it was adopted; null until then. From then on nothing of it changes.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record ReportRequest(
    string Id,
    ReportKind Kind,
    string Title,
    DateOnly From,
    DateOnly Until,
    DateOnly Due,
    IReadOnlyList<string>? Units,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportQuestion> Questions,
    string? Note,
    bool IsClosed,
    ReportAdoption? Adopted = null,
    long Version = 0)
{
    /// <summary>In one bloc and year.</summary>
    public const int Most = 50;

    public const int LongestTitle = 300;
    public const int LongestNote = 2000;
    public const int MostSections = 30;
    public const int MostQuestions = 60;
    public const int MostUnits = 200;

    /// <summary>Of an adopted report: what it came to then; null of one that earlier builds adopted.</summary>
    public ReportRoll? Roll { get; init; }

    public ReportState State => Adopted is not null ? ReportState.Adopted : IsClosed ? ReportState.Closed : ReportState.Open;

    /// <summary>Who has to send a part, by unit id: once it is adopted, whoever had to then.</summary>
    public IReadOnlyList<string> AskedOf(YearTerms terms) => Roll?.Asked ?? Units ?? terms.MembersOn(Due < Until ? Due : Until);

    /// <summary>Whether it says the same, whichever version it is.</summary>
    public bool Says(ReportRequest other) =>
        this with { Units = null, Sections = [], Questions = [], Roll = null, Version = 0 } == other with { Units = null, Sections = [], Questions = [], Roll = null, Version = 0 }
        && (Units is null ? other.Units is null : other.Units is not null && Units.SequenceEqual(other.Units))
        && Sections.SequenceEqual(other.Sections)
        && Questions.SequenceEqual(other.Questions);
}

/// <param name="Code">By which results refer to it.</param>
/// <param name="Title">The heading, such as "Cải cách hành chính".</param>
internal sealed record ReportSection(
    [property: Slug] string Code, [property: StringLength(ReportRequest.LongestTitle, MinimumLength = 1)] string Title);

/// <param name="Code">By which answers refer to it.</param>
/// <param name="Title">What is asked, such as "Thủ tục hành chính đã giải quyết".</param>
/// <param name="Measure">The unit of measure of a number, such as "hồ sơ"; null where a text is asked for.</param>
/// <param name="IsSummed">Whether the units' numbers are added up. Shares and averages are not.</param>
/// <param name="Share">Of which other numbers it is the share, where nobody gives it; null where it is asked for as it is.</param>
internal sealed record ReportQuestion(
    [property: Slug] string Code,
    [property: StringLength(ReportRequest.LongestTitle, MinimumLength = 1)] string Title,
    [property: StringLength(ReportQuestion.LongestMeasure, MinimumLength = 1)] string? Measure = null,
    bool IsSummed = true,
    ReportShare? Share = null)
{
    public const int LongestMeasure = 50;
}

/// <summary>A percentage that is reckoned from two other numbers, such as what was done in time of all that was done, or (the rest) all but what was overdue.</summary>
/// <param name="Part">The question whose number is the part.</param>
/// <param name="Whole">The question whose number is the whole.</param>
/// <param name="IsRest">Whether the share of the rest is meant: the whole without the part.</param>
internal sealed record ReportShare([property: Slug] string Part, [property: Slug] string Whole, bool IsRest = false)
{
    /// <summary>In percent with two decimals; null where one of the numbers is not known, or they do not make a share.</summary>
    /// <param name="number">The number given to a question.</param>
    public decimal? Of(Func<string, decimal?> number) =>
        number(Part) is { } part && number(Whole) is > 0 and var whole && part >= 0 && part <= whole
            ? Math.Round(100 * (IsRest ? whole - part : part) / whole, 2, MidpointRounding.AwayFromZero)
            : null;
}

/// <summary>What a report that is adopted came to: the roster and the regulation may change, it does not.</summary>
/// <param name="Asked">Who had to send a part, by unit id.</param>
/// <param name="On">The day on which that was put down.</param>
/// <param name="NeedsApproval">Whether a unit's leader had to approve its part.</param>
internal sealed record ReportRoll(IReadOnlyList<string> Asked, DateOnly On, bool NeedsApproval);

/// <summary>When a report was adopted, as far as anybody put it down.</summary>
/// <param name="Day">The day; null where only words are known.</param>
/// <param name="Said">The day as it was said, such as "vừa qua"; null where the day itself is known.</param>
/// <param name="Meeting">The id of the meeting that adopted it; null where that was not put down.</param>
/// <param name="MeetingYear">The year among whose meetings that one is, where it is not this year: a year is often reported on in the next.</param>
/// <param name="Number">Number and symbol of the paper; null where it has none yet.</param>
internal sealed record ReportAdoption(
    DateOnly? Day = null,
    [property: StringLength(ReportAdoption.LongestSaid, MinimumLength = 1)] string? Said = null,
    [property: Slug] string? Meeting = null,
    int? MeetingYear = null,
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? Number = null)
{
    public const int LongestSaid = 200;
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ReportKind>))]
internal enum ReportKind
{
    Quarterly,
    HalfYear,
    YearEnd,
}

[JsonConverter(typeof(CamelCaseEnum<ReportState>))]
internal enum ReportState
{
    /// <summary>Parts are taken.</summary>
    Open,

    /// <summary>No part is taken any more.</summary>
    Closed,

    /// <summary>Nothing changes any more.</summary>
    Adopted,
}
