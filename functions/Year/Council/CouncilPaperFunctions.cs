using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Year.Council;

/// <summary>The papers of a session of the council. They are no bloc's, so they stand beside the session.</summary>
internal sealed class CouncilPaperFunctions(CouncilDesk desk)
{
    private const string One = $"{CouncilFunctions.One}/papers/{{paper}}";

    /// <summary>Gives the minutes of a session of the council, or the minutes of the count, as DOCX.</summary>
    /// <remarks>The papers are minutes and count, in the form of Decree 30/2020/NĐ-CP. What was not recorded is a marked gap, named in Paper-Gaps (percent-encoded UTF-8, as many as a header holds).</remarks>
    [Function(nameof(ExportCouncilPaper)), Needs(Right.Oversee), Answers(400, 404)]
    [GivesFile(PaperWriter.MediaType), GivesHeaders(StatusCodes.Status200OK, PaperHeaders.Gaps)]
    public async Task<FileContentHttpResult> ExportCouncilPaper(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, int year, string session, string paper, CancellationToken cancellationToken)
    {
        var (name, composed) = await ComposeAsync(year, session, paper, cancellationToken);
        var written = PaperWriter.Write(composed);
        var response = request.HttpContext.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = FormattableString.Invariant($"council-{paper}-{year}-{session}.docx"),
            FileNameStar = $"{name}.docx",
        }.ToString();
        PaperHeaders.Write(response, written.Gaps);
        return TypedResults.Bytes(written.Content, PaperWriter.MediaType);
    }

    /// <summary>Gives the same as a page that a browser prints, or saves as PDF.</summary>
    /// <remarks>The page has no script, loads nothing, and its looks are classes alone.</remarks>
    [Function(nameof(PrintCouncilPaper)), Needs(Right.Oversee), Answers(400, 404)]
    [GivesFile(PaperPage.MediaType), GivesHeaders(StatusCodes.Status200OK, PaperHeaders.Gaps)]
    public async Task<ContentHttpResult> PrintCouncilPaper(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{One}/print")] HttpRequest request, int year, string session, string paper, CancellationToken cancellationToken)
    {
        var (name, composed) = await ComposeAsync(year, session, paper, cancellationToken);
        return PrintedPage.Of(request.HttpContext, PaperPage.Write(composed, name));
    }

    private async Task<(string Name, Paper Paper)> ComposeAsync(int year, string session, string paper, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(year, session, cancellationToken);
        return paper switch
        {
            "minutes" => (FormattableString.Invariant($"Biên bản họp Hội đồng {year} {session}"), await desk.MinutesAsync(sight, cancellationToken)),
            "count" => (FormattableString.Invariant($"Biên bản kiểm phiếu Hội đồng {year} {session}"), CouncilPaper.Count(sight)),
            _ => throw Refusal.NotFound(new("Không có loại văn bản này.", "There is no such kind of paper.")),
        };
    }
}
