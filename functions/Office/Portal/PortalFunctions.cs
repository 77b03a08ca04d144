using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Portal;

/// <summary>The units' page: its files, what it must know before anybody has signed in, and on a developer's machine the clock. No part of the API, and not in its description.</summary>
internal sealed partial class PortalFunctions(
    PageFiles files, PageHeaders headers, IOptions<PortalOptions> portal, IOptions<AzureAdOptions> azureAd, IOptions<UploadOptions> uploads, LocalCondition local, TimeProvider clock,
    ILogger<PortalFunctions> logger)
{
    private const string ClockPath = "clock";

    /// <summary>The clock that can be moved; null wherever people rely on it.</summary>
    private SetClock? Movable => local.IsLocal ? clock as SetClock : null;

    [Function(nameof(Portal)), Needs(Right.Anyone), ExcludeFromDescription]
    public IResult Portal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "portal/{*file}")] HttpRequest request, string? file)
    {
        headers.Write(request.HttpContext.Response);
        return file switch
        {
            "settings.json" => Settings(request.HttpContext.Response),
            ClockPath when Movable is { } movable => Now(request.HttpContext.Response, movable),
            ClockPath => throw NoSuchFile(),
            _ => File(request, file ?? ""),
        };
    }

    /// <summary>Moves the program's clock on; what stands on this machine with it follows what is said of it in the records. Timers run by the new time, a minute later at most.</summary>
    [Function(nameof(MovePortalClock)), Needs(Right.Anyone), ExcludeFromDescription]
    public async Task<Ok<PortalClock>> MovePortalClock([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"portal/{ClockPath}")] HttpRequest request)
    {
        // Asked before the body is looked at: where there is no such clock nothing is read, and nothing is said of what was sent.
        var movable = Movable ?? throw NoSuchFile();
        var now = (await Body<PortalClock>.ReadAsync(request.HttpContext)).Value.Now.ToUniversalTime();
        if (now.Year is < RightsDesk.EarliestYear or > RightsDesk.LatestYear)
        {
            throw Refusal.BadInput("$.now", new($"Năm phải từ {RightsDesk.EarliestYear} đến {RightsDesk.LatestYear}.", $"The year must be from {RightsDesk.EarliestYear} to {RightsDesk.LatestYear}."));
        }

        movable.MoveTo(now);
        ClockMoved(now.ToString("O", CultureInfo.InvariantCulture));
        return Now(request.HttpContext.Response, movable);
    }

    private static Ok<PortalClock> Now(HttpResponse response, SetClock movable)
    {
        response.Headers.CacheControl = PageHeaders.Of(PageCaching.Never);
        return TypedResults.Ok(new PortalClock(movable.GetUtcNow()));
    }

    private Ok<PortalSettings> Settings(HttpResponse response)
    {
        response.Headers.CacheControl = PageHeaders.Of(PageCaching.Never);
        return TypedResults.Ok(new PortalSettings(
            azureAd.Value.Authority,
            portal.Value.ClientId is { Length: > 0 } own ? own : azureAd.Value.ClientId,
            // By the bare id: Entra refuses an api:// address to an application that asks for itself (AADSTS90009).
            $"openid profile offline_access {azureAd.Value.ClientId}/{AzureAdOptions.Scope}",
            new([.. uploads.Value.Types().Select(type => type.Title())], uploads.Value.MaximumBytes),
            Movable is null ? null : new($"/portal/{ClockPath}")));
    }

    private PhysicalFileHttpResult File(HttpRequest request, string path)
    {
        if (files.Find(path, request) is not { } found)
        {
            throw files.IsBuilt ? NoSuchFile() : Refusal.NotFound(new(
                "Trang thi đua chưa được đóng gói cùng chương trình này. Chạy dotnet publish, hoặc dotnet run local.cs trên máy của bạn.",
                "The page was not built with this program. Run dotnet publish, or dotnet run local.cs on your own machine."));
        }

        var answer = request.HttpContext.Response.Headers;
        answer.CacheControl = PageHeaders.Of(found.Caching);
        answer.ContentEncoding = found.Coding;
        answer.Vary = found.Varies ? "Accept-Encoding" : default;
        var tag = found.Tag(out var changed);
        return TypedResults.PhysicalFile(found.Path, found.Type, lastModified: changed, entityTag: tag);
    }

    private static Refusal NoSuchFile() => Refusal.NotFound(new("Trang này không có tệp như vậy.", "The page has no such file."));

    [LoggerMessage(LogLevel.Information, "The clock was moved to {Now}", EventName = "ClockMoved")]
    private partial void ClockMoved(string now);
}

/// <summary>What the page must know before anybody has signed in.</summary>
/// <param name="Authority">Who signs people in.</param>
/// <param name="ClientId">What the page is to them.</param>
/// <param name="Scope">What it asks for.</param>
/// <param name="Files">Which files are taken, said before one is chosen.</param>
/// <param name="Local">What there is on a developer's machine only; null elsewhere.</param>
internal sealed record PortalSettings(string Authority, string ClientId, string Scope, PortalUploads Files, PortalLocal? Local);

/// <param name="Types">As people name them: PDF, DOCX…</param>
/// <param name="MostBytes">The largest file.</param>
internal sealed record PortalUploads(IReadOnlyList<string> Types, long MostBytes);

/// <param name="Clock">Where the clock is read and moved.</param>
internal sealed record PortalLocal(string Clock);

/// <param name="Now">The moment that it is for the program.</param>
internal sealed record PortalClock(DateTimeOffset Now);
