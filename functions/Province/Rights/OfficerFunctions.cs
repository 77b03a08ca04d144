using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Province.Rights;

/// <summary>Who acts for which unit; the emulation office decides.</summary>
internal sealed class OfficerFunctions(OfficerTable officers, UnitExists unitExists, NamesOfUnits findNames, IOptions<AzureAdOptions> azureAd)
{
    /// <summary>Lets an account act for a unit.</summary>
    /// <remarks>
    /// The officer is the object id of a person or an application of our tenant, and acts with that kind of token only. With mayApprove it is the unit's leader, or whoever approves in the leader's place. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(PutOfficer)), Needs(Right.Administer), Answers(400, 404)]
    public async Task<TaggedOk<OfficerView>> PutOfficer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/units/{unit}/officers/{officer}")] HttpRequest request,
        string unit, Guid officer, Body<OfficerBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (!await unitExists(unit, cancellationToken))
        {
            throw Refusal.NotFound(new("Không có đơn vị này trong danh bạ.", "There is no such unit in the roster."));
        }

        if (body.Value is { Kind: OfficerKind.Application, MayApprove: true })
        {
            throw Refusal.BadInput("$.mayApprove", OfficerImport.OnlyAPersonApproves);
        }

        var put = await officers.PutAsync(
            azureAd.Value.TenantId.ToLowerInvariant(),
            new(officer.ToString("D"), unit, body.Value.Kind == OfficerKind.Application, 0, body.Value.MayApprove),
            ifMatch,
            caller.For(null),
            cancellationToken);
        return EntityTag.Ok(OfficerView.Of(put, await findNames([unit], cancellationToken)), put.Version);
    }

    /// <summary>Ends an account's acting for a unit.</summary>
    /// <remarks>Takes effect with the account's next request.</remarks>
    [Function(nameof(RemoveOfficer)), Needs(Right.Administer), Answers(400, 404)]
    public async Task<NoContent> RemoveOfficer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/units/{unit}/officers/{officer}")] HttpRequest request,
        string unit, Guid officer, Caller caller, CancellationToken cancellationToken) =>
        await officers.RemoveAsync(azureAd.Value.TenantId.ToLowerInvariant(), officer.ToString("D"), unit, caller.For(null), cancellationToken)
            ? TypedResults.NoContent()
            : throw Refusal.NotFound(new("Tài khoản này không phải là cán bộ phụ trách của đơn vị.", "That account does not act for the unit."));

    /// <summary>Lets many accounts act for units, by a CSV file or a workbook, all of them or none.</summary>
    /// <remarks>
    /// Columns account, unit, kind and approves; headings and words may be Vietnamese. Every faulty line is reported at once. It only binds: nobody is
    /// removed, and the same file again changes nothing. With ?check=true it only says what it would do.
    /// </remarks>
    [Function(nameof(ImportOfficers)), Needs(Right.Administer), MayTake(TimeOf.LongWork), Answers(400, 413, 415, 429)]
    public async Task<Ok<OfficerImportView>> ImportOfficers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/officers/import")] HttpRequest request,
        bool? check, TableBody body, Caller caller, CancellationToken cancellationToken)
    {
        var file = OfficerFile.Read(body);
        var names = await findNames(file.Lines.Select(line => line.Unit).OfType<string>(), cancellationToken);
        var import = await officers.ImportAsync(azureAd.Value.TenantId.ToLowerInvariant(), file, names.Keys.ToHashSet(StringComparer.Ordinal), check == true, caller.For(null), cancellationToken);
        return TypedResults.Ok(new OfficerImportView(check == true, [.. import.Created.Select(officer => OfficerView.Of(officer, names))], import.Unchanged));
    }

    /// <summary>Lists who acts for which unit.</summary>
    /// <remarks>Of one unit with ?unit=, else of all; in pages.</remarks>
    [Function(nameof(ListOfficers)), Needs(Right.Administer), Answers(400)]
    public async Task<Ok<OfficerPage>> ListOfficers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/officers")] HttpRequest request,
        string? unit, Page page, CancellationToken cancellationToken)
    {
        if (unit is not null && !Slug.IsValid(unit))
        {
            throw Refusal.BadInput("unit", new("Không phải mã đơn vị.", "Not a unit's id."));
        }

        var (found, next) = await officers.ListAsync(unit, page.Continuation, page.Size, cancellationToken);
        var names = await findNames(found.Select(officer => officer.Unit), cancellationToken);
        return TypedResults.Ok(new OfficerPage([.. found.Select(officer => OfficerView.Of(officer, names))], next));
    }
}

/// <summary>What kind of account acts for a unit.</summary>
[JsonConverter(typeof(CamelCaseEnum<OfficerKind>))]
internal enum OfficerKind
{
    Person,
    Application,
}

/// <summary>The body of <c>PutOfficer</c>.</summary>
/// <param name="Kind">A person's account, or an application's (a managed identity or a service principal).</param>
/// <param name="MayApprove">Whether it may approve for the unit what its officers have prepared; only a person's account.</param>
internal sealed record OfficerBody(OfficerKind Kind, bool MayApprove = false);

/// <param name="Officer">The account's object id in the tenant.</param>
/// <param name="Unit">The unit it acts for.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Kind">A person's account, or an application's.</param>
/// <param name="MayApprove">Whether it may approve for the unit.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record OfficerView(string Officer, string Unit, string UnitName, OfficerKind Kind, bool MayApprove, string Etag)
{
    public static OfficerView Of(Officer officer, IReadOnlyDictionary<string, string> names) =>
        new(officer.Object, officer.Unit, names.GetValueOrDefault(officer.Unit, officer.Unit), officer.IsApplication ? OfficerKind.Application : OfficerKind.Person, officer.MayApprove, EntityTag.Of(officer.Version));
}

/// <param name="IsCheck">Whether it was only a check, so that nothing was saved.</param>
/// <param name="Created">Whom the file binds and who was not bound before.</param>
/// <param name="Unchanged">How many of those that the file names were bound already.</param>
internal sealed record OfficerImportView(bool IsCheck, IReadOnlyList<OfficerView> Created, int Unchanged);

/// <param name="Officers">A page of officers.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record OfficerPage(IReadOnlyList<OfficerView> Officers, string? Continuation);
