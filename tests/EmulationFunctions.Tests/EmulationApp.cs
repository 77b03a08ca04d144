using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.StandIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(EmulationFunctions.Tests.IssuerFixture))]

namespace EmulationFunctions.Tests;

/// <summary>One issuer of tokens for all tests. Its clock is each token's own affair: see <see cref="EmulationApp.Token"/>.</summary>
public sealed class IssuerFixture : IAsyncLifetime
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Client = "22222222-2222-4222-8222-222222222222";

    private LocalIssuer? _issuer;

    public LocalIssuer Issuer => _issuer ?? throw new InvalidOperationException("The issuer has not been started.");

    public SettableClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    public async ValueTask InitializeAsync() =>
        _issuer = await LocalIssuer.StartAsync(Tenant, Client, Clock, keyFile: null, port: 0, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _issuer?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>
/// The program in the test's own process, behind a stand-in for the Functions host, with a storage account of its own, a clock that is set, and callers who hold real signed tokens. Take one for
/// each test: <c>await using var app = new EmulationApp(azurite, issuer);</c>
/// </summary>
internal sealed class EmulationApp : IAsyncDisposable, IDisposable
{
    /// <summary>In the middle of a day in the middle of a year, unless a test sets another.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.FromHours(7));

    private readonly IssuerFixture _issuer;
    private readonly Action<IServiceCollection>? _services;
    private bool _isDisposed;
    private readonly Dictionary<string, string?> _settings;
    private readonly Lazy<Running> _running;

    public EmulationApp(AzuriteFixture azurite, IssuerFixture issuer, string? account = null, Action<IServiceCollection>? services = null, params (string Name, string? Value)[] settings)
    {
        _issuer = issuer;
        _services = services;
        // As late as can be: tests set the clock and the faults before.
        _running = new(() => Task.Run(StartAsync).GetAwaiter().GetResult());
        Account = account ?? azurite.TakeAccount();
        Faults = new() { Storage = new(Account) };
        _settings = new()
        {
            ["Storage:ConnectionString"] = Account,
            ["AzureAd:Instance"] = issuer.Issuer.Instance.ToString(),
            ["AzureAd:TenantId"] = IssuerFixture.Tenant,
            ["AzureAd:ClientId"] = IssuerFixture.Client,
            ["Mail:From"] = "thidua@example.vn",
            ["Portal:Address"] = "https://thidua.example.vn/portal/",
        };
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }
    }

    /// <summary>The connection string: give it to another <see cref="EmulationApp"/> to start the program again on the same data.</summary>
    public string Account { get; }

    /// <summary>Set before anything is asked, where the issuer is to go by the same one.</summary>
    public SettableClock Clock { get; init; } = new(Noon);

    public StorageFaults Faults { get; }

    public StorageCalls Calls { get; } = new();

    public IServiceProvider Services => _running.Value.Program.Program.Services;

    /// <summary>What stands before the program: it runs timers, and knows the functions.</summary>
    public StandInHost Host => _running.Value.Program.Host;

    public StoredTables Tables => Services.GetRequiredService<StoredTables>();

    public BlobServiceClient Blobs => Services.GetRequiredService<BlobServiceClient>();

    /// <summary>Sets the clock to a moment of a Vietnamese day.</summary>
    public void SetDay(string day, int hour = 12, int minute = 0, int second = 0) =>
        Clock.Now = new DateTimeOffset(DateOnly.Parse(day, null), new(hour, minute, second), TimeSpan.FromHours(7));

    /// <summary>A client that is nobody.</summary>
    public HttpClient Nobody() => Client(null);

    /// <summary>The emulation office.</summary>
    public HttpClient Admin() => Holding("Emulation.Admin");

    /// <summary>Somebody with app roles and no unit.</summary>
    public HttpClient Holding(params string[] roles) => Client(new(ObjectId(string.Join('+', roles))) { Roles = roles });

    /// <summary>An officer of a unit, bound to it as the office does, whether or not the roster of the test has it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">What tells several officers of one unit apart.</param>
    public async Task<HttpClient> OfficerAsync(string unit, string? name = null)
    {
        await Services.GetRequiredService<OfficerTable>().PutAsync(
            IssuerFixture.Tenant, new(ObjectId(name ?? unit), unit, IsApplication: false, 0), new([]), Actor.System, TestContext.Current.CancellationToken);
        return Client(new(ObjectId(name ?? unit)));
    }

    /// <summary>A client with a token for the present moment of the app's clock; every answer it gets must be as described.</summary>
    public HttpClient Client(TokenRequest? token)
    {
        var client = new HttpClient(new DescribedAnswers(_running.Value.Handler), disposeHandler: false) { BaseAddress = Host.Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token(token));
        }

        return client;
    }

    public string Token(TokenRequest token)
    {
        lock (_issuer.Clock)
        {
            _issuer.Clock.Now = Clock.Now;
            // Tests move the clock through a year with one client.
            return _issuer.Issuer.Token(token with { Lifetime = token.Lifetime == TimeSpan.FromHours(1) ? TimeSpan.FromDays(4000) : token.Lifetime });
        }
    }

    /// <summary>The object id that stands for a name in tests: always the same for the same name.</summary>
    public static string ObjectId(string name) =>
        new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");

    public static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    public static StringContent Json(JsonNode json) => Json(json.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated && !Interlocked.Exchange(ref _isDisposed, true))
        {
            var (program, handler) = _running.Value;
            handler.Dispose();
            await program.DisposeAsync();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<Running> StartAsync()
    {
        var program = await ProgramInProcess.StartAsync(_settings, Replace, Clock);
        return new(program, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    }

    private void Replace(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(LocalStorageSetup)));
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(Clock);
        services.RemoveAll<TableClientOptions>();
        services.AddSingleton(provider =>
        {
            var options = Quick(new TableClientOptions());
            options.AddPolicy(provider.GetRequiredService<ThrottleRecords>(), HttpPipelinePosition.PerRetry);
            return options;
        });
        services.RemoveAll<BlobClientOptions>();
        services.AddSingleton(provider =>
        {
            var options = Quick(new BlobClientOptions(StorageRegistration.BlobVersion));
            options.AddPolicy(provider.GetRequiredService<ThrottleRecords>(), HttpPipelinePosition.PerRetry);
            return options;
        });
        _services?.Invoke(services);
    }

    /// <summary>As the program has them, over the faults and without the waits between two attempts.</summary>
    private TOptions Quick<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Patient().Transport = Faults;
        (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        options.Retry.NetworkTimeout = Faults.AttemptLimit ?? options.Retry.NetworkTimeout;
        Calls.Watch(options);
        return options;
    }

    private sealed record Running(ProgramInProcess Program, SocketsHttpHandler Handler);
}

internal static class HttpAnswers
{
    /// <summary>The body of an answer that must have succeeded.</summary>
    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The problem document of an answer that must have been refused with that status.</summary>
    public static async Task<JsonNode> ProblemAsync(this Task<HttpResponseMessage> asked, int status)
    {
        using var response = await asked;
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"Expected {status}, was {(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(body)!;
    }

    /// <summary>The paths of a problem's faults.</summary>
    public static IEnumerable<string> Paths(this JsonNode problem) => problem["faults"]!.AsArray().Select(fault => (string)fault!["path"]!);

    public static HttpRequestMessage With(this HttpRequestMessage request, EntityTagHeaderValue tag)
    {
        request.Headers.IfMatch.Add(tag);
        return request;
    }
}
