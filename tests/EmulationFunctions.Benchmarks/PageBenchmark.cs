using System.Globalization;
using EmulationFunctions.Emulators;
using EmulationFunctions.Office.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The page in a real browser whose processor is slowed four times. On a thin line: the bytes of its first load, and how long until it can be used. The score form of 200 criteria: how long from a key to what is
/// drawn, how long until the form is there, and how many calls that and a save take.
/// </summary>
internal static class PageBenchmark
{
    private const int Leaves = 200;
    private const int Slowing = 4;
    private const double MegabitsASecond = 1.5;
    private const int Loads = 5;
    private const double MostMilliseconds = 50;
    private const string Bloc = "b200";
    private const string Unit = "b200-0";

    /// <summary>From the moment the key was pressed, as the browser says it, until the frame with what it changed is handed over.</summary>
    private const string Watch = """
        window.drawn = [];
        addEventListener('input', event => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => drawn.push(performance.now() - event.timeStamp);
            channel.port2.postMessage(0);
        }), true);
        """;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await PageBuild.EnsureAsync(cancellationToken);
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var own = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString(), replace: services =>
        {
            services.RemoveAll<PageFiles>();
            services.AddSingleton(_ => new PageFiles(PageBuild.Folder));
        });
        var api = new Api(issuer, own.SendAsync);
        var year = Province.Today.Year;
        await api.PutSchemeAsync(Bloc, Form.Of(Leaves), cancellationToken);
        await api.ImportRosterAsync([(Bloc, Unit), (Bloc, "b200-1")], cancellationToken);
        await api.PutCycleAsync(year, [(Bloc, Bloc)], cancellationToken);
        await api.BindAsync(Unit, cancellationToken);
        issuer.People = [new(Unit, "Unit", Unit, new(LocalMachine.ObjectId(Unit)))];

        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium" });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "vi-VN" });
        await page.GotoAsync(new Uri(own.Address, "/portal/").AbsoluteUri);
        var (person, signIn) = (page.Locator("[data-person]"), page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }));
        await person.Or(signIn).First.WaitForAsync();
        if (await signIn.IsVisibleAsync())
        {
            await signIn.ClickAsync();
        }

        await person.ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Phiếu tự chấm", Exact = true });
        await link.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var browserItself = await page.Context.NewCDPSessionAsync(page);
        await browserItself.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowing });
        await FirstLoadAsync(page, browserItself, own.Address, link);

        Console.WriteLine();
        Console.WriteLine($"The score form of {Leaves} criteria, the browser's processor slowed {Slowing} times");
        List<string> calls = [];
        page.Request += (_, request) => calls.AddRange(new Uri(request.Url).AbsolutePath is var path && path.StartsWith("/api/", StringComparison.Ordinal) ? [$"{request.Method} {path.Split('/')[^1]}"] : []);
        var begun = TimeProvider.System.GetTimestamp();
        await link.ClickAsync();
        await Field(page, Form.Leaf(Leaves - 1)).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Say($"there after {TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds:0} ms, with {calls.Count} calls: {string.Join(", ", calls)}");

        await page.EvaluateAsync(Watch);
        foreach (var (what, field, keys) in new[]
        {
            ("points, first criterion", Field(page, Form.Leaf(0)), "7,25"),
            ("points, in the middle", Field(page, Form.Leaf(Leaves / 2)), "8,5"),
            ("points, last criterion", Field(page, Form.Leaf(Leaves - 1)), "9,75"),
            ("an explanation", page.Locator($"[id='why-{Form.Leaf(Leaves / 2)}']"), "Hoan thanh 12 tren 12 chi tieu"),
        })
        {
            await page.EvaluateAsync("() => { drawn.length = 0; }");
            await field.FocusAsync();
            for (var round = 0; round < 8; round++)
            {
                foreach (var key in keys)
                {
                    await field.PressAsync(key == ' ' ? "Space" : key.ToString());
                }

                await field.FillAsync("");
            }

            await page.WaitForTimeoutAsync(300);
            var times = (await page.EvaluateAsync<double[]>("() => drawn")).Order().ToArray();
            Say($"{what,-26} {times.Length,4} keys: median {times[times.Length / 2]:0.0} ms (aim: at most {MostMilliseconds:0}), 95 in 100 within {times[times.Length * 95 / 100]:0.0} ms");
        }

        await page.WaitForTimeoutAsync(4000);
        calls.Clear();
        await Field(page, Form.Leaf(0)).FillAsync("6,5");
        await page.WaitForTimeoutAsync(4000);
        Say($"a save takes {calls.Count} call: {string.Join(", ", calls)}");
    }

    /// <summary>Of who has signed in, with nothing kept by the browser; beside an answer of the same server that is nearly empty.</summary>
    private static async Task FirstLoadAsync(IPage page, ICDPSession browserItself, Uri server, ILocator usable)
    {
        var (asked, answers) = (new Dictionary<string, string>(), new Dictionary<string, long>());
        await browserItself.SendAsync("Network.enable");
        browserItself.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
            asked[sent!.Value.GetProperty("requestId").GetString()!] = new Uri(sent.Value.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;
        browserItself.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            answers[finished!.Value.GetProperty("requestId").GetString()!] = (long)finished.Value.GetProperty("encodedDataLength").GetDouble();
        await browserItself.SendAsync("Network.emulateNetworkConditions", Line(MegabitsASecond * 1000 * 1000 / 8));
        var (empty, whole) = (new List<double>(), new List<double>());
        for (var load = 0; load < Loads; load++)
        {
            empty.Add(await TimeAsync("/portal/settings.json", page.Locator("body")));
            answers.Clear();
            whole.Add(await TimeAsync("/portal/", usable));
        }

        await browserItself.SendAsync("Network.emulateNetworkConditions", Line(-1));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Console.WriteLine();
        Console.WriteLine($"The first load, the browser's processor slowed {Slowing} times, on a line of {MegabitsASecond.ToString(CultureInfo.InvariantCulture)} Mbit/s");
        Say($"{answers.Values.Sum() / 1024.0:0} KiB in {answers.Count} answers, those of the API among them: {string.Join(", ", answers.OrderByDescending(one => one.Value).Take(5).Select(one => $"{asked[one.Key]} {one.Value / 1024.0:0.0}"))} …");
        Say($"usable after {Median(whole):0} ms; a nearly empty answer of the same server is there after {Median(empty):0} ms: {Median(whole) / Median(empty):0.0} times (medians of {Loads})");

        async Task<double> TimeAsync(string path, ILocator there)
        {
            await page.GotoAsync("about:blank");
            await browserItself.SendAsync("Network.clearBrowserCache");
            var begun = TimeProvider.System.GetTimestamp();
            await page.GotoAsync(new Uri(server, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
            await there.WaitForAsync();
            return TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds;
        }
    }

    private static Dictionary<string, object> Line(double bytesASecond) => new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = bytesASecond, ["uploadThroughput"] = bytesASecond };

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static ILocator Field(IPage page, string criterion) => page.Locator($"[id='entry-{criterion}']");

    private static void Say(FormattableString what) => Console.WriteLine($"  {what.ToString(CultureInfo.InvariantCulture)}");
}
