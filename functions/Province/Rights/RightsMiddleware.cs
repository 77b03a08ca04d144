using System.Security.Claims;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmulationFunctions.Province.Rights;

/// <summary>
/// Stands before every function that is called, before its body is read: finds out who is calling, has the ids of the address checked,
/// and asks for the function's right (<see cref="RightsDesk"/>). A function that does not say what it needs is refused to everybody.
/// </summary>
internal sealed partial class RightsMiddleware(
    OfficerTable officers, RightsDesk rights, Marks marks, ReadAhead readAhead, ILogger<RightsMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            var function = FunctionMethod.All[context.FunctionDefinition.Name];
            var right = function.Attribute<NeedsAttribute>()?.Right;
            if (right is not Right.Anyone)
            {
                var user = await SignedInAsync(http);
                RightsDesk.CheckAddress(http.Request.RouteValues);
                marks.LookAhead(http.RequestAborted);
                readAhead(function, http.Request.RouteValues, http.RequestAborted);
                await DemandAsync(function, right, user, http);
            }
        }

        await next(context);
    }

    private static async Task<ClaimsPrincipal> SignedInAsync(HttpContext http) =>
        await http.AuthenticateAsync() is { Succeeded: true, Principal: var user } ? user : throw Refusal.NotSignedIn();

    private async Task DemandAsync(FunctionMethod function, Right? right, ClaimsPrincipal user, HttpContext http)
    {
        var caller = await CallerAsync(user, http.RequestAborted);
        http.Features.Set(caller);
        if (right is not { } needed || await rights.AskAsync(needed, caller, http.Request.RouteValues, http.RequestAborted) is not { } allowed)
        {
            AccessRefused(function.Name, right?.ToString() ?? "none declared");
            throw Refusal.Forbidden(right is { } lacking ? RightWords.Holders(lacking) : null);
        }

        http.Features.Set(allowed);
    }

    private async Task<Caller> CallerAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var tenant = user.FindFirstValue("tid")!.ToLowerInvariant();
        var id = user.FindFirstValue("oid")!.ToLowerInvariant();
        var roles = user.FindAll("roles").Select(claim => claim.Value).Where(Roles.All.Contains).ToHashSet(StringComparer.Ordinal);
        var isApplication = user.FindFirst("scp") is null;
        var bound = await officers.BoundAsync(tenant, id, isApplication, cancellationToken);
        return new(tenant, id, isApplication, roles, [.. bound.Select(officer => officer.Unit)])
        {
            ApprovesFor = [.. bound.Where(officer => officer.MayApprove).Select(officer => officer.Unit)],
        };
    }

    [LoggerMessage(LogLevel.Information, "{Function} was refused: the caller lacks {Right}.", EventName = "AccessRefused")]
    private partial void AccessRefused(string function, string right);
}
