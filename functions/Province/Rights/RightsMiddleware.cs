using System.Globalization;
using System.Security.Claims;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Province.Rights;

/// <summary>
/// Stands before every endpoint, before its body is read: checks the ids of the address, finds out who is calling, and asks
/// <see cref="RightRules"/>. An endpoint that does not say what it needs is refused to everybody.
/// </summary>
internal sealed partial class RightsMiddleware(
    RequestDelegate next, OfficerTable officers, LeadersLookup findLeaders, ScorersLookup findScorers, YearIsOver isOver, ILogger<RightsMiddleware> logger)
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    public async Task InvokeAsync(HttpContext context)
    {
        // What is not a route is the framework's own answer: no such address, no such method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var right = endpoint.Metadata.GetMetadata<NeededRight>()?.Right;
        if (right is not Right.Anyone)
        {
            if (context.User.Identity?.IsAuthenticated != true)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            CheckAddress(context.Request.RouteValues);
            var caller = await CallerAsync(context.User, context.RequestAborted);
            context.Features.Set(caller);
            if (right is null || !await AllowsAsync(right.Value, caller, context))
            {
                AccessRefused(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "?", right?.ToString() ?? "none declared");
                throw Refusal.Forbidden();
            }
        }

        await next(context);
    }

    private async Task<Caller> CallerAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var tenant = user.FindFirstValue("tid")!.ToLowerInvariant();
        var id = user.FindFirstValue("oid")!.ToLowerInvariant();
        var roles = user.FindAll("roles").Select(claim => claim.Value).Where(Roles.All.Contains).ToHashSet(StringComparer.Ordinal);
        var isApplication = user.FindFirst("scp") is null;
        return new(tenant, id, isApplication, roles, await officers.UnitsOfAsync(tenant, id, isApplication, cancellationToken));
    }

    private async Task<bool> AllowsAsync(Right right, Caller caller, HttpContext context)
    {
        var target = await TargetAsync(right, caller, context);
        if (RightRules.Allows(right, caller, target) || !RightRules.DependsOnScorers(right) || caller.Units.Count == 0)
        {
            return RightRules.Allows(right, caller, target);
        }

        var address = context.Request.RouteValues;
        return target.Unit is { } unit && Year(address) is { } year && address.TryGetValue("bloc", out var bloc) && address.TryGetValue("period", out var period)
            && RightRules.Allows(right, caller, target with { Scorers = await findScorers(year, (string)period!, (string)bloc!, unit, context.RequestAborted) });
    }

    private async Task<Target> TargetAsync(Right right, Caller caller, HttpContext context)
    {
        var address = context.Request.RouteValues;
        var unit = address.TryGetValue("unit", out var value) ? value as string : null;
        var year = Year(address);
        var leaders = Leaders.Nobody;
        if (RightRules.DependsOnLeaders(right) && caller.Units.Count > 0 && year is not null && address.TryGetValue("bloc", out var bloc))
        {
            leaders = await findLeaders((string)bloc!, year.Value, context.RequestAborted);
        }

        var isYearOver = RightRules.DependsOnYear(right, caller) && year is { } one && await isOver(one, context.RequestAborted);
        return new(unit, isYearOver, leaders, address.TryGetValue("scorer", out var scorer) ? scorer as string : null);
    }

    private static int? Year(RouteValueDictionary address) =>
        address.TryGetValue("year", out var value) ? int.Parse((string)value!, CultureInfo.InvariantCulture) : null;

    /// <summary>Ids are checked here once, so that no handler ever sees one that is not an id.</summary>
    private static void CheckAddress(RouteValueDictionary address)
    {
        var faults = new List<Fault>();
        foreach (var (name, value) in address)
        {
            switch (name, value)
            {
                case ("year", string text):
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < EarliestYear or > LatestYear)
                    {
                        faults.Add(new(name, new($"Năm phải từ {EarliestYear} đến {LatestYear}.", $"The year must be from {EarliestYear} to {LatestYear}.")));
                    }

                    break;
                case ("version" or "round", string text):
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 9999)
                    {
                        faults.Add(new(name, new("Phải là số nguyên từ 1.", "Must be a whole number from 1.")));
                    }

                    break;
                case ("officer", string text):
                    if (!Guid.TryParseExact(text, "D", out _))
                    {
                        faults.Add(new(name, new("Phải là mã đối tượng (GUID) của tài khoản.", "Must be the object id (GUID) of the account.")));
                    }

                    break;
                case ("name" or "criterion", _):
                    break;
                case (_, string text) when !Slug.IsValid(text):
                    faults.Add(new(name, new(
                        $"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
                        $"An id has only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters.")));
                    break;
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} was refused: the caller lacks {Right}.", EventName = "AccessRefused")]
    private partial void AccessRefused(string function, string right);
}
