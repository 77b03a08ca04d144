using System.Text.Json;

namespace EmulationFunctions.Platform.Storage;

/// <summary>
/// Every table and container there is. The same file provisions them in Azure and, under the local condition, at the start.
/// </summary>
internal sealed record StorageNames(IReadOnlyList<string> Tables, IReadOnlyList<StorageNames.Container> Containers)
{
    public static StorageNames All { get; } = Read();

    private static StorageNames Read()
    {
        using var stream = typeof(StorageNames).Assembly.GetManifestResourceStream("storage.json")!;
        return JsonSerializer.Deserialize<StorageNames>(stream, JsonSerializerOptions.Web)!;
    }

    internal sealed record Container(string Name);
}
