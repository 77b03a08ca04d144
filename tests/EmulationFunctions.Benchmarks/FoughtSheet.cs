using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// A sheet that two officers save at the same moment, having read the same, each on another program. One is acknowledged; the other is answered
/// 412, reads again and saves again. What the sheet then has are the acknowledged saves, one after the other.
/// </summary>
internal sealed class FoughtSheet(IReadOnlyList<Api> apis, LocalIssuer issuer, SheetId id, int leaves)
{
    private const int MostAttempts = 20;

    private readonly List<string> _tokens = [.. apis.Select((_, officer) => issuer.Token(new(Account(id, officer))))];
    private readonly ConcurrentBag<Save> _saves = [];
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _refused;

    public int Acknowledged => _saves.Count;

    public int Refused => _refused;

    public async Task FightAsync(int times, Random random, CancellationToken cancellationToken)
    {
        foreach (var officer in Enumerable.Range(0, apis.Count))
        {
            await apis[0].SendAsync(HttpMethod.Put, $"/api/units/{id.Unit}/officers/{Account(id, officer)}", apis[0].Office, """{"kind":"person"}""", null, cancellationToken);
        }

        for (var time = 0; time < times; time++)
        {
            // The first time nobody has anything to read.
            var tag = time == 0 ? null : await ReadTagAsync(random.Next(apis.Count), cancellationToken);
            var saves = apis.Select((_, officer) => new Save(0, new(time * apis.Count + officer + 1), [.. Enumerable.Range(0, leaves).Where(leaf => leaf == 0 || random.Next(2) == 0)])).ToList();
            var asRead = await Task.WhenAll(saves.Select((save, officer) => Task.Run(() => SaveAsync(officer, save, tag, cancellationToken), cancellationToken)));
            if (asRead.Count(taken => taken) > 1)
            {
                _wrong.Enqueue($"two saves of {id} that had read {tag} were both acknowledged");
            }
        }
    }

    /// <returns>What is wrong with it.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(StoredTables tables, CancellationToken cancellationToken)
    {
        var expected = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var save in _saves.OrderBy(save => save.Version))
        {
            foreach (var leaf in save.Leaves)
            {
                expected[Form.Leaf(leaf)] = save.Points.ToDecimal();
            }
        }

        if (_saves.DistinctBy(save => save.Version).Count() != _saves.Count)
        {
            _wrong.Enqueue($"two saves of {id} were acknowledged with the same ETag");
        }

        foreach (var (api, token) in apis.Zip(_tokens))
        {
            var sheet = JsonNode.Parse((await api.SendAsync(HttpMethod.Get, TwoChanges.Path(id), token, null, null, cancellationToken)).Body)!;
            var seen = sheet["scores"]!.AsArray().Select(entry => KeyValuePair.Create((string)entry!["criterion"]!, (decimal)entry["points"]!)).OrderBy(entry => entry.Key, StringComparer.Ordinal);
            if (!seen.SequenceEqual(expected))
            {
                _wrong.Enqueue($"{id} is not what its acknowledged saves come to, one after the other");
            }
        }

        var (rows, fault) = await Chain.ReadAsync(tables, id.Address, cancellationToken);
        if (fault is not null || rows != _saves.Count)
        {
            _wrong.Enqueue(fault ?? $"{id} has {rows} rows of audit and {_saves.Count} acknowledged saves");
        }

        return [.. _wrong];
    }

    /// <summary>Saves until it is acknowledged.</summary>
    /// <returns>Whether it was at once.</returns>
    private async Task<bool> SaveAsync(int officer, Save save, EntityTagHeaderValue? tag, CancellationToken cancellationToken)
    {
        var scores = save.Leaves.Select(leaf => new JsonObject { ["criterion"] = Form.Leaf(leaf), ["points"] = save.Points.ToDecimal() });
        var body = new JsonObject { ["scores"] = new JsonArray([.. scores]) }.ToJsonString();
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var answer = await apis[officer].TrySendAsync(HttpMethod.Patch, $"{TwoChanges.Path(id)}/scores", _tokens[officer], body, tag, cancellationToken);
            switch (answer.Status)
            {
                case 200:
                    _saves.Add(save with { Version = long.Parse(answer.Tag!.Tag.Trim('"'), CultureInfo.InvariantCulture) });
                    return attempt == 1;
                // 428: there is a sheet now, and nothing was read of it.
                case 412 or 428:
                    Interlocked.Increment(ref _refused);
                    tag = await ReadTagAsync(officer, cancellationToken);
                    break;
                default:
                    _wrong.Enqueue($"a save of {id} was answered {answer.Status}: {answer.Body}");
                    return false;
            }
        }

        _wrong.Enqueue($"a save of {id} was not acknowledged in {MostAttempts} attempts");
        return false;
    }

    private async Task<EntityTagHeaderValue?> ReadTagAsync(int officer, CancellationToken cancellationToken) =>
        (await apis[officer].SendAsync(HttpMethod.Get, TwoChanges.Path(id), _tokens[officer], null, null, cancellationToken)).Tag;

    private static string Account(SheetId id, int officer) => LocalMachine.ObjectId(string.Create(CultureInfo.InvariantCulture, $"{id.Unit} {officer}"));

    /// <param name="Version">The number in the ETag that it was acknowledged with.</param>
    private sealed record Save(long Version, Points Points, IReadOnlyList<int> Leaves);
}
