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
        var was = before ?? Report.Empty;
        List<(string Unit, PartContent Content)> parts = [.. sent.OrderBy(part => name(part.Unit), VietnameseNames.Order)];
        var said = SaidTexts.Of(request, parts, registers, name);
        var kept = Kept(was.Items, said, parts.Select(part => part.Unit).ToHashSet(StringComparer.Ordinal));
        var added = Numbered(NotAmong(kept, said), was.LastNumber);
        var draft = was with
        {
            LastNumber = was.LastNumber + added.Count,
            Items = was.IsEdited ? Inserted(kept, added) : InOrder(said, kept, added),
            Statistics = [.. ReportSums.Of(request, was.Statistics, parts)],
        };
        return (draft, Outcome(was.Items, kept, added));
    }

    /// <summary>What stays of the draft: what is still said, and what a person has written or worked on; where its origin says it no more, that is noted.</summary>
    /// <param name="items">The draft.</param>
    /// <param name="said">What there is to say now.</param>
    /// <param name="units">Those whose parts are there.</param>
    private static List<ReportItem> Kept(IReadOnlyList<ReportItem> items, IReadOnlyList<ReportItem> said, HashSet<string> units)
    {
        var keys = Keys(said);
        var kept = new List<ReportItem>();
        foreach (var item in items)
        {
            if (item.Source is not { } source)
            {
                kept.Add(item);
                continue;
            }

            var isSaid = IsSilent(source, units) || keys.Contains(source.Key);
            if (isSaid || item.IsEdited)
            {
                kept.Add(item with { Source = source with { IsGone = !isSaid } });
            }
        }

        return kept;
    }

    /// <summary>A part that was returned says nothing new yet. An entry that left its register is gone.</summary>
    private static bool IsSilent(ItemSource source, HashSet<string> units) => source.IsOfPart && !units.Contains(source.Unit!);

    private static IEnumerable<ReportItem> NotAmong(IReadOnlyList<ReportItem> kept, IReadOnlyList<ReportItem> said)
    {
        var known = Keys(kept);
        return said.Where(one => !known.Contains(one.Source!.Key));
    }

    private static List<ReportItem> Numbered(IEnumerable<ReportItem> items, int last) => [.. items.Select(one => one with { Number = ++last })];

    /// <summary>Nobody has moved anything yet: everything stands where it belongs, and keeps its number.</summary>
    private static List<ReportItem> InOrder(IReadOnlyList<ReportItem> said, List<ReportItem> kept, List<ReportItem> added)
    {
        var numbered = kept.Concat(added).Where(item => item.Source is not null).ToDictionary(item => item.Source!.Key);
        var ordered = said.Select(one => numbered[one.Source!.Key]).ToList();
        // What was merged of units that are silent now stays behind the others of its chapter.
        return [.. Enum.GetValues<ReportChapter>().SelectMany(chapter => ordered.Concat(kept.Except(ordered)).Where(item => item.Chapter == chapter))];
    }

    /// <summary>New texts come behind what the same origin says already, else at the end of their chapter.</summary>
    private static List<ReportItem> Inserted(List<ReportItem> kept, List<ReportItem> added)
    {
        var items = kept.ToList();
        foreach (var item in added)
        {
            var behind = items.FindLastIndex(one => one.Chapter == item.Chapter && one.Section == item.Section && one.Source?.Origin == item.Source!.Origin);
            var atEnd = items.FindLastIndex(one => one.Chapter <= item.Chapter);
            items.Insert((behind < 0 ? atEnd : behind) + 1, item);
        }

        return items;
    }

    private static MergeOutcome Outcome(IReadOnlyList<ReportItem> items, List<ReportItem> kept, List<ReportItem> added) => new(
        [.. added.Select(item => item.Number)],
        items.Count(item => !item.IsDropped) - kept.Count(item => !item.IsDropped),
        [.. kept.Where(item => item.Source?.IsGone is true).Select(item => item.Number)]);

    private static HashSet<(string Origin, string Print)> Keys(IEnumerable<ReportItem> items) => [.. items.Select(item => item.Source).OfType<ItemSource>().Select(source => source.Key)];
}
