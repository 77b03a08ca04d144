using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Changes a year, whole or one bloc of it: checked, nothing lost, the schemes frozen, then written.</summary>
internal sealed class CycleEditor(
    CycleTable cycles, CycleChecks checks, CycleHoldings holdings, FreezeScheme freeze, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    /// <param name="body">Where faults are told.</param>
    /// <param name="cycle">What the body says.</param>
    /// <exception cref="Refusal">400: every fault. 409: something that holds work is left out. 412 or 428: somebody changed the year, or it was not read.</exception>
    public Task<Cycle> PutAsync(int year, CycleBody body, Cycle cycle, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        PutAsync(year, CycleTable.PutAction, body, cycle, ifMatch, actor, cancellationToken);

    /// <summary>One bloc in place of what the year says of it; one it does not have yet comes last.</summary>
    public async Task<Cycle> PutBlocAsync(Cycle known, string bloc, CycleBlocBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var own = new BlocInYearBody(bloc, body.Scheme) { Stages = body.Stages ?? [] };
        var others = CycleView.Of(known).Blocs;
        List<BlocInYearBody> blocs = known.Has(bloc) ? [.. others.Select(one => one.Bloc == bloc ? own : one)] : [.. others, own];
        try
        {
            return await PutAsync(known, "PutCycleBloc", blocs, ifMatch, actor, cancellationToken);
        }
        catch (Refusal refusal) when (refusal.Faults.Count > 0)
        {
            // The caller sent one bloc, not the list; its id stood in the address.
            var place = $"$.blocs[{blocs.IndexOf(own)}]";
            throw new Refusal(refusal.Status, refusal.Type, refusal.Words, [.. refusal.Faults.Select(fault => fault with
            {
                Path = fault.Path == $"{place}.bloc" ? "bloc" : fault.Path.Replace(place, "$", StringComparison.Ordinal),
            })]);
        }
    }

    public async Task<Cycle> RemoveBlocAsync(Cycle known, string bloc, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        known.Has(bloc)
            ? await PutAsync(known, "RemoveCycleBloc", [.. CycleView.Of(known).Blocs.Where(one => one.Bloc != bloc)], ifMatch, actor, cancellationToken)
            : known;

    private Task<Cycle> PutAsync(Cycle known, string action, IReadOnlyList<BlocInYearBody> blocs, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var view = CycleView.Of(known);
        var body = new CycleBody(blocs, view.StartsOn, view.Periods, view.Stages);
        return PutAsync(known.Year, action, body, body.ToCycle(known.Year, CalendarTemplate.Default), ifMatch, actor, cancellationToken);
    }

    private async Task<Cycle> PutAsync(int year, string action, CycleBody body, Cycle cycle, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var known = await cycles.FindWithBlocsAsync(year, cancellationToken);
        if (await checks.FaultsOfAsync(body, cycle, known, cancellationToken) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        SchemeVersion[] chosen = [.. Schemes(cycle).Except(known is null ? [] : Schemes(known))];
        if (known is not null)
        {
            if (chosen.Length > 0)
            {
                // Before anything is frozen for ever on behalf of a change that is refused.
                ifMatch.Demand(known.Version);
            }

            await holdings.DemandKeptAsync(known, cycle, cancellationToken);
        }

        foreach (var scheme in chosen)
        {
            if (!await freeze(scheme.Scheme, scheme.Version, cancellationToken))
            {
                throw Refusal.Rule("scheme-changed", new(
                    $"Phiên bản {scheme.Version} của bộ tiêu chí '{scheme.Scheme}' vừa được sửa thành bản nháp.", $"Version {scheme.Version} of the scheme '{scheme.Scheme}' has just become a draft."));
            }
        }

        return await cycles.PutAsync(
            cycle, action, ifMatch, known is null ? [] : await ToldAsync(known, cycle, cancellationToken), actor, cancellationToken);
    }

    /// <summary>The members of each bloc that will work on other days than it thought, in a year that is open.</summary>
    private async Task<IReadOnlyList<(string Bloc, IReadOnlyList<string> Units)>> ToldAsync(Cycle known, Cycle cycle, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var told = new List<(string, IReadOnlyList<string>)>();
        foreach (var bloc in cycle.Blocs.Select(one => one.Bloc).Where(bloc => known.State == CycleState.Open && known.Has(bloc)))
        {
            if (known.Stages.Concat(cycle.Stages).Select(stage => stage.Key).Distinct().Any(key => Differs(known.StageOf(bloc, key), cycle.StageOf(bloc, key), today)))
            {
                var members = await roster.MembersAsync(bloc, cycle.MembershipDay(Period.WholeYear, today), cancellationToken);
                told.Add((bloc, [.. members.Select(member => member.Unit).Distinct(StringComparer.Ordinal)]));
            }
        }

        return told;
    }

    /// <summary>What lies behind everybody in both concerns nobody.</summary>
    private static bool Differs(Stage? before, Stage? after, DateOnly today) => before != after && !(before?.Closes < today && after?.Closes < today);

    private static IEnumerable<SchemeVersion> Schemes(Cycle cycle) => cycle.Blocs.Select(bloc => bloc.Scheme).OfType<SchemeVersion>().Distinct();
}
