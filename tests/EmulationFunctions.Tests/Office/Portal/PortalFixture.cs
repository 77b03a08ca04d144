using EmulationFunctions.Emulators;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Tests.Office.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PortalFixture))]

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>
/// The built page in a real browser, which is started once, when the first test asks for it. Each test opens a scene of its own:
/// <c>await using var scene = await portal.OpenAsync(azurite);</c>
/// </summary>
public sealed class PortalFixture : IAsyncDisposable
{
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    private static string? Chromium => Array.Find([Environment.GetEnvironmentVariable("CHROMIUM") ?? "", .. Browsers], File.Exists);

    /// <summary>The program with the page, a storage account and an issuer of its own; skips the test, with the reason, where there is no browser.</summary>
    /// <param name="azurite">Where its data lies.</param>
    /// <param name="settings">App settings that differ from the usual.</param>
    internal async Task<PortalScene> OpenAsync(AzuriteFixture azurite, params (string Name, string? Value)[] settings)
    {
        Assert.SkipWhen(Chromium is null, "There is no Chromium: apt-get install chromium-headless-shell, or name it in the environment variable CHROMIUM.");
        var (_, browser) = await _started.Value;
        var issuer = new IssuerFixture();
        await issuer.InitializeAsync();
        issuer.Clock.Now = EmulationApp.Noon;
        var app = new EmulationApp(azurite, issuer, services: WithPage, settings: settings) { Clock = issuer.Clock };
        return new(app, issuer, browser);
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, browser) = await _started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static void WithPage(IServiceCollection services)
    {
        services.RemoveAll<PageFiles>();
        services.AddSingleton(_ => new PageFiles(PageBuild.Folder));
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        await PageBuild.EnsureAsync(CancellationToken.None);
        var driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true }));
    }
}
