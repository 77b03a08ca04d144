using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What happens while a ballot is open and is no secret: who votes for which unit, what absent units wrote, votes of an open ballot.</summary>
internal sealed class VotingTable(PartitionStore partitions)
{
    /// <summary>Names who casts the vote of a unit. The same again changes nothing.</summary>
    public Task<NamedVoter> NameAsync(YearOfBloc id, string ballot, NamedVoter voter, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, ballot, voter.Unit, actor, (record, _, change) =>
        {
            var before = record.Voters.GetValueOrDefault(voter.Unit);
            var after = voter with { Person = voter.Person is { } said ? NamedPerson.Of(said.Name, said.Post, before?.Person) : null };
            if (before is not null && before with { Version = 0 } == after)
            {
                return before;
            }

            DemandNotVoted(record, voter.Unit);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(BallotRows.Row(id.AddressIn(BallotTable.Table).Partition, ballot, after));
            change.Audit = new("NameVoter", $"{BallotTable.Subject(id, ballot)} {voter.Unit}", Before: before is null ? null : Said(before), After: Said(after));
            return after with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>Writes down what an absent unit wrote: it is on the roll from then on. After the last day only what is dated by it. The same again changes nothing.</summary>
    public Task<WrittenOpinion> WriteAsync(YearOfBloc id, string ballot, WrittenOpinion opinion, DateOnly today, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, ballot, opinion.Unit, actor, (record, view, change) =>
        {
            var before = record.Opinions.GetValueOrDefault(opinion.Unit);
            if (before is not null && RowText.Of(before) == RowText.Of(opinion))
            {
                return before;
            }

            if (before is null)
            {
                DemandNotVoted(record, opinion.Unit);
            }

            if (record.Ballot.Until is { } until && until < today && !(opinion.Paper.Day <= until))
            {
                throw BallotRefusals.WrittenTooLate(until);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (before is null && record.Box is { } box)
            {
                var row = view.Row(BallotRows.BoxKey(ballot))!;
                change.PutAsRead(BallotRows.Row(view.Address.Partition, ballot, box.Marked(record.Ballot.Terms.IndexOf(opinion.Unit), SecretBox.Written)), row.ETag);
            }

            change.Put(BallotRows.Row(view.Address.Partition, ballot, opinion));
            change.Audit = new("RecordWrittenOpinion", $"{BallotTable.Subject(id, ballot)} {opinion.Unit}", Before: before is null ? null : RowText.Of(before), After: RowText.Of(opinion));
            return opinion with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>Writes down the vote of a unit in an open ballot. There is no second one.</summary>
    public Task<bool> CastAsync(YearOfBloc id, string ballot, string unit, Vote vote, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, ballot, unit, actor, (record, view, change) =>
        {
            DemandNotVoted(record, unit);
            change.Put(BallotRows.Row(view.Address.Partition, ballot, unit, vote));
            change.Audit = new("CastBallot", $"{BallotTable.Subject(id, ballot)} {unit}", After: RowText.Of(vote));
            return true;
        }, cancellationToken);

    private Task<T> ChangeAsync<T>(
        YearOfBloc id, string ballot, string unit, Actor actor, Func<BallotRecord, PartitionView, PartitionChange, T> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(BallotTable.Table), BallotRows.Of(ballot), actor, (view, change) =>
        {
            var record = BallotRows.Read(ballot, view.Rows) ?? throw BallotRefusals.NoSuchBallot();
            DemandVoter(record, unit);
            return Task.FromResult(decide(record, view, change));
        }, cancellationToken);

    /// <exception cref="Refusal">409: the ballot is over, or the unit has no vote in it.</exception>
    public static void DemandVoter(BallotRecord record, string unit)
    {
        if (record.Ballot.State != BallotState.Open)
        {
            throw BallotRefusals.NotOpen(record.Ballot.State);
        }

        if (record.Ballot.Terms.IndexOf(unit) < 0)
        {
            throw BallotRefusals.NoVoter();
        }

        if (record is { Ballot.Terms.IsSecret: true, Box: null })
        {
            throw BallotRefusals.BoxLost();
        }
    }

    private static void DemandNotVoted(BallotRecord record, string unit)
    {
        if (!record.Missing.Contains(unit))
        {
            throw BallotRefusals.AlreadyVoted();
        }
    }

    private static string Said(NamedVoter voter) => $"{voter.Account}{(voter.IsSubstitute ? " substitute" : "")} {voter.Person?.Fingerprint}".Trim();
}
