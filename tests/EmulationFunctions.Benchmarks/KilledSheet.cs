using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// A sheet that is saved, submitted and returned without end, and what is known of it: what was acknowledged last, and the one
/// request that was in flight when the program was killed. Every save gives all criteria the same points, so half a save is seen.
/// </summary>
internal sealed class KilledSheet(Api api, StoredTables tables, SheetId id, Scheme scheme, int leaves, KillTally tally)
{
    private readonly string _path = $"/api/cycles/{id.Year}/periods/{id.Period}/blocs/{id.Bloc}/sheets/{id.Unit}";
    private readonly string _unit = api.Unit(id.Unit);
    private State _known = new("notStarted", 0, 0);
    private (string Request, State Outcome)? _inFlight;

    /// <summary>Changes the sheet until the program is dead.</summary>
    public async Task WorkAsync(Random random, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (request, outcome) = Next(random);
            _inFlight = (request, outcome);
            Answer answer;
            try
            {
                answer = await SendAsync(outcome, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return;
            }

            _inFlight = null;
            if (answer.Status != 200 || !Equals(answer.Tag, outcome.Tag()))
            {
                tally.Violate($"{request} of {id} was answered {answer.Status} with {answer.Tag}, not 200 with {outcome.Tag()}: {answer.Body}");
                return;
            }

            _known = outcome;
            tally.Acknowledged(request);
        }
    }

    /// <summary>Reads the sheet until the program is dead: never is it half of anything.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await ReadAsync(cancellationToken);
            }
        }
        catch (HttpRequestException)
        {
        }
    }

    /// <summary>After a kill: the sheet is as it was acknowledged last, or as the request in flight would have made it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var seen = await ReadAsync(cancellationToken);
        if (_inFlight is { } inFlight && (seen == inFlight.Outcome || seen == _known))
        {
            tally.WasInFlight(inFlight.Request, seen == inFlight.Outcome);
        }
        else if (seen != _known)
        {
            tally.Violate($"{id} was acknowledged as {_known}, in flight was {_inFlight?.Outcome}, found was {seen}");
        }

        (_known, _inFlight) = (seen, null);
        var (rows, fault) = await Chain.ReadAsync(tables, id.Address, cancellationToken);
        if (fault is not null || rows != seen.Changes)
        {
            tally.Violate(fault ?? $"{id} has {rows} audit rows and {seen.Changes} changes");
        }

        tally.Looked();
    }

    private (string Request, State Outcome) Next(Random random)
    {
        var changes = _known.Changes + 1;
        return _known.Name switch
        {
            "submitted" => ("ReturnSheet", new("returned", _known.Points, changes)),
            _ when _known.Points > 0 && random.Next(4) == 0 => ("SubmitSheet", new("submitted", _known.Points, changes)),
            _ => ($"SaveScores, {leaves} criteria", new(_known.Name == "returned" ? "returned" : "draft", _known.Points % 1000 + 1, changes)),
        };
    }

    private Task<Answer> SendAsync(State outcome, CancellationToken cancellationToken)
    {
        var tag = _known.Changes == 0 ? null : _known.Tag();
        return (_known.Name, outcome.Name) switch
        {
            ("submitted", _) => api.TrySendAsync(HttpMethod.Post, $"{_path}/return", api.Office, """{"reason":"Cần bổ sung."}""", tag, cancellationToken),
            (_, "submitted") => api.TrySendAsync(HttpMethod.Post, $"{_path}/submission", _unit, null, tag, cancellationToken),
            _ => api.TrySendAsync(HttpMethod.Patch, $"{_path}/scores", _unit, Form.Save(leaves, new(outcome.Points)), tag, cancellationToken),
        };
    }

    /// <summary>What a reader gets, which must be whole in itself.</summary>
    private async Task<State> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(HttpMethod.Get, _path, _unit, null, null, cancellationToken);
        var sheet = JsonNode.Parse(answer.Body)!;
        var entries = sheet["scores"]!.AsArray().Select(entry => new ScoreEntry((string)entry!["criterion"]!, Points.FromDecimal((decimal)entry["points"]!))).ToList();
        var (state, hash) = ((string)sheet["summary"]!["state"]!, (string?)sheet["summary"]!["hash"]);
        var points = entries.Select(entry => entry.Points!.Value.Hundredths).Distinct().ToList();
        if (points.Count > 1 || (entries.Count != leaves && entries.Count > 0))
        {
            tally.Violate($"{id} is half visible: {entries.Count} entries with {points.Count} different points");
        }

        if (hash != (state == "submitted" ? SheetHash.Of(scheme, SheetContent.Of(entries), "") : null))
        {
            tally.Violate($"{id} is {state} and its hash {hash} is not that of its content");
        }

        var changes = long.Parse(answer.Tag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
        return new(state, points.FirstOrDefault(), changes);
    }

    /// <param name="Points">Of every criterion, in hundredths; 0 before the first save.</param>
    /// <param name="Changes">How many there were: the number in the ETag, and the rows of the audit.</param>
    private sealed record State(string Name, long Points, long Changes)
    {
        public EntityTagHeaderValue Tag() => new($"\"{Changes}\"");
    }
}
