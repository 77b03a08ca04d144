using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Province.Rights;

/// <summary>The things of an address that rights depend on.</summary>
/// <param name="Unit">The unit, where the address names one.</param>
/// <param name="IsYearOver">Whether the work of the year of the address is over.</param>
/// <param name="Leaders">The units that lead the bloc of the address in the year of the address, today.</param>
/// <param name="Scorer">The unit that scores a peer, where the address names one.</param>
/// <param name="Scorers">Who was assigned to score the unit's sheet; null while that was not asked for.</param>
/// <param name="Members">The units of the bloc of the address in the year of the address; null where that was not asked for.</param>
internal sealed record Target(string? Unit, bool IsYearOver, Leaders Leaders, string? Scorer = null, Scorers? Scorers = null, IReadOnlySet<string>? Members = null);

/// <summary>Decides every right. Pure: what it is told is all it knows.</summary>
internal static class RightRules
{
    public static bool Allows(Right right, Caller caller, Target target) => right switch
    {
        Right.Anyone or Right.SignedIn => true,
        Right.Read => caller.IsKnown,
        Right.Administer => caller.IsAdmin,
        Right.Oversee => caller.Oversees,
        Right.WriteSheet => IsUnit(caller, target) || (caller.IsAdmin && target.IsYearOver),
        Right.ReadSheet => IsUnit(caller, target) || caller.Oversees || Leads(caller, target) || Is(caller, target.Scorers?.Peers) || Is(caller, target.Scorers?.Specialists),
        Right.ScorePeer => Is(caller, target.Scorer),
        Right.ReportResults => IsUnit(caller, target) || caller.IsAdmin || IsHead(caller, target),
        Right.ReadComplaints => IsUnit(caller, target) || caller.Oversees || Leads(caller, target),
        Right.Appraise => caller.IsAdmin || Leads(caller, target) || Is(caller, target.Scorers?.Specialists),
        Right.DeclareConditions => IsUnit(caller, target) || caller.IsAdmin || Leads(caller, target) || Is(caller, target.Scorers?.Declarers),
        Right.ReadConditions => Allows(Right.ReadSheet, caller, target) || Is(caller, target.Scorers?.Declarers),
        Right.LeadBloc => caller.IsAdmin || IsHead(caller, target),
        Right.ReadBloc => caller.Oversees || IsHead(caller, target),
        Right.ApproveForUnit => target.Unit is { } unit && caller.ApprovesFor.Contains(unit),
        Right.RunBloc => caller.IsAdmin || Leads(caller, target),
        Right.ReadBlocYear => caller.Oversees || Leads(caller, target) || Is(caller, target.Members),
        Right.CastVote => IsUnit(caller, target),
        Right.TakePart => caller.IsAdmin || Leads(caller, target) || Is(caller, target.Members),
        _ => false,
    };

    /// <summary>Whether the answer depends on who leads the bloc, so that it has to be looked up.</summary>
    public static bool DependsOnLeaders(Right right) =>
        right is Right.ReadSheet or Right.LeadBloc or Right.ReadBloc or Right.ReportResults or Right.ReadComplaints or Right.Appraise or Right.DeclareConditions or Right.ReadConditions
            or Right.RunBloc or Right.ReadBlocYear or Right.TakePart;

    /// <summary>Whether the answer may depend on who was assigned to score, so that it has to be looked up where nothing else allows it.</summary>
    public static bool DependsOnScorers(Right right) => right is Right.ReadSheet or Right.Appraise or Right.DeclareConditions or Right.ReadConditions;

    /// <summary>Whether the answer depends on who belongs to the bloc in the year.</summary>
    public static bool DependsOnMembers(Right right) => right is Right.ReadBlocYear or Right.TakePart;

    /// <summary>Whether the answer depends on the year's being over.</summary>
    public static bool DependsOnYear(Right right, Caller caller) => right is Right.WriteSheet && caller.IsAdmin;

    /// <summary>
    /// Whether a unit that ended has the right no more: it still reads, and finishes the periods that counted it, but acts in its bloc's year no longer.
    /// </summary>
    /// <param name="right">The right.</param>
    /// <param name="isOfPeriod">Whether the address names a period.</param>
    public static bool EndsWithUnit(Right right, bool isOfPeriod) =>
        right is Right.TakePart || (!isOfPeriod && right is Right.WriteSheet or Right.ReportResults or Right.ApproveForUnit or Right.CastVote);

    /// <summary>The unit of the caller's by which it leads the bloc, stands in for its head or owns criteria; null where none does.</summary>
    public static string? LetInBy(Caller caller, Target target) =>
        Is(caller, target.Leaders.Head) ? target.Leaders.Head
        : Is(caller, target.Leaders.Deputy) ? target.Leaders.Deputy
        : caller.Units.FirstOrDefault(unit => target.Scorers?.Specialists.Contains(unit) is true);

    private static bool IsUnit(Caller caller, Target target) => Is(caller, target.Unit);

    private static bool IsHead(Caller caller, Target target) => Is(caller, target.Leaders.Head);

    private static bool Leads(Caller caller, Target target) => IsHead(caller, target) || Is(caller, target.Leaders.Deputy);

    private static bool Is(Caller caller, string? unit) => unit is not null && caller.Units.Contains(unit);

    private static bool Is(Caller caller, IReadOnlySet<string>? units) => units is not null && caller.Units.Any(units.Contains);
}
