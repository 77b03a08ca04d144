using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Dossiers;

/// <param name="Template">The template in a version.</param>
/// <param name="Version">The number of the change that wrote it; 0 for the one that comes with the program.</param>
internal sealed record StoredDossierTemplate(DossierTemplate Template, long Version);

/// <summary>The office's template of dossiers: a row a version, and no version ever changes.</summary>
internal sealed class DossierTemplateTable(PartitionStore partitions)
{
    public static readonly PartitionAddress Address = new(DossierTable.Table, "templates");

    private const string Prefix = "template|";

    private static readonly KeyRange All = KeyRange.Prefix(Prefix);

    private static readonly StoredDossierTemplate Default = new(DossierTemplate.Default, 0);

    /// <summary>The last version.</summary>
    public async Task<StoredDossierTemplate> LastAsync(CancellationToken cancellationToken) =>
        (await partitions.ReadAsync(Address, All, cancellationToken)).Rows is [.., var last] ? Read(last) : Default;

    /// <summary>A version that a dossier keeps.</summary>
    public async Task<DossierTemplate> FindAsync(int number, CancellationToken cancellationToken) =>
        number == 0 ? DossierTemplate.Default : Read((await partitions.FindAsync(Address, Key(number), cancellationToken))!).Template;

    /// <summary>Adds a version. The same as the last changes nothing.</summary>
    public Task<StoredDossierTemplate> PutAsync(IReadOnlyList<DossierOutline> outlines, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, All, actor, (view, change) =>
        {
            var before = view.Rows is [.., var last] ? Read(last) : Default;
            if (before.Template.Outlines.Count == outlines.Count && before.Template.Outlines.Zip(outlines).All(pair => pair.First.Says(pair.Second)))
            {
                return Task.FromResult(before);
            }

            if (before.Version > 0 || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before.Version);
            }

            var after = new DossierTemplate(before.Template.Number + 1, outlines);
            var row = new TableEntity(Address.Partition, Key(after.Number));
            row.PutText("Outlines", RowText.PiecesOf(outlines));
            change.Put(row);
            change.Audit = new("PutDossierTemplate", row.RowKey, After: RowText.PiecesOf(outlines));
            return Task.FromResult(new StoredDossierTemplate(after, change.Seq));
        }, cancellationToken);

    private static string Key(int number) => $"{Prefix}{number.ToString("D4", CultureInfo.InvariantCulture)}";

    private static StoredDossierTemplate Read(TableEntity row) => new(
        new(int.Parse(row.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture), RowText.Read<IReadOnlyList<DossierOutline>>(row.Text("Outlines")!)), row.GetInt64("Seq") ?? 0);
}
