using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Earlier;

/// <summary>
/// A bloc's year as the program of commit 87e9797 wrote it: the rows of its tables, and what it answered about them. It was made by that program's own tests,
/// which entered through HTTP a scheme of every kind of then (floors, bonus, penalty, tie-breaks, cross-scoring), targets and results, the sheets of four units and
/// their submissions, scores by peers and a publication; then every row was copied as it lay, and every answer as it was given.
/// </summary>
internal static class BlocOfBefore
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<JsonNode> ReadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(RepositoryRoot.Path, "tests", "EmulationFunctions.Tests", "Earlier", "bloc-87e9797.json.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return (await JsonNode.ParseAsync(unpacked, cancellationToken: Cancellation))!;
    }

    /// <summary>Puts the rows where that program had them.</summary>
    public static async Task PutAsync(this EmulationApp app, JsonObject tables)
    {
        foreach (var (name, rows) in tables)
        {
            await app.Tables.CreateTableIfNotExistsAsync(name, Cancellation);
            var table = app.Tables.GetTable(name);
            foreach (var row in rows!.AsArray())
            {
                await table.UpsertEntityAsync(new TableEntity(row!.AsObject().ToDictionary(cell => cell.Key, cell => ValueOf(cell.Value!))), TableUpdateMode.Replace, Cancellation);
            }
        }
    }

    private static object ValueOf(JsonNode cell) => cell is JsonObject typed && typed.Single() is var (type, value)
        ? type switch
        {
            "long" => long.Parse((string)value!, CultureInfo.InvariantCulture),
            "double" => double.Parse((string)value!, CultureInfo.InvariantCulture),
            "at" => DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture),
            "bytes" => Convert.FromBase64String((string)value!),
            _ => throw new InvalidOperationException($"No cell is a {type}."),
        }
        : cell.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => (string)cell!,
            System.Text.Json.JsonValueKind.Number => (int)cell,
            _ => (bool)cell,
        };
}
