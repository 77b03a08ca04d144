using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// Puts votes into boxes. The one change in the program that passes the audit by: a box and its roll are one row, each vote replaces it whole under its ETag, and nothing else is
/// written (docs/decisions/0028). A process that dies has replaced it or has not.
/// </summary>
internal sealed class BoxTable(StoredTables tables)
{
    /// <summary>Those who vote in one process at once wait for each other instead of sealing the box again; between processes the ETag decides.</summary>
    private const int Queues = 16;

    private const int MostAttempts = 50;

    private readonly StoredTable _table = tables.GetTable(BallotTable.Table);

    private readonly SemaphoreSlim[] _queues = [.. Enumerable.Range(0, Queues).Select(_ => new SemaphoreSlim(1))];

    /// <exception cref="Refusal">409: the unit has voted or written its opinion, or the box was taken away.</exception>
    public async Task CastAsync(YearOfBloc id, Ballot ballot, int voter, Vote vote, CancellationToken cancellationToken)
    {
        var queue = _queues[(uint)HashCode.Combine(id, ballot.Id) % Queues];
        await queue.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                if (await TryCastAsync(id, ballot, voter, VoteBytes.Of(vote, ballot.Terms.Choices), cancellationToken))
                {
                    return;
                }

                // Another process was faster: a short, uneven pause.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 + 5 * attempt)), cancellationToken);
            }
        }
        finally
        {
            queue.Release();
        }

        throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, "Other votes kept coming first.");
    }

    /// <summary>The box is taken away with the count, with an annulment, or it was lost.</summary>
    private async Task<Refusal> NoBoxAsync(string partition, string ballot, CancellationToken cancellationToken) =>
        (await _table.FindAsync(partition, BallotRows.BallotKey(ballot), cancellationToken) is { } row ? BallotRows.ReadBallot(row).State : (BallotState?)null) switch
        {
            null => BallotRefusals.NoSuchBallot(),
            BallotState.Open => BallotRefusals.BoxLost(),
            { } over => BallotRefusals.NotOpen(over),
        };

    /// <returns>False when somebody else was faster.</returns>
    private async Task<bool> TryCastAsync(YearOfBloc id, Ballot ballot, int voter, byte[] vote, CancellationToken cancellationToken)
    {
        var partition = id.AddressIn(BallotTable.Table).Partition;
        var row = await _table.FindAsync(partition, BallotRows.BoxKey(ballot.Id), cancellationToken) ?? throw await NoBoxAsync(partition, ballot.Id, cancellationToken);
        var box = BallotRows.ReadBox(row);
        if (box.Roll[voter] != SecretBox.NotYet)
        {
            throw BallotRefusals.AlreadyVoted();
        }

        try
        {
            await _table.UpdateEntityAsync(BallotRows.Row(partition, ballot.Id, box.With(voter, vote)), row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status412PreconditionFailed or StatusCodes.Status404NotFound)
        {
            return false;
        }
    }
}
