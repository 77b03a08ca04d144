namespace EmulationFunctions.Platform.Storage;

/// <summary>Whether what runs now may change storage. A request whose body has faults goes on, to hear what else is wrong with it, and must not.</summary>
internal static class Writing
{
    private static readonly AsyncLocal<Request?> Current = new();

    /// <summary>From here on, and in all that is called from here, <see cref="Forbid"/> is about this request alone.</summary>
    public static void Begin() => Current.Value = new();

    public static void Forbid() => (Current.Value ?? throw new InvalidOperationException("No request has begun.")).IsForbidden = true;

    /// <exception cref="WritingForbiddenException">The request only looks.</exception>
    public static void Demand()
    {
        if (Current.Value is { IsForbidden: true })
        {
            throw new WritingForbiddenException();
        }
    }

    private sealed class Request
    {
        public bool IsForbidden { get; set; }
    }
}

/// <summary>Ends what a request with faults would have done.</summary>
internal sealed class WritingForbiddenException() : Exception("A request whose body has faults changes nothing.");
