namespace EmulationFunctions.Platform.Files;

/// <summary>What a file may come to on the machine of whoever opens it. By what it says of itself: nothing is unpacked to find out.</summary>
/// <param name="Unpacked">Bytes of all parts of a package together.</param>
/// <param name="Pixels">Of a picture: somewhat more than the largest camera of a telephone takes, and than A0 at 300 dots an inch.</param>
/// <param name="Pieces">Chunks or segments of a picture; 8 KB each is usual.</param>
internal sealed record FileLimits(long Unpacked, long Pixels, int Pieces)
{
    public static FileLimits Default { get; } = new(512L * 1024 * 1024, 250_000_000, 65_536);
}
