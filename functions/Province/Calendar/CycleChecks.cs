using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Everything that is wrong with a year somebody wants to enter: its calendar, its blocs and their schemes, all at once.</summary>
internal sealed class CycleChecks(RosterTable roster, SchemeExists schemeExists)
{
    public async Task<IReadOnlyList<Fault>> FaultsOfAsync(CycleBody body, Cycle cycle, CancellationToken cancellationToken)
    {
        var paths = body.OverridePaths();
        var faults = CycleRules.FaultsOf(cycle).Select(fault => fault with { Path = InBody(fault.Path, paths) }).ToList();
        var known = (await roster.ListBlocsAsync(cancellationToken)).Select(bloc => bloc.Id).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < body.Blocs.Count; index++)
        {
            var bloc = body.Blocs[index];
            if (!known.Contains(bloc.Bloc))
            {
                faults.Add($"$.blocs[{index}].bloc", $"Không có khối '{bloc.Bloc}' trong danh bạ.", $"There is no bloc '{bloc.Bloc}' in the roster.");
            }
            else if (body.Blocs.Take(index).Any(earlier => earlier.Bloc == bloc.Bloc))
            {
                faults.Add($"$.blocs[{index}].bloc", $"Khối '{bloc.Bloc}' bị lặp lại.", $"The bloc '{bloc.Bloc}' is there twice.");
            }
        }

        await CheckSchemesAsync(body, faults, cancellationToken);
        return faults;
    }

    private async Task CheckSchemesAsync(CycleBody body, List<Fault> faults, CancellationToken cancellationToken)
    {
        var found = new Dictionary<SchemeVersionBody, bool>();
        for (var index = 0; index < body.Blocs.Count; index++)
        {
            if (body.Blocs[index].Scheme is not { } scheme)
            {
                continue;
            }

            if (!found.TryGetValue(scheme, out var exists))
            {
                exists = await schemeExists(scheme.Id, scheme.Version, cancellationToken);
                found.Add(scheme, exists);
            }

            if (!exists)
            {
                faults.Add(
                    $"$.blocs[{index}].scheme",
                    $"Không có phiên bản {scheme.Version} của bộ tiêu chí '{scheme.Id}'.",
                    $"There is no version {scheme.Version} of the scheme '{scheme.Id}'.");
            }
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
