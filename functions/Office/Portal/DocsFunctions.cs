using System.IO.Compression;
using System.Net.Mime;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace EmulationFunctions.Office.Portal;

/// <summary>The API to read and to try, for those who call it themselves: Swagger UI out of its package, over our own description.</summary>
internal sealed class DocsFunctions
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>EmulationFunctions: the API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
        <body><div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
        </html>

        """;

    private const string Start = """
        SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none', filter: true, validatorUrl: null });

        """;

    /// <summary>Styles that are set one by one from script are allowed; nothing else is needed.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly System.Reflection.Assembly Package = typeof(SwaggerUIOptions).Assembly;

    private static readonly EntityTagHeaderValue Tag = new($"\"{Package.ManifestModule.ModuleVersionId:N}\"");

    [Function(nameof(Docs)), Needs(Right.Anyone), ExcludeFromDescription]
    public IResult Docs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{*file}")] HttpRequest request, string? file)
    {
        var response = request.HttpContext.Response;
        PageHeaders.Write(response, Policy);
        response.Headers.CacheControl = PageHeaders.Of(PageCaching.Checked);
        return file switch
        {
            null or "" => TypedResults.Text(Page, $"{MediaTypeNames.Text.Html}; charset=utf-8"),
            "start.js" => TypedResults.Text(Start, MediaTypeNames.Text.JavaScript),
            "swagger-ui-bundle.js" => Packed(request, file, MediaTypeNames.Text.JavaScript),
            "swagger-ui.css" => Packed(request, file, MediaTypeNames.Text.Css),
            _ => throw Refusal.NotFound(new("Trang này không có tệp như vậy.", "The page has no such file.")),
        };
    }

    /// <summary>It lies in its package as gzip, and goes out so to whoever can unpack it.</summary>
    private static IResult Packed(HttpRequest request, string file, string type)
    {
        var packed = Package.GetManifestResourceStream($"Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.{file}")!;
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!PageFiles.Accepts(request, "gzip"))
        {
            return TypedResults.Stream(new GZipStream(packed, CompressionMode.Decompress), type);
        }

        headers.ContentEncoding = "gzip";
        return TypedResults.Stream(packed, type, entityTag: Tag);
    }
}
