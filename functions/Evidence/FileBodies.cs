using System.Net.Mime;

namespace EmulationFunctions.Evidence;

/// <summary>How a route whose body or answer is a file describes itself.</summary>
internal static class FileBodies
{
    /// <summary>The body is a file, of whatever Content-Type.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => route.Accepts<Stream>("*/*");

    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route) =>
        route.Produces<Stream>(StatusCodes.Status200OK, MediaTypeNames.Application.Octet);
}
