using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Lets so many requests work at a time (<see cref="RequestLimits"/>). Whatever the platform sends at once, the rest waits here, where it costs nearly nothing.</summary>
internal sealed class RequestSlots(RequestLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _free = new(limits.AtOnce);

    /// <summary>What waits for its caller's line more than it works has no slot: slow callers would hold them all.</summary>
    public static bool AreNeeded(TimeOf time, HttpRequest request) =>
        time is TimeOf.Ordinary or TimeOf.LongWork && request.Headers.TransferEncoding.Count == 0;

    /// <exception cref="Refusal">503: none became free in time.</exception>
    public async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        if (!_free.Wait(0, cancellationToken) && !await _free.WaitAsync(limits.Wait, cancellationToken))
        {
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, "busy", new(
                "Hệ thống đang có quá nhiều yêu cầu cùng lúc. Hãy thử lại sau ít giây.", "Too many requests are waiting at this moment. Try again in a few seconds."))
            {
                RetryAfter = limits.Wait,
            };
        }
    }

    public void Return() => _free.Release();

    public void Dispose() => _free.Dispose();
}
