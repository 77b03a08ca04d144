using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Schemes;

/// <summary>By what units are scored; the emulation office decides, everybody may read.</summary>
internal static class SchemeEndpoints
{
    public static void MapSchemes(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/schemes/{scheme}", PutScheme).WithName(nameof(PutScheme))
            .Needs(Right.Administer)
            .Says(
                "Makes or changes a scheme.",
                "A scheme is a tree of criteria, given as a flat list in the order of the form, each naming its parent. What is new becomes version 1. "
                + "The latest version is changed as long as nobody is scored by it; after that a change makes the next version. The same content again changes nothing.")
            .Answers(400, 409);
        app.MapGet("/api/schemes/{scheme}", GetScheme).WithName(nameof(GetScheme))
            .Needs(Right.Read)
            .Says("Reads a version of a scheme.", "The one of ?version=, else the latest.")
            .Answers(400, 404);
        app.MapGet("/api/schemes", ListSchemes).WithName(nameof(ListSchemes))
            .Needs(Right.Read)
            .Says("Lists the schemes.", "In pages, in the order of their ids, each with its latest version.")
            .Answers(400);
    }

    private static async Task<TaggedOk<SchemeView>> PutScheme(
        string scheme, Body<SchemeContent> body, IfMatch ifMatch, Caller caller, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var faults = SchemeRules.Check(body.Value);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var put = await schemes.PutAsync(nameof(PutScheme), scheme, body.Value, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SchemeView.Of(put), put.Tag);
    }

    private static async Task<TaggedOk<SchemeView>> GetScheme(string scheme, int? version, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var found = await schemes.DemandAsync(scheme, version, cancellationToken);
        return EntityTag.Ok(SchemeView.Of(found), found.Tag);
    }

    private static async Task<Ok<SchemePage>> ListSchemes(Page page, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var (found, next) = await schemes.ListAsync(page.Continuation, page.Size, cancellationToken);
        return TypedResults.Ok(new SchemePage([.. found.Select(scheme => new SchemeItem(scheme.Id, scheme.Version, scheme.Title, scheme.Criteria))], next));
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
internal sealed record SchemeItem(string Scheme, int Version, string Title, int Criteria);

/// <param name="Schemes">A page of schemes.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record SchemePage(IReadOnlyList<SchemeItem> Schemes, string? Continuation);
