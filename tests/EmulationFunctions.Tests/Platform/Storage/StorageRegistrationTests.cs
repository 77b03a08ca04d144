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
    public async Task Storage_that_hangs_is_given_up_within_twenty_seconds_tables_and_blobs_alike()
    {
        var builder = HostingRegistration.CreateBuilder([]);
        builder.AddStorage();
        await using var services = builder.Services.BuildServiceProvider();

        ClientOptions[] both = [services.GetRequiredService<TableClientOptions>(), services.GetRequiredService<BlobClientOptions>()];

        // The pipeline doubles its pauses, and spreads them by a fifth.
        Assert.All(both, options => Assert.InRange(
            ((options.Retry.MaxRetries + 1) * options.Retry.NetworkTimeout) + (1.2 * Enumerable.Range(0, options.Retry.MaxRetries).Sum(retry => options.Retry.Delay.TotalSeconds * Math.Pow(2, retry)) * TimeSpan.FromSeconds(1)),
            TimeSpan.FromSeconds(15),
            TimeSpan.FromSeconds(20)));
    }
}
