using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Storage;

public sealed class StorageRegistrationTests
{
    [Fact]
    public async Task Blobs_are_waited_for_no_longer_than_tables()
    {
        var builder = HostingRegistration.CreateBuilder([]);
        builder.AddStorage();
        await using var services = builder.Services.BuildServiceProvider();

        ClientOptions[] both = [services.GetRequiredService<TableClientOptions>(), services.GetRequiredService<BlobClientOptions>()];

        Assert.All(both, options => Assert.Equal((TimeSpan.FromSeconds(30), 4), (options.Retry.NetworkTimeout, options.Retry.MaxRetries)));
    }
}
