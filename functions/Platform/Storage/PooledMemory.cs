using Microsoft.IO;

namespace EmulationFunctions.Platform.Storage;

/// <summary>Memory for what is written once and read once, as bodies and texts of rows are; whoever takes some gives it back by disposing of it.</summary>
internal static class PooledMemory
{
    private static readonly RecyclableMemoryStreamManager Memory = new(new RecyclableMemoryStreamManager.Options
    {
        MaximumSmallPoolFreeBytes = 16 * 1024 * 1024,
        MaximumLargePoolFreeBytes = 1,
    });

    public static RecyclableMemoryStream Take() => Memory.GetStream();
}
