using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Benchmarks;

/// <summary>The program in this process, with a clock that is set, an account of its own, and mails that only count.</summary>
internal sealed class YearProgram : IAsyncDisposable
{
    private readonly ProgramInProcess _program;
    private readonly LocalIssuer _issuer;
    private readonly HttpClient _client;
    private readonly CountingTransport _transport;

    private YearProgram(ProgramInProcess program, LocalIssuer issuer, SettableClock clock, StorageCalls calls, CountingTransport transport, string account)
    {
        (_program, _issuer, Clock, Calls, _transport, Storage) = (program, issuer, clock, calls, transport, new(account));
        _client = new() { BaseAddress = program.Host.Address, Timeout = TimeSpan.FromMinutes(4) };
        Api = new(issuer, (request, cancellationToken) => _client.SendAsync(request, cancellationToken));
        Office = Token(new(Guid.NewGuid().ToString()) { Roles = ["Emulation.Admin"] });
    }

    public SettableClock Clock { get; }

    public StorageCalls Calls { get; }

    public YearStorage Storage { get; }

    public Api Api { get; }

    /// <summary>A token that outlives the year, as <see cref="Unit"/> gives them.</summary>
    public string Office { get; }

    public int Mails => _transport.Sent;

    public static async Task<YearProgram> StartAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        var (clock, calls, transport, account) = (new SettableClock(new(YearPlan.Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(7))), new StorageCalls(), new CountingTransport(), azurite.TakeAccount());
        var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, clock, keyFile: null, port: 0, cancellationToken);
        var settings = Target.Settings(account, issuer.Instance.ToString()).Concat(
        [
            new("Mail__Transport", "smtp"), new("Mail__Smtp__Host", "127.0.0.1"), new("Mail__Smtp__StartTls", "false"), new("Mail__From", "thidua@tinh.example"),
            new("Mail__PerMinute", "10000"), new("Mail__PerHour", "10000"),
        ]);
        var program = await ProgramInProcess.StartAsync(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)), services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(clock);
            services.RemoveAll<IMailTransport>();
            services.AddSingleton<IMailTransport>(transport);
            var (tables, blobs) = (new TableClientOptions().Patient(), new BlobClientOptions(StorageRegistration.BlobVersion).Patient());
            calls.Watch(tables);
            calls.Watch(blobs);
            services.RemoveAll<TableClientOptions>();
            services.AddSingleton(tables);
            services.RemoveAll<BlobClientOptions>();
            services.AddSingleton(blobs);
        });
        return new(program, issuer, clock, calls, transport, account);
    }

    public string Unit(string unit) => Token(new(LocalMachine.ObjectId(unit)));

    public Task RunTimerAsync(string timer, CancellationToken cancellationToken) => _program.Host.RunTimerAsync(timer, cancellationToken: cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private string Token(TokenRequest request) => _issuer.Token(request with { Lifetime = TimeSpan.FromDays(1000) });

    private sealed class CountingTransport : IMailTransport
    {
        private int _sent;

        public int Sent => _sent;

        public Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _sent);
            return Task.FromResult<MailOutcome>(new MailOutcome.Sent());
        }

        public Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken) => Task.FromResult<MailOutcome?>(null);
    }
}
