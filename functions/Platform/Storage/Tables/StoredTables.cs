using Azure.Core;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>The tables of one account. Nobody else makes a client of the table service.</summary>
internal sealed class StoredTables
{
    private readonly TableServiceClient _service;

    /// <param name="connectionString">An account's name and key, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">Retries and transport.</param>
    public StoredTables(string connectionString, TableClientOptions? options = null) => _service = new(connectionString, Watched(options));

    public StoredTables(Uri endpoint, TokenCredential credential, TableClientOptions? options = null) => _service = new(endpoint, credential, Watched(options));

    public Uri Uri => _service.Uri;

    public StoredTable GetTable(string name)
    {
        TableLimits.CheckTableName(name);
        return new StoredTable(_service.GetTableClient(name));
    }

    public async Task CreateTableIfNotExistsAsync(string name, CancellationToken cancellationToken)
    {
        TableLimits.CheckTableName(name);
        await _service.CreateTableIfNotExistsAsync(name, cancellationToken);
    }

    private static TableClientOptions Watched(TableClientOptions? options)
    {
        options ??= new();
        options.AddPolicy(TableCall.Policy, HttpPipelinePosition.PerCall);
        return options;
    }
}
