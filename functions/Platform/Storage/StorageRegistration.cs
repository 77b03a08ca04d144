using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Storage;

internal static class StorageRegistration
{
    /// <summary>The newest version of the blob service that the emulator knows.</summary>
    internal const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_11_05;

    public static void AddStorage(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<StorageOptions>(StorageOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = builder.Configuration["AZURE_CLIENT_ID"],
            Retry = { MaxRetries = 2, NetworkTimeout = AttemptLimit },
        }));
        builder.Services.AddSingleton<ThrottleRecords>();
        builder.Services.AddSingleton(services => Recorded(new TableClientOptions().Patient(), services));
        builder.Services.AddSingleton(services => Recorded(new BlobClientOptions(BlobVersion).Patient(), services));
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<StorageOptions>>().Value switch
        {
            { ConnectionString.Length: > 0 } local => new StoredTables(local.ConnectionString, services.GetRequiredService<TableClientOptions>()),
            var azure => new StoredTables(
                new Uri(azure.TableServiceUri), services.GetRequiredService<TokenCredential>(), services.GetRequiredService<TableClientOptions>()),
        });
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<StorageOptions>>().Value switch
        {
            { ConnectionString.Length: > 0 } local => new BlobServiceClient(local.ConnectionString, services.GetRequiredService<BlobClientOptions>()),
            var azure => new BlobServiceClient(
                new Uri(azure.BlobServiceUri), services.GetRequiredService<TokenCredential>(), services.GetRequiredService<BlobClientOptions>()),
        });
        builder.Services.AddSingleton<Intents>();
        builder.Services.AddSingleton<Touched>();
        builder.Services.AddSingleton<StagedChanges>();
        builder.Services.AddSingleton<Marks>();
        builder.Services.AddSingleton<Commits>();
        builder.Services.AddSingleton<PartitionStore>();
        builder.Services.AddSingleton<PartitionMemory>();
        // Before the worker says that it is there.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, LocalStorageSetup>());
    }

    /// <summary>
    /// One attempt of one call; the table service itself ends a query after five seconds. Of a file it is one block that must come or go in
    /// this time, never the whole.
    /// </summary>
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(6);

    /// <summary>How often and how long storage is asked, tables and blobs alike: together less than 20 s, after which the caller is told.</summary>
    internal static TOptions Patient<TOptions>(this TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(500);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = AttemptLimit;
        return options;
    }

    private static TOptions Recorded<TOptions>(TOptions options, IServiceProvider services)
        where TOptions : ClientOptions
    {
        options.AddPolicy(services.GetRequiredService<ThrottleRecords>(), HttpPipelinePosition.PerRetry);
        return options;
    }
}
