using System.Net.Mime;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

internal sealed class OpenApiFunctions
{
    /// <summary>This description of the API.</summary>
    /// <remarks>OpenAPI 3.1 of every operation, with its limits and every answer it can give.</remarks>
    [Function(nameof(GetOpenApi)), Needs(Right.Anyone)]
    public FileStreamHttpResult GetOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        TypedResults.Stream(typeof(OpenApiFunctions).Assembly.GetManifestResourceStream("openapi.json")!, MediaTypeNames.Application.Json);
}
