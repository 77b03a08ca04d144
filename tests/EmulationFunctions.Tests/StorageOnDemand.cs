using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage;

namespace EmulationFunctions.Tests;

/// <summary>
/// Makes a table or a container of an account when the first request names it, in the place of the program, which makes all of them when it starts locally: a test needs a few of some thirty,
/// and making the others took longer than anything else at a start.
/// </summary>
internal sealed class StorageOnDemand(string connectionString)
{
    private static readonly ConcurrentDictionary<(string Account, string Name), Lazy<Task>> Made = new();

    private readonly string _account = new TableServiceClient(connectionString).AccountName;

    public async Task EnsureAsync(Request request)
    {
        var path = request.Uri.Path!;
        if (NameIn(path.EndsWith("/$batch", StringComparison.Ordinal) ? Text(request.Content!) : path) is { } name)
        {
            await Made.GetOrAdd((connectionString, name), _ => new(() => MakeAsync(name))).Value;
        }
    }

    private async Task MakeAsync(string name)
    {
        if (StorageNames.All.Tables.Contains(name))
        {
            await new TableServiceClient(connectionString).CreateTableIfNotExistsAsync(name);
        }
        else if (StorageNames.All.Containers.Any(container => container.Name == name))
        {
            await new BlobContainerClient(connectionString, name, new(StorageRegistration.BlobVersion)).CreateIfNotExistsAsync();
        }
    }

    /// <summary>What follows the account in the first address of a text.</summary>
    private string? NameIn(string text)
    {
        var account = text.IndexOf($"{_account}/", StringComparison.Ordinal);
        if (account < 0)
        {
            return null;
        }

        var rest = text.AsSpan(account + _account.Length + 1);
        var end = rest.IndexOfAny("/( ?\r");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static string Text(RequestContent content)
    {
        using var stream = new MemoryStream();
        content.WriteTo(stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)Math.Min(stream.Length, 1_000));
    }
}
