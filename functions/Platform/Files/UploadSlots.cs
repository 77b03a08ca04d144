using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Lets in only so many uploads at a time: the platform holds each one's whole body in memory, and nine tenths of a year's come
/// within two days.
/// </summary>
internal sealed class UploadSlots(int count) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(count);

    /// <exception cref="Refusal">429 with Retry-After: all are taken.</exception>
    public IDisposable Take() => _free.Wait(0)
        ? new Slot(_free)
        : throw new Refusal(StatusCodes.Status429TooManyRequests, "too-many-uploads", new(
            "Đang có nhiều người gửi tệp cùng lúc. Hãy thử lại sau ít giây.", "Many files are being sent at this moment. Try again in a few seconds."))
        {
            RetryAfter = Pause,
        };

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int _isReturned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
