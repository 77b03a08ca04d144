using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reports;

/// <summary>A report: what is asked, who has sent it, and its text.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Kind">What kind of report it is.</param>
/// <param name="State">Open, closed or adopted.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day that it covers.</param>
/// <param name="Until">The last day that it covers.</param>
/// <param name="Due">The last day for the units' parts.</param>
/// <param name="DaysLeft">Calendar days until then: 0 is today, less is past.</param>
/// <param name="AsksAll">Whether whoever belongs to the bloc on the day it is due is asked.</param>
/// <param name="Sections">The headings under which results are asked for.</param>
/// <param name="Questions">What is asked of every unit.</param>
/// <param name="Note">What else the units are told.</param>
/// <param name="NeedsApproval">Whether, by the bloc's regulation, a unit's leader approves its part.</param>
/// <param name="Asked">How many units are asked.</param>
/// <param name="Sent">How many of them have sent their part.</param>
/// <param name="Late">How many are late, or were.</param>
/// <param name="Parts">The units, by name in the order of the Vietnamese alphabet; a unit sees only itself.</param>
/// <param name="Draft">The text; null where there is none, or the caller does not see it yet.</param>
/// <param name="Adopted">When it was adopted; null until then.</param>
internal sealed record ReportView(
    string Report,
    ReportKind Kind,
    ReportState State,
    string Title,
    DateOnly From,
    DateOnly Until,
    DateOnly Due,
    int DaysLeft,
    bool AsksAll,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportQuestion> Questions,
    string? Note,
    bool NeedsApproval,
    int Asked,
    int Sent,
    int Late,
    IReadOnlyList<PartStatusView> Parts,
    DraftView? Draft,
    ReportAdoption? Adopted)
{
    /// <param name="sight">What the caller sees.</param>
    /// <param name="report">The report.</param>
    /// <param name="answers">What units answered, where the caller sees it.</param>
    public static ReportView Of(ReportSight sight, StoredReport report, IReadOnlyList<(string Unit, PartContent Content)> answers)
    {
        var (request, names) = (report.Request, sight.Terms.Names);
        var begun = report.Parts.ToDictionary(part => part.Unit, StringComparer.Ordinal);
        var parts = report.Counted(sight.Terms)
            .OrderBy(unit => names[unit], VietnameseNames.Order)
            .Select(unit => PartStatusView.Of(sight, request, begun.GetValueOrDefault(unit) ?? new(unit, PartState.Missing)))
            .ToList();
        return new(
            request.Id,
            request.Kind,
            request.State,
            request.Title,
            request.From,
            request.Until,
            request.Due,
            request.Due.DayNumber - sight.Today.DayNumber,
            request.Units is null,
            request.Sections,
            request.Questions,
            request.Note,
            sight.NeedsApprovalOf(request),
            parts.Count,
            parts.Count(part => part.State == PartState.Sent),
            parts.Count(part => part.DaysLate > 0),
            [.. parts.Where(part => sight.Sees(part.Unit))],
            report.Draft is { } draft && report.ShowsDraftTo(sight) ? DraftView.Of(sight, request, draft, answers) : null,
            request.Adopted);
    }
}

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">How far its part is.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="IsApproved">Whether the unit's leader approved it.</param>
/// <param name="DaysLate">Calendar days after the day it was due, when it was sent or until today; 0 where it is not late.</param>
/// <param name="ReturnReason">Why it was returned.</param>
internal sealed record PartStatusView(string Unit, string UnitName, PartState State, DateTimeOffset? SentAt, bool IsApproved, int DaysLate, string? ReturnReason)
{
    public static PartStatusView Of(ReportSight sight, ReportRequest request, PartStatus part) => new(
        part.Unit,
        sight.Terms.Names[part.Unit],
        part.State,
        part.SentAt,
        part.IsApproved,
        Math.Max(0, (part.SentAt is { } sent ? sight.DayOf(sent) : sight.LateUntil(request)).DayNumber - request.Due.DayNumber),
        part.ReturnReason);
}

/// <param name="PresentedBy">The unit that drafts and presents it.</param>
/// <param name="PresentedByName">What people call it.</param>
/// <param name="IsShared">Whether the bloc's units see it before it is adopted.</param>
/// <param name="Chapters">Its text, in the skeleton of every such report.</param>
/// <param name="Statistics">Numbers of the bloc.</param>
internal sealed record DraftView(
    string? PresentedBy, string? PresentedByName, bool IsShared, IReadOnlyList<ChapterView> Chapters, IReadOnlyList<StatisticView> Statistics)
{
    public static DraftView Of(ReportSight sight, ReportRequest request, Report draft, IReadOnlyList<(string Unit, PartContent Content)> answers) => new(
        draft.PresentedBy,
        draft.PresentedBy is { } unit ? sight.Terms.Names[unit] : null,
        draft.IsShared,
        [.. Enum.GetValues<ReportChapter>().Select(chapter => new ChapterView(
            chapter, chapter.Title(), [.. draft.Items.Where(item => item.Chapter == chapter && !item.IsDropped).Select(item => ItemView.Of(sight, item))]))],
        [..
            // A question that nobody answered may have been taken out, or made one for a text, since the numbers were put down.
            from one in draft.Statistics
            let question = request.Questions.FirstOrDefault(question => question.Code == one.Question && question.Measure is not null)
            where question is not null
            select StatisticView.Of(sight, draft, question, one, answers)]);
}

/// <param name="Chapter">Which.</param>
/// <param name="Title">Its heading in the paper.</param>
/// <param name="Items">What it says.</param>
internal sealed record ChapterView(ReportChapter Chapter, string Title, IReadOnlyList<ItemView> Items);

/// <param name="Number">By which an editor refers to it.</param>
/// <param name="Section">The section, or the question it answers, by code.</param>
/// <param name="Text">What it says.</param>
/// <param name="Causes">Of a shortcoming.</param>
/// <param name="Unit">The unit it was merged from; null where the editor wrote it.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="IsEdited">Whether an editor made something else of what the unit said.</param>
/// <param name="IsToLookAt">Whether the unit says something else since then: both texts are there.</param>
internal sealed record ItemView(int Number, string? Section, string Text, IReadOnlyList<string> Causes, string? Unit, string? UnitName, bool IsEdited, bool IsToLookAt)
{
    public static ItemView Of(ReportSight sight, ReportItem item) => new(
        item.Number,
        item.Section,
        item.Text!,
        item.Causes,
        item.Source?.Unit,
        item.Source?.Unit is { } unit ? sight.Terms.Names[unit] : null,
        item.IsEdited,
        item.Source?.IsGone is true);
}

/// <param name="Question">The question's code.</param>
/// <param name="Title">What was asked.</param>
/// <param name="Measure">The unit of measure.</param>
/// <param name="Number">The number that the report gives; null where there is none.</param>
/// <param name="Said">As the report says it, such as "gần 8.400"; null where it is said as it is.</param>
/// <param name="Sum">What the parts came to when they were merged; null where nothing is added up.</param>
/// <param name="IsApproximate">Whether a unit said that its number is not exact.</param>
/// <param name="Given">How many units had answered then.</param>
/// <param name="IsEdited">Whether an editor gave the number, or its words.</param>
/// <param name="HasMoved">Whether the sum is another one since then.</param>
/// <param name="Units">What each unit answered; only those whose parts the caller sees.</param>
internal sealed record StatisticView(
    string Question, string Title, string Measure, decimal? Number, string? Said, decimal? Sum, bool IsApproximate, int Given, bool IsEdited, bool HasMoved, IReadOnlyList<UnitAnswerView> Units)
{
    public static StatisticView Of(ReportSight sight, Report draft, ReportQuestion question, ReportStatistic one, IReadOnlyList<(string Unit, PartContent Content)> answers)
    {
        var given = answers
            .Select(part => (part.Unit, Answer: part.Content.Answers.FirstOrDefault(answer => answer.Question == one.Question)))
            .Where(part => part.Answer is not null)
            .ToList();
        return new(
            one.Question,
            question.Title,
            question.Measure!,
            draft.NumberOf(question),
            // What a single unit said stands for the bloc; of several nobody has said anything together.
            one.Said ?? (!one.IsEdited && given is [var single] && one.Given == 1 && single.Answer!.Number == one.Sum ? single.Answer.Said : null),
            one.Sum,
            one.IsApproximate,
            one.Given,
            one.IsEdited,
            one.HasMoved,
            [.. given.Where(part => sight.Sees(part.Unit))
                .OrderBy(part => sight.Terms.Names[part.Unit], VietnameseNames.Order)
                .Select(part => new UnitAnswerView(part.Unit, sight.Terms.Names[part.Unit], part.Answer!.Number, part.Answer.Said))]);
    }
}

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Number">What it answered.</param>
/// <param name="Said">As it said it.</param>
internal sealed record UnitAnswerView(string Unit, string UnitName, decimal? Number, string? Said);

/// <summary>What a merge has done, and what came of it.</summary>
/// <param name="Added">Numbers of the items that are new.</param>
/// <param name="Removed">How many items went, because their unit says something else now and nobody had worked on them.</param>
/// <param name="ToLookAt">Numbers of the items that an editor has worked on, and whose unit says something else now.</param>
/// <param name="NotMerged">The units that are asked and have not sent their part.</param>
/// <param name="Report">The report.</param>
internal sealed record MergeView(IReadOnlyList<int> Added, int Removed, IReadOnlyList<int> ToLookAt, IReadOnlyList<string> NotMerged, ReportView Report);

/// <summary>A report in a list.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Kind">What kind of report it is.</param>
/// <param name="State">Open, closed or adopted.</param>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day that it covers.</param>
/// <param name="Until">The last day that it covers.</param>
/// <param name="Due">The last day for the units' parts.</param>
/// <param name="DaysLeft">Calendar days until then: 0 is today, less is past.</param>
internal sealed record ReportSummary(string Report, ReportKind Kind, ReportState State, string Title, DateOnly From, DateOnly Until, DateOnly Due, int DaysLeft)
{
    public static ReportSummary Of(ReportRequest one, DateOnly today) =>
        new(one.Id, one.Kind, one.State, one.Title, one.From, one.Until, one.Due, one.Due.DayNumber - today.DayNumber);
}

/// <param name="Reports">A page of reports, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ReportPage(IReadOnlyList<ReportSummary> Reports, string? Continuation);

/// <summary>A unit's part.</summary>
/// <param name="Report">Of which report.</param>
/// <param name="Part">How far it is.</param>
/// <param name="Content">What it says; null where nothing is there, or it is not sent and the caller is not the unit.</param>
/// <param name="Missing">Questions that are not answered, by code.</param>
/// <param name="NeedsApproval">Whether, by the bloc's regulation, the unit's leader approves it.</param>
internal sealed record PartView(string Report, PartStatusView Part, PartContent? Content, IReadOnlyList<string> Missing, bool NeedsApproval)
{
    public static PartView Of(ReportSight sight, ReportRequest request, PartStatus status, PartContent? written)
    {
        var content = sight.SeesContent(status) ? written : null;
        return new(
            request.Id,
            PartStatusView.Of(sight, request, status),
            content,
            [.. request.Questions.Where(question => question.Share is null).Select(question => question.Code).Except((content?.Answers ?? []).Select(answer => answer.Question), StringComparer.Ordinal)],
            sight.NeedsApprovalOf(request));
    }
}

/// <param name="Parts">A page of parts, by unit id; those that are not sent without what they say.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record PartPage(IReadOnlyList<PartView> Parts, string? Continuation);
