using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>What a merge has done.</summary>
/// <param name="Added">Items that were not there before.</param>
/// <param name="Removed">How many items went, because their unit says something else now and nobody had worked on them here.</param>
/// <param name="ToLookAt">Items that an editor has worked on, and whose unit says something else now: both texts are there.</param>
internal sealed record MergeOutcome(IReadOnlyList<int> Added, int Removed, IReadOnlyList<int> ToLookAt);

/// <summary>
/// Puts the units' parts together, again and again. What an editor has written, changed, moved or dropped stays as it is; a text that its unit
/// has replaced goes only where nobody has worked on it. Pure.
/// </summary>
internal static class ReportMerge
{
    /// <param name="request">What was asked for.</param>
    /// <param name="before">The draft as it is; null where there is none.</param>
    /// <param name="sent">The parts that were sent. Of a unit whose part is not among them, what was merged earlier stays.</param>
    /// <param name="registers">What the registers give.</param>
    /// <param name="name">What people call a unit: units stand in the order of the Vietnamese alphabet.</param>
    public static (Report Draft, MergeOutcome Outcome) Merge(
        ReportRequest request, Report? before, IReadOnlyList<(string Unit, PartContent Content)> sent, IReadOnlyList<RegisterEntry> registers, Func<string, string> name)
    {
        before ??= Report.Empty;
        var parts = sent.OrderBy(part => name(part.Unit), VietnameseNames.Order).ToList();
        var incoming = Incoming(request, parts, registers, name).ToList();
        var saying = incoming.Select(one => (one.Source!.Origin, one.Source.Print)).ToHashSet();
        // A part that was returned says nothing new yet. An entry that left its register is gone.
        var silent = before.Items.Select(item => item.Source).OfType<ItemSource>()
            .Where(source => source.Origin.StartsWith(PartPrefix, StringComparison.Ordinal) && parts.TrueForAll(part => part.Unit != source.Unit))
            .Select(source => source.Origin)
            .ToHashSet(StringComparer.Ordinal);

        var kept = new List<ReportItem>();
        foreach (var item in before.Items)
        {
            var isSaid = item.Source is not { } source || silent.Contains(source.Origin) || saying.Contains((source.Origin, source.Print));
            if (isSaid || item.IsEdited)
            {
                kept.Add(item.Source is null ? item : item with { Source = item.Source with { IsGone = !isSaid } });
            }
        }

        var known = kept.Select(item => item.Source).OfType<ItemSource>().Select(source => (source.Origin, source.Print)).ToHashSet();
        var last = before.LastNumber;
        var added = incoming.Where(one => !known.Contains((one.Source!.Origin, one.Source.Print))).Select(one => one with { Number = ++last }).ToList();
        var items = before.IsEdited ? Insert(kept, added) : Ordered(incoming, kept, added);
        return (
            before with { LastNumber = last, Items = items, Statistics = [.. Statistics(request, before, parts)] },
            new([.. added.Select(item => item.Number)], before.Items.Count(item => !item.IsDropped) - kept.Count(item => !item.IsDropped), [.. kept.Where(item => item.Source?.IsGone is true).Select(item => item.Number)]));
    }

    public const string PartPrefix = "parts/";

    /// <summary>What there is to say, in the order of a report that nobody has edited.</summary>
    private static IEnumerable<ReportItem> Incoming(
        ReportRequest request, List<(string Unit, PartContent Content)> parts, IReadOnlyList<RegisterEntry> registers, Func<string, string> name)
    {
        foreach (var section in request.Sections.Select(one => one.Code).Append(null))
        {
            foreach (var (unit, content) in parts)
            {
                foreach (var result in content.Results.Where(result => result.Section == section))
                {
                    yield return OfPart(unit, ReportChapter.Results, section, result.Text, []);
                }
            }
        }

        foreach (var question in request.Questions.Where(question => question.Measure is null))
        {
            foreach (var (unit, content) in parts)
            {
                if (content.Answers.FirstOrDefault(answer => answer.Question == question.Code) is { Said: { } said })
                {
                    yield return OfPart(unit, ReportChapter.Results, question.Code, said, []);
                }
            }
        }

        foreach (var entry in registers.OrderBy(entry => entry.Unit is null).ThenBy(entry => entry.Unit is { } unit ? name(unit) : "", VietnameseNames.Order).ThenBy(entry => entry.Origin, StringComparer.Ordinal))
        {
            yield return Of(entry.Origin, entry.Unit, ReportChapter.Results, null, entry.Text, []);
        }

        foreach (var (unit, content) in parts)
        {
            foreach (var one in content.Shortcomings)
            {
                yield return OfPart(unit, ReportChapter.Shortcomings, null, one.Text, one.Causes);
            }
        }

        foreach (var (unit, content) in parts)
        {
            foreach (var task in content.Tasks)
            {
                yield return OfPart(unit, ReportChapter.Tasks, null, task, []);
            }
        }

        foreach (var (unit, content) in parts)
        {
            foreach (var proposal in content.Proposals)
            {
                yield return OfPart(unit, ReportChapter.Proposals, null, proposal, []);
            }
        }
    }

    /// <summary>The same words may stand in two chapters of one part, so a chapter is part of the origin.</summary>
    private static ReportItem OfPart(string unit, ReportChapter chapter, string? section, string text, IReadOnlyList<string> causes) =>
        Of($"{PartPrefix}{unit}/{chapter}", unit, chapter, section, text, causes);

    private static ReportItem Of(string origin, string? unit, ReportChapter chapter, string? section, string text, IReadOnlyList<string> causes) =>
        new(0, chapter, section, text, causes, new(origin, unit, ReportItem.Print(section, text, causes)));

    /// <summary>Nobody has moved anything yet: everything stands where it belongs, and keeps its number.</summary>
    private static List<ReportItem> Ordered(List<ReportItem> incoming, List<ReportItem> kept, List<ReportItem> added)
    {
        var numbered = kept.Concat(added).Where(item => item.Source is not null).ToDictionary(item => (item.Source!.Origin, item.Source.Print));
        var ordered = incoming.Select(one => numbered[(one.Source!.Origin, one.Source.Print)]).ToList();
        // What was merged of units that are silent now stays behind the others of its chapter.
        return [.. Enum.GetValues<ReportChapter>().SelectMany(chapter => ordered.Concat(kept.Except(ordered)).Where(item => item.Chapter == chapter))];
    }

    /// <summary>New texts come behind what the same origin says already, else at the end of their chapter.</summary>
    private static List<ReportItem> Insert(List<ReportItem> kept, List<ReportItem> added)
    {
        var items = kept.ToList();
        foreach (var item in added)
        {
            var at = items.FindLastIndex(one => one.Chapter == item.Chapter && one.Section == item.Section && one.Source?.Origin == item.Source!.Origin);
            if (at < 0)
            {
                at = items.FindLastIndex(one => one.Chapter <= item.Chapter);
            }

            items.Insert(at + 1, item);
        }

        return items;
    }

    /// <summary>Of the units that gave both numbers.</summary>
    private static decimal? ShareOf(ReportShare share, List<(string Unit, PartContent Content)> parts)
    {
        var both = parts.Select(part => (Part: Number(part.Content, share.Part), Whole: Number(part.Content, share.Whole))).Where(one => one is { Part: not null, Whole: not null }).ToList();
        return both.Count == 0 ? null : share.Of(code => both.Sum(one => code == share.Whole ? one.Whole : one.Part));

        static decimal? Number(PartContent content, string code) => content.Answers.FirstOrDefault(answer => answer.Question == code)?.Number;
    }

    private static IEnumerable<ReportStatistic> Statistics(ReportRequest request, Report before, List<(string Unit, PartContent Content)> parts)
    {
        foreach (var question in request.Questions.Where(question => question.Measure is not null))
        {
            var answers = parts.Select(part => part.Content.Answers.FirstOrDefault(answer => answer.Question == question.Code)).OfType<PartAnswer>().ToList();
            var edited = before.Statistics.FirstOrDefault(one => one.Question == question.Code);
            yield return new(
                question.Code,
                question.Share is { } share ? ShareOf(share, parts)
                    : question.IsSummed && answers.Count > 0 ? answers.Sum(answer => answer.Number!.Value) : null,
                answers.Exists(answer => answer.Said is not null),
                answers.Count,
                edited?.Number,
                edited?.Said,
                edited?.EditedAt);
        }
    }
}
