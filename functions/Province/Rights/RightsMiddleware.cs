using System.Globalization;
using System.Security.Claims;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmulationFunctions.Province.Rights;

/// <summary>
/// Stands before every function that is called, before its body is read: finds out who is calling, checks the ids of the address,
/// and asks <see cref="RightRules"/>. A function that does not say what it needs is refused to everybody.
/// </summary>
internal sealed partial class RightsMiddleware(
    OfficerTable officers, LeadersLookup findLeaders, MembersLookup findMembers, ScorersLookup findScorers, YearIsOver isOver, Marks marks, ReadAhead readAhead, ILogger<RightsMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            var function = FunctionMethod.All[context.FunctionDefinition.Name];
            var right = function.Attribute<NeedsAttribute>()?.Right;
            if (right is not Right.Anyone)
            {
                var user = await SignedInAsync(http);
                CheckAddress(http.Request.RouteValues);
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
        if (right is not { } needed || await AllowedAsync(needed, caller, http) is not { } target)
        {
            AccessRefused(function.Name, right?.ToString() ?? "none declared");
            throw Refusal.Forbidden(right is { } lacking ? RightWords.Holders(lacking) : null);
        }

        http.Features.Set(caller with { LetInBy = RightRules.LetInBy(caller, target) });
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

    /// <summary>What it was decided by; null when the caller may not.</summary>
    private async Task<Target?> AllowedAsync(Right right, Caller caller, HttpContext context)
    {
        var target = await TargetAsync(right, caller, context);
        var address = context.Request.RouteValues;
        if (!RightRules.Allows(right, caller, target) && RightRules.DependsOnScorers(right) && caller.Units.Count > 0
            && target.Unit is { } unit && Year(address) is { } year && address.TryGetValue("bloc", out var bloc) && address.TryGetValue("period", out var period))
        {
            target = target with { Scorers = await findScorers(year, (string)period!, (string)bloc!, unit, context.RequestAborted) };
        }

        return RightRules.Allows(right, caller, target) ? target : null;
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

        IReadOnlySet<string>? members = null;
        if (RightRules.DependsOnMembers(right) && caller.Units.Count > 0 && year is not null && address.TryGetValue("bloc", out var joined))
        {
            members = await findMembers((string)joined!, year.Value, context.RequestAborted);
        }

        var isYearOver = RightRules.DependsOnYear(right, caller) && year is { } one && await isOver(one, context.RequestAborted);
        return new(unit, isYearOver, leaders, address.TryGetValue("scorer", out var scorer) ? scorer as string : null, Members: members);
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
                case ("name" or "criterion" or "condition", _):
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
