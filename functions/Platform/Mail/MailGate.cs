using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Mail;

/// <summary>What all runs and machines share: how many mails left lately, and until when mail is held back because its way is blocked.</summary>
internal sealed class MailGate(StoredTables tables, TimeProvider clock)
{
    /// <summary>Everybody waits, so not as long as a single mail would.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private const string Partition = "state";
    private const string Key = "gate";
    private const int MostAttempts = 30;

    private readonly StoredTable _table = tables.GetTable(OutboxTable.Table);

    public async Task<GateState> ReadAsync(CancellationToken cancellationToken) =>
        await _table.FindAsync(Partition, Key, cancellationToken) is { } row
            ? new(SendLedger.Parse(row.GetString("Ledger") ?? ""), row.GetInt32("Troubles") ?? 0, row.GetDateTimeOffset("ClosedUntil"), row.GetString("Reason"), row.ETag)
            : GateState.Open;

    /// <summary>Takes one mail from the budget, written down before it is sent. False when mail is held back or the budget is used up.</summary>
    public async Task<bool> TryTakeAsync(RateBudget budget, CancellationToken cancellationToken)
    {
        var taken = false;
        await ChangeAsync(
            state =>
            {
                var now = clock.GetUtcNow();
                var (granted, ledger) = state.IsClosed(now) ? (0, state.Ledger) : budget.Take(state.Ledger, now, 1);
                taken = granted == 1;
                return taken ? state with { Ledger = ledger } : null;
            },
            cancellationToken);
        return taken;
    }

    /// <summary>Holds all mail back: longer each time, and at least as long as was asked for.</summary>
    public Task CloseAsync(string reason, TimeSpan? asked, CancellationToken cancellationToken) => ChangeAsync(
        state =>
        {
            var pause = Backoff.After(state.Troubles + 1, spread: 0, asked: null);
            pause = pause > LongestPause ? LongestPause : pause;
            return state with { Troubles = state.Troubles + 1, Reason = reason, ClosedUntil = clock.GetUtcNow() + (asked > pause ? asked.Value : pause) };
        },
        cancellationToken);

    /// <summary>Mail leaves again.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => ChangeAsync(
        state => state.Troubles == 0 ? null : state with { Troubles = 0, Reason = null, ClosedUntil = null }, cancellationToken);

    private async Task ChangeAsync(Func<GateState, GateState?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await ReadAsync(cancellationToken);
            if (change(read) is not { } changed)
            {
                return;
            }

            try
            {
                var row = new TableEntity(Partition, Key)
                {
                    ["Ledger"] = changed.Ledger.ToString(),
                    ["Troubles"] = changed.Troubles,
                    ["ClosedUntil"] = changed.ClosedUntil,
                    ["Reason"] = changed.Reason,
                    // Tells this writing from an equal one by somebody else, should its answer be lost.
                    ["Write"] = Guid.NewGuid(),
                };
                _ = read.ETag is { } tag
                    ? await _table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
                    : await _table.AddEntityAsync(row, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (attempt < MostAttempts
                && exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
            {
            }
        }
    }
}

/// <param name="Ledger">When mails left in the last hour.</param>
/// <param name="Troubles">How often in a row mail could not leave at all.</param>
/// <param name="ClosedUntil">Until when nothing is sent.</param>
/// <param name="Reason">Why; a sentence of our own.</param>
/// <param name="ETag">What was read; null when nothing was ever written.</param>
internal sealed record GateState(SendLedger Ledger, int Troubles, DateTimeOffset? ClosedUntil, string? Reason, ETag? ETag)
{
    public static GateState Open { get; } = new(SendLedger.Empty, 0, null, null, null);

    public bool IsClosed(DateTimeOffset now) => now < ClosedUntil;

    /// <summary>Closed, or open only to see whether mail leaves again; as long as somebody keeps trying.</summary>
    public bool IsInTrouble(DateTimeOffset now) => Troubles > 0 && now < ClosedUntil + TimeSpan.FromMinutes(15);
}
