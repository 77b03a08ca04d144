using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Year.Blocs;

/// <summary>The entries that lie together in the row <c>scores|{number}</c>; none when it is to be deleted.</summary>
internal sealed record ScoreRow(int Number, IReadOnlyList<ScoreEntry> Entries);

/// <summary>
/// Which entries lie together. An entry stays in its row as long as it finds room there, so a change rewrites the rows of what it changes and no other; what is new
/// goes to the first row with room. Pure.
/// </summary>
internal static class ScorePacking
{
    /// <summary>Of the 252 that a row takes: it has its number of change too, and what is staged has two more.</summary>
    public const int MostProperties = 240;

    /// <summary>
    /// As storage counts them, two a letter. A full row of Vietnamese text is 768 KiB in a transaction (six a letter), which still fits one beside the longest audit
    /// texts (2.75 MiB): so a change of one entry is never staged.
    /// </summary>
    public const int MostBytes = 256 * 1024;

    /// <param name="rows">What lies where, in the order of their numbers.</param>
    /// <param name="changed">What becomes of entries, each criterion once; one that says nothing goes.</param>
    /// <returns>The rows that change, each with all that lies in it then.</returns>
    public static IReadOnlyList<ScoreRow> Pack(IReadOnlyList<ScoreRow> rows, IEnumerable<ScoreEntry> changed)
    {
        var become = changed.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        var moved = new List<(ScoreEntry Entry, Filling? Home)>(become.Count);
        var fillings = new List<Filling>();
        foreach (var row in rows)
        {
            var filling = new Filling(row.Number, row.Entries.Count);
            fillings.Add(filling);
            foreach (var entry in row.Entries)
            {
                if (!become.Remove(entry.Criterion, out var wanted) || wanted == entry)
                {
                    filling.Add(entry, Size(entry));
                }
                else
                {
                    moved.Add((wanted, filling));
                    filling.IsChanged = true;
                }
            }
        }

        // What has a place first, so that nothing new takes it.
        foreach (var (entry, home) in moved.Concat(become.Values.Select(entry => (Entry: entry, Home: (Filling?)null))).Where(one => !one.Entry.IsEmpty()))
        {
            var size = Size(entry);
            var filling = home?.Takes(size) is true ? home : fillings.Find(one => one.Takes(size));
            if (filling is null)
            {
                fillings.Add(filling = new(Enumerable.Range(1, fillings.Count + 1).First(number => fillings.TrueForAll(one => one.Number != number)), MostProperties / 2));
            }

            filling.Add(entry, size);
            filling.IsChanged = true;
        }

        return [.. fillings.Where(filling => filling.IsChanged).Select(filling => new ScoreRow(filling.Number, filling.Entries))];
    }

    /// <summary>The properties of an entry, which are what it takes of a row; null for what it does not say.</summary>
    public static (string? Score, string? Why) Texts(ScoreEntry entry) => (ScoreText.Write(entry), entry.Explanation);

    private static (int Properties, int Bytes) Size(ScoreEntry entry)
    {
        var (score, why) = Texts(entry);
        return (
            (score is null ? 0 : 1) + (why is null ? 0 : 1),
            (score is null ? 0 : TableLimits.Size(ScoreNames.Score(entry.Criterion), score)) + (why is null ? 0 : TableLimits.Size(ScoreNames.Why(entry.Criterion), why)));
    }

    /// <param name="expected">About how many entries.</param>
    private sealed class Filling(int number, int expected)
    {
        private int _properties;
        private int _bytes;

        public int Number { get; } = number;

        public List<ScoreEntry> Entries { get; } = new(expected);

        public bool IsChanged { get; set; }

        public bool Takes((int Properties, int Bytes) size) => _properties + size.Properties <= MostProperties && _bytes + size.Bytes <= MostBytes;

        public void Add(ScoreEntry entry, (int Properties, int Bytes) size)
        {
            _properties += size.Properties;
            _bytes += size.Bytes;
            Entries.Add(entry);
        }
    }
}
