using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Lets in only so many uploads at a time, and of one account only two, so that nobody closes the door for the others. The platform holds
/// each one's whole body in memory, and nine tenths of a year's come within two days.
/// </summary>
internal sealed class UploadSlots(int count)
{
    /// <summary>How many of them one account may have.</summary>
    public const int OfAccount = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private int _free = count;

    /// <exception cref="Refusal">429 with Retry-After: the account has its two, or all are taken.</exception>
    public IDisposable Take(string account)
    {
        lock (_lock)
        {
            var own = _taken.GetValueOrDefault(account);
            if (own == OfAccount)
            {
                throw TooMany(new(
                    $"Tài khoản này đang gửi {OfAccount} tệp cùng lúc. Hãy đợi gửi xong rồi gửi tiếp.",
                    $"This account is sending {OfAccount} files at this moment. Wait until one is done, then send the next."));
            }

            if (_free == 0)
            {
                throw TooMany(new(
                    "Đang có nhiều người gửi tệp cùng lúc. Hãy thử lại sau ít giây.", "Many files are being sent at this moment. Try again in a few seconds."));
            }

            _free--;
            _taken[account] = own + 1;
        }

        return new Slot(this, account);
    }

    private static Refusal TooMany(Words words) => new(StatusCodes.Status429TooManyRequests, "too-many-uploads", words) { RetryAfter = Pause };

    private void Return(string account)
    {
        lock (_lock)
        {
            _free++;
            if (--_taken[account] == 0)
            {
                _taken.Remove(account);
            }
        }
    }

    private sealed class Slot(UploadSlots slots, string account) : IDisposable
    {
        private int _isReturned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                slots.Return(account);
            }
        }
    }
}
