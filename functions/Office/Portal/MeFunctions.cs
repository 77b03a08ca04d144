using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Portal;

/// <summary>What the caller is to us. It stands in this room because what one may do depends on the year.</summary>
internal sealed class MeFunctions(MyYears years)
{
    /// <summary>Tells who I am and what I may do now.</summary>
    /// <remarks>My roles and units; for each open year, and the year before where it is over, the blocs my units are in, as what, which stages are open to them until when; and the functions I may call.</remarks>
    [Function(nameof(GetMe)), Needs(Right.SignedIn)]
    public async Task<Ok<Me>> GetMe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var functions = new FunctionsAllowed(caller);
        return TypedResults.Ok(new Me(
            caller.Object,
            caller.IsApplication ? OfficerKind.Application : OfficerKind.Person,
            [.. caller.RolesHeld.Order(StringComparer.Ordinal)],
            caller.Units,
            caller.ApprovesFor,
            functions.Everywhere,
            await years.OfAsync(caller, functions, cancellationToken)));
    }
}

/// <summary>The caller.</summary>
/// <param name="Oid">The object id in the tenant.</param>
/// <param name="Kind">A person, or an application.</param>
/// <param name="Roles">The app roles of the token.</param>
/// <param name="Units">The units it acts for.</param>
/// <param name="ApprovesFor">Those of them that it may approve for.</param>
/// <param name="Functions">What it may call whatever the unit, the bloc and the year.</param>
/// <param name="Cycles">The open years, and of the years beside this one those that are over.</param>
internal sealed record Me(
    string Oid,
    OfficerKind Kind,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> ApprovesFor,
    IReadOnlyList<string> Functions,
    IReadOnlyList<MyCycle> Cycles);

/// <param name="Year">The year.</param>
/// <param name="IsOpen">Whether it is open; in one that is over there is nothing to do but to look it up.</param>
/// <param name="Places">Where my units are in it; none when I have no unit, or it is in no bloc.</param>
internal sealed record MyCycle(int Year, bool IsOpen, IReadOnlyList<MyPlace> Places);

/// <param name="Unit">My unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Bloc">The bloc it is in.</param>
/// <param name="BlocName">What people call that.</param>
/// <param name="Period">The period.</param>
/// <param name="Roles">What it is there: always a member, and head, deputy or standing unit by the confirmed term, until the handover.</param>
/// <param name="Stages">What it may work at today; the one due first at the head.</param>
/// <param name="Functions">What may be called for this unit in this bloc and year, beside what may be called everywhere.</param>
internal sealed record MyPlace(
    string Unit,
    string UnitName,
    string Bloc,
    string BlocName,
    string Period,
    IReadOnlyList<BlocRole> Roles,
    IReadOnlyList<MyStage> Stages,
    IReadOnlyList<string> Functions);

/// <param name="Stage">Which step.</param>
/// <param name="Opens">Its first day in the bloc.</param>
/// <param name="Deadline">The unit's own last day.</param>
/// <param name="IsExtended">Whether the unit was given more time than its bloc.</param>
internal sealed record MyStage(StageKind Stage, DateOnly Opens, DateOnly Deadline, bool IsExtended);

/// <summary>What a unit is in a bloc.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCaseEnum<BlocRole>))]
internal enum BlocRole
{
    Member,
    Head,
    Deputy,
    StandingUnit,
}
