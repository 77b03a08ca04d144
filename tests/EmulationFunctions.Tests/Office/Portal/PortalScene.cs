using System.Text.RegularExpressions;
using EmulationFunctions.Emulators;
using Microsoft.Playwright;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>One program with its page, whose data and clock a test sets through <see cref="App"/>, and the browsers of whoever signs in to it.</summary>
internal sealed class PortalScene(EmulationApp app, IssuerFixture issuer, IBrowser browser) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _faults = [];

    public EmulationApp App => app;

    /// <summary>What browsers complained of so far: exceptions, errors on the console, what the Content-Security-Policy forbade.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    /// <param name="place">A place of the page, such as /portal/.</param>
    public string Address(string place) => new Uri(app.Host.Address, place).AbsoluteUri;

    /// <summary>Signs somebody in as people do: opens the place, is sent to the issuer, picks who they are, and comes back to the place.</summary>
    /// <param name="person">A unit, whose officer it then is; or office, council, reader.</param>
    /// <param name="place">Where they wanted to go, such as where a mail leads.</param>
    /// <param name="options">Another size of the window, say; an office machine of 1366 × 768 unless given.</param>
    public async Task<IPage> SignInAsync(string person, string place = "/portal/", BrowserNewContextOptions? options = null)
    {
        await OfferAsync(person);
        var page = await OpenAsync(options);
        await page.GotoAsync(Address(place));
        var (choice, button) = (page.Locator($"[data-person='{person}']"), page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).First);
        await choice.Or(button).First.WaitForAsync();
        if (await button.IsVisibleAsync())
        {
            await button.ClickAsync();
        }

        await choice.ClickAsync();
        // Asked again and again: a wait for the navigation would miss one that ends while it begins.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(Address("/portal/"))}(?!.*code=)"), new() { Timeout = 60_000 });
        return page;
    }

    /// <summary>A browser of its own with an empty page, in which nobody has signed in.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        (options.Locale, options.TimezoneId) = (options.Locale ?? "vi-VN", options.TimezoneId ?? "Asia/Ho_Chi_Minh");
        options.ViewportSize ??= new() { Width = 1366, Height = 768 };
        var context = await browser.NewContextAsync(options);
        // Two cores run everything at once: how long it takes says nothing, only whether it happens.
        context.SetDefaultTimeout(90_000);
        _contexts.Add(context);
        // What the API answers is the page's business; what else cannot be loaded is a fault.
        context.Console += (_, message) => Tell(
            message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.Contains("/api/", StringComparison.Ordinal)) ? $"{message.Text} ({message.Location})" : null);
        context.WebError += (_, error) => Tell(error.Error);
        return await context.NewPageAsync();
    }

    /// <summary>Puts somebody on the issuer's page; officers of units are bound to them, as the office does.</summary>
    public async Task OfferAsync(string person)
    {
        if (issuer.Issuer.People.Any(one => one.Key == person))
        {
            return;
        }

        string[] roles = person switch { "office" => ["Emulation.Admin"], "council" => ["Emulation.Council"], "reader" => ["Emulation.Reader"], _ => [] };
        if (roles is [])
        {
            (await app.OfficerAsync(person)).Dispose();
        }

        issuer.Issuer.People = [.. issuer.Issuer.People, new LocalPerson(person, "Vai trò", person, new(EmulationApp.ObjectId(person)) { Roles = roles })];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        await app.DisposeAsync();
        await issuer.DisposeAsync();
    }

    private void Tell(string? fault)
    {
        if (fault is not null)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
