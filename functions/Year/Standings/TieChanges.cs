using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>What people decided of ties, in the bloc's record: so a publication rests on what was recorded then.</summary>
internal sealed class TieChanges(BlocSheets sheets, BlocTable blocs, TimeProvider clock)
{
    private const string DecideTie = "DecideTie";
    private const string TakeBackTieDecision = "TakeBackTieDecision";

    /// <summary>The same again changes nothing. The first decision of a tie needs no If-Match.</summary>
    /// <exception cref="Refusal">409: not just these units share a rank, or the standings are published. 412 or 428: it was decided since, or not read.</exception>
    public Task<TieDecision> DecideAsync(BlocNow bloc, TieBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(bloc.Id, actor, async (record, _, change) =>
        {
            var known = record.Decisions.FirstOrDefault(one => BlocKeys.Decided(one.Units) == BlocKeys.Decided(body.Units));
            var decided = new TieDecision(body.Kind, body.Units, body.Authority.Trim(), body.Reason.Trim(), clock.GetUtcNow(), body.Day, body.Result?.Trim(), change.Seq);
            if (known is not null && IsSame(known, decided))
            {
                return known;
            }

            DemandNotSettled(record);
            var ties = Placements.Of(bloc.Tree, record, await sheets.ReadAsync(bloc, record, cancellationToken)).Ranking.Ties;
            TieRules.DemandTie(ties, body.Units);
            if (known is not null)
            {
                ifMatch.Demand(known.Version);
            }
            else if (ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(0);
            }

            change.Put(BlocRows.Row(bloc.Id.Address.Partition, decided));
            change.Audit = new(DecideTie, $"{bloc.Id} {string.Join(' ', decided.Units)}", decided.Reason, known is null ? null : Text(known), Text(decided));
            return decided;
        }, cancellationToken);

    /// <summary>Where there is none it changes nothing.</summary>
    /// <exception cref="Refusal">409: the standings are published; 412 or 428: it was decided since, or not read.</exception>
    public Task TakeBackAsync(BlocInPeriod id, TieWithdrawalBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        blocs.ChangeAsync(id, actor, (record, _, change) =>
        {
            if (record.Decisions.FirstOrDefault(one => one.IsAbout(body.Units)) is { } known)
            {
                DemandNotSettled(record);
                ifMatch.Demand(known.Version);
                change.Delete(BlocKeys.Decided(known.Units));
                change.Audit = new(TakeBackTieDecision, $"{id} {string.Join(' ', known.Units)}", body.Reason.Trim(), Text(known));
            }

            return Task.FromResult(true);
        }, cancellationToken);

    private static bool IsSame(TieDecision one, TieDecision other) =>
        one.Units.SequenceEqual(other.Units, StringComparer.Ordinal)
        && one with { Units = other.Units, At = other.At, Version = other.Version } == other;

    /// <summary>Said first: nobody is to read again what can no longer be changed.</summary>
    private static void DemandNotSettled(BlocRecord record)
    {
        if (record.IsSettled)
        {
            throw BlocTable.IsSettled();
        }
    }

    private static string Text(TieDecision one) => RowText.Of(new { one.Kind, one.Units, one.Authority, one.Day, one.Result });
}
