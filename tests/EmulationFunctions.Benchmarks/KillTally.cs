using System.Collections.Concurrent;

namespace EmulationFunctions.Benchmarks;

/// <summary>What was counted over all kills.</summary>
internal sealed class KillTally
{
    private readonly ConcurrentDictionary<string, int> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Request, bool IsThere), int> _inFlight = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private int _looks;

    public bool IsClean => _violations.IsEmpty;

    public void Acknowledged(string request) => _acknowledged.AddOrUpdate(request, 1, (_, count) => count + 1);

    /// <summary>A request that was in flight at a kill, and what was found of it afterwards.</summary>
    public void WasInFlight(string request, bool isThere) => _inFlight.AddOrUpdate((request, isThere), 1, (_, count) => count + 1);

    public void Looked() => Interlocked.Increment(ref _looks);

    public void Violate(string sentence)
    {
        _violations.Enqueue(sentence);
        Console.WriteLine($"VIOLATION: {sentence}");
    }

    public void Write(int kills, int seed)
    {
        Console.WriteLine();
        Console.WriteLine($"{kills} kills, seed {seed}");
        Console.WriteLine($"  {"request",-36} {"acknowledged",13} {"in flight at a kill",20} {"of these there",15} {"not there",10}");
        foreach (var request in _acknowledged.Keys.Union(_inFlight.Keys.Select(one => one.Request)).Order(StringComparer.Ordinal))
        {
            var (there, not) = (_inFlight.GetValueOrDefault((request, true)), _inFlight.GetValueOrDefault((request, false)));
            Console.WriteLine($"  {request,-36} {_acknowledged.GetValueOrDefault(request),13} {there + not,20} {there,15} {not,10}");
        }

        Console.WriteLine($"  sheets and publications read and compared, with their audit chains: {_looks}");
        Console.WriteLine($"  violations: {_violations.Count}");
    }
}
