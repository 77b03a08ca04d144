using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>
/// What is disclosed of a year and what is said to it: in its partition a row <c>disclosure|{id}</c> each, and a row <c>remark|{disclosure}|unit|{unit}|{id}</c> or
/// <c>remark|{disclosure}|letter|{id}</c> for each remark.
/// </summary>
internal sealed class DisclosureTable(PartitionStore partitions)
{
    public const string Table = "Disclosures";

    private const string Prefix = "disclosure|";

    private static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static PartitionAddress AddressOf(int year) => new(Table, year.ToString("D4", CultureInfo.InvariantCulture));

    public async Task<Disclosure?> FindAsync(int year, string disclosure, CancellationToken cancellationToken) =>
        await partitions.FindAsync(AddressOf(year), Prefix + disclosure, cancellationToken) is { } row ? Read(year, row) : null;

    /// <summary>Every disclosure of the year, by id.</summary>
    public async Task<IReadOnlyList<Disclosure>> ListAsync(int year, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(AddressOf(year), All, cancellationToken)).Rows.Select(row => Read(year, row))];

    /// <summary>Writes a disclosure whole. The same again changes nothing.</summary>
    /// <param name="wanted">What it shall say.</param>
    /// <param name="check">Refuses what the rules forbid; is given what stands, null where it is new.</param>
    /// <param name="ifMatch">Which version was read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409: the year has as many as it may. 412 or 428: another version was read, or none.</exception>
    public Task<Disclosure> PutAsync(Disclosure wanted, Action<Disclosure?> check, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(AddressOf(wanted.Year), All, actor, (view, change) =>
        {
            var before = view.Row(Prefix + wanted.Id) is { } row ? Read(wanted.Year, row) : null;
            if (before is { Retracted: null } && before.Says(wanted))
            {
                return Task.FromResult(before);
            }

            check(before);
            if (before is null && view.Rows.Count >= Disclosure.Most)
            {
                throw Refusal.Rule("too-many-disclosures", new($"Năm đã có {Disclosure.Most} đợt công khai.", $"The year has {Disclosure.Most} disclosures; it takes no more."));
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            return Task.FromResult(Write(change, "DiscloseProposals", before, wanted, reason: null));
        }, cancellationToken);

    /// <summary>Takes a disclosure back: from then on nobody but the office sees it. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">404: there is none. 412 or 428: another version was read, or none.</exception>
    public Task<Disclosure> RetractAsync(int year, string disclosure, string reason, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(AddressOf(year), Only(Prefix + disclosure), actor, (view, change) =>
        {
            var before = view.Row(Prefix + disclosure) is { } row ? Read(year, row) : throw DisclosureRules.NoDisclosure();
            if (before.Retracted is not null)
            {
                return Task.FromResult(before);
            }

            ifMatch.Demand(before.Version);
            return Task.FromResult(Write(change, "RetractDisclosure", before, before with { Retracted = reason }, reason));
        }, cancellationToken);

    private static Disclosure Write(PartitionChange change, string action, Disclosure? before, Disclosure after, string? reason)
    {
        var row = new TableEntity(AddressOf(after.Year).Partition, Prefix + after.Id)
        {
            ["Title"] = after.Title,
            ["From"] = RowDay.Of(after.From),
            ["Until"] = RowDay.Of(after.Until),
            ["Retracted"] = after.Retracted,
        };
        row.PutText("Proposals", RowText.PiecesOf(after.Proposals));
        change.Put(row);
        change.Audit = new(
            action, $"{after.Year} {after.Id}", reason, before is null ? null : RowText.PiecesOf(before with { Version = 0 }), RowText.PiecesOf(after with { Version = 0 }));
        return after with { Version = change.Seq };
    }

    private static Disclosure Read(int year, TableEntity row) => new(
        year,
        row.RowKey[Prefix.Length..],
        row.GetString("Title") ?? "",
        row.DayOf("From")!.Value,
        row.DayOf("Until")!.Value,
        RowText.Read<List<DisclosedProposal>>(row.Text("Proposals") ?? "[]"),
        row.GetString("Retracted"),
        row.GetInt64("Seq") ?? 0);

    internal static KeyRange Only(string key) => new(key, key + " ");
}
