namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>How often each function calls storage stands in docs/storage-calls.md, so that none grows unseen.</summary>
public sealed class StorageCallsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly StringComparer NumericOrder = StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_function_calls_storage_more_often_or_less_often_than_its_page_says()
    {
        var page = StorageCallsPage.Write(
            ("Every function, with its documented example", await WalkAsync()),
            ("By the size of the scheme", Sorted(await SizeAsync(10), await SizeAsync(40), await SizeAsync(200))),
            ("Timers, and what looks at the whole province, by blocs × units in each", Sorted(await TimersAsync(1, 2), await TimersAsync(1, 4), await TimersAsync(2, 2))));
        if (Environment.GetEnvironmentVariable("WRITE_STORAGE_CALLS") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(StorageCallsPage.File, page, Cancellation);
        }

        var (said, seen) = (StorageCallsPage.Read(await File.ReadAllTextAsync(StorageCallsPage.File, Cancellation)), StorageCallsPage.Read(page));
        var differences = said.Keys.Union(seen.Keys).Order(StringComparer.Ordinal)
            .Where(name => !said.TryGetValue(name, out var one) || !seen.TryGetValue(name, out var other) || one != other)
            .Select(name => $"{name}: {Words(seen, name)}, the page says {Words(said, name)}");
        Assert.True(!differences.Any(), $"docs/storage-calls.md differs from the program; it says how it is written anew.\n{string.Join('\n', differences)}");
    }

    private static KeyValuePair<string, StorageCallCounts>[] Sorted(params IEnumerable<IReadOnlyCollection<KeyValuePair<string, StorageCallCounts>>> counts) =>
        [.. counts.SelectMany(some => some).OrderBy(one => one.Key, NumericOrder)];

    private static string Words(Dictionary<string, StorageCallCounts> counts, string name) =>
        counts.TryGetValue(name, out var found) ? $"{found.Tables} of tables, {found.Blobs} of blobs, {found.Marks} marks" : "nothing";

    private async Task<IReadOnlyCollection<KeyValuePair<string, StorageCallCounts>>> WalkAsync()
    {
        await using var app = Patient(new(azurite, issuer));
        var calls = new CountedCalls(await ExampleCalls.DescriptionAsync(), app.Calls);
        await ExampleWalk.RunAsync(app, calls);
        return calls.Counts;
    }

    private async Task<IReadOnlyCollection<KeyValuePair<string, StorageCallCounts>>> SizeAsync(int leaves)
    {
        var counts = new List<KeyValuePair<string, StorageCallCounts>>();
        foreach (var run in new Func<CountedSizes, Task>[] { sizes => sizes.SheetAsync(), sizes => sizes.ScoredByOthersAsync(), sizes => sizes.PublicationAsync(5), sizes => sizes.PublicationAsync(20) })
        {
            await using var app = Patient(new(azurite, issuer));
            var sizes = new CountedSizes(app, leaves);
            await run(sizes);
            counts.AddRange(sizes.Counts);
        }

        return counts;
    }

    private async Task<IReadOnlyCollection<KeyValuePair<string, StorageCallCounts>>> TimersAsync(int blocs, int units)
    {
        await using var app = Patient(CountedTimers.Start(azurite, issuer));
        var timers = new CountedTimers(app, blocs, units);
        await timers.RunAsync();
        return timers.Counts;
    }

    /// <summary>However busy the machine is: a call that is given up could be looked up afterwards, and that would count.</summary>
    private static EmulationApp Patient(EmulationApp app)
    {
        app.Faults.AttemptLimit = TimeSpan.FromMinutes(1);
        return app;
    }
}
