using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What everybody may read without signing in: what was disclosed, from its day on, and nothing else.</summary>
internal sealed class PublicFunctions(DisclosureDesk desk, DisclosureTable table)
{
    private const string Disclosures = "api/public/{year}/disclosures";

    /// <summary>Nothing here hangs on who asks, and what was taken back is to be gone soon.</summary>
    private const string Caching = "public, max-age=60";

    /// <summary>Lists what was disclosed for a year. Needs no sign-in.</summary>
    /// <remarks>The latest first. What is to be disclosed on a later day is not in it, nor what was taken back.</remarks>
    [Function(nameof(ListDisclosed)), Needs(Right.Anyone), Answers(400)]
    public async Task<Ok<DisclosedList>> ListDisclosed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Disclosures)] HttpRequest request, int year, CancellationToken cancellationToken)
    {
        RightsDesk.CheckAddress(request.RouteValues);
        var today = desk.Today;
        var found = (await desk.ShownAsync(year, [.. (await table.ListAsync(year, cancellationToken)).Where(one => one.IsPublicOn(today))], cancellationToken)).OrderByDescending(one => one.From).ThenBy(one => one.Id, StringComparer.Ordinal);
        request.HttpContext.Response.Headers.CacheControl = Caching;
        return TypedResults.Ok(new DisclosedList(year, [.. found.Select(one => DisclosedItem.Of(one, today))]));
    }

    /// <summary>Shows what was disclosed. Needs no sign-in.</summary>
    /// <remarks>Units, awards and what they are proposed for; no remarks, no votes; nothing whose nomination is suspended or withdrawn. 404 before its day and once it was taken back. After its last day it can still be read.</remarks>
    [Function(nameof(GetDisclosed)), Needs(Right.Anyone), Answers(400, 404)]
    public async Task<Ok<DisclosedView>> GetDisclosed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Disclosures}/{{disclosure}}")] HttpRequest request,
        int year, string disclosure, CancellationToken cancellationToken)
    {
        RightsDesk.CheckAddress(request.RouteValues);
        var found = await table.FindAsync(year, disclosure, cancellationToken) is { } one && one.IsPublicOn(desk.Today) ? one : throw DisclosureRules.NoDisclosure();
        request.HttpContext.Response.Headers.CacheControl = Caching;
        return TypedResults.Ok(await desk.DisclosedAsync((await desk.ShownAsync(year, [found], cancellationToken))[0], cancellationToken));
    }
}
