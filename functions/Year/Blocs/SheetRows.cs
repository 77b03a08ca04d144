using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A sheet's entries as rows <c>self|{criterion}</c>, what is not assigned as rows <c>na|{criterion}</c>, and what its rows come to.</summary>
internal static class SheetRows
{
    /// <param name="criterion">Its maximum is kept beside the entry, so that a row is understood on its own.</param>
    public static TableEntity Write(string partition, ScoreEntry entry, Criterion criterion) => new(partition, SheetKeys.Entry(entry.Criterion))
    {
        ["Criterion"] = entry.Criterion,
        ["Maximum"] = criterion.Maximum.ToString(),
        ["Points"] = entry.Points?.ToString(),
        ["Count"] = entry.Count,
        ["All"] = entry.Counts?.All,
        ["Outer"] = entry.Counts?.Outer,
        ["Inner"] = entry.Counts?.Inner,
        ["Option"] = entry.Option,
        ["Whole"] = entry.Measure?.Whole?.ToString(CultureInfo.InvariantCulture),
        ["Part"] = entry.Measure?.Part.ToString(CultureInfo.InvariantCulture),
        ["Explanation"] = entry.Explanation,
    };

    /// <summary>A criterion that is not assigned to the unit.</summary>
    public static TableEntity Write(string partition, string notApplicable, string reason) => new(partition, SheetKeys.NotApplicable(notApplicable))
    {
        ["Criterion"] = notApplicable,
        ["Reason"] = reason,
    };

    /// <summary>What was entered and proved, and what is not assigned; the view's range must be <see cref="SheetKeys.Everything"/>.</summary>
    public static SheetContent Content(PartitionView view) => new(
        [.. view.RowsOf(SheetKeys.EntryPrefix).Select(Read)],
        view.RowsOf(SheetKeys.NotApplicablePrefix).Select(row => row.GetString("Criterion")!).ToHashSet(StringComparer.Ordinal),
        [.. view.RowsOf(SheetKeys.EvidencePrefix)
            .Where(row => row.GetDateTimeOffset("Removed") is null)
            .Select(row => new EvidenceMark(
                row.GetString("Criterion")!, row.GetString("Sha256")!, row.RowKey[SheetKeys.EvidencePrefix.Length..], row.GetString("Name"), row.GetInt64("Bytes")))]);

    private static ScoreEntry Read(TableEntity row) => new(
        row.GetString("Criterion")!,
        row.GetString("Points") is { } points ? Points.FromDecimal(decimal.Parse(points, CultureInfo.InvariantCulture)) : null,
        row.GetInt64("Count"),
        row.GetInt64("All") is { } all ? new(all, row.GetInt64("Outer")!.Value, row.GetInt64("Inner")!.Value) : null,
        row.GetString("Explanation"),
        row.GetString("Option"),
        row.NumberOf("Part") is { } part ? new(part, row.NumberOf("Whole")) : null);
}
