using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// The table service of one account, over Azure.Core's pipeline: the part of Azure.Data.Tables that is used here, with its
/// names (docs/decisions/0002 says why it is not that package, and what it takes to move to it).
/// </summary>
internal sealed class TableServiceClient
{
    private const string EmulatorAccount = "devstoreaccount1";

    // The emulator's key is published and the same everywhere; it opens nothing else.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TablePipeline _pipeline;

    /// <param name="connectionString">An account's name and key, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">Retries and transport.</param>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var (endpoint, credential) = Parse(connectionString);
        _pipeline = new TablePipeline(endpoint, options ?? new(), new TableSharedKeyPolicy(credential));
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        _pipeline = new TablePipeline(endpoint, options ?? new(), new TableSharedKeyPolicy(credential));
    }

    public TableServiceClient(Uri endpoint, TokenCredential credential, TableClientOptions? options = null)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException($"A token is only sent over https, not to {endpoint}.", nameof(endpoint));
        }

        options ??= new();
        _pipeline = new TablePipeline(endpoint, options, new BearerTokenAuthenticationPolicy(credential, $"{options.Audience}/.default"));
    }

    public Uri Uri => _pipeline.Endpoint;

    public TableClient GetTableClient(string tableName)
    {
        TableLimits.CheckTableName(tableName);
        return new TableClient(_pipeline, tableName);
    }

    /// <returns>Whether it was made now.</returns>
    public async Task<bool> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(tableName);

        // The name was checked: it has letters and digits only.
        var body = Encoding.UTF8.GetBytes($$"""{"TableName":"{{tableName}}"}""");
        using var message = _pipeline.CreateMessage(RequestMethod.Post, "/Tables", body);
        await _pipeline.SendAsync(message, cancellationToken);

        return message.Response switch
        {
            { IsError: false } => true,
            { Status: 409 } response when TablePipeline.ReadError(response.Content.ToMemory()).Code == "TableAlreadyExists" => false,
            var response => throw TablePipeline.Failed(response),
        };
    }

    /// <returns>Whether there was one. In Azure the name cannot be used again for some 40 seconds.</returns>
    public async Task<bool> DeleteTableAsync(string tableName, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(tableName);

        using var message = _pipeline.CreateMessage(RequestMethod.Delete, $"/Tables('{tableName}')");
        await _pipeline.SendAsync(message, cancellationToken);

        return message.Response switch
        {
            { IsError: false } => true,
            { Status: 404 } => false,
            var response => throw TablePipeline.Failed(response),
        };
    }

    private static (Uri Endpoint, TableSharedKeyCredential Credential) Parse(string connectionString)
    {
        var parts = connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.Length == 2 ? part[1] : "", StringComparer.OrdinalIgnoreCase);

        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var isEmulator) && isEmulator)
        {
            return (new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));
        }

        if (parts.GetValueOrDefault("AccountName") is not { Length: > 0 } account || parts.GetValueOrDefault("AccountKey") is not { Length: > 0 } key)
        {
            throw new ArgumentException("The connection string has no AccountName or no AccountKey.", nameof(connectionString));
        }

        var endpoint = parts.GetValueOrDefault("TableEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";

        return (new Uri(endpoint), new TableSharedKeyCredential(account, key));
    }
}
