using System.Collections.Concurrent;
using System.Diagnostics;

namespace EmulationFunctions.Benchmarks;

/// <summary>What callers do on the day of a deadline.</summary>
internal enum DeadlineWork
{
    Save,
    Upload,
    Standings,
}

/// <summary>What was counted on the day of a deadline, from its first moment.</summary>
internal sealed class DeadlineTally(TimeSpan length)
{
    /// <summary>Rates are told for each of these.</summary>
    public static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    private readonly int[][] _done = [.. Enum.GetValues<DeadlineWork>().Select(_ => new int[(int)Math.Ceiling(length / Slice)])];
    private readonly ConcurrentQueue<double>[] _milliseconds = [.. Enum.GetValues<DeadlineWork>().Select(_ => new ConcurrentQueue<double>())];
    private readonly ConcurrentDictionary<int, int> _refused = new();
    private readonly ConcurrentDictionary<string, int> _did = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _lost = new();
    private readonly List<(TimeSpan At, long Bytes)> _memory = [];
    private readonly long _began = Stopwatch.GetTimestamp();

    public TimeSpan Length => length;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    public bool IsOver => Elapsed >= length;

    public IReadOnlyList<(TimeSpan At, long Bytes)> Memory => _memory;

    public IReadOnlyCollection<string> Lost => _lost;

    /// <summary>Answers with an error, by status.</summary>
    public IEnumerable<KeyValuePair<int, int>> Refused => _refused.OrderBy(one => one.Key);

    /// <summary>What callers did about what failed.</summary>
    public IEnumerable<KeyValuePair<string, int>> Did => _did.OrderBy(one => one.Key, StringComparer.Ordinal);

    /// <summary>Something was acknowledged. What was begun before the end and answered after it is in no slice.</summary>
    public void Acknowledged(DeadlineWork work, TimeSpan took)
    {
        _milliseconds[(int)work].Enqueue(took.TotalMilliseconds);
        var slice = (int)(Elapsed / Slice);
        if (slice < _done[(int)work].Length)
        {
            Interlocked.Increment(ref _done[(int)work][slice]);
        }
    }

    public void Refuse(int status) => _refused.AddOrUpdate(status, 1, (_, count) => count + 1);

    public void Note(string what) => _did.AddOrUpdate(what, 1, (_, count) => count + 1);

    public void Sample(long bytes) => _memory.Add((Elapsed, bytes));

    public void Lose(string sentence)
    {
        _lost.Enqueue(sentence);
        Console.WriteLine($"LOST: {sentence}");
    }

    /// <summary>How many a second, slice after slice; the last one may be shorter.</summary>
    public IReadOnlyList<double> Rates(DeadlineWork work) =>
        [.. _done[(int)work].Select((count, slice) => count / Math.Min(Slice.TotalSeconds, (length - slice * Slice).TotalSeconds))];

    public int Count(DeadlineWork work) => _milliseconds[(int)work].Count;

    /// <summary>In how many milliseconds such a part of them was acknowledged.</summary>
    public double Within(DeadlineWork work, double part) =>
        _milliseconds[(int)work].Order().ElementAtOrDefault((int)((_milliseconds[(int)work].Count - 1) * part));

    /// <summary>The median of the last fifth ÷ that of the second: in five minutes, of the fifth and the second minute.</summary>
    public double Growth() => Median(4) / Median(1);

    private double Median(int fifth)
    {
        var (from, to) = (length / 5 * fifth, length / 5 * (fifth + 1));
        var bytes = _memory.Where(one => one.At >= from && one.At < to).Select(one => (double)one.Bytes).Order().ToList();
        return bytes[bytes.Count / 2];
    }
}
