namespace EmulationFunctions.Identity;

/// <summary>The things of an address that rights depend on.</summary>
/// <param name="Unit">The unit, where the address names one.</param>
/// <param name="IsYearOver">Whether the work of the year of the address is over.</param>
/// <param name="HeadOfBloc">The unit that leads the bloc of the address in the year of the address, today; null when nobody does (any more).</param>
internal sealed record Target(string? Unit, bool IsYearOver, string? HeadOfBloc);

/// <summary>Decides every right. Pure: what it is told is all it knows.</summary>
internal static class Rights
{
    public static bool Allows(Right right, Caller caller, Target target) => right switch
    {
        Right.Anyone or Right.SignedIn => true,
        Right.Read => caller.IsKnown,
        Right.Administer => caller.IsAdmin,
        Right.Oversee => caller.Oversees,
        Right.WriteSheet => IsUnit(caller, target) || (caller.IsAdmin && target.IsYearOver),
        Right.ReadSheet => IsUnit(caller, target) || caller.Oversees || IsHead(caller, target),
        Right.LeadBloc => caller.IsAdmin || IsHead(caller, target),
        Right.ReadBloc => caller.Oversees || IsHead(caller, target),
        _ => false,
    };

    /// <summary>Whether the answer depends on who leads the bloc, so that it has to be looked up.</summary>
    public static bool DependsOnHead(Right right) => right is Right.ReadSheet or Right.LeadBloc or Right.ReadBloc;

    /// <summary>Whether the answer depends on the year's being over.</summary>
    public static bool DependsOnYear(Right right, Caller caller) => right is Right.WriteSheet && caller.IsAdmin;

    private static bool IsUnit(Caller caller, Target target) => target.Unit is { } unit && caller.Units.Contains(unit);

    private static bool IsHead(Caller caller, Target target) => target.HeadOfBloc is { } head && caller.Units.Contains(head);
}
