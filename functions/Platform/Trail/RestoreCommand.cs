using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// <c>EmulationFunctions restore --from ADDRESS [--day yyyy-MM-dd]</c>: rebuilds the tables of the account of the settings, and ends. It
/// signs in as whoever is signed in where it runs. It starts no server.
/// </summary>
internal static class RestoreCommand
{
    private const string Usage = "Usage: EmulationFunctions restore --from <blob endpoint of the account that holds the backups> [--day yyyy-MM-dd]; the account to restore is that of the settings Storage__TableServiceUri and Storage__BlobServiceUri.";

    public static bool IsAsked(string[] args) => args is ["restore", ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var (from, until) = Parse(args);
            services.GetRequiredService<IOptions<StorageOptions>>().Value.Check();
            var (store, name) = Open(from, services);
            await services.GetRequiredService<Restore>().RunAsync(store, name, until, output, cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is RestoreRefusedException or InvalidDataException or SettingException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await errors.WriteLineAsync("There is no finished backup: the account that was named has no container for them.");
            return 1;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            await errors.WriteLineAsync(
                "Storage refuses: whoever restores needs Storage Blob Data Reader on the account that holds the backups, and Storage Table Data Contributor on the empty one.");
            return 1;
        }
    }

    private static (string From, DateOnly? Until) Parse(string[] args) => args switch
    {
        [_, "--from", var from] => (from, null),
        [_, "--from", var from, "--day", var text] when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => (from, day),
        _ => throw new RestoreRefusedException(Usage),
    };

    private static (BackupStore Store, string Name) Open(string from, IServiceProvider services)
    {
        var options = services.GetRequiredService<BlobClientOptions>();
        if (Uri.TryCreate(from, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
        {
            return (new(new BlobServiceClient(uri, services.GetRequiredService<TokenCredential>(), options)), uri.Host);
        }

        // The emulator's key is no secret; any other key has no business on a command line.
        if (services.GetRequiredService<LocalCondition>().IsLocal && from.Contains('=', StringComparison.Ordinal))
        {
            var local = new BlobServiceClient(from, options);
            return local.Uri.IsLoopback ? (new(local), local.AccountName) : throw new RestoreRefusedException(Usage);
        }

        throw new RestoreRefusedException($"'{from}' is not an https address. {Usage}");
    }
}
