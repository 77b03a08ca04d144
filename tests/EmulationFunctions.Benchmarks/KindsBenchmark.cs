using System.Diagnostics;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Benchmarks;

/// <summary>What it costs to compute the standings of a province when a quarter of the leaves are options, measures and net lines under conditions, beside direct leaves alone.</summary>
internal static class KindsBenchmark
{
    private const int Blocs = 60;
    private const int Units = 20;
    private const int Leaves = 200;
    private const int Rounds = 15;

    /// <summary>In a round: the system counts processor time in hundredths of a second.</summary>
    private const int Times = 10;

    public static void Run(CancellationToken cancellationToken)
    {
        var (direct, kinds) = (new Side("direct", Form.Of(Leaves)), new Side("kinds", Form.OfKinds(Leaves)));
        var progress = new Progress("standings of all blocs computed", (Rounds + 1) * 2);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var side in round % 2 == 0 ? new[] { direct, kinds } : [kinds, direct])
            {
                cancellationToken.ThrowIfCancellationRequested();
                side.Compute(isMeasured: round > 0);
                progress.Step();
            }
        }

        Console.WriteLine();
        Console.WriteLine($"Computing the standings of {Blocs} blocs of {Units} units with {Leaves} leaves, processor time, median of {Rounds} rounds in turns");
        Console.WriteLine($"  direct leaves {direct.Median:0.0} ms, a quarter of other kinds {kinds.Median:0.0} ms = {kinds.Median / direct.Median:0.00} x");
    }

    private sealed class Side
    {
        private readonly SchemeTree _tree;
        private readonly List<List<Entrant>> _blocs;
        private readonly BlocRecord _record;
        private readonly List<double> _times = [];

        public Side(string id, SchemeContent content)
        {
            if (SchemeRules.Check(content) is { Count: > 0 } faults)
            {
                throw new InvalidOperationException(string.Join('\n', faults));
            }

            var scheme = new Scheme(id, 1, content);
            var seed = new SheetSeed(null!, scheme);
            _tree = SchemeTree.Of(scheme);
            _blocs = [.. Enumerable.Range(0, Blocs).Select(bloc => Enumerable.Range(0, Units)
                .Select(unit => new Entrant($"u{unit}", $"Đơn vị {unit}", seed.Make(bloc + unit), WhyApart: null)).ToList())];
            _record = BlocRecord.Empty with
            {
                Conditions = [.. Enumerable.Range(0, Units).Where(unit => unit % 2 == 0)
                    .SelectMany(unit => (content.Conditions ?? []).Select(condition => new DeclaredCondition($"u{unit}", condition.Code, IsSo: true, "", null, DeclarerOffice.Office, default)))],
            };
        }

        public double Median => _times.Order().ElementAt(_times.Count / 2);

        public void Compute(bool isMeasured)
        {
            GC.Collect();
            using var own = Process.GetCurrentProcess();
            var before = own.TotalProcessorTime;
            for (var time = 0; time < Times; time++)
            {
                foreach (var bloc in _blocs)
                {
                    Placements.Of(_tree, _record, bloc);
                }
            }

            own.Refresh();
            if (isMeasured)
            {
                _times.Add((own.TotalProcessorTime - before).TotalMilliseconds / Times);
            }
        }
    }
}
