using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What the units' parts and the registers say, as items of a report that nobody has edited, in its order: chapter by chapter, units beside each other. Pure.</summary>
internal static class SaidTexts
{
    /// <param name="request">What was asked for.</param>
    /// <param name="parts">The parts that were sent, in their order.</param>
    /// <param name="registers">What the registers give.</param>
    /// <param name="name">What people call a unit.</param>
    public static IReadOnlyList<ReportItem> Of(
        ReportRequest request, IReadOnlyList<(string Unit, PartContent Content)> parts, IReadOnlyList<RegisterEntry> registers, Func<string, string> name) =>
    [
        .. request.Sections.Select(one => one.Code).Append(null).SelectMany(section => parts.SelectMany(part => Results(part, section))),
        .. request.Questions.Where(question => question.Measure is null).SelectMany(question => parts.SelectMany(part => InWords(part, question.Code))),
        .. InOrder(registers, name).Select(OfRegister),
        .. parts.SelectMany(Shortcomings),
        .. parts.SelectMany(Tasks),
        .. parts.SelectMany(Proposals),
    ];

    private static IEnumerable<ReportItem> Results((string Unit, PartContent Content) part, string? section) =>
        part.Content.Results.Where(result => result.Section == section).Select(result => OfPart(part.Unit, ReportChapter.Results, section, result.Text));

    /// <summary>The answer to a question that asks for a text stands under the question.</summary>
    private static IEnumerable<ReportItem> InWords((string Unit, PartContent Content) part, string question) =>
        part.Content.AnswerTo(question) is { Said: { } said } ? [OfPart(part.Unit, ReportChapter.Results, question, said)] : [];

    private static IEnumerable<ReportItem> Shortcomings((string Unit, PartContent Content) part) =>
        part.Content.Shortcomings.Select(one => OfPart(part.Unit, ReportChapter.Shortcomings, null, one.Text, one.Causes));

    private static IEnumerable<ReportItem> Tasks((string Unit, PartContent Content) part) => part.Content.Tasks.Select(task => OfPart(part.Unit, ReportChapter.Tasks, null, task));

    private static IEnumerable<ReportItem> Proposals((string Unit, PartContent Content) part) =>
        part.Content.Proposals.Select(proposal => OfPart(part.Unit, ReportChapter.Proposals, null, proposal));

    /// <summary>By unit, and what is said of the bloc as a whole behind.</summary>
    private static IEnumerable<RegisterEntry> InOrder(IReadOnlyList<RegisterEntry> registers, Func<string, string> name) => registers
        .OrderBy(entry => entry.Unit is null)
        .ThenBy(entry => entry.Unit is { } unit ? name(unit) : "", VietnameseNames.Order)
        .ThenBy(entry => entry.Origin, StringComparer.Ordinal);

    private static ReportItem OfRegister(RegisterEntry entry) => Of(entry.Origin, entry.Unit, ReportChapter.Results, null, entry.Text, []);

    /// <summary>The same words may stand in two chapters of one part, so a chapter is part of the origin.</summary>
    private static ReportItem OfPart(string unit, ReportChapter chapter, string? section, string text, IReadOnlyList<string>? causes = null) =>
        Of($"{ItemSource.PartPrefix}{unit}/{chapter}", unit, chapter, section, text, causes ?? []);

    private static ReportItem Of(string origin, string? unit, ReportChapter chapter, string? section, string text, IReadOnlyList<string> causes) =>
        new(0, chapter, section, text, causes, new(origin, unit, ReportItem.Print(section, text, causes)));
}
