using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// A unit that scores itself on the last day, and what it was told: its last acknowledged save, its acknowledged files, and what nobody
/// answered. Each save is the whole form with its number in every explanation, so that half a save is seen.
/// </summary>
internal sealed class DeadlineSheet(PatientCaller caller, Api api, SheetId id, int leaves, int places, DeadlineTally tally)
{
    private const int LeastFile = 20_000;

    private readonly string _path = $"/api/cycles/{id.Year}/periods/nam/blocs/{id.Bloc}/sheets/{id.Unit}";
    private readonly string _standings = $"/api/cycles/{id.Year - 1}/periods/nam/blocs/{id.Bloc}/standings";
    private readonly string _token = api.Unit(id.Unit);
    private readonly HashSet<int> _unsureSaves = [];
    private readonly HashSet<string> _unsureFiles = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private EntityTagHeaderValue? _tag;
    private int _tried;
    private int _known;
    private int _saves;
    private int _uploads;

    public int Files => _files.Count;

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var number = ++_tried;
        _unsureSaves.Add(number);
        var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Patch, $"{_path}/scores", _token, Body(number), _tag), cancellationToken);
        if (answer.Status == 200)
        {
            Know(number, answer.Tag);
            tally.Acknowledged(DeadlineWork.Save, answer.Took);
            return;
        }

        tally.Note($"read the sheet again after a {answer.Status}");
        if (await ReadAsync(cancellationToken) is { } read)
        {
            if (read.Number != _known && !_unsureSaves.Contains(read.Number))
            {
                tally.Lose($"{id} was acknowledged with save {_known} and has save {read.Number}");
            }

            Know(read.Number, read.Tag);
        }
    }

    public async Task UploadAsync(Random random, CancellationToken cancellationToken)
    {
        var number = ++_uploads;
        var (content, name) = number % 2 == 0 ? (SampleFiles.Pdf(LeastFile + number), $"Báo cáo {number}.pdf") : (Picture(number), $"Ảnh {number}.jpg");
        var (hash, key, criterion) = (Convert.ToHexStringLower(SHA256.HashData(content)), Guid.NewGuid().ToString(), Form.Leaf(random.Next(leaves)));
        _unsureFiles.Add(hash);
        var answer = await caller.SendAsync(() => Upload(content, name, criterion, key), cancellationToken);
        if (answer.Status is not (200 or 201))
        {
            tally.Note($"left a file that was answered {answer.Status}");
            return;
        }

        _unsureFiles.Remove(hash);
        var file = JsonNode.Parse(answer.Body)!;
        if ((string)file["sha256"]! != hash)
        {
            tally.Lose($"a file of {id} was acknowledged with another hash than its own");
        }

        _files[(string)file["id"]!] = hash;
        tally.Acknowledged(DeadlineWork.Upload, answer.Took);
    }

    /// <summary>Those of the year before, which are published.</summary>
    public async Task ReadStandingsAsync(CancellationToken cancellationToken)
    {
        var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Get, _standings, _token, body: null, tag: null), cancellationToken);
        if (answer.Status != 200)
        {
            tally.Note($"left standings that were answered {answer.Status}");
        }
        else if (JsonNode.Parse(answer.Body)!["places"]!.AsArray().Count is var seen && seen != places)
        {
            tally.Lose($"the published standings of {id.Bloc} have {seen} places, not {places}");
        }
        else
        {
            tally.Acknowledged(DeadlineWork.Standings, answer.Took);
        }
    }

    /// <summary>Reads back and compares everything that was acknowledged.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
        if (read is null || (read.Number != _known && !_unsureSaves.Contains(read.Number)))
        {
            tally.Lose($"{id} was acknowledged with save {_known} and has {(read is null ? "none that can be read" : $"save {read.Number}")}");
        }

        var listed = await ListAsync(cancellationToken);
        foreach (var (file, hash) in _files.Where(one => listed.GetValueOrDefault(one.Key) != one.Value))
        {
            tally.Lose($"file {file} of {id} is not listed with its hash {hash}");
        }

        foreach (var (file, hash) in listed.Where(one => !_files.ContainsKey(one.Key) && !_unsureFiles.Contains(one.Value)))
        {
            tally.Lose($"file {file} of {id} is listed and nobody sent it");
        }

        foreach (var (file, hash) in _files)
        {
            var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Get, $"{_path}/evidence/{file}", _token, body: null, tag: null), cancellationToken);
            if (answer.Status != 200 || Convert.ToHexStringLower(SHA256.HashData(answer.Body)) != hash)
            {
                tally.Lose($"file {file} of {id} is answered {answer.Status} and is not what was sent");
            }
        }

        var rows = await VerifyAsync(cancellationToken);
        var (least, unsure) = (_saves + _files.Count, _unsureSaves.Count + _unsureFiles.Count);
        if (rows < least || rows > least + unsure)
        {
            tally.Lose($"{id} has {rows} rows of audit for {least} acknowledged changes and {unsure} that nobody answered");
        }
    }

    private void Know(int number, EntityTagHeaderValue? tag)
    {
        // Each number is a change of its own, and was acknowledged once.
        _saves += number == _known ? 0 : 1;
        (_known, _tag) = (number, tag);
        _unsureSaves.Clear();
    }

    /// <returns>Null when it could not be read.</returns>
    private async Task<Read?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Get, _path, _token, body: null, tag: null), cancellationToken);
        if (answer.Status != 200)
        {
            return null;
        }

        var entries = JsonNode.Parse(answer.Body)!["scores"]!.AsArray().Select(entry => ((string)entry!["explanation"]!, (decimal)entry["points"]!)).Distinct().ToList();
        if (entries.Count == 0)
        {
            return new(0, null);
        }

        var number = int.Parse(entries[0].Item1.Split(' ')[1], CultureInfo.InvariantCulture);
        if (entries is not [var only] || only != (Explanation(number), PointsOf(number).ToDecimal()))
        {
            tally.Lose($"{id} is half visible: {string.Join(", ", entries)}");
        }

        return new(number, answer.Tag);
    }

    private async Task<Dictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Get, $"{_path}/evidence", _token, body: null, tag: null), cancellationToken);
        return answer.Status == 200
            ? JsonNode.Parse(answer.Body)!["files"]!.AsArray().ToDictionary(file => (string)file!["id"]!, file => (string)file!["sha256"]!, StringComparer.Ordinal)
            : [];
    }

    /// <returns>How many rows its audit has, by the program's own verification.</returns>
    private async Task<long> VerifyAsync(CancellationToken cancellationToken)
    {
        var address = $"/api/admin/audit/verification?table={id.Address.Table}&partition={Uri.EscapeDataString(id.Address.Partition)}";
        var (next, rows) = ("", 0L);
        do
        {
            var answer = await caller.SendAsync(() => Api.Request(HttpMethod.Get, address + next, api.Office, body: null, tag: null), cancellationToken);
            if (answer.Status == 404 && _saves + _files.Count == 0)
            {
                return 0;
            }

            if (answer.Status != 200 || JsonNode.Parse(answer.Body) is not { } report || !(bool)report["holds"]!)
            {
                tally.Lose($"the audit of {id} is answered {answer.Status}: {answer.Text}");
                return rows;
            }

            rows = (long)report["partitions"]![0]!["rows"]!;
            next = (string?)report["continuation"] is { } continuation ? $"&continuation={Uri.EscapeDataString(continuation)}" : "";
        }
        while (next.Length > 0);

        return rows;
    }

    private string Body(int number)
    {
        var scores = Enumerable.Range(0, leaves).Select(leaf => new JsonObject
        {
            ["criterion"] = Form.Leaf(leaf),
            ["points"] = PointsOf(number).ToDecimal(),
            ["explanation"] = Explanation(number),
        });
        return new JsonObject { ["scores"] = new JsonArray([.. scores]) }.ToJsonString();
    }

    private HttpRequestMessage Upload(byte[] content, string name, string criterion, string key)
    {
        var request = Api.Request(HttpMethod.Post, $"{_path}/evidence?criterion={criterion}&name={Uri.EscapeDataString(name)}", _token, body: null, tag: null);
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private static Points PointsOf(int number) => new(number % 1000 + 1);

    private static string Explanation(int number) => $"Lần {number} hoàn thành đúng hạn các nhiệm vụ được giao, có báo cáo và minh chứng kèm theo.";

    /// <summary>A picture with a comment that makes it as large as a small one, and no two alike.</summary>
    private static byte[] Picture(int number)
    {
        var comment = Encoding.ASCII.GetBytes(new string('x', LeastFile + number));
        var length = comment.Length + 2;
        var picture = SampleFiles.Jpeg();
        return [.. picture[..2], 0xFF, 0xFE, (byte)(length >> 8), (byte)length, .. comment, .. picture[2..]];
    }

    /// <param name="Number">Of the save that it shows; 0 before the first.</param>
    private sealed record Read(int Number, EntityTagHeaderValue? Tag);
}
