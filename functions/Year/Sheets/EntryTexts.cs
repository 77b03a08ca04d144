using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Entries as audit rows hold them: a compact JSON list. An entry that has only its criterion was cleared.</summary>
internal static class EntryTexts
{
    public static PiecedText Write(IReadOnlyList<ScoreEntry> entries) => RowText.PiecesOf(entries);

    /// <summary>The same with the warnings that they brought, each beside the first entry at or below the criterion it is about. Without any, the very same text.</summary>
    public static PiecedText Write(IReadOnlyList<ScoreEntry> entries, SchemeTree tree, IReadOnlyList<Warning>? warnings)
    {
        if (warnings is null || entries.Count == 0)
        {
            return Write(entries);
        }

        var warned = warnings.GroupBy(warning => FirstAt(warning.Criterion)).ToDictionary(own => own.Key);
        return RowText.PiecesOf(entries.Select((entry, index) => warned.TryGetValue(index, out var own) ? With(entry, own) : (object)entry));

        int FirstAt(string? criterion)
        {
            var first = entries.Index().Where(one => criterion is null || IsWithin(tree.Find(one.Item.Criterion), criterion)).Select(one => (int?)one.Index).FirstOrDefault();
            return first ?? 0;
        }
    }

    public static IReadOnlyList<Warning> ReadWarnings(string? text) =>
        text is null ? [] : [.. RowText.Read<IReadOnlyList<Warned>>(text).SelectMany(one => one.Warnings ?? [])];

    public static IReadOnlyList<ScoreEntry> Read(string? text) =>
        text is null ? [] : RowText.Read<IReadOnlyList<ScoreEntry>>(text);

    /// <summary>The same without outer blanks, and without a text of blanks.</summary>
    public static ScoreEntry Plain(this ScoreEntry entry)
    {
        var explanation = entry.Explanation?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        return explanation == entry.Explanation ? entry : entry with { Explanation = explanation };
    }

    private static JsonNode With(ScoreEntry entry, IEnumerable<Warning> warnings)
    {
        var node = JsonNode.Parse(RowText.Of(entry))!;
        node["warnings"] = JsonNode.Parse(RowText.Of(warnings));
        return node;
    }

    private static bool IsWithin(SchemeNode? node, string criterion) => node is not null && (node.Code == criterion || IsWithin(node.Parent, criterion));

    private sealed record Warned(IReadOnlyList<Warning>? Warnings = null);
}
