using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What the papers of a report need to know of its bloc.</summary>
/// <param name="Name">What people call the bloc.</param>
/// <param name="Head">What people call the unit that leads it; null where nobody does.</param>
/// <param name="Asked">How many units were asked for a part.</param>
/// <param name="UnitName">What people call a unit.</param>
/// <param name="Kind">A cluster has another head than a bloc.</param>
internal sealed record ReportingBloc(string Name, string? Head, int Asked, Func<string, string> UnitName, BlocKind Kind = default);

/// <summary>The report of a bloc, a unit's part of it and the letter that sends it, as papers. Pure: what nobody put down is a gap.</summary>
internal static class ReportPaper
{
    private const string Kind = "Báo cáo";

    /// <summary>The half-year or year-end report; marked as a draft until it is adopted.</summary>
    public static Paper Of(ReportingBloc bloc, ReportRequest request, Report draft)
    {
        var items = draft.Items.Where(item => !item.IsDropped).ToList();
        return new(
            new(bloc.Name, Kind, Subject(request)) { BodyAbove = PaperHead.UnknownBody, Number = request.Adopted?.Number.OrGap("số, ký hiệu") ?? PaperText.Gap("số, ký hiệu") },
            [
                .. request.Adopted is null ? [new PaperParagraph("(Dự thảo)".Italic()) { Align = PaperAlign.Centre, IsIndented = false }] : Array.Empty<PaperBlock>(),
                Opening(bloc.Name, request),
                new PaperHeading(1, ReportChapter.Results.Title()),
                .. Results(request, [.. items.Where(item => item.Chapter == ReportChapter.Results).Select(item => (item.Section, Text(bloc, item)))], Table(bloc, request, draft)),
                new PaperHeading(1, ReportChapter.Shortcomings.Title()),
                .. Shortcomings([.. items.Where(item => item.Chapter == ReportChapter.Shortcomings).Select(item => (Text(bloc, item), item.Causes))]),
                .. Chapter(ReportChapter.Tasks, items.Where(item => item.Chapter == ReportChapter.Tasks).Select(item => Text(bloc, item)), "phương hướng, nhiệm vụ"),
                .. Chapter(ReportChapter.Proposals, items.Where(item => item.Chapter == ReportChapter.Proposals).Select(item => Text(bloc, item)), "đề xuất, kiến nghị"),
            ])
        {
            Signatures = [Signature(bloc)],
            Recipients = [$"Các đơn vị thành viên của {BlocWords.Short(bloc.Kind)}", "Lưu: VT"],
        };
    }

    /// <summary>A unit's part, as the unit signs it.</summary>
    public static Paper Of(ReportingBloc bloc, ReportRequest request, string unit, PartContent part) => new(
        new(bloc.UnitName(unit), Kind, Subject(request)) { BodyAbove = PaperHead.UnknownBody },
        [
            Opening(bloc.UnitName(unit), request),
            new PaperHeading(1, ReportChapter.Results.Title()),
            .. Results(
                request,
                [.. part.Results.Select(result => (result.Section, (PaperText)result.Text)), .. TextAnswers(request, part)],
                [.. request.Questions.Where(question => question.Measure is not null).Select((question, index) =>
                {
                    var answer = part.Answers.FirstOrDefault(one => one.Question == question.Code);
                    return Row(index, question, answer?.Number ?? question.Share?.Of(code => part.Answers.FirstOrDefault(one => one.Question == code)?.Number), answer?.Said, "");
                })]),
            new PaperHeading(1, ReportChapter.Shortcomings.Title()),
            .. Shortcomings([.. part.Shortcomings.Select(one => ((PaperText)one.Text, one.Causes))]),
            .. Chapter(ReportChapter.Tasks, part.Tasks.Select(task => (PaperText)task), "phương hướng, nhiệm vụ"),
            .. Chapter(ReportChapter.Proposals, part.Proposals.Select(proposal => (PaperText)proposal), "đề xuất, kiến nghị"),
        ])
    {
        Signatures = [new(PaperText.Gap("chức vụ người ký"), PaperText.Gap("họ tên người ký")) { IsIssuers = true }],
        Recipients = [bloc.Head is { } head ? $"{head} ({BlocWords.Head(bloc.Kind)})" : BlocWords.Head(bloc.Kind), "Lưu: VT"],
    };

    /// <summary>The letter with which the bloc sends its report.</summary>
    public static Paper Letter(ReportingBloc bloc, ReportRequest request) => new(
        new(bloc.Name, null, $"gửi {Lower(request.Title)}") { BodyAbove = PaperHead.UnknownBody, To = [PaperText.Gap("nơi nhận báo cáo")] },
        [
            new PaperParagraph(Sent(bloc, request)),
            new PaperParagraph($"{bloc.Name} kính gửi để tổng hợp, theo dõi, chỉ đạo."),
        ])
    {
        Signatures = [Signature(bloc)],
        Recipients = ["Như trên", $"Các đơn vị thành viên của {BlocWords.Short(bloc.Kind)}", "Lưu: VT"],
    };

    private static PaperParagraph Opening(string body, ReportRequest request) =>
        new($"{body} báo cáo kết quả công tác thi đua, khen thưởng từ ngày {request.From} đến ngày {request.Until} như sau:");

    private static PaperText Sent(ReportingBloc bloc, ReportRequest request)
    {
        PaperText adopted = request.Adopted switch
        {
            { Day: { } day } => (PaperText)$"đã được thông qua ngày {day}",
            { Said: { } said } => (PaperText)$"đã được thông qua ({said})",
            _ => PaperText.Gap("ngày thông qua"),
        };
        return $"Thực hiện chế độ báo cáo về công tác thi đua, khen thưởng, {bloc.Name} gửi kèm theo {Lower(request.Title)}, kỳ báo cáo từ ngày {request.From} đến ngày {request.Until}, {adopted}.";
    }

    /// <summary>What belongs under no section comes last.</summary>
    private static IEnumerable<PaperBlock> Results(ReportRequest request, IReadOnlyList<(string? Section, PaperText Text)> items, IReadOnlyList<PaperRow> numbers)
    {
        if (items.Count == 0 && numbers.Count == 0)
        {
            return [new PaperParagraph(PaperText.Gap("kết quả đạt được"))];
        }

        var headings = request.Sections.Select(section => (Code: (string?)section.Code, section.Title))
            .Concat(request.Questions.Where(question => question.Measure is null).Select(question => (Code: (string?)question.Code, question.Title)))
            .ToList();
        var groups = headings
            .Select(heading => (heading.Title, Texts: items.Where(item => item.Section == heading.Code).Select(item => item.Text).ToList()))
            .Append((Title: "Kết quả khác", Texts: [.. items.Where(item => headings.TrueForAll(heading => heading.Code != item.Section)).Select(item => item.Text)]))
            .Where(group => group.Texts.Count > 0)
            .Select(group => (group.Title, Block: (PaperBlock)new PaperList([.. group.Texts.Select(text => text.Stopped())])))
            .Concat(numbers.Count == 0 ? [] : [("Số liệu", (PaperBlock)Grid(numbers))])
            .ToList();
        // One group alone needs no heading where no section was asked for.
        return groups.Count == 1 && headings.Count == 0 && numbers.Count == 0
            ? [groups[0].Block]
            : groups.SelectMany((group, index) => (IEnumerable<PaperBlock>)[new PaperHeading(2, $"{index + 1}. {group.Title}"), group.Block]);
    }

    private static IEnumerable<PaperBlock> Shortcomings(IReadOnlyList<(PaperText Text, IReadOnlyList<string> Causes)> items)
    {
        if (items.Count == 0)
        {
            yield return new PaperParagraph(PaperText.Gap("tồn tại, hạn chế"));
            yield break;
        }

        foreach (var (text, causes) in items)
        {
            yield return new PaperList([text.Stopped()]);
            if (causes.Count > 0)
            {
                yield return new PaperList([$"Nguyên nhân: {string.Join("; ", causes.Select(cause => cause.TrimEnd('.', ';', ' ')))}."], PaperMark.Plus);
            }
        }

        if (items.All(item => item.Causes.Count == 0))
        {
            yield return new PaperParagraph($"Nguyên nhân: {PaperText.Gap("nguyên nhân của tồn tại, hạn chế")}.");
        }
    }

    private static IEnumerable<PaperBlock> Chapter(ReportChapter chapter, IEnumerable<PaperText> items, string gap)
    {
        yield return new PaperHeading(1, chapter.Title());
        var texts = items.ToList();
        yield return texts.Count == 0 ? new PaperParagraph(PaperText.Gap(gap)) : new PaperList([.. texts.Select(text => text.Stopped())]);
    }

    private static IEnumerable<(string? Section, PaperText Text)> TextAnswers(ReportRequest request, PartContent part) =>
        from question in request.Questions
        where question.Measure is null
        let said = part.AnswerTo(question.Code)?.Said
        select ((string?)question.Code, said.OrGap(question.Title));

    /// <summary>A paragraph that nobody has worked on is still its unit's: the reader sees whose.</summary>
    private static PaperText Text(ReportingBloc bloc, ReportItem item) =>
        item is { IsEdited: false, Source: { IsOfPart: true, Unit: { } unit } }
            ? $"{bloc.UnitName(unit)}: {item.Text!}"
            : item.Text!;

    private static IReadOnlyList<PaperRow> Table(ReportingBloc bloc, ReportRequest request, Report draft) =>
        [.. request.Questions.Where(question => question.Measure is not null).Select((question, index) =>
        {
            var one = draft.Statistics.FirstOrDefault(statistic => statistic.Question == question.Code);
            var isPart = one is { IsEdited: false } && one.Given < bloc.Asked && one.Given > 0;
            return Row(
                index,
                question,
                draft.NumberOf(question),
                one?.Said ?? (one is { IsEdited: false, IsApproximate: true, Sum: { } sum } ? $"khoảng {Number(sum)}" : null),
                isPart ? $"Số liệu của {one!.Given}/{bloc.Asked} đơn vị" : "");
        })];

    private static PaperGrid Grid(IReadOnlyList<PaperRow> rows) => new(
        [new("STT", 8, PaperAlign.Centre), new("Nội dung", 46), new("Đơn vị tính", 14, PaperAlign.Centre), new("Kết quả", 16, PaperAlign.Right), new("Ghi chú", 16)], rows);

    private static PaperRow Row(int index, ReportQuestion question, decimal? number, string? said, string note) =>
        new([(index + 1).ToString(CultureInfo.InvariantCulture), question.Title, question.Measure, (said ?? (number is { } known ? Number(known) : null)).OrGap(question.Title), note]);

    private static string Number(decimal number) => number.ToString("#,##0.####", Hundredths.Vietnamese);

    private static PaperSignature Signature(ReportingBloc bloc) =>
        BlocWords.Signed(bloc.Kind, PaperText.Gap("họ tên người ký")) with { Note = bloc.Head is { } head ? $"({head})" : PaperText.Gap($"đơn vị {BlocWords.Head(bloc.Kind)}") };

    /// <summary>The name of the type stands above it.</summary>
    private static string Subject(ReportRequest request) =>
        request.Title.StartsWith(Kind + " ", StringComparison.OrdinalIgnoreCase) && request.Title[(Kind.Length + 1)..].Trim() is { Length: > 0 } rest
            ? char.ToUpper(rest[0], CultureInfo.InvariantCulture) + rest[1..]
            : request.Title;

    private static string Lower(string title) => char.ToLower(title[0], CultureInfo.InvariantCulture) + title[1..];
}
