using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Awards;

/// <summary>
/// The versions of the rules of awards, in one partition: a row <c>rules|{version}</c> and a row <c>award|{version}|{code}</c> for each of its awards. Until somebody puts it
/// down the shipped version is there without rows.
/// </summary>
internal sealed class AwardRulesTable(PartitionStore partitions, PartitionMemory memory)
{
    public const string Table = "AwardRules";

    public static readonly PartitionAddress Address = new(Table, "rules");

    private const string Versions = "rules|";

    /// <summary>The rules of that day, with what holds on it alone: of the version with the latest first day that is not after it; of a day before all of them, the earliest.</summary>
    public async Task<AwardRules> AtAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var versions = await ListAsync(cancellationToken);
        var version = (versions.LastOrDefault(one => one.From <= day) ?? versions[0]).Version;
        return (await FindAsync(version, cancellationToken))!.Rules.On(day);
    }

    /// <summary>A version whole; null where there is none of that id.</summary>
    public Task<StoredAwardRules?> FindAsync(string version, CancellationToken cancellationToken) => memory.GetAsync(
        Address,
        Key(version),
        async token => await partitions.FindSettledAsync(Address, Key(version), token) is { } row
            ? Read(row, await partitions.QueryAsync(Address, AwardsOf(version), token))
            : version == AwardTemplate.Version ? AwardTemplate.Stored : null,
        cancellationToken);

    /// <summary>All versions without what they say, by their first day; never empty.</summary>
    public Task<IReadOnlyList<AwardVersion>> ListAsync(CancellationToken cancellationToken) => memory.GetAsync(
        Address,
        Versions,
        async token => With((await partitions.ReadAsync(Address, KeyRange.Prefix(Versions), token)).Rows.Select(Summary)),
        cancellationToken);

    /// <summary>Writes a version whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">400: another version begins on that day. 409: something was opened under it. 412 or 428: another version was read, or none.</exception>
    public Task<StoredAwardRules> PutAsync(AwardRules rules, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, KeyRange.Prefix(Versions), actor, async (view, change) =>
        {
            var key = Key(rules.Version);
            var rows = await view.QueryAsync(AwardsOf(rules.Version), cancellationToken);
            var before = view.Row(key) is { } row ? Read(row, rows) : null;
            if (before is not null && RowText.Of(before.Rules) == RowText.Of(rules))
            {
                return before;
            }

            var versions = With(view.Rows.Select(Summary));
            if (versions.FirstOrDefault(one => one.From == rules.From && one.Version != rules.Version) is { } same)
            {
                throw Refusal.BadInput("$.from", new(
                    $"Bộ quy định “{same.Version}” đã bắt đầu từ ngày này.", $"The version “{same.Version}” begins on that day already."));
            }

            if (before is null && versions.Count >= AwardRules.MostVersions)
            {
                throw Refusal.Rule("too-many-versions", new($"Đã có {AwardRules.MostVersions} bộ quy định.", $"There are {AwardRules.MostVersions} versions already."));
            }

            if (before is { IsInUse: true })
            {
                throw Refusal.Rule("award-rules-in-use", new(
                    $"Đã có đề nghị mở theo bộ quy định “{rules.Version}” nên không sửa được nữa; hãy lập bộ quy định mới có ngày bắt đầu riêng.",
                    $"Something was opened under the version “{rules.Version}”, so it does not change any more; make a new one with a first day of its own."));
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Tag ?? 0);
            }

            foreach (var gone in rows.Where(one => rules.Find(AwardRows.Code(one)) is null))
            {
                change.Delete(gone.RowKey);
            }

            Write(change, rules, isInUse: false);
            change.Audit = new(
                "PutAwardRules", rules.Version, Before: before is null ? null : RowText.PiecesOf(before.Rules), After: RowText.PiecesOf(rules));
            return new(rules, IsInUse: false, IsTemplate: false, change.Seq);
        }, cancellationToken);

    /// <summary>Marks a version as in use, for ever; the shipped one is put down by that. To be called before the first row that rests on it is written.</summary>
    /// <returns>The version; null where there is none of that id.</returns>
    public async Task<StoredAwardRules?> FreezeAsync(string version, CancellationToken cancellationToken)
    {
        if (await FindAsync(version, cancellationToken) is not { IsInUse: false } known)
        {
            return await FindAsync(version, cancellationToken);
        }

        return await partitions.ChangeAsync(Address, new(Key(version), Key(version) + " "), Actor.System, async (view, change) =>
        {
            var stored = view.Row(Key(version)) is { } row ? Read(row, await view.QueryAsync(AwardsOf(version), cancellationToken)) : known;
            if (stored.IsInUse)
            {
                return stored;
            }

            Write(change, stored.Rules, isInUse: true);
            change.Audit = new("FreezeAwardRules", version);
            return stored with { IsInUse = true, IsTemplate = false, Tag = change.Seq };
        }, cancellationToken);
    }

    private static void Write(PartitionChange change, AwardRules rules, bool isInUse)
    {
        change.Put(AwardRows.Row(Address.Partition, Key(rules.Version), rules, isInUse));
        foreach (var (order, award) in rules.Awards.Index())
        {
            change.Put(AwardRows.Row(Address.Partition, AwardsOf(rules.Version).From + award.Code, award, order));
        }
    }

    private static IReadOnlyList<AwardVersion> With(IEnumerable<AwardVersion> stored)
    {
        var versions = stored.ToList();
        return [.. (versions.Exists(one => one.Version == AwardTemplate.Version) ? versions : versions.Append(AwardTemplate.Summary)).OrderBy(one => one.From)];
    }

    private static StoredAwardRules Read(TableEntity row, IEnumerable<TableEntity> awards)
    {
        var summary = Summary(row);
        return new(new(summary.Version, summary.From, AwardRows.Awards(awards), AwardRows.Money(row)), summary.IsInUse, IsTemplate: false, row.GetInt64("Seq") ?? 0);
    }

    private static AwardVersion Summary(TableEntity row) => new(
        row.RowKey[Versions.Length..], row.DayOf("From")!.Value, row.GetBoolean("IsInUse") is true, IsTemplate: false, row.GetInt32("Awards") ?? 0);

    private static string Key(string version) => Versions + version;

    private static KeyRange AwardsOf(string version) => KeyRange.Prefix($"award|{version}|");
}
