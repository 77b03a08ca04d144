using Azure.Data.Tables;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Office.Archive;

/// <summary>What the office has put down about its archive and its statistics: a row each.</summary>
internal sealed class ArchiveTable(PartitionStore partitions)
{
    public const string Table = "Archive";

    public static readonly PartitionAddress Address = new(Table, "office");

    private const string ProfileKey = "profile";
    private const string StatisticsKey = "statistics";
    private const string Content = "Content";

    /// <returns>Null until it was put down, with version 0.</returns>
    public Task<(ArchiveProfile? Profile, long Version)> ProfileAsync(CancellationToken cancellationToken) => FindAsync<ArchiveProfile>(ProfileKey, cancellationToken);

    public Task<long> PutAsync(ArchiveProfile profile, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync("PutArchiveProfile", ProfileKey, profile, ifMatch, actor, cancellationToken);

    /// <returns>The shipped one until another was put down, with version 0.</returns>
    public async Task<(StatisticsTemplate Template, long Version)> TemplateAsync(CancellationToken cancellationToken) =>
        await FindAsync<StatisticsTemplate>(StatisticsKey, cancellationToken) is ({ } template, var version) ? (template, version) : (StatisticsTemplate.Shipped, 0);

    public Task<long> PutAsync(StatisticsTemplate template, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync("PutStatisticsTemplate", StatisticsKey, template, ifMatch, actor, cancellationToken);

    private async Task<(T? Value, long Version)> FindAsync<T>(string key, CancellationToken cancellationToken)
        where T : class =>
        await partitions.FindAsync(Address, key, cancellationToken) is { } row ? (RowText.Read<T>(row.Text(Content)!), row.GetInt64("Seq") ?? 0) : (null, 0);

    /// <summary>Writes it whole. The same again changes nothing.</summary>
    /// <returns>Its version.</returns>
    private Task<long> PutAsync<T>(string action, string key, T value, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, new(key, key + " "), actor, (view, change) =>
        {
            var (before, after) = (view.Row(key), RowText.PiecesOf(value));
            if (before is not null && before.Text(Content) == after.ToString())
            {
                return Task.FromResult(before.GetInt64("Seq") ?? 0);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.GetInt64("Seq") ?? 0);
            }

            var row = new TableEntity(Address.Partition, key);
            row.PutText(Content, after);
            change.Put(row);
            change.Audit = new(action, key, Before: before?.Pieces(Content), After: after);
            return Task.FromResult(change.Seq);
        }, cancellationToken);
}
