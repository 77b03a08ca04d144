namespace EmulationFunctions.Platform.Settings;

/// <summary>A clock that was set to a moment and runs on from there, and can be moved while the program runs; only in local runs (<c>Local:Now</c>).</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Ticks by which it is ahead; one number, because requests read it while it is moved.</summary>
    private long _ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref _ahead, (now - System.GetUtcNow()).Ticks);
}
