using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Texts;

/// <summary>The register of legal texts: rows <c>text|{id}</c> in one partition, so that what replaces a text is known to be there.</summary>
internal sealed class TextTable(PartitionStore partitions)
{
    public const string Table = "LegalTexts";

    public static readonly PartitionAddress Address = new(Table, "texts");

    /// <summary>At least so many are read at a time: those that are not in force must not be read one by one.</summary>
    private const int LeastRead = 100;

    private const string Prefix = "text|";

    public async Task<LegalText?> FindAsync(string id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(Address, Prefix + id, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Those of these ids that there are, by id.</summary>
    public async Task<IReadOnlyDictionary<string, LegalText>> FindAllAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        (await Task.WhenAll(ids.Select(id => FindAsync(id, cancellationToken)))).OfType<LegalText>().ToDictionary(text => text.Id, StringComparer.Ordinal);

    /// <summary>A page of texts, by id, and whether there may be more.</summary>
    /// <param name="inForceOn">Only those of which something is in force on that day; null for all.</param>
    /// <param name="after">The last one of the page before; null for the first.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<LegalText> Texts, bool IsMore)> ListAsync(DateOnly? inForceOn, string? after, int size, CancellationToken cancellationToken)
    {
        var found = new List<LegalText>();
        while (true)
        {
            var range = KeyRange.Prefix(Prefix);
            var (rows, isMore) = await partitions.ReadPageAsync(
                Address, after is null ? range : range with { From = $"{Prefix}{after} " }, null, Math.Max(size, LeastRead), cancellationToken);
            found.AddRange(rows.Select(Read).Where(text => inForceOn is not { } day || TextRules.On(text, day) is Validity.InForce or Validity.InPart));
            if (!isMore || found.Count > size)
            {
                return (found.Count > size ? found[..size] : found, found.Count > size);
            }

            after = Read(rows[^1]).Id;
        }
    }

    /// <summary>Writes a text whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">400: what is said to replace it is not in the register. 412 or 428: another version was read, or none.</exception>
    public Task<LegalText> PutAsync(LegalText text, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var key = Prefix + text.Id;
        return partitions.ChangeAsync(Address, new(key, key + " "), actor, async (view, change) =>
        {
            var before = view.Row(key) is { } row ? Read(row) : null;
            if (before is not null && before.Says(text))
            {
                return before;
            }

            await DemandReplacingAsync(text, view, cancellationToken);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(text));
            change.Audit = new("PutLegalText", text.Id, Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }), After: RowText.PiecesOf(text));
            return text with { Version = change.Seq };
        }, cancellationToken);
    }

    private static async Task DemandReplacingAsync(LegalText text, PartitionView view, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var named = text.Provisions.Select((provision, index) => (provision.ReplacedBy, Path: $"$.provisions[{index}].replacedBy")).Prepend((text.ReplacedBy, Path: "$.replacedBy"));
        foreach (var texts in named.Where(one => one.ReplacedBy is not null).GroupBy(one => one.ReplacedBy!, one => one.Path))
        {
            if (await view.FindAsync(Prefix + texts.Key, cancellationToken) is null)
            {
                faults.AddRange(texts.Select(path => new Fault(path, TextWords.NotThere(texts.Key))));
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static TableEntity Row(LegalText text)
    {
        var row = new TableEntity(Address.Partition, Prefix + text.Id) { ["From"] = RowDay.Of(text.From), ["Until"] = RowDay.Of(text.Until), ["ReplacedBy"] = text.ReplacedBy };
        row.PutPaper(text.Paper);
        row.PutText("Provisions", RowText.PiecesOf(text.Provisions));
        return row;
    }

    private static LegalText Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..],
        row.Paper(),
        row.DayOf("From"),
        row.DayOf("Until"),
        row.GetString("ReplacedBy"),
        RowText.Read<IReadOnlyList<Provision>>(row.Text("Provisions") ?? "[]"),
        row.GetInt64("Seq") ?? 0);
}
