using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Finds what holds for sheets from outside of them. All of it is remembered, so it seldom costs a read.</summary>
internal sealed class SheetDesk(CycleTable cycles, RosterTable roster, SchemeTable schemes, VietnamTime vietnam, TimeProvider clock)
{
    public DateOnly Today => vietnam.Today(clock);

    /// <summary>
    /// For a change of the sheet, whether of scores or of evidence; the scheme's version is frozen before this returns. Whether it
    /// is the time is for the change itself to ask, with the sheet at hand (<see cref="SheetTerms.DemandOpen"/>).
    /// </summary>
    /// <exception cref="Refusal">404 or 409: no such year, period or bloc, or no scheme.</exception>
    public Task<SheetTerms> FindToChangeAsync(SheetId id, Caller caller, CancellationToken cancellationToken) =>
        FindAsync(id, caller, schemes.FreezeAsync, cancellationToken);

    /// <summary>For reading: the unit may have left the bloc, and the time may be over.</summary>
    /// <exception cref="Refusal">404 or 409: no such year, period or bloc, or no scheme.</exception>
    public Task<SheetTerms> FindAsync(SheetId id, Caller caller, CancellationToken cancellationToken) =>
        FindAsync(id, caller, schemes.FindTreeAsync, cancellationToken);

    /// <summary>The bloc in a year, and its members as they count for the period, by unit id.</summary>
    /// <exception cref="Refusal">404: no such year, period or bloc.</exception>
    public async Task<(Cycle Cycle, IReadOnlyList<string> Members)> FindBlocAsync(int year, string period, string bloc, CancellationToken cancellationToken)
    {
        var cycle = Demand(await cycles.FindAsync(year, cancellationToken), period, bloc);
        var day = cycle.MembershipDay(period, Today);
        var members = await roster.HistoryAsync(bloc, cancellationToken);
        return (cycle, [.. members.Where(member => member.Covers(day)).Select(member => member.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The same, with the scheme the bloc is scored by.</summary>
    /// <exception cref="Refusal">404 or 409: no such year, period or bloc, or no scheme.</exception>
    public async Task<BlocTerms> FindBlocTermsAsync(BlocInPeriod id, CancellationToken cancellationToken)
    {
        var (cycle, members) = await FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken);
        var tree = cycle.SchemeOf(id.Bloc) is { } version ? await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken) : null;
        return new(id, cycle, tree ?? throw NoScheme(), members);
    }

    /// <summary>What the bloc is scored by now; null until its scheme is chosen.</summary>
    public async Task<SchemeTree?> FindTreeAsync(BlocInPeriod id, CancellationToken cancellationToken) =>
        (await cycles.FindWithBlocsAsync(id.Year, cancellationToken))?.SchemeOf(id.Bloc) is { } version
            ? await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken)
            : null;

    /// <summary>What a sheet that can still change is scored by now; otherwise what it was scored by.</summary>
    public async Task<SchemeTree> TreeAsync(StoredSheet sheet, SheetTerms terms, CancellationToken cancellationToken) =>
        sheet.Head is not { } head || head.State.IsEditable() ? terms.Tree
            : head.LockedAt is { } locked ? await schemes.FindTreeAsync(head.Scheme, head.SchemeVersion, locked, cancellationToken) ?? terms.Tree
            : head.IsBy(terms.Tree.Scheme) ? terms.Tree
            : await schemes.FindTreeAsync(head.Scheme, head.SchemeVersion, cancellationToken) ?? terms.Tree;

    private async Task<SheetTerms> FindAsync(
        SheetId id, Caller caller, Func<string, int, CancellationToken, Task<SchemeTree?>> findScheme, CancellationToken cancellationToken)
    {
        var finding = cycles.FindForAsync(id.Year, id.Bloc, id.Unit, cancellationToken);
        var memberships = await roster.HistoryAsync(id.Bloc, cancellationToken);
        var cycle = Demand(await finding, id.Period, id.Bloc);
        var tree = cycle.SchemeOf(id.Bloc) is { } version ? await findScheme(version.Scheme, version.Version, cancellationToken) : null;
        return new(
            id,
            cycle,
            tree ?? throw NoScheme(),
            [.. memberships.Where(membership => membership.Unit == id.Unit)],
            caller.IsAdmin && cycle.State == CycleState.Closed);
    }

    private static Refusal NoScheme() =>
        Refusal.Rule("no-scheme", new("Khối chưa có bảng điểm cho năm này.", "The bloc has no scoring scheme for this year yet."));

    private static Cycle Demand(Cycle? cycle, string period, string bloc) =>
        cycle is null ? throw Refusal.NotFound(new("Năm thi đua này chưa được mở.", "There is no cycle of that year."))
        : cycle.Periods.All(one => one.Id != period) ? throw Refusal.NotFound(new($"Năm thi đua không có kỳ '{period}'.", $"The cycle has no period '{period}'."))
        : !cycle.Has(bloc) ? throw Refusal.NotFound(new("Khối này không tham gia năm thi đua.", "The bloc takes no part in that year."))
        : cycle;
}
