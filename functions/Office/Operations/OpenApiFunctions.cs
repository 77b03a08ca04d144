using System.Net.Mime;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EmulationFunctions.Office.Operations;

internal sealed class OpenApiFunctions
{
    /// <summary>This description of the API.</summary>
    /// <remarks>OpenAPI 3.1 of every operation, with its limits and every answer it can give.</remarks>
    [Function(nameof(GetOpenApi)), Needs(Right.Anyone)]
    [ProducesResponseType<JsonObject>(StatusCodes.Status200OK, MediaTypeNames.Application.Json)]
    public FileStreamHttpResult GetOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        TypedResults.Stream(typeof(OpenApiFunctions).Assembly.GetManifestResourceStream("openapi.json")!, MediaTypeNames.Application.Json);
}
