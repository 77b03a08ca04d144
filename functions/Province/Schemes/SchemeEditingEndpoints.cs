using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Schemes;

/// <summary>How the emulation office works on schemes: copies, workbooks, comparisons, and what is void.</summary>
internal static class SchemeEditingEndpoints
{
    private const string One = "/api/schemes/{scheme}";

    public static void MapSchemeEditing(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{One}/copy", CopyScheme).WithName(nameof(CopyScheme))
            .Needs(Right.Administer)
            .Says(
                "Copies a version of a scheme.",
                "To a new scheme; doing it again changes nothing. Without a target, to the next version of the scheme itself: that needs the ETag of its latest version. "
                + "What was declared void is not void in the copy.")
            .Answers(404, 409);
        app.MapGet($"{One}/comparison", CompareSchemes).WithName(nameof(CompareSchemes))
            .Needs(Right.Read)
            .Says(
                "Tells what changed from one version to another.",
                "From ?version= of this scheme to ?otherVersion= of ?other=. Unless given, the other is this scheme itself, each version is the latest, "
                + "and within one scheme the first is the one before the other.")
            .Answers(400, 404);
        app.MapGet($"{One}/preview", PreviewScheme).WithName(nameof(PreviewScheme))
            .Needs(Right.Read)
            .Says("Shows the form as a unit sees it.", "Every line in order, with what is entered and the most it can give; of ?version=, else of the latest.")
            .Answers(400, 404);
        app.MapGet($"{One}/xlsx", ExportScheme).WithName(nameof(ExportScheme))
            .Needs(Right.Read)
            .Says("Gives a version as a workbook.", "The one of ?version=, else the latest. ImportScheme reads it back as the same scheme.")
            .GivesFile(XlsxWriter.MediaType)
            .Answers(400, 404);
        app.MapPost($"{One}/import", ImportScheme).WithName(nameof(ImportScheme))
            .Needs(Right.Administer)
            .Says(
                "Makes or changes a scheme from a workbook.",
                "A workbook of the form that ExportScheme gives. It is held to the same rules as PutScheme; each fault names its cell, and then nothing is changed.")
            .Answers(409);
        app.MapPost($"{One}/versions/{{version}}/criteria/{{criterion}}/void", VoidCriterion).WithName(nameof(VoidCriterion))
            .Needs(Right.Administer)
            .Says(
                "Declares a criterion void, for ever.",
                "A leaf or a whole section of a version that is in use. It is shown as void and leaves the sum of every sheet on which no published standings rest. "
                + "Doing it again changes nothing.")
            .Answers(404, 409);
    }

    private static async Task<TaggedOk<SchemeView>> CopyScheme(
        string scheme, Body<CopyBody> body, IfMatch ifMatch, Caller caller, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var from = (await schemes.DemandAsync(scheme, body.Value.Version, cancellationToken)).Scheme;
        var content = from.Content with { Title = body.Value.Title ?? from.Content.Title };
        if (SchemeRules.Check(content) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var copy = await schemes.CopyAsync(from, body.Value.To ?? scheme, content, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SchemeView.Of(copy), copy.Tag);
    }

    private static async Task<Ok<SchemeComparison>> CompareSchemes(
        string scheme, int? version, string? other, int? otherVersion, SchemeTable schemes, CancellationToken cancellationToken)
    {
        if (other is not null && !Slug.IsValid(other))
        {
            throw Refusal.BadInput("other", new("Không phải mã bảng điểm.", "Not a scheme's id."));
        }

        var after = (await schemes.DemandAsync(other ?? scheme, otherVersion, cancellationToken)).Scheme;
        var first = version ?? (after.Id == scheme ? Math.Max(1, after.Version - 1) : null);
        var before = (await schemes.DemandAsync(scheme, first, cancellationToken)).Scheme;
        return TypedResults.Ok(new SchemeComparison(
            before.Id, before.Version, after.Id, after.Version, SchemeDifferences.Between(before.Content, after.Content)));
    }

    private static async Task<Ok<SchemePreview>> PreviewScheme(string scheme, int? version, SchemeTable schemes, CancellationToken cancellationToken) =>
        TypedResults.Ok(SchemePreview.Of((await schemes.DemandAsync(scheme, version, cancellationToken)).ToTree()));

    private static async Task<FileContentHttpResult> ExportScheme(string scheme, int? version, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var stored = await schemes.DemandAsync(scheme, version, cancellationToken);
        return XlsxFile.Of($"{scheme}-{stored.Scheme.Version}", SchemeWorkbook.Write(stored));
    }

    private static async Task<TaggedOk<SchemeView>> ImportScheme(
        string scheme, XlsxBody body, IfMatch ifMatch, Caller caller, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var put = await schemes.PutAsync(nameof(ImportScheme), scheme, SchemeImport.Read(body.Book), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SchemeView.Of(put), put.Tag);
    }

    private static async Task<TaggedOk<SchemeView>> VoidCriterion(
        string scheme, int version, string criterion, Body<VoidBody> body, Caller caller, SchemeTable schemes, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        if (reason.Length == 0)
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
        }

        var voided = await schemes.VoidAsync(scheme, version, criterion.Normalize(), reason, caller.For(null), cancellationToken)
            ?? throw Refusal.NotFound(new("Không có bảng điểm, phiên bản hoặc tiêu chí này.", "There is no such scheme, version or criterion."));
        return EntityTag.Ok(SchemeView.Of(voided), voided.Tag);
    }
}

/// <param name="To">The id of the new scheme; none: the next version of this one.</param>
/// <param name="Version">Which version; none: the latest.</param>
/// <param name="Title">The copy's title; none: the same.</param>
internal sealed record CopyBody(
    [property: Slug] string? To = null,
    [property: Range(1, SchemeTable.LastVersion)] int? Version = null,
    [property: StringLength(SchemeRules.LongestTitle, MinimumLength = 1)] string? Title = null);

/// <param name="Reason">Why; shown beside the criterion.</param>
internal sealed record VoidBody([property: StringLength(1000, MinimumLength = 1)] string Reason);

/// <param name="Scheme">The first scheme.</param>
/// <param name="Version">Its version.</param>
/// <param name="Other">The second scheme.</param>
/// <param name="OtherVersion">Its version.</param>
/// <param name="Differences">From the first to the second; empty when they say the same.</param>
internal sealed record SchemeComparison(string Scheme, int Version, string Other, int OtherVersion, IReadOnlyList<SchemeDifference> Differences);
