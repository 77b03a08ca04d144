using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Answers with a paper as a page.</summary>
internal static class PrintedPage
{
    public static ContentHttpResult Of(HttpContext context, WrittenPage page)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PaperPage.Policy;
        headers.XContentTypeOptions = "nosniff";
        // It has what may not be known to everybody, and the back button does not bring it back.
        headers.CacheControl = "no-store";
        PaperHeaders.Write(context.Response, page.Gaps);
        return TypedResults.Text(page.Html, $"{PaperPage.MediaType}; charset=utf-8");
    }
}
