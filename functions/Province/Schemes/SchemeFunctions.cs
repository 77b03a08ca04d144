using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Schemes;

/// <summary>By what units are scored; the emulation office decides, everybody may read.</summary>
internal sealed class SchemeFunctions(SchemeTable schemes)
{
    /// <summary>Makes or changes a scheme.</summary>
    /// <remarks>
    /// A scheme is a tree of criteria, given as a flat list in the order of the form, each naming its parent. What is new becomes version 1. The latest
    /// version is changed as long as nobody is scored by it; after that a change makes the next version. The same content again changes nothing.
    /// With isDraft its sums and bounds need not agree yet, and no year takes it; put it again without isDraft to make it whole.
    /// </remarks>
    [Function(nameof(PutScheme)), Needs(Right.Administer), Answers(400, 409)]
    public async Task<TaggedOk<SchemeView>> PutScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/schemes/{scheme}")] HttpRequest request,
        string scheme, Body<SchemeContent> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var content = body.Value with { Criteria = SchemeKeys.Fill(body.Value.Criteria, faults) };
        faults.AddRange(SchemeRules.Check(content));
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await schemes.PutAsync(SchemeTable.PutAction, scheme, content, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SchemeView.Of(put), put.Tag);
    }

    /// <summary>Reads a version of a scheme.</summary>
    /// <remarks>The one of ?version=, else the latest.</remarks>
    [Function(nameof(GetScheme)), Needs(Right.Read), Answers(400, 404)]
    public async Task<TaggedOk<SchemeView>> GetScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/schemes/{scheme}")] HttpRequest request,
        string scheme, int? version, CancellationToken cancellationToken)
    {
        var found = await schemes.DemandAsync(scheme, version, cancellationToken);
        return EntityTag.Ok(SchemeView.Of(found), found.Tag);
    }

    /// <summary>Lists the schemes.</summary>
    /// <remarks>In pages, in the order of their ids, each with its latest version.</remarks>
    [Function(nameof(ListSchemes)), Needs(Right.Read), Answers(400)]
    public async Task<Ok<SchemePage>> ListSchemes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/schemes")] HttpRequest request,
        Page page, CancellationToken cancellationToken)
    {
        var (found, next) = await schemes.ListAsync(page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new SchemePage([.. found.Select(scheme => new SchemeItem(scheme.Id, scheme.Version, scheme.Title, scheme.Criteria, scheme.IsDraft))], next));
    }
}

/// <param name="Scheme">The scheme's id.</param>
/// <param name="Version">Which version this is.</param>
/// <param name="IsInUse">Whether somebody is scored by it, so that it never changes again.</param>
/// <param name="Content">What it says; may be changed and put back.</param>
/// <param name="Voided">What was declared void since the version came into use: shown, and in no sum.</param>
internal sealed record SchemeView(string Scheme, int Version, bool IsInUse, SchemeContent Content, IReadOnlyList<VoidedCriterion> Voided)
{
    public static SchemeView Of(StoredScheme stored) =>
        new(stored.Scheme.Id, stored.Scheme.Version, stored.IsInUse, stored.Scheme.Content, stored.Voided);
}

/// <param name="Scheme">The scheme's id.</param>
/// <param name="Version">The latest version.</param>
/// <param name="Title">The latest version's title.</param>
/// <param name="Criteria">How many lines it has.</param>
/// <param name="IsDraft">Whether the latest version is a draft, by which nobody can be scored.</param>
internal sealed record SchemeItem(string Scheme, int Version, string Title, int Criteria, bool IsDraft);

/// <param name="Schemes">A page of schemes.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record SchemePage(IReadOnlyList<SchemeItem> Schemes, string? Continuation);
