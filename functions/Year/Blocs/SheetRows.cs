using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A sheet's entries as rows <c>self|{criterion}</c>, what is not assigned as rows <c>na|{criterion}</c>, and what its rows come to.</summary>
internal static class SheetRows
{
    private const string Prefix = "self|";
    private const string EvidencePrefix = "evidence|";
    private const string NotApplicablePrefix = "na|";

    public static string Key(string criterion) => Prefix + criterion;

    /// <param name="criterion">Its maximum is kept beside the entry, so that a row is understood on its own.</param>
    public static TableEntity Write(string partition, ScoreEntry entry, Criterion criterion) => new(partition, Key(entry.Criterion))
    {
        ["Criterion"] = entry.Criterion,
        ["Maximum"] = criterion.Maximum.ToString(),
        ["Points"] = entry.Points?.ToString(),
        ["Count"] = entry.Count,
        ["All"] = entry.Counts?.All,
        ["Outer"] = entry.Counts?.Outer,
        ["Inner"] = entry.Counts?.Inner,
        ["Explanation"] = entry.Explanation,
    };

    public static string NotApplicableKey(string criterion) => NotApplicablePrefix + criterion;

    /// <summary>A criterion that is not assigned to the unit.</summary>
    public static TableEntity Write(string partition, string notApplicable, string reason) => new(partition, NotApplicableKey(notApplicable))
    {
        ["Criterion"] = notApplicable,
        ["Reason"] = reason,
    };

    /// <summary>What was entered and proved, and what is not assigned; the view's range must be <see cref="SheetTable.Everything"/>.</summary>
    public static SheetContent Content(PartitionView view) => new(
        [.. view.RowsOf(Prefix).Select(Read)],
        view.RowsOf(NotApplicablePrefix).Select(row => row.GetString("Criterion")!).ToHashSet(StringComparer.Ordinal),
        [.. view.RowsOf(EvidencePrefix)
            .Where(row => row.GetDateTimeOffset("Removed") is null)
            .Select(row => new EvidenceMark(
                row.GetString("Criterion")!, row.GetString("Sha256")!, row.RowKey[EvidencePrefix.Length..], row.GetString("Name"), row.GetInt64("Bytes")))]);

    private static ScoreEntry Read(TableEntity row) => new(
        row.GetString("Criterion")!,
        row.GetString("Points") is { } points ? Points.FromDecimal(decimal.Parse(points, CultureInfo.InvariantCulture)) : null,
        row.GetInt64("Count"),
        row.GetInt64("All") is { } all ? new(all, row.GetInt64("Outer")!.Value, row.GetInt64("Inner")!.Value) : null,
        row.GetString("Explanation"));
}
