using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>A publication of one bloc's standings that is killed on its way.</summary>
/// <param name="hashes">What each unit has submitted.</param>
internal sealed class KilledPublication(
    Api api, StoredTables tables, BlocInPeriod id, IReadOnlyDictionary<string, string> hashes, string reader, KillTally tally)
{
    private readonly string _path = $"/api/cycles/{id.Year}/periods/{id.Period}/blocs/{id.Bloc}/standings";
    private readonly string _request = $"PublishStandings, {hashes.Count} units";
    private bool _isBegun;
    private bool _isAcknowledged;

    public async Task PublishAsync(TimeSpan begins, CancellationToken cancellationToken)
    {
        await Task.Delay(begins, cancellationToken);
        _isBegun = true;
        try
        {
            await SendAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            return;
        }

        _isAcknowledged = true;
        tally.Acknowledged(_request);
    }

    /// <summary>After a kill: a unit sees nothing of it, or all; publishing again finishes it; and every sheet is locked as it was submitted.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var found = await SeeAsync(cancellationToken);
        if (_isAcknowledged && found is null)
        {
            tally.Violate($"the publication of {id} was acknowledged and is not there");
        }
        else if (_isBegun && !_isAcknowledged)
        {
            tally.WasInFlight(_request, found is not null);
        }

        await SendAsync(cancellationToken);
        var again = await SeeAsync(cancellationToken);
        if (again is null || (found ?? again) != again)
        {
            tally.Violate($"published again, {id} shows {again ?? "nothing"}, not {found}");
        }

        await DemandWholeAsync(cancellationToken);
        tally.Looked();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var answer = await api.TrySendAsync(
            HttpMethod.Post, $"{_path}/publication", api.Office, $$"""{"confirmation":"{{id.Bloc}}","leftOut":[]}""", null, cancellationToken);
        if (answer.Status != 200)
        {
            tally.Violate($"the publication of {id} was answered {answer.Status}: {answer.Body}");
        }
    }

    /// <summary>What an ordinary unit sees: null before the publication.</summary>
    private async Task<string?> SeeAsync(CancellationToken cancellationToken)
    {
        var answer = await api.TrySendAsync(HttpMethod.Get, _path, reader, null, null, cancellationToken);
        if (answer.Status == 404)
        {
            return null;
        }

        var places = answer.Status == 200 ? JsonNode.Parse(answer.Body)!["places"]!.AsArray() : [];
        var isWhole = places.Count == hashes.Count
            && places.All(place => hashes.TryGetValue((string)place!["unit"]!, out var hash) && hash == (string?)place["sheetHash"]);
        if (!isWhole)
        {
            tally.Violate($"the standings of {id} are half visible: {answer.Status}, {places.Count} of {hashes.Count} places");
        }

        return answer.Body;
    }

    private async Task DemandWholeAsync(CancellationToken cancellationToken)
    {
        var (_, fault) = await Chain.ReadAsync(tables, id.Address, cancellationToken);
        foreach (var (unit, hash) in hashes)
        {
            var sheet = id.SheetOf(unit).Address;
            var row = await tables.GetTable(sheet.Table).FindAsync(sheet.Partition, SheetKeys.Head, cancellationToken);
            var head = SheetHead.From(row!);
            if ((head.State, head.Hash) != (SheetState.Locked, hash))
            {
                tally.Violate($"the sheet of {unit} is {head.State} after the publication of {id}");
            }

            fault ??= (await Chain.ReadAsync(tables, sheet, cancellationToken)).Fault;
        }

        if (fault is not null)
        {
            tally.Violate(fault);
        }
    }
}
