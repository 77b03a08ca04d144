using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EmulationFunctions.StandIn;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Emulators;

/// <summary>
/// Everything that stands in for Azure on one machine, with the program in the middle: storage and mail emulators, an issuer of
/// tokens, and a clock that is moved by starting the program again. Data is kept in <c>.local</c>.
/// </summary>
public sealed class LocalMachine : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Client = "22222222-2222-4222-8222-222222222222";

    private const int UsualPort = 7071;

    /// <summary>What the program's record begins with (PortalFunctions).</summary>
    private const string ClockMoved = "The clock was moved to ";

    private readonly LocalFolder _folder;
    private readonly Azurite _azurite;
    private readonly LocalIssuer _issuer;
    private readonly MovedClock _clock;
    private readonly Action<string> _say;
    private readonly Dictionary<string, string?> _environment = [];
    private StandInHost? _program;

    private LocalMachine(LocalFolder folder, Azurite azurite, MailCatcher mail, LocalIssuer issuer, MovedClock clock, Action<string> say) =>
        (_folder, _azurite, Mail, _issuer, _clock, _say) = (folder, azurite, mail, issuer, clock, say);

    public MailCatcher Mail { get; }

    /// <summary>The units' page.</summary>
    public Uri Page => new(Program.Address, "/portal/");

    /// <summary>The present: this machine's, moved as somebody asked on this start or an earlier one. The sample's year follows from it.</summary>
    public DateTimeOffset Present => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)) + _folder.ClockAhead;

    /// <summary>The year that was present when the sample was loaded: it stays the sample's, wherever the clock is moved.</summary>
    public int SampleYear => _folder.SampleYear ??= Present.Year;

    internal static string Folder => Path.Combine(RepositoryRoot.Path, ".local");

    private StandInHost Program => _program ?? throw new InvalidOperationException("The program has not been started.");

    /// <param name="now">To which moment the program's clock is moved; null goes on from where it was.</param>
    /// <param name="withPage">Whether the units' page is built, too.</param>
    /// <param name="say">Told a line at a time how far it is.</param>
    /// <param name="cancellationToken">Ends it, a build under way too.</param>
    public static async Task<LocalMachine> StartAsync(DateTimeOffset? now, bool withPage, Action<string> say, CancellationToken cancellationToken)
    {
        var folder = LocalFolder.Hold(Folder);
        try
        {
            return await StartAsync(folder, now, withPage, say, cancellationToken);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static async Task<LocalMachine> StartAsync(LocalFolder folder, DateTimeOffset? now, bool withPage, Action<string> say, CancellationToken cancellationToken)
    {
        if (now is { } moment)
        {
            // Today's date without a time brings the clock back to this machine's.
            var present = TimeProvider.System.GetUtcNow().ToOffset(moment.Offset);
            folder.ClockAhead = moment.Date == present.Date && moment.TimeOfDay == LocalArguments.Morning ? TimeSpan.Zero : moment - present;
        }

        await Npm.EnsureInstalledAsync(say, cancellationToken);
        say(withPage ? "· building the program and its page" : "· building the program");
        if (await Patience.ForAsync(BuildAsync(withPage, cancellationToken), "building", say) is { } fault)
        {
            throw new InvalidOperationException($"The program could not be built:{Environment.NewLine}{fault}");
        }

        var clock = new MovedClock();
        var azurite = await Azurite.StartAsync(Path.Combine(Folder, "azurite"), wantsUsualPorts: true, cancellationToken);
        say($"✓ storage   {azurite.TableServiceUri}  (data in .local/azurite)");
        var mail = await MailCatcher.StartAsync(wantsUsualPorts: true, Path.Combine(Folder, "mail"), cancellationToken);
        say($"✓ mail      {mail.WebAddress}");
        var issuer = await LocalIssuer.StartAsync(Tenant, Client, clock, Path.Combine(Folder, "issuer-key.pem"), folder.PortOf("issuer", usual: 0, say), cancellationToken);
        folder.KeepPort("issuer", issuer.Instance.Port);
        return new(folder, azurite, mail, issuer, clock, say);
    }

    /// <summary>Starts the program anew with its clock at a Vietnamese day and hour.</summary>
    public Task MoveToAsync(DateOnly day, int hour, CancellationToken cancellationToken)
    {
        _clock.MoveTo(new DateTimeOffset(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(7)));
        return StartProgramAsync(runTimers: false, cancellationToken);
    }

    /// <summary>Starts the program anew in the present.</summary>
    public Task MoveToPresentAsync(CancellationToken cancellationToken)
    {
        _clock.MoveTo(Present);
        return StartProgramAsync(runTimers: false, cancellationToken);
    }

    private async Task StartProgramAsync(bool runTimers, CancellationToken cancellationToken)
    {
        // The address stays what it was, whoever has noted it down.
        var port = _program?.Address.Port ?? NodeProcess.Free(_folder.PortOf("api", UsualPort, _say));
        if (_program is { } before)
        {
            await before.DisposeAsync();
        }

        _environment["Storage__ConnectionString"] = _azurite.ConnectionString;
        _environment["AzureAd__Instance"] = _issuer.Instance.ToString();
        _environment["AzureAd__TenantId"] = Tenant;
        _environment["AzureAd__ClientId"] = Client;
        _environment["Mail__Transport"] = "smtp";
        _environment["Mail__From"] = "thidua@tinh.example";
        _environment["Mail__Office"] = "Ban Thi đua - Khen thưởng tỉnh (mẫu)";
        _environment["Mail__Contact"] = "điện thoại 0200 000 000";
        _environment["Mail__Smtp__Host"] = "127.0.0.1";
        _environment["Mail__Smtp__Port"] = $"{Mail.SmtpPort}";
        _environment["Mail__Smtp__StartTls"] = "false";
        _environment["Portal__Address"] = $"http://127.0.0.1:{port}/portal/";
        _environment["Local__Now"] = _clock.GetUtcNow().ToString("O");
        _program = await StandInHost.StartAsync(
            Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "EmulationFunctions", "debug"),
            new()
            {
                Port = port,
                Clock = _clock,
                RunTimers = runTimers,
                Log = Tell,
                Environment = _environment,
            },
            cancellationToken);
        _folder.KeepPort("api", _program.Address.Port);
    }

    /// <summary>What a person should see of the program's records: what it did by itself, and what went wrong. Where the page has moved its clock, tokens, timers and later starts go by it too.</summary>
    private void Tell(WorkerLog record)
    {
        if (record.Message.StartsWith(ClockMoved, StringComparison.Ordinal)
            && DateTimeOffset.TryParse(record.Message[ClockMoved.Length..], CultureInfo.InvariantCulture, out var now))
        {
            _clock.MoveTo(now);
            _folder.ClockAhead = now - TimeProvider.System.GetUtcNow();
            _environment["Local__Now"] = now.ToString("O", CultureInfo.InvariantCulture);
            _say($"  · the clock was moved to {now.ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm} in Vietnam");
        }

        // A clock that was moved ends sign-ins, and each of them is refused once before it is renewed.
        if (record.Message.Contains("IDX10230", StringComparison.Ordinal))
        {
            return;
        }

        if (record.Level >= LogLevel.Warning || record.Message.StartsWith("The timer ", StringComparison.Ordinal))
        {
            _say($"  {(record.Level >= LogLevel.Warning ? "!" : "·")} {record.Message}{(record.Exception is { } fault ? $" {fault.Split('\n')[0]}" : "")}");
        }
    }

    /// <summary>A client that signs in as the office.</summary>
    public HttpClient Office() => As(new(ObjectId("office")) { Roles = ["Emulation.Admin"] });

    /// <summary>A client that signs in as a unit's officer; the office has to bind the account first.</summary>
    public HttpClient Unit(string unit) => As(new(ObjectId(unit)));

    public static string ObjectId(string name) =>
        new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");

    /// <summary>Who is offered to whoever signs in to the page.</summary>
    public void Offer(IReadOnlyList<LocalPerson> people) => _issuer.People = people;

    /// <summary>A province that has nothing yet but its office.</summary>
    /// <exception cref="InvalidOperationException">The sample is there.</exception>
    public async Task BeginEmptyAsync(CancellationToken cancellationToken)
    {
        if (_folder.SampleYear is not null)
        {
            throw new InvalidOperationException($"The sample is in {Path.GetFileName(_folder.Path)} already. Delete that folder to begin empty.");
        }

        Offer([SamplePeople.Office]);
        await StartProgramAsync(runTimers: false, cancellationToken);
        SayWhere();
    }

    /// <summary>Writes where everything is, what there is to work on, and a token for every role.</summary>
    public async Task WriteSessionAsync(CancellationToken cancellationToken)
    {
        var session = new JsonObject
        {
            ["api"] = Program.Address.ToString(),
            ["page"] = Page.ToString(),
            ["openApi"] = new Uri(Program.Address, "/api/openapi.json").ToString(),
            ["mail"] = Mail.WebAddress.ToString(),
            ["storage"] = _azurite.ConnectionString,
            ["now"] = _clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            ["year"] = SampleYear,
            ["pastYear"] = SampleYear - 1,
            ["period"] = "nam",
            ["bloc"] = SampleBloc.Bloc,
            ["standingBloc"] = SampleBloc.StandingBloc,
            ["scheme"] = SampleBloc.Scheme,
            ["units"] = new JsonObject { ["head"] = SampleBloc.Head, ["deputy"] = SampleBloc.Deputy, ["unit"] = SampleBloc.Unit, ["standingUnit"] = SampleBloc.StandingUnit },
            ["tokens"] = new JsonObject
            {
                ["administrator"] = Token(new(ObjectId("office")) { Roles = ["Emulation.Admin"] }),
                ["council"] = Token(new(ObjectId("council")) { Roles = ["Emulation.Council"] }),
                ["reader"] = Token(new(ObjectId("reader")) { Roles = ["Emulation.Reader"] }),
                ["head"] = Token(new(ObjectId(SampleBloc.Head))),
                ["deputy"] = Token(new(ObjectId(SampleBloc.Deputy))),
                ["standingUnit"] = Token(new(ObjectId(SampleBloc.StandingUnit))),
                ["unit"] = Token(new(ObjectId(SampleBloc.Unit))),
                ["stranger"] = Token(new(ObjectId("stranger"))),
            },
        };
        await File.WriteAllTextAsync(Path.Combine(Folder, "session.json"), session.ToJsonString(new() { WriteIndented = true }), cancellationToken);
        SayWhere();
        _say("  Tokens  .local/session.json, with the ids of the sample's year, bloc and units");
    }

    private void SayWhere()
    {
        _say("");
        _say($"  Page    {Page}   (sign in as whom you like: no password)");
        _say($"  API     {Program.Address}docs/   (to read and to try)");
        _say($"  Mails   {Mail.WebAddress}");
        _say($"  Clock   {_clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm} in Vietnam{(_folder.ClockAhead == TimeSpan.Zero ? "" : ", moved")}");
    }

    /// <summary>Stays up and runs the timers by their schedules until it is told to end.</summary>
    /// <param name="open">Shows the page; null leaves it to whoever reads its address.</param>
    public async Task StayAsync(Action<Uri>? open, CancellationToken cancellationToken)
    {
        await StartProgramAsync(runTimers: true, cancellationToken);
        open?.Invoke(Page);
        _say("");
        _say("Staying up; timers run by their schedules. Ctrl-C ends everything.");
        await Program.Ended.WaitAsync(cancellationToken);
        throw new InvalidOperationException("The program has ended too often; what it wrote: " + string.Join(Environment.NewLine, Program.Lines));
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is { } program)
        {
            await program.DisposeAsync();
        }

        await _issuer.DisposeAsync();
        await Mail.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    private HttpClient As(TokenRequest token)
    {
        var client = new HttpClient { BaseAddress = Program.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token(token));
        return client;
    }

    private string Token(TokenRequest token) => _issuer.Token(token with { Lifetime = TimeSpan.FromDays(365) });

    private static async Task<string?> BuildAsync(bool withPage, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["build", Path.Combine(RepositoryRoot.Path, "functions", "EmulationFunctions.csproj"), "-v", "quiet", "--nologo", $"-p:WithPage={withPage}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : $"{await output}{await error}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The same clock that the program is started with.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void MoveTo(DateTimeOffset now) => _ahead = now - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
    }
}
