using System.Globalization;

namespace EmulationFunctions.Benchmarks;

/// <summary>The publication of a bloc's standings: both builds in turns, and this program in growing provinces.</summary>
internal static class PublicationRows
{
    private const int Units = 20;
    private const int Leaves = 200;
    private const int Warming = 10;
    private const int Callers = 4;

    /// <summary>How far a figure may move from that of the smallest province.</summary>
    private const double Drift = 0.1;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Pace pace, CancellationToken cancellationToken)
    {
        var (blocs, year) = (Enumerable.Range(0, Warming + pace.Blocs).Select(bloc => $"b{bloc}").ToList(), Province.Today.Year);
        // Compiled to the end at once: what the compiler does meanwhile in the background would be counted.
        KeyValuePair<string, string?>[] compiled = [new("DOTNET_TieredCompilation", "0")];
        await using var before = await Side.StartAsync(builds.Before, cancellationToken, compiled);
        await using var ours = await Side.StartAsync(builds.Ours, cancellationToken, compiled);
        foreach (var side in new[] { before, ours })
        {
            await PrepareAsync(side.Api, year, blocs, cancellationToken);
        }

        var costs = new Dictionary<Side, (Turns Calls, Turns Bytes, Turns Processor)> { [before] = (new(), new(), new()), [ours] = (new(), new(), new()) };
        foreach (var (index, bloc) in blocs.Index())
        {
            foreach (var side in new[] { before, ours })
            {
                var cost = await side.CostAsync(token => side.Api.PublishAsync(year, bloc, token), 1, cancellationToken);
                if (index >= Warming)
                {
                    costs[side].Calls.Add(cost.Calls);
                    costs[side].Bytes.Add(cost.Bytes / (Units * Leaves));
                    costs[side].Processor.Add(cost.Processor * 1000 / (Units * Leaves));
                }
            }
        }

        var (then, now) = (costs[before], costs[ours]);
        var (calls, bytes, processor) = (now.Calls.Median, now.Bytes.Median, now.Processor.Median);
        var what = $"publication, {Units} units × {Leaves} criteria";
        return
        [
            new($"{what}: storage calls", $"{then.Calls.Median:0}", $"{calls:0}", $"{calls / then.Calls.Median:0.00} ×", "≤ 60", calls <= 60, Decides: true),
            new($"{what}: µs of processor time a leaf", $"{then.Processor}", $"{now.Processor}", $"{processor / then.Processor.Median:0.00} ×", "≤ 0.5 ×", processor <= 0.5 * then.Processor.Median, Decides: true),
            Row.Told($"{what}: bytes allocated a leaf", $"{then.Bytes.Median:#,0}", $"{bytes:#,0}", $"{bytes / then.Bytes.Median:0.00} ×"),
        ];
    }

    /// <summary>The same for a leaf, whatever else there is: more blocs, more past years.</summary>
    public static async Task<IReadOnlyList<Row>> MeasureGrowthAsync(Packages packages, bool isQuick, CancellationToken cancellationToken)
    {
        var figures = await StandingsBenchmark.MeasureAsync(packages, isQuick ? [(5, 0), (20, 0)] : StandingsBenchmark.Provinces, cancellationToken);
        return
        [
            Grown("storage calls", figure => figure.Calls),
            Grown("bytes allocated a leaf", figure => figure.Bytes),
            Grown("µs of processor time a leaf", figure => figure.Processor),
        ];

        Row Grown(string what, Func<StandingsBenchmark.Figures, double> of)
        {
            var ratios = figures[1..].ConvertAll(figure => of(figure) / of(figures[0]));
            return new(
                $"publication: {what}, {string.Join("; ", figures.Select(figure => $"{figure.Blocs} blocs {figure.PastYears} past years"))}",
                "-",
                string.Join("; ", figures.Select(figure => of(figure).ToString("#,0.#", CultureInfo.InvariantCulture))),
                $"{ratios.Min():0.00} to {ratios.Max():0.00} ×",
                "± 10 %",
                ratios.TrueForAll(ratio => Math.Abs(ratio - 1) <= Drift),
                Decides: true);
        }
    }

    /// <summary>All units of all blocs save and submit.</summary>
    private static async Task PrepareAsync(Api api, int year, List<string> blocs, CancellationToken cancellationToken)
    {
        await api.PutSchemeAsync("s", Form.Plain(Leaves), cancellationToken);
        var members = blocs.SelectMany(bloc => Enumerable.Range(0, Units).Select(unit => (Bloc: bloc, Unit: $"{bloc}-{unit}"))).ToList();
        await api.ImportRosterAsync(members, cancellationToken);
        await api.PutCycleAsync(year, blocs.Select(bloc => (bloc, "s")), cancellationToken);
        var progress = new Progress("sheets submitted", members.Count);
        await Parallel.ForEachAsync(members.Index(), new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken }, async (member, token) =>
        {
            var (index, (bloc, unit)) = member;
            await api.BindAsync(unit, token);
            var (sheet, account) = (Province.Sheet(year, bloc, unit), api.Unit(unit));
            var saved = await api.SendAsync(HttpMethod.Patch, $"{sheet}/scores", account, Form.Save(Leaves, new(500 + index % Units)), null, token);
            await api.SendAsync(HttpMethod.Post, $"{sheet}/submission", account, null, saved.Tag, token);
            progress.Step();
        });
    }
}
