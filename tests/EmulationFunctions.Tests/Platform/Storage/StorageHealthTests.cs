using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>Health says what is wrong with storage, so that nobody has to guess.</summary>
public sealed class StorageHealthTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AuthorizationPermissionMismatch", "Storage refuses the program's identity: a role assignment is missing or was taken away.")]
    [InlineData(401, "InvalidAuthenticationInfo", "Storage refuses the program's identity: a role assignment is missing or was taken away.")]
    [InlineData(503, "ServerBusy", "Storage does not answer.")]
    public async Task What_the_tables_answer_is_told_in_a_sentence(int status, string error, string sentence)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        app.Faults.Instead = _ => new CannedResponse(status, error);

        Assert.Equal(sentence, await SentenceAsync(client));
    }

    /// <summary>The tables' role is there, the blobs' role was taken away.</summary>
    [Fact]
    public async Task A_right_that_only_the_files_lack_is_told_too()
    {
        var blobs = new StorageFaults();
        await using var app = new EmulationApp(azurite, issuer, services: services =>
        {
            services.RemoveAll<BlobClientOptions>();
            services.AddSingleton(new BlobClientOptions(StorageRegistration.BlobVersion) { Transport = blobs });
        });
        using var client = app.Nobody();
        blobs.Instead = _ => new CannedResponse(403, "AuthorizationPermissionMismatch");

        Assert.Equal("Storage refuses the program's identity: a role assignment is missing or was taken away.", await SentenceAsync(client));
    }

    [Fact]
    public async Task A_table_or_a_container_that_is_missing_is_told()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        await app.Services.GetRequiredService<BlobServiceClient>().DeleteBlobContainerAsync("backups", cancellationToken: Cancellation);
        Assert.Equal("The container backups is missing.", await SentenceAsync(client));
        await new TableServiceClient(app.Account).DeleteTableAsync("Timers", Cancellation);
        app.Clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal("A table is missing.", await SentenceAsync(client));
    }

    private static async Task<string> SentenceAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/health", UriKind.Relative), Cancellation);
        var health = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(503, (int)answer.StatusCode);
        return (string)health["checks"]!.AsArray().Single(check => (string)check!["name"]! == "storage")!["detail"]!;
    }
}
