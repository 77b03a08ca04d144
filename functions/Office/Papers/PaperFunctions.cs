using System.Globalization;
using System.Net.Mime;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Office.Papers;

/// <summary>The papers of a bloc's year, in the form in which an office signs them.</summary>
internal sealed class PaperFunctions(PaperDesk desk)
{
    private const string Documents = $"{BlocRoutes.Year}/documents";

    /// <summary>Lists the papers that can be had of a bloc's year.</summary>
    /// <remarks>Those that the caller may have: of the unit that is named, else of the bloc and of its own units.</remarks>
    [Function(nameof(ListDocuments)), Needs(Right.Read), GivesLanguage]
    public async Task<Ok<DocumentsView>> ListDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Documents)] HttpRequest request,
        [AsParameters] YearOfBloc id, string? period, string? unit, Caller caller, CancellationToken cancellationToken)
    {
        var language = request.HttpContext.AnswersIn();
        var allowed = new List<DocumentKindView>();
        foreach (var kind in desk.Kinds)
        {
            // As ExportDocument asks: what the kind does not need lets nobody in.
            var asked = kind.Of.HasFlag(PaperOf.Period) ? period : null;
            foreach (var one in !kind.Of.HasFlag(PaperOf.Unit) ? [null] : unit is null ? [null, .. caller.Units] : (string?[])[unit])
            {
                if (await desk.AskAsync(kind.Right, caller, id, asked, one, item: null, cancellationToken) is not null)
                {
                    allowed.Add(new(kind.Slug, kind.Name.In(language), Needs(kind.Of)));
                    break;
                }
            }
        }

        return TypedResults.Ok(new DocumentsView(allowed));
    }

    /// <summary>Gives a paper of a bloc's year as DOCX.</summary>
    /// <remarks>
    /// In the form of Decree 30/2020/NĐ-CP. ListDocuments says which there are and what each needs; each has its own right. It bears the letterhead of the
    /// body that issues it and the number that was recorded for it. What was not recorded is a marked gap in the paper,
    /// named in Paper-Gaps (percent-encoded UTF-8, as many as a header holds). With Accept: application/json only the name, the size and all gaps are given.
    /// </remarks>
    [Function(nameof(ExportDocument)), Needs(Right.Read), Answers(400, 404, 409)]
    [GivesFile(PaperWriter.MediaType), GivesHeaders(StatusCodes.Status200OK, PaperHeaders.Gaps)]
    public async Task<Results<FileContentHttpResult, Ok<DocumentView>>> ExportDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Documents}/{{kind}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string kind, string? period, string? unit, string? item, Caller caller, CancellationToken cancellationToken)
    {
        var (found, order) = desk.Find(id, kind, period, unit, item);
        var asking = await desk.DemandAsync(found.Right, caller, id, order, cancellationToken);
        var written = PaperWriter.Write(await desk.IssueAsync(found, id, order, asking, cancellationToken));

        var about = About(id, order);
        var name = $"{found.Name.Vi} {about}.docx";
        if (request.GetTypedHeaders().Accept is [{ MediaType.Value: MediaTypeNames.Application.Json }, ..])
        {
            return TypedResults.Ok(new DocumentView(found.Slug, name, written.Content.Length, written.Gaps));
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{found.Slug}-{about.Replace(' ', '-')}.docx", FileNameStar = name }.ToString();
        PaperHeaders.Write(request.HttpContext.Response, written.Gaps);
        return TypedResults.Bytes(written.Content, PaperWriter.MediaType);
    }

    /// <summary>Gives a paper of a bloc's year as a page that a browser prints, or saves as PDF.</summary>
    /// <remarks>The same paper as ExportDocument gives, to the same callers, with the same marks at what was not recorded. The page has no script, loads nothing, and its looks are classes alone: what is in its main can stand in another page.</remarks>
    [Function(nameof(PrintDocument)), Needs(Right.Read), Answers(400, 404, 409)]
    [GivesFile(PaperPage.MediaType), GivesHeaders(StatusCodes.Status200OK, PaperHeaders.Gaps)]
    public async Task<ContentHttpResult> PrintDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Documents}/{{kind}}/print")] HttpRequest request,
        [AsParameters] YearOfBloc id, string kind, string? period, string? unit, string? item, Caller caller, CancellationToken cancellationToken)
    {
        var (found, order) = desk.Find(id, kind, period, unit, item);
        var asking = await desk.DemandAsync(found.Right, caller, id, order, cancellationToken);
        var page = PaperPage.Write(await desk.IssueAsync(found, id, order, asking, cancellationToken), $"{found.Name.Vi} {About(id, order)}");
        return PrintedPage.Of(request.HttpContext, page);
    }

    private static string About(YearOfBloc id, PaperOrder order) =>
        string.Join(' ', new[] { id.Year.ToString(CultureInfo.InvariantCulture), order.Period, id.Bloc, order.Unit, order.Item }.Where(part => part.Length > 0));

    private static IReadOnlyList<string> Needs(PaperOf of) =>
    [
        .. of.HasFlag(PaperOf.Period) ? ["period"] : Array.Empty<string>(),
        .. of.HasFlag(PaperOf.Unit) ? ["unit"] : Array.Empty<string>(),
        .. of.HasFlag(PaperOf.Item) ? ["item"] : Array.Empty<string>(),
    ];
}
