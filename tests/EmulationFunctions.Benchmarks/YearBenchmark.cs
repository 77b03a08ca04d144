using EmulationFunctions.Tests.Platform.Functions;

namespace EmulationFunctions.Benchmarks;

/// <summary>What a province's year takes in calls, rows, bytes and money: a model, and a small province that is walked through a whole year to hold the model to.</summary>
internal static class YearBenchmark
{
    /// <summary>How far the model may be from what was measured.</summary>
    private const double Tolerance = 0.10;

    private static readonly YearPlan Small = new(Blocs: 1, Units: 3, Leaves: 40, Advances: 2, Deliveries: 2);
    private static readonly YearPlan Checked = new(Blocs: 3, Units: 5, Leaves: 40, Advances: 2, Deliveries: 2);
    private static readonly YearPlan Province = new(Blocs: 60, Units: 20, Leaves: 200, Advances: 24, Deliveries: 288);

    /// <returns>1 where the model is too far from what was measured.</returns>
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var page = StorageCallsPage.Read(await File.ReadAllTextAsync(StorageCallsPage.File, cancellationToken));
        var (usual, large) = (await TryAsync(page, Small, cancellationToken), await TryAsync(page, Small with { Leaves = 200 }, cancellationToken));
        var isHeld = await CheckAsync(usual, cancellationToken);
        foreach (var (model, plan) in new[] { (usual, Province with { Leaves = 40 }), (large, Province) })
        {
            Write(plan, [.. model.Of(plan), YearModel.Sealing(plan, days: 12)]);
        }

        return isHeld ? 0 : 1;
    }

    /// <summary>Walks through the busy days of a small bloc, and the two nights after each, and looks after every step at what it has left.</summary>
    private static async Task<YearModel> TryAsync(Dictionary<string, Tests.StorageCallCounts> page, YearPlan plan, CancellationToken cancellationToken)
    {
        var (walk, _, _) = await WalkAsync(
            plan,
            measuresEach: true,
            day => Enumerable.Range(0, 3).Any(days => YearWalk.IsBusy(day.AddDays(-days))) || day is { Month: 2, DayOfWeek: DayOfWeek.Monday },
            cancellationToken);
        return new(page, walk.Steps, plan);
    }

    private static async Task<(YearWalk Walk, YearUse Use, int Mails)> WalkAsync(YearPlan plan, bool measuresEach, Func<DateOnly, bool> isLookedAt, CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var program = await YearProgram.StartAsync(azurite, cancellationToken);
        var walk = new YearWalk(plan, program, measuresEach);
        await walk.RunAsync(isLookedAt, cancellationToken);
        return (walk, YearUse.Of(program.Calls, await program.Storage.KeptAsync(cancellationToken)), program.Mails);
    }

    private static async Task<bool> CheckAsync(YearModel model, CancellationToken cancellationToken)
    {
        var (walk, measured, mails) = await WalkAsync(Checked, measuresEach: false, _ => true, cancellationToken);
        var lines = model.Of(Checked);
        Console.WriteLine();
        Console.WriteLine($"{Checked}, walked through the {YearPlan.Days} days of a year ({Checked.Advances} runs of AdvanceStages and {Checked.Deliveries} of DeliverMail a day)");
        Console.WriteLine($"  {"step",-22} {"times",8} {"walked",8} {"calls",10} {"walked",10} {"moved, MB",10} {"walked",10}");
        foreach (var line in lines)
        {
            var steps = walk.Steps.Where(step => step.Key.Split(',')[0] == line.What).Select(step => step.Value).ToList();
            var use = steps.Aggregate(default(YearUse), (sum, step) => sum + step.Use);
            Console.WriteLine($"  {line.What,-22} {line.Times,8:0} {steps.Sum(step => step.Times),8} {line.Use.Calls,10:0} {use.Calls,10:0} {line.Use.Moved / 1e6,10:0.0} {use.Moved / 1e6,10:0.0}");
        }

        var all = lines.Aggregate(default(YearUse), (sum, line) => sum + line.Use);
        Console.WriteLine();
        Console.WriteLine($"  {"in all",-22} {"model",14} {"measured",14} {"model ÷ measured",17}");
        return new (string What, double Model, double Measured)[]
        {
            ("calls of tables", all.Tables, measured.Tables),
            ("calls of blobs", all.Blobs, measured.Blobs),
            ("rows kept", all.Rows, measured.Rows),
            ("bytes of rows kept", all.RowBytes, measured.RowBytes),
            ("bytes of blobs kept", all.BlobBytes, measured.BlobBytes),
            ("bytes moved", all.Moved, measured.Moved),
            ("mails", Checked.Mails, mails),
        }.Select(IsNear).ToList().TrueForAll(isNear => isNear);
    }

    private static bool IsNear((string What, double Model, double Measured) one)
    {
        var ratio = one.Model / one.Measured;
        var isNear = Math.Abs(ratio - 1) <= Tolerance;
        Console.WriteLine($"  {one.What,-22} {one.Model,14:N0} {one.Measured,14:N0} {ratio,17:0.00}{(isNear ? "" : $" is more than {Tolerance:P0} off")}");
        return isNear;
    }

    private static void Write(YearPlan plan, IReadOnlyList<YearLine> lines)
    {
        Console.WriteLine();
        Console.WriteLine($"A year of {plan}");
        Console.WriteLine($"  | what | times | calls of tables | calls of blobs | rows kept | kept, MB | moved, MB |");
        Console.WriteLine($"  | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (what, times, use) in lines.Append(new("**in all**", lines.Sum(line => line.Times), lines.Aggregate(default(YearUse), (sum, line) => sum + line.Use))))
        {
            Console.WriteLine($"  | {what} | {times:N0} | {use.Tables:N0} | {use.Blobs:N0} | {use.Rows:N0} | {(use.RowBytes + use.BlobBytes) / 1e6:N1} | {use.Moved / 1e6:N0} |");
        }

        Console.WriteLine();
        Console.WriteLine($"  In USD: {YearPrices.Basis}");
        Console.WriteLine($"  | what | how much | USD a year |");
        Console.WriteLine($"  | --- | ---: | ---: |");
        var money = YearMoney.Of(plan, lines);
        foreach (var (what, amount, dollars) in money)
        {
            Console.WriteLine($"  | {what} | {amount} | {dollars} |");
        }

        Console.WriteLine($"  | **in all** | | **{money.Aggregate(default(Price), (sum, one) => sum + one.Dollars)}** |");
    }
}
