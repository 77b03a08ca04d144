using Azure.Data.Tables;
using EmulationFunctions.BareWorker;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// SaveScores of the builds with one form, every save changing the points of every criterion; beside a bare function and a bare client that
/// make the storage calls of a save and do nothing else.
/// </summary>
internal static class SaveRows
{
    private const int Callers = 16;

    /// <summary>Requests of which the rounds are counted: each waits.</summary>
    private const int Waiting = 10;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Pace pace, int leaves, int letters, CancellationToken cancellationToken)
    {
        var isLong = leaves > 10;
        var bodies = Bodies(leaves, letters);
        await using var before = await StartAsync(builds.Before, leaves, bodies, cancellationToken);
        await using var worker = isLong ? await StartAsync(builds.Worker, leaves, bodies, cancellationToken) : null;
        await using var ours = await StartAsync(builds.Ours, leaves, bodies, cancellationToken);
        await using var function = await StartBareAsync(builds.Bare, leaves, letters, bodies, cancellationToken);
        var client = new Runner(function.Side, [.. Enumerable.Range(0, Callers).Select(caller => Client(function.Side, $"client{caller}", leaves, letters, bodies))], plain: null);
        foreach (var caller in Enumerable.Range(0, Callers))
        {
            await Bare(function.Side, $"client{caller}", leaves, letters).PrepareAsync(cancellationToken);
        }

        Runner[] all = worker is null ? [before, ours, function, client] : [before, worker, ours, function, client];
        var progress = new Progress($"turns of saves of {leaves} criteria", (pace.Turns + 1) * all.Length);
        for (var turn = 0; turn <= pace.Turns; turn++)
        {
            foreach (var runner in turn % 2 == 0 ? all : all.Reverse())
            {
                await runner.TakeAsync(pace.Turn, isMeasured: turn > 0, cancellationToken);
                progress.Step();
            }
        }

        var (costBefore, cost, costBare) = (await before.CostAsync(pace, cancellationToken), await ours.CostAsync(pace, cancellationToken), await function.CostAsync(pace, cancellationToken));
        var (roundsBefore, rounds) = (await before.RoundsAsync(cancellationToken), await ours.RoundsAsync(cancellationToken));
        var (readBefore, read) = (await before.ReadAsync(pace, cancellationToken), await ours.ReadAsync(pace, cancellationToken));
        var what = $"`SaveScores`, {leaves} criteria{(letters > 0 ? $" with explanations of {letters} letters" : "")}";
        var (mostCalls, leastGain) = isLong ? (5, 3.0) : (4, 1.5);
        var (gain, bare, alone) = (ours.Rates.Median / before.Rates.Median, ours.Rates.Median / function.Rates.Median, ours.Rates.Median / client.Rates.Median);
        List<Row> rows =
        [
            new($"{what}: storage calls", $"{costBefore.Calls:0.#}", $"{cost.Calls:0.#}", Ratio(cost.Calls / costBefore.Calls), $"≤ {mostCalls}", cost.Calls <= mostCalls, Decides: true),
            isLong
                ? Row.Told($"{what}: round trips", $"{roundsBefore:0.#}", $"{rounds:0.#}", Ratio(rounds / roundsBefore))
                : new($"{what}: round trips", $"{roundsBefore:0.#}", $"{rounds:0.#}", Ratio(rounds / roundsBefore), "≤ 2", rounds <= 2, Decides: true),
            new($"{what}: saves a second, {Callers} callers", $"{before.Rates}", $"{ours.Rates}", Ratio(gain), $"≥ {leastGain:0.0} ×", gain >= leastGain, Decides: false),
            isLong
                ? new($"{what}: KiB allocated", Kibi(costBefore.Bytes), Kibi(cost.Bytes), Ratio(cost.Bytes / costBefore.Bytes), "≤ 1,000 KiB", cost.Bytes <= 1000 * 1024, Decides: true)
                : Row.Told($"{what}: KiB allocated", Kibi(costBefore.Bytes), Kibi(cost.Bytes), Ratio(cost.Bytes / costBefore.Bytes)),
            Row.Told($"{what}: ms of processor time", $"{costBefore.Processor:0.0}", $"{cost.Processor:0.0}", Ratio(cost.Processor / costBefore.Processor)),
            new($"{what}: saves a second ÷ a bare function ({costBare.Calls:0.#} calls, {Kibi(costBare.Bytes)} KiB)", $"{function.Rates}", $"{ours.Rates}", Ratio(bare), "≥ 0.9 ×", bare >= 0.9, Decides: false),
            Row.Told($"{what}: saves a second ÷ a bare client", $"{client.Rates}", $"{ours.Rates}", Ratio(alone)),
            new($"`GetSheet`, {leaves} criteria: storage calls", $"{readBefore.Calls:0.#}", $"{read.Calls:0.#}", Ratio(read.Calls / readBefore.Calls), "≤ 4", read.Calls <= 4, Decides: true),
            Row.Told($"`GetSheet`, {leaves} criteria: KiB allocated", Kibi(readBefore.Bytes), Kibi(read.Bytes), Ratio(read.Bytes / readBefore.Bytes)),
        ];
        if (worker is not null)
        {
            var (plainBefore, plain, plainBare) = (await before.PlainCostAsync(pace, cancellationToken), await ours.PlainCostAsync(pace, cancellationToken), await function.PlainCostAsync(pace, cancellationToken));
            rows.Add(Row.Told($"`SaveScores`, {leaves} criteria without explanations: storage calls", $"{plainBefore.Calls:0.#}", $"{plain.Calls:0.#}", Ratio(plain.Calls / plainBefore.Calls)));
            rows.Add(Row.Told($"`SaveScores`, {leaves} criteria without explanations: KiB allocated (a bare function: {Kibi(plainBare.Bytes)})", Kibi(plainBefore.Bytes), Kibi(plain.Bytes), Ratio(plain.Bytes / plainBefore.Bytes)));
            var memory = ours.Memory.Median / worker.Memory.Median;
            rows.Add(new($"memory under this load, MiB, against {Earlier.Worker.Commit[..7]}", $"{worker.Memory}", $"{ours.Memory}", Ratio(memory), "≤ 0.8 ×", memory <= 0.8, Decides: false));
            rows.Add(Row.Told("the most memory, MiB, against the same", $"{worker.MostMemory:0}", $"{ours.MostMemory:0}", Ratio(ours.MostMemory / worker.MostMemory)));
            rows.Add(Row.Told($"memory under this load, MiB, against {Earlier.Before.Commit[..7]}", $"{before.Memory}", $"{ours.Memory}", Ratio(ours.Memory.Median / before.Memory.Median)));
        }

        return rows;
    }

    private static async Task<Runner> StartAsync(string package, int leaves, IReadOnlyList<string> bodies, CancellationToken cancellationToken)
    {
        var side = await Side.StartAsync(package, cancellationToken);
        var (api, year) = (side.Api, Province.Today.Year);
        await api.PutSchemeAsync("s", Form.Plain(leaves), cancellationToken);
        await api.ImportRosterAsync(Enumerable.Range(0, Callers + 1).Select(caller => ("b", $"u{caller}")), cancellationToken);
        await api.PutCycleAsync(year, [("b", "s")], cancellationToken);
        foreach (var caller in Enumerable.Range(0, Callers + 1))
        {
            await api.BindAsync($"u{caller}", cancellationToken);
        }

        Func<CancellationToken, Task> SaveOf(int caller, IReadOnlyList<string> saved) => Save(api, $"{Province.Sheet(year, "b", $"u{caller}")}/scores", $"u{caller}", saved);
        return new(side, [.. Enumerable.Range(0, Callers).Select(caller => SaveOf(caller, bodies))], SaveOf(Callers, Bodies(leaves, letters: 0)));
    }

    private static async Task<Runner> StartBareAsync(string package, int leaves, int letters, IReadOnlyList<string> bodies, CancellationToken cancellationToken)
    {
        var side = await Side.StartAsync(package, cancellationToken);
        foreach (var caller in Enumerable.Range(0, Callers + 1))
        {
            await Bare(side, $"u{caller}", leaves, letters).PrepareAsync(cancellationToken);
        }

        return new(
            side,
            [.. Enumerable.Range(0, Callers).Select(caller => Save(side.Api, $"/api/save/u{caller}/{leaves}/{letters}", $"u{caller}", bodies))],
            Save(side.Api, $"/api/save/u{Callers}/{leaves}/0", $"u{Callers}", Bodies(leaves, letters: 0)));
    }

    /// <summary>Each changes all that the other has said.</summary>
    private static IReadOnlyList<string> Bodies(int leaves, int letters) => [Form.Save(leaves, new(501), letters), Form.Save(leaves, new(502), letters)];

    private static Func<CancellationToken, Task> Save(Api api, string path, string unit, IReadOnlyList<string> bodies) => new Saver(api, path, api.Unit(unit), bodies).SaveAsync;

    private static Func<CancellationToken, Task> Client(Side side, string unit, int leaves, int letters, IReadOnlyList<string> bodies)
    {
        var (bare, saves) = (Bare(side, unit, leaves, letters), 0);
        return token => bare.SaveAsync(bodies[saves++ % bodies.Count], token);
    }

    private static BareSave Bare(Side side, string unit, int leaves, int letters) => new(new TableServiceClient(side.Azurite.ConnectionString), unit, leaves, letters);

    private static string Ratio(double ratio) => $"{ratio:0.00} ×";

    private static string Kibi(double bytes) => $"{bytes / 1024:#,0}";

    /// <param name="callers">Each with a sheet of its own.</param>
    /// <param name="plain">Another, who explains nothing.</param>
    private sealed class Runner(Side side, IReadOnlyList<Func<CancellationToken, Task>> callers, Func<CancellationToken, Task>? plain) : IAsyncDisposable
    {
        public Side Side => side;

        public Turns Rates { get; } = new();

        /// <summary>MiB at the end of a turn.</summary>
        public Turns Memory { get; } = new();

        /// <summary>MiB.</summary>
        public double MostMemory { get; private set; }

        public async Task TakeAsync(TimeSpan turn, bool isMeasured, CancellationToken cancellationToken)
        {
            var rate = await Turns.TakeAsync(callers, turn, cancellationToken);
            if (isMeasured)
            {
                side.Process.Refresh();
                Rates.Add(rate);
                Memory.Add(side.Process.WorkingSet64 / 1048576.0);
                MostMemory = side.Process.PeakWorkingSet64 / 1048576.0;
            }
        }

        public Task<Cost> CostAsync(Pace pace, CancellationToken cancellationToken) => side.CostAsync(callers[0], pace.Singles, cancellationToken);

        public async Task<Cost> PlainCostAsync(Pace pace, CancellationToken cancellationToken)
        {
            await side.CostAsync(plain!, pace.Singles, cancellationToken);
            return await side.CostAsync(plain!, pace.Singles, cancellationToken);
        }

        public Task<double> RoundsAsync(CancellationToken cancellationToken) => side.RoundsAsync(callers[0], Waiting, cancellationToken);

        /// <summary>Of reading a sheet that was saved.</summary>
        public async Task<Cost> ReadAsync(Pace pace, CancellationToken cancellationToken)
        {
            var (api, path) = (side.Api, Province.Sheet(Province.Today.Year, "b", "u0"));
            var token = api.Unit("u0");
            Task GetAsync(CancellationToken cancellation) => api.SendAsync(HttpMethod.Get, path, token, null, null, cancellation);
            await side.CostAsync(GetAsync, pace.Singles, cancellationToken);
            return await side.CostAsync(GetAsync, pace.Singles, cancellationToken);
        }

        public ValueTask DisposeAsync() => side.DisposeAsync();
    }
}
