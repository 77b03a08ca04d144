using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Reports;

/// <summary>The body of <c>RequestReports</c>: the whole request.</summary>
/// <param name="Kind">What kind of report it is.</param>
/// <param name="Title">What it is called, such as "Báo cáo sơ kết 6 tháng đầu năm 2018".</param>
/// <param name="From">The first day that it covers; in the year.</param>
/// <param name="Until">The last day that it covers; in the year.</param>
/// <param name="Due">The last day for the units' parts; until 30 June of the year after.</param>
/// <param name="Units">Who is asked; left out: whoever belongs to the bloc on the day it is due.</param>
/// <param name="Note">What else the units are told; it stands in their mail.</param>
/// <param name="IsClosed">Whether no part is taken any more.</param>
internal sealed record ReportRequestBody(
    ReportKind Kind,
    [property: StringLength(ReportRequest.LongestTitle, MinimumLength = 1)] string Title,
    DateOnly From,
    DateOnly Until,
    DateOnly Due,
    [property: Items(1, ReportRequest.MostUnits), Slug] IReadOnlyList<string>? Units = null,
    [property: StringLength(ReportRequest.LongestNote)] string? Note = null,
    bool IsClosed = false)
{
    /// <summary>The headings under which results are asked for.</summary>
    [Items(0, ReportRequest.MostSections)]
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>What is asked of every unit: numbers with a unit of measure, and texts without one.</summary>
    [Items(0, ReportRequest.MostQuestions)]
    public IReadOnlyList<ReportQuestion> Questions { get; init; } = [];

    /// <summary>Without outer blanks, and the units by id.</summary>
    public ReportRequest ToRequest(string id) => new(
        id,
        Kind,
        Title.Trim(),
        From,
        Until,
        Due,
        Units is null ? null : [.. Units.Order(StringComparer.Ordinal)],
        [.. Sections.Select(section => section with { Title = section.Title.Trim() })],
        [.. Questions.Select(question => question with { Title = question.Title.Trim(), Measure = question.Measure?.Trim() })],
        Note?.Trim() is { Length: > 0 } note ? note : null,
        IsClosed);
}

/// <summary>The body of <c>PutReport</c>: the whole text. An item that is left out is dropped.</summary>
/// <param name="PresentedBy">The unit that drafts and presents it.</param>
/// <param name="IsShared">Whether the bloc's units see it before it is adopted.</param>
internal sealed record ReportBody([property: Slug] string? PresentedBy = null, bool IsShared = false)
{
    /// <summary>What it says, a paragraph each, in their order within each chapter.</summary>
    [Items(0, Report.MostItems)]
    public IReadOnlyList<ReportItemBody> Items { get; init; } = [];

    /// <summary>Numbers that the report gives otherwise than the units' parts come to; the others are as they come.</summary>
    [Items(0, ReportRequest.MostQuestions)]
    public IReadOnlyList<ReportStatisticBody> Statistics { get; init; } = [];
}

/// <param name="Chapter">Which part of the skeleton it stands in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Number">The item's number where it is there already; none for a new one.</param>
/// <param name="Section">A section of the request, or a question that asks for a text; only among results.</param>
internal sealed record ReportItemBody(
    ReportChapter Chapter, [property: StringLength(ReportItem.LongestText, MinimumLength = 1)] string Text, int? Number = null, [property: Slug] string? Section = null)
{
    /// <summary>Of a shortcoming.</summary>
    [Items(0, ReportItem.MostCauses), StringLength(ReportItem.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Without outer blanks; a new one has no number yet.</summary>
    public ReportItem ToItem(ItemSource? source) => new(Number ?? 0, Chapter, Section, Text.Trim(), [.. Causes.Select(cause => cause.Trim())], source);
}

/// <param name="Question">The question's code.</param>
/// <param name="Number">The number that the report gives.</param>
/// <param name="Said">As the report says it, such as "gần 8.400".</param>
internal sealed record ReportStatisticBody([property: Slug] string Question, decimal? Number, [property: StringLength(PartAnswer.LongestSaid, MinimumLength = 1)] string? Said = null);

/// <summary>The body of <c>ReturnReportPart</c>.</summary>
/// <param name="Reason">Why; it is mailed to the unit.</param>
internal sealed record ReturnPartBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);
