using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Everything that is wrong with a year somebody wants to enter: its calendar, its blocs and their schemes, all at once.</summary>
internal sealed class CycleChecks(RosterTable roster, FindSchemeDemands findDemands)
{
    /// <param name="known">The year as it is; what it has taken already is not asked again.</param>
    public async Task<IReadOnlyList<Fault>> FaultsOfAsync(CycleBody body, Cycle cycle, Cycle? known, CancellationToken cancellationToken)
    {
        var paths = body.OverridePaths();
        var faults = CycleRules.FaultsOf(cycle).Select(fault => fault with { Path = InBody(fault.Path, paths) }).ToList();
        var blocs = (await roster.ListBlocsAsync(cancellationToken)).Select(bloc => bloc.Id).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < body.Blocs.Count; index++)
        {
            var bloc = body.Blocs[index];
            if (!blocs.Contains(bloc.Bloc))
            {
                faults.Add($"$.blocs[{index}].bloc", $"Không có khối '{bloc.Bloc}' trong danh bạ.", $"There is no bloc '{bloc.Bloc}' in the roster.");
            }
            else if (body.Blocs.Take(index).Any(earlier => earlier.Bloc == bloc.Bloc))
            {
                faults.Add($"$.blocs[{index}].bloc", $"Khối '{bloc.Bloc}' bị lặp lại.", $"The bloc '{bloc.Bloc}' is there twice.");
            }
        }

        await CheckSchemesAsync(body, known, faults, cancellationToken);
        return faults;
    }

    /// <summary>Why nobody can be scored by a version of a scheme now; empty when everybody can.</summary>
    public async Task<IReadOnlyList<Words>> WhyNotTakenAsync(SchemeVersion scheme, CancellationToken cancellationToken)
    {
        if (await findDemands(scheme.Scheme, scheme.Version, cancellationToken) is not { } demands)
        {
            return [new(
                $"Không có phiên bản {scheme.Version} của bộ tiêu chí '{scheme.Scheme}'.",
                $"There is no version {scheme.Version} of the scheme '{scheme.Scheme}'.")];
        }

        var faults = new List<Words>();
        if (demands.IsDraft)
        {
            faults.Add(new(
                $"Phiên bản {scheme.Version} của bộ tiêu chí '{scheme.Scheme}' còn là bản nháp nên chưa dùng để chấm được.",
                $"Version {scheme.Version} of the scheme '{scheme.Scheme}' is a draft, so nobody can be scored by it yet."));
        }

        var units = await roster.FindUnitsAsync([.. demands.Bodies.Select(body => body.Unit).Distinct(StringComparer.Ordinal)], cancellationToken);
        foreach (var body in demands.Bodies)
        {
            if (!units.TryGetValue(body.Unit, out var unit))
            {
                faults.Add(new($"Không có đơn vị '{body.Unit}' trong danh bạ; {body.As.Vi}.", $"There is no unit '{body.Unit}' in the roster; {body.As.En}."));
            }
            else if (unit.IsPlaceholder)
            {
                faults.Add(new(
                    $"'{body.Unit}' trong danh bạ chỉ là chỗ trống, không ai hành động thay được; {body.As.Vi}.",
                    $"'{body.Unit}' is a placeholder in the roster, for which nobody can act; {body.As.En}."));
            }
        }

        return faults;
    }

    private async Task CheckSchemesAsync(CycleBody body, Cycle? known, List<Fault> faults, CancellationToken cancellationToken)
    {
        var taken = (known?.Blocs.Select(bloc => bloc.Scheme) ?? []).OfType<SchemeVersion>().ToHashSet();
        var found = new Dictionary<SchemeVersion, IReadOnlyList<Words>>();
        for (var index = 0; index < body.Blocs.Count; index++)
        {
            if (body.Blocs[index].Scheme is not { } named || new SchemeVersion(named.Id, named.Version) is var scheme && taken.Contains(scheme))
            {
                continue;
            }

            if (!found.TryGetValue(scheme, out var reasons))
            {
                found[scheme] = reasons = await WhyNotTakenAsync(scheme, cancellationToken);
            }

            faults.AddRange(reasons.Select(reason => new Fault($"$.blocs[{index}].scheme", reason)));
        }
    }

    /// <summary>The rules number all overrides through; in the body they stand at their blocs.</summary>
    private static string InBody(string path, IReadOnlyList<string> overrides)
    {
        const string Start = "$.overrides[";
        if (!path.StartsWith(Start, StringComparison.Ordinal))
        {
            return path;
        }

        var end = path.IndexOf(']', StringComparison.Ordinal);
        return overrides[int.Parse(path.AsSpan(Start.Length, end - Start.Length), System.Globalization.CultureInfo.InvariantCulture)] + path[(end + 1)..];
    }
}
