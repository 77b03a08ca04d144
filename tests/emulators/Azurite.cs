namespace EmulationFunctions.Emulators;

/// <summary>The storage emulator: tables, blobs and queues on 127.0.0.1, on ports that are free.</summary>
public sealed class Azurite : IAsyncDisposable
{
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's key is published and the same everywhere.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly NodeProcess _process;

    private Azurite(NodeProcess process)
    {
        _process = process;
        var lines = process.Lines();
        BlobServiceUri = Address(lines, "Blob");
        TableServiceUri = Address(lines, "Table");
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};" +
            $"BlobEndpoint={BlobServiceUri};TableEndpoint={TableServiceUri};";
    }

    public Uri TableServiceUri { get; }

    public Uri BlobServiceUri { get; }

    public string ConnectionString { get; }

    /// <param name="location">Where it keeps its data; null keeps them in memory, which is faster and forgets.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Azurite> StartAsync(string? location, CancellationToken cancellationToken)
    {
        string[] persistence = location is null ? ["--inMemoryPersistence"] : ["--location", location];

        if (location is not null)
        {
            Directory.CreateDirectory(location);
        }

        var process = await NodeProcess.StartAsync(
            Path.Combine("azurite", "dist", "src", "azurite.js"),
            [
                .. persistence, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", Port(location, 10000), "--queuePort", Port(location, 10001), "--tablePort", Port(location, 10002),
            ],
            lines => lines.Any(line => IsListening(line, "Blob")) && lines.Any(line => IsListening(line, "Table")),
            cancellationToken);

        return new Azurite(process);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Data that are kept are looked at with other tools too: these expect the usual ports, if they are free.</summary>
    private static string Port(string? location, int usual) => $"{(location is null ? 0 : NodeProcess.FreeOrAny(usual))}";

    private static bool IsListening(string line, string service) =>
        line.StartsWith($"Azurite {service} service is successfully listening at ", StringComparison.Ordinal);

    private static Uri Address(IReadOnlyList<string> lines, string service) =>
        new($"{lines.First(line => IsListening(line, service)).Split(' ')[^1]}/{AccountName}");
}
