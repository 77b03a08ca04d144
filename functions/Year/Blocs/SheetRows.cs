using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// A sheet's entries in rows <c>scores|{number}</c>, two properties a criterion (<see cref="ScoreNames"/>, <see cref="ScoreText"/>), what is not assigned as rows
/// <c>na|{criterion}</c>, and what its rows come to.
/// </summary>
internal static class SheetRows
{
    /// <summary>The rows of a sheet that has none yet.</summary>
    public static IEnumerable<TableEntity> Write(string partition, IEnumerable<ScoreEntry> entries) => ScorePacking.Pack([], entries).Select(row => Write(partition, row));

    /// <summary>
    /// Takes entries over; one that says nothing goes. Rows of one entry each, which were written before, give way to those of many in the same change.
    /// </summary>
    /// <param name="view">What was read; its range must be <see cref="SheetKeys.Everything"/>.</param>
    /// <param name="change">Gets the rows that change.</param>
    /// <param name="known">What <see cref="Content"/> gave of it, by criterion.</param>
    /// <param name="changed">Each criterion once.</param>
    public static void Change(PartitionView view, PartitionChange change, Dictionary<string, ScoreEntry> known, IReadOnlyCollection<ScoreEntry> changed)
    {
        List<TableEntity> old = [.. view.RowsOf(SheetKeys.EntryPrefix)];
        var become = old.Count == 0 ? changed : old.Select(ReadOld).Concat(changed).GroupBy(entry => entry.Criterion, StringComparer.Ordinal).Select(said => said.Last());
        foreach (var row in ScorePacking.Pack([.. view.RowsOf(SheetKeys.ScoresPrefix).Select(row => new ScoreRow(SheetKeys.ScoresNumber(row.RowKey), old.Count == 0 ? [.. Codes(row).Select(code => known[code])] : [.. Read(row)]))], become))
        {
            if (row.Entries.Count > 0)
            {
                change.Put(Write(view.Address.Partition, row));
            }
            else
            {
                change.Delete(SheetKeys.Scores(row.Number));
            }
        }

        old.ForEach(row => change.Delete(row.RowKey));
    }

    /// <summary>A criterion that is not assigned to the unit.</summary>
    public static TableEntity Write(string partition, string notApplicable, string reason) => new(partition, SheetKeys.NotApplicable(notApplicable))
    {
        ["Criterion"] = notApplicable,
        ["Reason"] = reason,
    };

    /// <summary>What was entered and proved, and what is not assigned; the view's range must be <see cref="SheetKeys.Everything"/>.</summary>
    public static SheetContent Content(PartitionView view) => new(
        Entries(view),
        view.RowsOf(SheetKeys.NotApplicablePrefix).Select(row => row.GetString("Criterion")!).ToHashSet(StringComparer.Ordinal),
        [.. view.RowsOf(SheetKeys.EvidencePrefix)
            .Where(row => row.GetDateTimeOffset("Removed") is null)
            .Select(row => new EvidenceMark(
                row.GetString("Criterion")!, row.GetString("Sha256")!, row.RowKey[SheetKeys.EvidencePrefix.Length..], row.GetString("Name"), row.GetInt64("Bytes")))])
    {
        Papers = [.. CitationRows.Of(view)],
        Parts = [.. PartRows.Of(view)],
    };

    /// <summary>In the order of their codes. A row of one entry beside those of many was written later, by an earlier program: it is what counts.</summary>
    private static List<ScoreEntry> Entries(PartitionView view)
    {
        List<ScoreEntry> old = [.. view.RowsOf(SheetKeys.EntryPrefix).Select(ReadOld)];
        HashSet<string> later = [.. old.Select(entry => entry.Criterion)];
        List<ScoreEntry> entries = [.. old, .. view.RowsOf(SheetKeys.ScoresPrefix).SelectMany(Read).Where(entry => !later.Contains(entry.Criterion))];
        entries.Sort((one, other) => string.CompareOrdinal(one.Criterion, other.Criterion));
        return entries;
    }

    private static TableEntity Write(string partition, ScoreRow row)
    {
        var properties = new Dictionary<string, object>(2 * row.Entries.Count);
        foreach (var entry in row.Entries)
        {
            var (score, why) = ScorePacking.Texts(entry);
            if (score is not null)
            {
                properties[ScoreNames.Score(entry.Criterion)] = score;
            }

            if (why is not null)
            {
                properties[ScoreNames.Why(entry.Criterion)] = why;
            }
        }

        // With room for all of them from the beginning.
        return new(properties) { PartitionKey = partition, RowKey = SheetKeys.Scores(row.Number) };
    }

    private static IEnumerable<ScoreEntry> Read(TableEntity row) =>
        Codes(row).Select(code => ScoreText.Read(code, row.GetString(ScoreNames.Score(code)), row.GetString(ScoreNames.Why(code))));

    /// <summary>Each once.</summary>
    private static IEnumerable<string> Codes(TableEntity row)
    {
        foreach (var name in row.Keys)
        {
            if (name.StartsWith(ScoreNames.ScorePrefix, StringComparison.Ordinal))
            {
                yield return ScoreNames.Code(name, ScoreNames.ScorePrefix);
            }
            else if (name.StartsWith(ScoreNames.WhyPrefix, StringComparison.Ordinal) && ScoreNames.Code(name, ScoreNames.WhyPrefix) is var code && !row.ContainsKey(ScoreNames.Score(code)))
            {
                yield return code;
            }
        }
    }

    private static ScoreEntry ReadOld(TableEntity row) => new(
        row.GetString("Criterion")!,
        row.PointsOf("Points"),
        row.GetInt64("Count"),
        row.GetInt64("All") is { } all ? new(all, row.GetInt64("Outer")!.Value, row.GetInt64("Inner")!.Value) : null,
        row.GetString("Explanation"),
        row.GetString("Option"),
        row.NumberOf("Part") is { } part ? new(part, row.NumberOf("Whole")) : null);
}
