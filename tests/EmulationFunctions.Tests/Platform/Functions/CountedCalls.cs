using System.Text.Json.Nodes;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>Counts how often the program calls storage for each operation once it knows what seldom changes: a read is sent twice, before a change its caller reads what it rests on.</summary>
internal sealed class CountedCalls(JsonNode document, StorageCalls storage) : ExampleCalls(document)
{
    /// <summary>Of the last call of each operation.</summary>
    public SortedDictionary<string, StorageCallCounts> Counts { get; } = new(StringComparer.Ordinal);

    public override async Task<HttpResponseMessage> SendAsync(HttpClient caller, string name, string? tag = null, HttpContent? file = null, params (string Name, string Value)[] instead)
    {
        // Whether the caller may read them, and whether they are there yet, does not matter.
        foreach (var read in IsRead(name) ? [name] : new[] { "GetMe", "GetSheet", "GetStandings" })
        {
            using var known = await AskAsync(caller, read, null, null, instead);
        }

        var before = storage.Counts;
        var answer = await base.SendAsync(caller, name, tag, file, instead);
        Counts[name] = storage.Counts - before;
        return answer;
    }
}
