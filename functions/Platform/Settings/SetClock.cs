namespace EmulationFunctions.Platform.Settings;

/// <summary>A clock that was set to a moment at the start and runs on from there; only in local runs (<c>Local:Now</c>).</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _ahead = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
