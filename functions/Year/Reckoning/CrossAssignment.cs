using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// Who scores whom. The units are put in a circle by lot, and each scores those at the same drawn distances ahead: so each
/// scores as many as it is scored by, nobody scores itself, and two score each other only when there are too many pairs to avoid it.
/// </summary>
internal static class CrossAssignment
{
    /// <param name="peers">How many score each unit; none, or more than there are: everyone else.</param>
    /// <param name="seed">The same units and seed give the same assignment, on any machine and in any order of the units.</param>
    /// <returns>The pairs, by scorer and scored.</returns>
    public static IReadOnlyList<CrossPair> Assign(IEnumerable<string> units, int? peers, long seed)
    {
        if (peers < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(peers), peers, "Each unit is scored by at least one peer.");
        }

        var sorted = units.Order(StringComparer.Ordinal).ToArray();
        if (sorted.Distinct(StringComparer.Ordinal).Count() != sorted.Length)
        {
            throw new ArgumentException("A unit is given twice.", nameof(units));
        }

        var lot = new Lot(seed);
        var circle = Enumerable.Range(0, sorted.Length).ToArray();
        lot.Shuffle(circle);
        var distances = Distances(circle.Length, lot).Take(peers ?? circle.Length).ToList();
        var places = new int[circle.Length];
        for (var place = 0; place < circle.Length; place++)
        {
            places[circle[place]] = place;
        }

        return [.. Enumerable.Range(0, circle.Length).SelectMany(scorer => distances
            .Select(distance => circle[(places[scorer] + distance) % circle.Length])
            .Order()
            .Select(scored => new CrossPair(sorted[scorer], sorted[scored])))];
    }

    /// <summary>Why a scorer cannot take the place of another, or nothing.</summary>
    public static Words? WhyNotReplace(IReadOnlyCollection<CrossPair> pairs, CrossPair leaving, string incoming) =>
        !pairs.Contains(leaving) ? new("Đơn vị này không được phân công chấm đơn vị kia.", "This unit is not assigned to score that one.")
        : incoming == leaving.Scored ? new("Một đơn vị không được tự chấm chéo cho mình.", "A unit must not score itself as a peer.")
        : pairs.Contains(leaving with { Scorer = incoming }) ? new("Đơn vị thay thế đã được phân công chấm đơn vị này.", "The replacement is already assigned to score this unit.")
        : null;

    /// <summary>
    /// Every distance once. First one of each two that would face each other (d and size - d), then half the circle, which
    /// faces itself, and only then the others: so the fewest possible pairs are mutual, however many distances are taken.
    /// </summary>
    private static IEnumerable<int> Distances(int size, Lot lot)
    {
        var first = Enumerable.Range(1, int.Max(0, (size - 1) / 2)).Select(distance => lot.Next(2) == 0 ? distance : size - distance).ToArray();
        lot.Shuffle(first);
        var others = first.Select(distance => size - distance).ToArray();
        lot.Shuffle(others);
        return size % 2 == 0 && size > 0 ? [.. first, size / 2, .. others] : [.. first, .. others];
    }

    /// <summary>SplitMix64: the lot must fall the same in every version of the runtime.</summary>
    private sealed class Lot(long seed)
    {
        private ulong _state = unchecked((ulong)seed);

        public int Next(int below)
        {
            _state = unchecked(_state + 0x9E3779B97F4A7C15);
            var mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
            return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)below, out _);
        }

        public void Shuffle<T>(T[] items)
        {
            for (var last = items.Length - 1; last > 0; last--)
            {
                var place = Next(last + 1);
                (items[last], items[place]) = (items[place], items[last]);
            }
        }
    }
}
