using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Province.Schemes;

/// <summary>How the emulation office works on schemes: copies, workbooks, comparisons, and what is void.</summary>
internal sealed class SchemeEditingFunctions(SchemeTable schemes, ScoredBlocs scoredBlocs)
{
    private const string One = "api/schemes/{scheme}";

    /// <summary>Copies a version of a scheme.</summary>
    /// <remarks>
    /// To a new scheme; doing it again changes nothing. Without a target, to the next version of the scheme itself: that needs the ETag of its latest
    /// version. What was declared void is not void in the copy.
    /// </remarks>
    [Function(nameof(CopyScheme)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<SchemeView>> CopyScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/copy")] HttpRequest request,
        string scheme, Body<CopyBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
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

    /// <summary>Tells what changed from one version to another.</summary>
    /// <remarks>
    /// From ?version= of this scheme to ?otherVersion= of ?other=. Unless given, the other is this scheme itself, each version is the latest, and within one
    /// scheme the first is the one before the other.
    /// </remarks>
    [Function(nameof(CompareSchemes)), Needs(Right.Read), Answers(400, 404)]
    public async Task<Ok<SchemeComparison>> CompareSchemes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/comparison")] HttpRequest request,
        string scheme, int? version, string? other, int? otherVersion, CancellationToken cancellationToken)
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

    /// <summary>Shows the form as a unit sees it.</summary>
    /// <remarks>Every line in order, with what is entered and the most it can give; of ?version=, else of the latest.</remarks>
    [Function(nameof(PreviewScheme)), Needs(Right.Read), Answers(400, 404)]
    public async Task<Ok<SchemePreview>> PreviewScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/preview")] HttpRequest request,
        string scheme, int? version, CancellationToken cancellationToken) =>
        TypedResults.Ok(SchemePreview.Of((await schemes.DemandAsync(scheme, version, cancellationToken)).ToTree()));

    /// <summary>Gives a version as a workbook.</summary>
    /// <remarks>The one of ?version=, else the latest. ImportScheme reads it back as the same scheme.</remarks>
    [Function(nameof(ExportScheme)), Needs(Right.Read), Answers(400, 404)]
    [GivesFile(XlsxWriter.MediaType)]
    public async Task<FileContentHttpResult> ExportScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/xlsx")] HttpRequest request,
        string scheme, int? version, CancellationToken cancellationToken)
    {
        var stored = await schemes.DemandAsync(scheme, version, cancellationToken);
        return XlsxFile.Of($"{scheme}-{stored.Scheme.Version}", SchemeWorkbook.Write(stored));
    }

    /// <summary>Makes or changes a scheme from a workbook.</summary>
    /// <remarks>A workbook of the form that ExportScheme gives. It is held to the same rules as PutScheme; each fault names its cell, and then nothing is changed.</remarks>
    [Function(nameof(ImportScheme)), Needs(Right.Administer), Answers(409, 429)]
    public async Task<TaggedOk<SchemeView>> ImportScheme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/import")] HttpRequest request,
        string scheme, XlsxBody body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var put = await schemes.PutAsync(SchemeTable.ImportAction, scheme, SchemeImport.Read(body.Book), ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SchemeView.Of(put), put.Tag);
    }

    /// <summary>Declares a criterion void, for ever.</summary>
    /// <remarks>
    /// A leaf or a whole section of a version that is in use. It is shown as void and leaves the sum of every sheet on which no published standings rest.
    /// The units of the blocs that are scored by it in an open year get a mail. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(VoidCriterion)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<SchemeView>> VoidCriterion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/versions/{{version}}/criteria/{{criterion}}/void")] HttpRequest request,
        string scheme, int version, string criterion, Body<VoidBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        if (reason.Length == 0)
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
        }

        var voided = await schemes.VoidAsync(scheme, version, criterion, reason, await scoredBlocs.FindAsync(scheme, version, cancellationToken), caller.For(null), cancellationToken)
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
