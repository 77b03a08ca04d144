using System.Text.Json;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Entries as audit rows hold them: a compact JSON list. An entry that has only its criterion was cleared.</summary>
internal static class EntryTexts
{
    public static string Write(IReadOnlyList<ScoreEntry> entries) => JsonSerializer.Serialize(entries, ScoringJson.Compact.IReadOnlyListScoreEntry);

    public static IReadOnlyList<ScoreEntry> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize(text, ScoringJson.Compact.IReadOnlyListScoreEntry)!;

    /// <summary>The same without outer blanks, and without a text of blanks.</summary>
    public static ScoreEntry Plain(this ScoreEntry entry) =>
        entry with { Explanation = entry.Explanation?.Trim() is { Length: > 0 } explanation ? explanation : null };

    /// <summary>Whether it says nothing, so that what was entered is cleared.</summary>
    public static bool IsEmpty(this ScoreEntry entry) => entry == new ScoreEntry(entry.Criterion);
}
