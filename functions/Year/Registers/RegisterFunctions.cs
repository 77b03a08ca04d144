using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Registers;

/// <summary>Role models, activities and contact persons of a bloc's year.</summary>
internal sealed class RegisterFunctions(YearDesk desk, RegisterTable registers)
{
    private const string Models = $"{BlocRoutes.Year}/role-models";
    private const string Activities = $"{BlocRoutes.Year}/activities";
    private const string Contacts = $"{BlocRoutes.Year}/contacts";

    /// <summary>Puts down a role model of a unit.</summary>
    /// <remarks>A collective or a person. The first needs no If-Match; the same again changes nothing. The trail of changes holds a fingerprint in place of a person's name.</remarks>
    [Function(nameof(PutRoleModel)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<RoleModelView>> PutRoleModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Models}/{{unit}}/{{model}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, string model, Body<RoleModelBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await FindAsync(id, unit, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        Demand(RegisterRules.Check(id.Year, body.Value, desk.Today));
        var (put, version) = await registers.PutAsync(id, unit, model, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(RoleModelView.Of(put, version, terms.Names), version);
    }

    /// <summary>Takes a role model out of the register.</summary>
    /// <remarks>
    /// If-Match is the ETag that was given when it was put down, or in the list. What a sheet cites of it stays in the sheet, and what a report has taken in stays in the report. The trail of changes holds a fingerprint in place of a person's name.
    /// Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RemoveRoleModel)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<NoContent> RemoveRoleModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = $"{Models}/{{unit}}/{{model}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, string model, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        (await FindAsync(id, unit, RegisterRows.Model(unit, model), cancellationToken)).DemandWritable(caller.IsAdmin);
        await registers.RemoveModelAsync(id, unit, model, ifMatch, caller.Acting, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Lists the role models of a bloc's year.</summary>
    /// <remarks>In pages, by unit and id. A report takes them in when it is merged, a person without name and post.</remarks>
    [Function(nameof(ListRoleModels)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<RoleModelPage>> ListRoleModels(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Models)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var (found, next) = await registers.ListModelsAsync(id, After(page, 2), page.Size, cancellationToken);
        return TypedResults.Ok(new RoleModelPage([.. found.Select(one => RoleModelView.Of(one.Entry, one.Version, terms.Names))], next));
    }

    /// <summary>Puts down what a unit did beside its work: culture, sport, social contributions.</summary>
    /// <remarks>Amounts are in đồng. A number that is only about right is kept as it was said and as a number. The first needs no If-Match; the same again changes nothing.</remarks>
    [Function(nameof(RecordActivity)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<ActivityView>> RecordActivity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Activities}/{{unit}}/{{activity}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, string activity, Body<ActivityBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await FindAsync(id, unit, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        Demand(RegisterRules.Check(id.Year, body.Value, desk.Today));
        var (put, version) = await registers.PutAsync(id, unit, activity, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(ActivityView.Of(put, version, terms.Names), version);
    }

    /// <summary>Takes an activity out of the register.</summary>
    /// <remarks>
    /// If-Match is the ETag that was given when it was put down, or in the list. What a sheet cites of it stays in the sheet, and what a report has taken in stays in the report. Once the year is over only the office does it.
    /// Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RemoveActivity)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<NoContent> RemoveActivity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = $"{Activities}/{{unit}}/{{activity}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, string activity, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        (await FindAsync(id, unit, RegisterRows.Activity(unit, activity), cancellationToken)).DemandWritable(caller.IsAdmin);
        await registers.RemoveActivityAsync(id, unit, activity, ifMatch, caller.Acting, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Lists the activities of a bloc's year.</summary>
    /// <remarks>In pages, by unit and id. A report takes them in when it is merged, with the sum of what was given.</remarks>
    [Function(nameof(ListActivities)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<ActivityPage>> ListActivities(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Activities)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var (found, next) = await registers.ListActivitiesAsync(id, After(page, 2), page.Size, cancellationToken);
        return TypedResults.Ok(new ActivityPage([.. found.Select(one => ActivityView.Of(one.Entry, one.Version, terms.Names))], next));
    }

    /// <summary>Puts down whom others call about the year's emulation work in a unit.</summary>
    /// <remarks>Up to five persons, in the order in which they are to be called; none takes them all away. The trail of changes holds no name, number or address.</remarks>
    [Function(nameof(PutContacts)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<ContactsView>> PutContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Contacts}/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<ContactsBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = body.Value.Persons.Count == 0
            ? await FindAsync(id, unit, RegisterRows.Contact(unit), cancellationToken)
            : await FindAsync(id, unit, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        Demand(RegisterRules.Check(body.Value));
        var (put, version) = await registers.PutAsync(id, unit, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(ContactsView.Of(put, terms.Names), version);
    }

    /// <summary>Reads whom to call in a unit.</summary>
    /// <remarks>The bloc's deputy finds all of them with ListContacts.</remarks>
    [Function(nameof(GetContacts)), Needs(Right.ReportResults), Answers(404)]
    public async Task<TaggedOk<ContactsView>> GetContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Contacts}/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, CancellationToken cancellationToken)
    {
        var terms = await FindAsync(id, unit, RegisterRows.Contact(unit), cancellationToken);
        var (found, version) = await registers.FindContactsAsync(id, unit, cancellationToken);
        return EntityTag.Ok(ContactsView.Of(found, terms.Names), version);
    }

    /// <summary>Lists whom to call in the units of a bloc.</summary>
    /// <remarks>In pages, by unit id. Not shown to other units, the council and readers.</remarks>
    [Function(nameof(ListContacts)), Needs(Right.RunBloc), Answers(400, 404)]
    public async Task<Ok<ContactsPage>> ListContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Contacts)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var (found, next) = await registers.ListContactsAsync(id, After(page, 1), page.Size, cancellationToken);
        return TypedResults.Ok(new ContactsPage([.. found.Select(one => ContactsView.Of(one.Entry, terms.Names))], next));
    }

    private async Task<YearTerms> FindAsync(YearOfBloc id, string unit, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is var terms && terms.Has(unit) ? terms : throw SheetTerms.NoSuchMember();

    /// <summary>The same of what is there already: it is taken out also of a unit that was to join the bloc and then did not (<see cref="Province.Roster.SuccessionWithdrawal"/>).</summary>
    private async Task<YearTerms> FindAsync(YearOfBloc id, string unit, string key, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is var terms && (terms.Has(unit) || await registers.HasAsync(id, key, cancellationToken)) ? terms : throw SheetTerms.NoSuchMember();

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    /// <param name="parts">Of how many ids a continuation consists.</param>
    private static string? After(Page page, int parts) =>
        page.Continuation is not { } after || (after.Split('.') is var ids && ids.Length == parts && ids.All(Slug.IsValid)) ? page.Continuation : throw Page.BadContinuation();
}
