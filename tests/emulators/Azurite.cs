namespace EmulationFunctions.Emulators;

/// <summary>The storage emulator: tables, blobs and queues on 127.0.0.1, on ports that are free.</summary>
public sealed class Azurite : IAsyncDisposable
{
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's key is published and the same everywhere.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>How many further accounts an emulator in memory has: each test program takes one of its own. For each call it looks through the names of all tables that it has, so more of them make it slow.</summary>
    public const int FurtherAccounts = 150;

    /// <summary>Their key: short, because all of them travel in one environment variable.</summary>
    private const string FurtherKey = "dGVzdHM=";

    private readonly NodeProcess _process;
    private int _accountsTaken;

    private Azurite(NodeProcess process)
    {
        _process = process;
        var lines = process.Lines();
        BlobServiceUri = Address(lines, "Blob");
        TableServiceUri = Address(lines, "Table");
        ConnectionString = Connection(AccountName, AccountKey);
    }

    public Uri TableServiceUri { get; }

    public Uri BlobServiceUri { get; }

    public string ConnectionString { get; }

    /// <summary>The connection string of an account that nobody else uses; only of an emulator in memory.</summary>
    public string TakeAccount()
    {
        var number = Interlocked.Increment(ref _accountsTaken);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, FurtherAccounts);
        return Connection(Account(number), FurtherKey);
    }

    /// <param name="location">Where it keeps its data; null keeps them in memory, which is faster and forgets.</param>
    /// <param name="wantsUsualPorts">Whether to take the ports other tools expect (10000 to 10002) where they are free.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Azurite> StartAsync(string? location, bool wantsUsualPorts, CancellationToken cancellationToken)
    {
        string[] persistence = location is null ? ["--inMemoryPersistence"] : ["--location", location];

        if (location is not null)
        {
            Directory.CreateDirectory(location);
        }

        var process = await NodeProcess.StartAsync(
            Path.Combine("azurite", "dist", "src", "azurite.js"),
            [
                .. persistence, "--silent", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Port(wantsUsualPorts, 10000), "--queuePort", Port(wantsUsualPorts, 10001), "--tablePort", Port(wantsUsualPorts, 10002),
            ],
            location is null ? Accounts() : [],
            lines => lines.Any(line => IsListening(line, "Blob")) && lines.Any(line => IsListening(line, "Table")),
            cancellationToken);

        return new Azurite(process);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private string Connection(string account, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};" +
        $"BlobEndpoint={new Uri(BlobServiceUri, "/" + account)};TableEndpoint={new Uri(TableServiceUri, "/" + account)};";

    private static Dictionary<string, string> Accounts() => new()
    {
        ["AZURITE_ACCOUNTS"] = string.Join(
            ';', Enumerable.Range(1, FurtherAccounts).Select(number => $"{Account(number)}:{FurtherKey}").Prepend($"{AccountName}:{AccountKey}")),
    };

    private static string Account(int number) => $"account{number:D4}";

    private static string Port(bool wantsUsual, int usual) => $"{(wantsUsual ? NodeProcess.FreeOrAny(usual) : 0)}";

    private static bool IsListening(string line, string service) =>
        line.StartsWith($"Azurite {service} service is successfully listening at ", StringComparison.Ordinal);

    private static Uri Address(IReadOnlyList<string> lines, string service) =>
        new($"{lines.First(line => IsListening(line, service)).Split(' ')[^1]}/{AccountName}");
}
