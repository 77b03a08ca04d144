using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Province.Rights;

/// <summary>An account that acts for a unit: a person's or an application's. Never a name or an address.</summary>
/// <param name="Object">The account's object id in the tenant.</param>
/// <param name="Unit">The unit that it acts for.</param>
/// <param name="IsApplication">Whether it is an application's.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
/// <param name="MayApprove">Whether it may approve for the unit what an officer has prepared; only a person.</param>
internal sealed record Officer(string Object, string Unit, bool IsApplication, long Version, bool MayApprove = false);

/// <summary>
/// Which account acts for which unit: one partition, a row <c>officer|{tid}:{oid}|{unit}</c> each. A province has a few thousand
/// at most, and one request asks for one account's rows.
/// </summary>
internal sealed class OfficerTable(PartitionStore partitions, PartitionMemory memory, StoredTables tables)
{
    public const string Table = "Officers";

    private const string Prefix = "officer|";

    private static readonly PartitionAddress Address = new(Table, "officers");

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <summary>
    /// As what an account is bound to its units; an account bound as a person has none with an application's token, nor the other way round.
    /// Asked at every request and remembered, so an import that is still being put in place is not waited for: it only binds.
    /// </summary>
    public async Task<IReadOnlyList<Officer>> BoundAsync(string tenant, string id, bool isApplication, CancellationToken cancellationToken)
    {
        var account = $"{Prefix}{tenant}:{id}|";
        var officers = await memory.GetAsync<Officer[]>(
            Address,
            account,
            async token => [.. (await PartitionStore.QueryAsync(_table, Address.Partition, KeyRange.Prefix(account), token)).Select(From)],
            cancellationToken);
        return [.. officers.Where(officer => officer.IsApplication == isApplication)];
    }

    /// <summary>A page of officers, of one unit or of all, with where the next page begins.</summary>
    public Task<(List<Officer> Officers, string? Next)> ListAsync(string? unit, string? continuation, int pageSize, CancellationToken cancellationToken) =>
        partitions.ReadSteadyAsync(Address, _ => ReadPageAsync(unit, continuation, pageSize, cancellationToken), cancellationToken);

    private async Task<(List<Officer> Officers, string? Next)> ReadPageAsync(string? unit, string? continuation, int pageSize, CancellationToken cancellationToken)
    {
        var range = KeyRange.Prefix(Prefix);
        var filter = unit is null
            ? StoredTable.CreateQueryFilter($"PartitionKey eq {Address.Partition} and RowKey ge {range.From} and RowKey lt {range.To}")
            : StoredTable.CreateQueryFilter($"PartitionKey eq {Address.Partition} and RowKey ge {range.From} and RowKey lt {range.To} and Unit eq {unit}");
        await foreach (var page in _table.QueryAsync(filter, pageSize, null, cancellationToken).AsPages(continuation, pageSize))
        {
            if (page.Values.Count > 0 || page.ContinuationToken is null)
            {
                return ([.. page.Values.Select(From)], page.ContinuationToken);
            }
        }

        return ([], null);
    }

    /// <summary>Binds an account to a unit. Doing it again changes nothing.</summary>
    public Task<Officer> PutAsync(string tenant, Officer officer, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, Only(tenant, officer.Object, officer.Unit), actor, (view, change) =>
        {
            var existing = view.Row(Key(tenant, officer.Object, officer.Unit)) is { } row ? From(row) : null;
            if (existing is not null && Kind(existing) == Kind(officer))
            {
                return Task.FromResult(existing);
            }

            if (existing is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(existing?.Version ?? 0);
            }

            change.Put(Row(tenant, officer));
            change.Audit = new("PutOfficer", $"{tenant}:{officer.Object} {officer.Unit}", Before: existing is null ? null : Kind(existing), After: Kind(officer));
            return Task.FromResult(officer with { Version = change.Seq });
        }, cancellationToken);

    /// <summary>Ends an account's acting for a unit. False when it did not act for it.</summary>
    public Task<bool> RemoveAsync(string tenant, string id, string unit, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, Only(tenant, id, unit), actor, (view, change) =>
        {
            if (view.Row(Key(tenant, id, unit)) is null)
            {
                return Task.FromResult(false);
            }

            change.Delete(Key(tenant, id, unit));
            change.Audit = new("RemoveOfficer", $"{tenant}:{id} {unit}");
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>Binds all accounts of a file or none. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">400: every fault of the file.</exception>
    public Task<OfficerImport> ImportAsync(
        string tenant, OfficerFile file, IReadOnlySet<string> units, bool isCheck, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, KeyRange.Prefix($"{Prefix}{tenant}:"), actor, (view, change) =>
        {
            var import = OfficerImport.Plan(view.Rows.Select(From), units, file);
            if (import.Faults.Count > 0)
            {
                throw Refusal.BadInput(import.Faults);
            }

            if (isCheck || import.Created.Count == 0)
            {
                return Task.FromResult(import);
            }

            foreach (var officer in import.Created)
            {
                change.Put(Row(tenant, officer));
            }

            change.Audit = new("ImportOfficers", tenant, After: string.Join('\n', import.Created.Select(officer => $"{officer.Object} {officer.Unit} {Kind(officer)}")));
            return Task.FromResult(import);
        }, cancellationToken);

    private static TableEntity Row(string tenant, Officer officer) => new(Address.Partition, Key(tenant, officer.Object, officer.Unit))
    {
        ["Object"] = officer.Object,
        ["Unit"] = officer.Unit,
        ["IsApplication"] = officer.IsApplication,
        ["MayApprove"] = officer.MayApprove,
    };

    private static string Kind(Officer officer) => officer.IsApplication ? "application" : officer.MayApprove ? "person who approves" : "person";

    private static string Key(string tenant, string id, string unit) => $"{Prefix}{tenant}:{id}|{unit}";

    private static KeyRange Only(string tenant, string id, string unit) => new(Key(tenant, id, unit), Key(tenant, id, unit) + " ");

    private static Officer From(TableEntity row) => new(
        row.GetString("Object")!, row.GetString("Unit")!, row.GetBoolean("IsApplication") ?? false, row.GetInt64("Seq") ?? 0, row.GetBoolean("MayApprove") ?? false);
}
