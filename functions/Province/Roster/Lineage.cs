namespace EmulationFunctions.Province.Roster;

/// <summary>A unit whose results a unit goes on from: itself, or one whose tasks it took over.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Ended">The first day on which it was no more; null of the unit itself.</param>
/// <param name="Succession">By which it was succeeded; null of the unit itself.</param>
internal sealed record Forebear(string Unit, DateOnly? Ended, string? Succession);

/// <summary>Who goes on from whom. Pure.</summary>
internal static class Lineage
{
    /// <summary>
    /// The unit itself and, through however many successions, the units whose tasks it took over: it proposes for them, and goes on from
    /// what they reached (Decree 152/2025/NĐ-CP art. 33(4)). The latest end first.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="successions">All of them.</param>
    /// <param name="through">Those that hold by this day.</param>
    public static IReadOnlyList<Forebear> Of(string unit, IEnumerable<Succession> successions, DateOnly through)
    {
        var handed = successions.Where(one => one.Ends && one.Day <= through).ToLookup(one => one.TasksTo, StringComparer.Ordinal);
        var found = new List<Forebear> { new(unit, null, null) };
        for (var index = 0; index < found.Count; index++)
        {
            var heir = found[index];
            foreach (var one in handed[heir.Unit].Where(one => heir.Ended is null || one.Day < heir.Ended).OrderByDescending(one => one.Day))
            {
                found.AddRange(one.From.Where(from => found.TrueForAll(known => known.Unit != from)).Select(from => new Forebear(from, one.Day, one.Id)));
            }
        }

        return found;
    }

    /// <summary>The units that are no more on that day.</summary>
    public static IReadOnlySet<string> EndedBy(DateOnly day, IEnumerable<Succession> successions) =>
        successions.Where(one => one.Ends && one.Day <= day).SelectMany(one => one.From).ToHashSet(StringComparer.Ordinal);

    /// <summary>What units were called on a day, by id: of those only that were renamed since.</summary>
    public static IReadOnlyDictionary<string, string> NamesOn(DateOnly day, IEnumerable<Succession> successions) => successions
        .Where(one => one is { Kind: SuccessionKind.Rename, FormerName: not null } && one.Day > day)
        .GroupBy(one => one.From[0], StringComparer.Ordinal)
        .ToDictionary(of => of.Key, of => of.MinBy(one => one.Day)!.FormerName!, StringComparer.Ordinal);
}
