using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Papers;

/// <summary>
/// In the table <c>Papers</c>: of a bloc's year the row <c>letterhead</c> and a row <c>number|{kind}|{period}|{unit}|{item}</c> for each paper that was issued; of a unit
/// the row <c>letterhead</c> in the partition <c>unit|{unit}</c>.
/// </summary>
internal sealed class PaperTable(PartitionStore partitions)
{
    public const string Table = "Papers";

    private const string LetterheadKey = "letterhead";

    private static readonly KeyRange Letterhead = new(LetterheadKey, LetterheadKey + " ");

    public static readonly KeyRange Numbers = KeyRange.Prefix("number|");

    public static PartitionAddress AddressOf(YearOfBloc id) => id.AddressIn(Table);

    public static PartitionAddress AddressOf(string unit) => new(Table, $"unit|{unit}");

    public async Task<PaperLetterhead?> FindLetterheadAsync(PartitionAddress address, CancellationToken cancellationToken) =>
        await partitions.FindAsync(address, LetterheadKey, cancellationToken) is { } row ? ReadLetterhead(row) : null;

    /// <summary>Writes it whole. The same again changes nothing.</summary>
    /// <param name="address">Of the body.</param>
    /// <param name="action">The function's name.</param>
    /// <param name="subject">The body, in ids.</param>
    /// <param name="letterhead">What it shall be.</param>
    /// <param name="ifMatch">Which version was read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<PaperLetterhead> PutLetterheadAsync(
        PartitionAddress address, string action, string subject, PaperLetterhead letterhead, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(address, Letterhead, actor, (view, change) =>
        {
            var before = view.Row(LetterheadKey) is { } row ? ReadLetterhead(row) : null;
            if (before is not null && before.Says(letterhead))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(address.Partition, letterhead));
            change.Audit = new(action, subject, Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }), After: RowText.PiecesOf(letterhead));
            return Task.FromResult(letterhead with { Version = change.Seq });
        }, cancellationToken);

    public async Task<PaperNumber?> FindNumberAsync(YearOfBloc id, string kind, PaperOrder order, CancellationToken cancellationToken) =>
        await partitions.FindAsync(AddressOf(id), Key(kind, order), cancellationToken) is { } row ? ReadNumber(row) : null;

    /// <summary>All numbers of the bloc's year.</summary>
    public async Task<IReadOnlyList<NumberedPaper>> NumbersAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(AddressOf(id), Numbers, cancellationToken)).Rows.Select(row => Read(id, row))];

    /// <summary>Writes what number a paper got. The same again changes nothing.</summary>
    public Task<PaperNumber> PutNumberAsync(YearOfBloc id, string kind, PaperOrder order, PaperNumber number, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var key = Key(kind, order);
        return partitions.ChangeAsync(AddressOf(id), new(key, key + " "), actor, (view, change) =>
        {
            var before = view.Row(key) is { } row ? ReadNumber(row) : null;
            // Who is named as before keeps the salt of then, and a number that is sent as before its symbol, whatever the pattern became.
            var isAsBefore = before is not null && (number.Given == before.Given || number.Given == before.Symbol);
            var after = (isAsBefore ? number with { Given = before!.Given, Symbol = before.Symbol } : number) with { Signer = NamedPerson.Said(number.Signer?.Name, number.Signer?.Post, before?.Signer) };
            if (before is not null && before with { Version = 0 } == after)
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(AddressOf(id).Partition, key, after));
            change.Audit = new("RecordPaperNumber", $"{id} {key}", Before: before is null ? null : Describe(before), After: Describe(after));
            return Task.FromResult(after with { Version = change.Seq });
        }, cancellationToken);
    }

    /// <summary>Takes who signed out of a row.</summary>
    public static int Erase(TableEntity row)
    {
        if (ReadNumber(row).Signer is not { } signer || signer == NamedPerson.Erased)
        {
            return 0;
        }

        row["Signer"] = RowText.Of(NamedPerson.Erased);
        return 1;
    }

    /// <summary>Slugs hold no bar, so the parts are found again.</summary>
    private static string Key(string kind, PaperOrder order) => $"number|{kind}|{order.Period}|{order.Unit}|{order.Item}";

    /// <summary>The trail holds who signed by a fingerprint.</summary>
    private static string Describe(PaperNumber one) => RowText.Of(new { one.Given, one.Symbol, one.Day, Signer = one.Signer?.Fingerprint });

    private static TableEntity Row(string partition, PaperLetterhead one)
    {
        var row = new TableEntity(partition, LetterheadKey)
        {
            ["Superior"] = one.Superior,
            ["HasNoSuperior"] = one.HasNoSuperior,
            ["Name"] = one.Name,
            ["Place"] = one.Place,
            ["Capacity"] = one.Capacity,
            ["Post"] = one.Post,
            ["NumberPattern"] = one.NumberPattern,
        };
        row.PutText("Patterns", RowText.PiecesOf(one.Patterns));
        row.PutText("Recipients", RowText.PiecesOf(one.Recipients));
        row.PutText("Addressees", RowText.PiecesOf(one.Addressees));
        return row;
    }

    private static PaperLetterhead ReadLetterhead(TableEntity row) => new(
        row.GetString("Superior"),
        row.GetBoolean("HasNoSuperior") ?? false,
        row.GetString("Name"),
        row.GetString("Place"),
        row.GetString("Capacity"),
        row.GetString("Post"),
        row.GetString("NumberPattern"),
        row.GetInt64("Seq") ?? 0)
    {
        Patterns = RowText.Read<IReadOnlyList<KindPattern>>(row.Text("Patterns") ?? "[]"),
        Recipients = RowText.Read<IReadOnlyList<string>>(row.Text("Recipients") ?? "[]"),
        Addressees = RowText.Read<IReadOnlyList<string>>(row.Text("Addressees") ?? "[]"),
    };

    private static TableEntity Row(string partition, string key, PaperNumber one) => new(partition, key)
    {
        ["Given"] = one.Given,
        ["Symbol"] = one.Symbol,
        ["Day"] = RowDay.Of(one.Day),
        ["Signer"] = one.Signer is null ? null : RowText.Of(one.Signer),
    };

    private static NumberedPaper Read(YearOfBloc id, TableEntity row) => row.RowKey.Split('|') is [_, var kind, var period, var unit, var item]
        ? new(kind, new(id.Year, id.Bloc, period, unit, item), ReadNumber(row))
        : throw new InvalidOperationException($"'{row.RowKey}' names no paper.");

    private static PaperNumber ReadNumber(TableEntity row) => new(
        row.GetString("Given") ?? "",
        row.GetString("Symbol") ?? "",
        row.DayOf("Day"),
        row.GetString("Signer") is { } signer ? RowText.Read<NamedPerson>(signer) : null,
        row.GetInt64("Seq") ?? 0);
}
