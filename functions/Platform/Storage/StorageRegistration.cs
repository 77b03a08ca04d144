using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Storage;

internal static class StorageRegistration
{
    public static void AddStorage(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<StorageOptions>(StorageOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = builder.Configuration["AZURE_CLIENT_ID"],
        }));
        builder.Services.AddSingleton<ThrottleRecords>();
        builder.Services.AddSingleton(services => Recorded(new TableClientOptions(), services));
        builder.Services.AddSingleton(services => Recorded(new BlobClientOptions(), services));
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<StorageOptions>>().Value switch
        {
            { ConnectionString.Length: > 0 } local => new TableServiceClient(local.ConnectionString, services.GetRequiredService<TableClientOptions>()),
            var azure => new TableServiceClient(
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
        builder.Services.AddSingleton<PartitionStore>();
        builder.Services.AddSingleton<PartitionMemory>();
        // Before the worker says that it is there.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, LocalStorageSetup>());
    }

    private static TOptions Recorded<TOptions>(TOptions options, IServiceProvider services)
        where TOptions : ClientOptions
    {
        options.AddPolicy(services.GetRequiredService<ThrottleRecords>(), HttpPipelinePosition.PerRetry);
        return options;
    }
}
