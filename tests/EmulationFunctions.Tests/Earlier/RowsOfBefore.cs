using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Earlier;

/// <summary>A sheet's entries as programs wrote them before entries lay together: a row each.</summary>
internal static class RowsOfBefore
{
    public static TableEntity Row(string partition, ScoreEntry entry) => new(partition, SheetKeys.EntryPrefix + entry.Criterion)
    {
        ["Criterion"] = entry.Criterion,
        ["Maximum"] = "100",
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

    /// <summary>Writes a sheet's entries anew in that form; its content stays.</summary>
    /// <param name="change">What becomes of an entry on the way.</param>
    public static Task RewriteAsync(this EmulationApp app, SheetId id, Func<ScoreEntry, ScoreEntry>? change = null) => app.Services.GetRequiredService<PartitionStore>().ChangeAsync(
        id.Address, SheetKeys.Everything, Actor.System, (view, rows) =>
        {
            foreach (var row in view.RowsOf(SheetKeys.ScoresPrefix))
            {
                rows.Delete(row.RowKey);
            }

            foreach (var entry in SheetRows.Content(view).Entries)
            {
                rows.Put(Row(id.Address.Partition, change is null ? entry : change(entry)));
            }

            rows.Audit = new("Test", id.ToString());
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);
}
