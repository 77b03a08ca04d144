using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Whether a change of a year leaves out something in which work lies. A list that is put whole must not lose what it does not name.</summary>
internal sealed class CycleHoldings(CycleTable cycles, RosterTable roster, HoldingsLookup find)
{
    /// <summary>How many blocs are looked into together.</summary>
    private const int AtOnce = 10;

    /// <exception cref="Refusal">409: every bloc, period, scheme and extended stage that is left out and holds something is named.</exception>
    public async Task DemandKeptAsync(Cycle known, Cycle wanted, CancellationToken cancellationToken)
    {
        List<(string Period, string Bloc)> asked = [..
            from period in known.Periods
            from bloc in known.Blocs
            where wanted.Periods.All(one => one.Id != period.Id) || !wanted.Has(bloc.Bloc) || (bloc.Scheme is not null && wanted.SchemeOf(bloc.Bloc) is null)
            select (period.Id, bloc.Bloc)];
        var faults = new List<Fault>();
        foreach (var some in asked.Chunk(AtOnce))
        {
            var held = await Task.WhenAll(some.Select(one => find(known.Year, one.Period, one.Bloc, cancellationToken)));
            faults.AddRange(some.Zip(held).Where(one => one.Second is not null).Select(one => Fault(wanted, one.First.Period, one.First.Bloc, one.Second!)));
        }

        var isStageGone = known.Stages.Any(stage => wanted.Stages.All(one => one.Key != stage.Key));
        if (isStageGone || known.Blocs.Any(bloc => !wanted.Has(bloc.Bloc)))
        {
            var extensions = (await cycles.FindAsync(known.Year, cancellationToken))?.Extensions ?? [];
            faults.AddRange(extensions.Where(extension => wanted.Stages.All(stage => stage.Key != extension.Stage)).Select(extension => Fault("$.stages", extension, bloc: null)));
            foreach (var some in extensions.Where(extension => wanted.Stages.Any(stage => stage.Key == extension.Stage)).Chunk(AtOnce))
            {
                var memberships = await Task.WhenAll(some.Select(extension => roster.MembershipsOfAsync(extension.Unit, cancellationToken)));
                faults.AddRange(some.Zip(memberships, (extension, of) => LeftOut(known, wanted, of) is { } bloc ? Fault("$.blocs", extension, bloc) : null).OfType<Fault>());
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "cycle-in-use", new(
                "Không bỏ được khối, kỳ, bảng điểm hoặc bước đã có dữ liệu.", "A bloc, period, scheme or stage in which something lies cannot be left out."), faults);
        }
    }

    /// <summary>The bloc for which a unit works in the year, when it is left out and the unit is left without any.</summary>
    private static string? LeftOut(Cycle known, Cycle wanted, IReadOnlyList<Membership> memberships)
    {
        List<string> blocs = [.. memberships.Where(one => one.CoversPartOf(known.Year) && known.Has(one.Bloc)).Select(one => one.Bloc)];
        return blocs.Exists(wanted.Has) ? null : blocs.FirstOrDefault();
    }

    private static Fault Fault(string path, Extension extension, string? bloc) => new(path, new(
        $"Bước {extension.Stage.Kind.Words().Vi} của kỳ '{extension.Stage.Period}' đã gia hạn cho đơn vị '{extension.Unit}'{(bloc is null ? "" : $" thuộc khối '{bloc}'")}.",
        $"The stage {extension.Stage.Kind.Slug()} of period '{extension.Stage.Period}' was extended for the unit '{extension.Unit}'{(bloc is null ? "" : $" of the bloc '{bloc}'")}."));

    private static Fault Fault(Cycle wanted, string period, string bloc, Words held) =>
        !wanted.Has(bloc) ? new("$.blocs", new($"Khối '{bloc}', kỳ '{period}', đã có {held.Vi}.", $"The bloc '{bloc}' has {held.En} in period '{period}'."))
        : wanted.Periods.All(one => one.Id != period) ? new("$.periods", new($"Kỳ '{period}' đã có {held.Vi} của khối '{bloc}'.", $"The period '{period}' has {held.En} of the bloc '{bloc}'."))
        : new("$.blocs", new($"Bảng điểm của khối '{bloc}' đã dùng cho {held.Vi} của kỳ '{period}'.", $"The scheme of the bloc '{bloc}' is what its {held.En} of period '{period}' rest on."));
}
