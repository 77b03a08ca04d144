using System.Diagnostics;
using System.Net;
using EmulationFunctions.StandIn;

namespace EmulationFunctions.Benchmarks;

/// <summary>The published program under the stand-in host, with the settings it needs.</summary>
internal sealed class Target : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Client = "22222222-2222-4222-8222-222222222222";

    private readonly StandInHost _host;
    private readonly HttpClient _client;

    private Target(StandInHost host)
    {
        _host = host;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = host.Address,
            Timeout = TimeSpan.FromMinutes(4),
        };
    }

    public Process Process => _host.Process!;

    /// <summary>Since the process was started.</summary>
    public TimeSpan Age => _host.WorkerAge;

    /// <param name="now">Where its clock is set to; null leaves it as it is.</param>
    public static Task<Target> StartAsync(string package, string storage, string instance, CancellationToken cancellationToken, DateTimeOffset? now = null)
    {
        var settings = Settings(storage, instance);
        if (now is { } instant)
        {
            settings["Local__Now"] = instant.ToString("O");
        }

        return StartAsync(package, settings, cancellationToken);
    }

    /// <summary>As Azure starts it: nothing on this machine, so no tables are made first. It can answer that it is there, and no more.</summary>
    public static Task<Target> StartInAzureAsync(string package, CancellationToken cancellationToken)
    {
        var settings = Settings("", "https://login.microsoftonline.com/");
        settings["Storage__TableServiceUri"] = "https://data.table.core.windows.net/";
        settings["Storage__BlobServiceUri"] = "https://data.blob.core.windows.net/";
        return StartAsync(package, settings, cancellationToken);
    }

    public static async Task<Target> StartAsync(string package, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken) =>
        // Whoever dies is started anew by the one who killed it.
        new(await StandInHost.StartAsync(package, new() { Environment = settings, MostDeaths = 1 }, cancellationToken));

    public static Dictionary<string, string?> Settings(string storage, string instance) => new()
    {
        ["Storage__ConnectionString"] = storage,
        ["AzureAd__Instance"] = instance,
        ["AzureAd__TenantId"] = Tenant,
        ["AzureAd__ClientId"] = Client,
        ["Portal__Address"] = "https://thidua.example.vn/portal/",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    /// <exception cref="HttpRequestException">It was not answered: the host says so by a 500 without a body, the program never does.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await _client.SendAsync(request, cancellationToken);
        if (response is { StatusCode: HttpStatusCode.InternalServerError, Content.Headers.ContentLength: 0 or null } && (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length == 0)
        {
            response.Dispose();
            throw new HttpRequestException($"The program ended before it answered.\n{string.Join('\n', _host.Lines)}");
        }

        return response;
    }

    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Task RunTimerAsync(string timer, CancellationToken cancellationToken) => _host.RunTimerAsync(timer, cancellationToken: cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }
}
