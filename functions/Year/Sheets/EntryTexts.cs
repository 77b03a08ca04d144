using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Entries as audit rows hold them: a compact JSON list. An entry that has only its criterion was cleared.</summary>
internal static class EntryTexts
{
    public static string Write(IReadOnlyList<ScoreEntry> entries) => RowText.Of(entries);

    public static IReadOnlyList<ScoreEntry> Read(string? text) =>
        text is null ? [] : RowText.Read<IReadOnlyList<ScoreEntry>>(text);

    /// <summary>The same without outer blanks, and without a text of blanks.</summary>
    public static ScoreEntry Plain(this ScoreEntry entry) =>
        entry with { Explanation = entry.Explanation?.Trim() is { Length: > 0 } explanation ? explanation : null };

    /// <summary>Whether it says nothing, so that what was entered is cleared.</summary>
    public static bool IsEmpty(this ScoreEntry entry) => entry == new ScoreEntry(entry.Criterion);
}
