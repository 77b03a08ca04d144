using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Registers;

/// <param name="Entry">What is put down.</param>
/// <param name="Version">The number of the change that last wrote it; 0 where nothing is there.</param>
internal sealed record Registered<T>(T Entry, long Version);

/// <summary>The registers of a bloc's year (<see cref="RegisterRows"/>). The trail holds no name, telephone number or address: a fingerprint stands for a person.</summary>
internal sealed class RegisterTable(PartitionStore partitions)
{
    public const string Table = "Registers";

    private static readonly Register<RoleModel> Models = new(
        "PutRoleModel", "RemoveRoleModel", RegisterRows.ReadModel, RegisterRows.Row, one => $"{RowText.Of(one with { Person = null })} {one.Person?.Fingerprint}".Trim());

    private static readonly Register<Activity> Activities = new("RecordActivity", "RemoveActivity", RegisterRows.ReadActivity, RegisterRows.Row, RowText.Of);

    private static readonly Register<UnitContacts> Contacts = new(
        "PutContacts", null, RegisterRows.ReadContacts, RegisterRows.Row, one => string.Join('\n', one.Persons.Select(person => person.Person.Fingerprint)));

    /// <summary>Writes a role model. The same again changes nothing.</summary>
    public Task<Registered<RoleModel>> PutAsync(YearOfBloc id, string unit, string model, RoleModelBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync(Models, id, RegisterRows.Model(unit, model), $"{id} {unit} {model}", before => body.ToRoleModel(unit, model, before), ifMatch, actor, cancellationToken);

    /// <summary>Writes an activity. The same again changes nothing.</summary>
    public Task<Registered<Activity>> PutAsync(YearOfBloc id, string unit, string activity, ActivityBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync(Activities, id, RegisterRows.Activity(unit, activity), $"{id} {unit} {activity}", _ => body.ToActivity(unit, activity), ifMatch, actor, cancellationToken);

    /// <summary>Writes the contact persons of a unit. The same again changes nothing.</summary>
    public Task<Registered<UnitContacts>> PutAsync(YearOfBloc id, string unit, ContactsBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync(Contacts, id, RegisterRows.Contact(unit), $"{id} {unit}", before => body.ToContacts(unit, before), ifMatch, actor, cancellationToken);

    /// <summary>Takes a role model out. Where there is none, nothing changes.</summary>
    public Task RemoveModelAsync(YearOfBloc id, string unit, string model, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        RemoveAsync(Models, id, RegisterRows.Model(unit, model), $"{id} {unit} {model}", ifMatch, actor, cancellationToken);

    /// <summary>Takes an activity out. Where there is none, nothing changes.</summary>
    public Task RemoveActivityAsync(YearOfBloc id, string unit, string activity, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        RemoveAsync(Activities, id, RegisterRows.Activity(unit, activity), $"{id} {unit} {activity}", ifMatch, actor, cancellationToken);

    /// <param name="key">Of <see cref="RegisterRows"/>.</param>
    public async Task<bool> HasAsync(YearOfBloc id, string key, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), key, cancellationToken) is not null;

    /// <summary>What is behind <see cref="RegisteredEntry"/>.</summary>
    public async Task<PaperReference?> FindCitedAsync(YearOfBloc id, string unit, CitedEntry entry, CancellationToken cancellationToken)
    {
        var isModel = entry.Register == RegisterKind.RoleModels;
        var row = await partitions.FindAsync(id.AddressIn(Table), isModel ? RegisterRows.Model(unit, entry.Id) : RegisterRows.Activity(unit, entry.Id), cancellationToken);
        return row is null ? null : isModel ? RegisterWords.AsPaper(RegisterRows.ReadModel(row)) : RegisterWords.AsPaper(RegisterRows.ReadActivity(row));
    }

    public async Task<Registered<UnitContacts>> FindContactsAsync(YearOfBloc id, string unit, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), RegisterRows.Contact(unit), cancellationToken) is { } row
            ? new(RegisterRows.ReadContacts(row), Version(row))
            : new(new(unit, []), 0);

    public Task<(IReadOnlyList<Registered<RoleModel>> Entries, string? Next)> ListModelsAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken) =>
        ListAsync(Models, id, RegisterRows.Models, after, size, cancellationToken);

    public Task<(IReadOnlyList<Registered<Activity>> Entries, string? Next)> ListActivitiesAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken) =>
        ListAsync(Activities, id, RegisterRows.Activities, after, size, cancellationToken);

    public Task<(IReadOnlyList<Registered<UnitContacts>> Entries, string? Next)> ListContactsAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken) =>
        ListAsync(Contacts, id, RegisterRows.Contacts, after, size, cancellationToken);

    /// <summary>What is behind <see cref="RegistersLookup"/>.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(YearTerms terms, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var address = terms.Id.AddressIn(Table);
        var models = (await partitions.QueryAsync(address, RegisterRows.Models, cancellationToken)).ConvertAll(RegisterRows.ReadModel);
        var activities = (await partitions.QueryAsync(address, RegisterRows.Activities, cancellationToken)).ConvertAll(RegisterRows.ReadActivity);
        return RegisterWords.Of(
            models.FindAll(one => terms.Has(one.Unit) && IsWithin(one.When)), activities.FindAll(one => terms.Has(one.Unit) && IsWithin(one.When)), unit => terms.Names[unit]);

        // What has no day is nobody's to leave out but the editor's.
        bool IsWithin(SaidDay when) => !(when.Day < from) && !(when.Day > until);
    }

    private Task<Registered<T>> PutAsync<T>(
        Register<T> register, YearOfBloc id, string key, string subject, Func<T?, T> make, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
        where T : class =>
        partitions.ChangeAsync(id.AddressIn(Table), RegisterRows.Only(key), actor, (view, change) =>
        {
            var row = view.Row(key);
            var before = row is null ? null : register.Read(row);
            var after = make(before);
            if (before is not null && RowText.Of(before) == RowText.Of(after))
            {
                return Task.FromResult(new Registered<T>(before, Version(row!)));
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(row is null ? 0 : Version(row));
            }

            change.Put(register.Write(view.Address.Partition, after));
            change.Audit = new(register.Action, subject, Before: before is null ? null : register.Say(before), After: register.Say(after));
            return Task.FromResult(new Registered<T>(after, change.Seq));
        }, cancellationToken);

    private Task RemoveAsync<T>(Register<T> register, YearOfBloc id, string key, string subject, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
        where T : class =>
        partitions.ChangeAsync(id.AddressIn(Table), RegisterRows.Only(key), actor, (view, change) =>
        {
            if (view.Row(key) is { } row)
            {
                ifMatch.Demand(Version(row));
                change.Delete(key);
                change.Audit = new(register.Removal!, subject, Before: register.Say(register.Read(row)));
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private async Task<(IReadOnlyList<Registered<T>> Entries, string? Next)> ListAsync<T>(
        Register<T> register, YearOfBloc id, KeyRange range, string? after, int size, CancellationToken cancellationToken)
        where T : class
    {
        var (rows, isMore) = await partitions.ReadPageAsync(
            id.AddressIn(Table), after is null ? range : range with { From = range.From + after.Replace('.', '|') + " " }, null, size, cancellationToken);
        return (rows.ConvertAll(row => new Registered<T>(register.Read(row), Version(row))), isMore ? rows[^1].RowKey[range.From.Length..].Replace('|', '.') : null);
    }

    private static long Version(TableEntity row) => row.GetInt64("Seq") ?? 0;

    /// <param name="Action">The function that writes an entry.</param>
    /// <param name="Removal">The function that takes one out; null where it is emptied by writing it.</param>
    /// <param name="Read">From its row.</param>
    /// <param name="Write">As a row of the partition.</param>
    /// <param name="Say">As the trail holds it.</param>
    private sealed record Register<T>(string Action, string? Removal, Func<TableEntity, T> Read, Func<string, T, TableEntity> Write, Func<T, string> Say);
}
