using System.Security.Cryptography;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Counts a ballot, once: the result is written and the box taken away in one transaction.</summary>
internal sealed class CountingTable(PartitionStore partitions)
{
    /// <param name="id">The bloc's year.</param>
    /// <param name="ballot">The ballot.</param>
    /// <param name="keys">The halves of the opening key that were given; null in the place of a text that is none.</param>
    /// <param name="present">How many voters were present.</param>
    /// <param name="reason">Why it ends early.</param>
    /// <param name="today">In Vietnam.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ballot as it was counted, now or before.</returns>
    public Task<BallotRecord> CloseAsync(
        YearOfBloc id, string ballot, IReadOnlyList<OpeningKey?> keys, int? present, string? reason, DateOnly today, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(BallotTable.Table), BallotRows.Of(ballot), actor, (view, change) =>
        {
            var record = BallotRows.Read(ballot, view.Rows) ?? throw BallotRefusals.NoSuchBallot();
            if (record.Ballot.State == BallotState.Closed)
            {
                return Task.FromResult(record);
            }

            if (record.Ballot.State == BallotState.Annulled)
            {
                throw BallotRefusals.NotOpen(BallotState.Annulled);
            }

            Check(record, keys, present, reason, today);
            var counted = record.Ballot with { State = BallotState.Closed, Closed = today, Result = Count(record, keys, present) };
            change.Put(BallotRows.Row(view.Address.Partition, counted));
            if (view.Row(BallotRows.BoxKey(ballot)) is { } box)
            {
                change.DeleteAsRead(box);
            }

            change.Audit = new("CloseBallot", BallotTable.Subject(id, ballot), reason, After: RowText.PiecesOf(counted.Result));
            return Task.FromResult(record with { Ballot = counted with { Version = change.Seq }, Box = null });
        }, cancellationToken);

    /// <summary>Writes down who passes of those who had the same number. The same again changes nothing.</summary>
    /// <param name="isOffice">Whether the office says it.</param>
    public Task<BallotRecord> SettleAsync(YearOfBloc id, string ballot, TieSettlement settlement, bool isOffice, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(BallotTable.Table), BallotRows.All, actor, (view, change) =>
        {
            var record = BallotRows.Read(ballot, view.Rows) ?? throw BallotRefusals.NoSuchBallot();
            if (record.Ballot.Result is not { } result || record.Ballot.State != BallotState.Closed)
            {
                throw BallotRefusals.NotCounted();
            }

            if (result.Settled is { } known && known.Units.SequenceEqual(settlement.Units) && known.Reason == settlement.Reason)
            {
                return Task.FromResult(record);
            }

            TieRules.Demand(record.Ballot.Terms, result, settlement.Units, isOffice);
            BallotTable.DemandNoRunOff(BallotRows.ReadBallots(view.Rows), ballot);
            var settled = record.Ballot with { Result = TieRules.Settle(result, settlement) };
            change.Put(BallotRows.Row(view.Address.Partition, settled));
            change.Audit = new("SettleBallotTie", BallotTable.Subject(id, ballot), settlement.Reason, After: string.Join(' ', settlement.Units));
            return Task.FromResult(record with { Ballot = settled with { Version = change.Seq } });
        }, cancellationToken);

    private static void Check(BallotRecord record, IReadOnlyList<OpeningKey?> keys, int? present, string? reason, DateOnly today)
    {
        var (ballot, faults) = (record.Ballot, new List<Fault>());
        if (ballot.Terms.IsSecret && record.Box is null)
        {
            throw BallotRefusals.BoxLost();
        }

        CheckKeys(record.Box, keys, faults);
        PaperRules.CheckPresent(present, record.Voted.Count, record.Opinions.Count, ballot.Terms, "$.present", faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        if (record.Missing.Count > 0 && reason is null && !(ballot.Until < today))
        {
            throw Refusal.Rule("votes-missing", new(
                "Còn đơn vị chưa bỏ phiếu và chưa hết hạn bỏ phiếu. Nếu vẫn kết thúc, hãy ghi lý do; đơn vị không bỏ phiếu không được tính là đồng ý.",
                "Some have not voted, and its last day is not over. Say why it ends all the same; who does not vote is not taken to agree."));
        }

        BallotRefusals.DemandQuorum(ballot.Terms, present ?? record.Voted.Count);
        if (record.Box is not null && record.Voted.Count < BallotTerms.FewestSecretVotes)
        {
            throw Refusal.Rule("too-few-votes", new(
                $"Chưa đủ {BallotTerms.FewestSecretVotes} phiếu kín nên kiểm phiếu sẽ làm lộ phiếu. Hãy hủy cuộc bỏ phiếu và bỏ phiếu bằng giấy hoặc công khai.",
                $"There are fewer than {BallotTerms.FewestSecretVotes} secret votes: counting would betray them. Annul the ballot and vote on paper or openly."));
        }
    }

    /// <summary>In either order.</summary>
    private static void CheckKeys(SecretBox? box, IReadOnlyList<OpeningKey?> keys, List<Fault> faults)
    {
        if (keys.Count != (box is null ? 0 : 2))
        {
            faults.Add(
                "$.keys", box is null ? "Bỏ phiếu công khai không có khóa." : "Cần đủ hai nửa khóa của hai người giữ khóa.", box is null ? "An open ballot has no key." : "Both halves of the opening key are needed.");
            return;
        }

        foreach (var (index, key) in keys.Index())
        {
            if (key is null || !(key.Opens(box!.First) || key.Opens(box.Second)))
            {
                faults.Add($"$.keys[{index}]", "Không phải khóa của cuộc bỏ phiếu này; hãy kiểm tra từng ký tự.", "It is not a key of this ballot; check each letter.");
            }
            else if (index == 1 && keys[0] is { } other && key.Opens(other.Public))
            {
                faults.Add("$.keys[1]", "Hai nửa khóa giống nhau; cần khóa của cả hai người.", "The two are the same; that of the other keeper is needed.");
            }
        }
    }

    private static BallotResult Count(BallotRecord record, IReadOnlyList<OpeningKey?> keys, int? present)
    {
        var terms = record.Ballot.Terms;
        var written = Tally.Of(terms.Choices, [.. record.Opinions.Values.Select(opinion => opinion.Vote)]);
        if (record.Box is not { } box)
        {
            return BallotCount.Of(terms, Tally.Of(terms.Choices, [.. record.Votes.Values]), written, present, record.Voted);
        }

        try
        {
            var (first, second) = keys[0]!.Opens(box.First) ? (keys[0]!, keys[1]!) : (keys[1]!, keys[0]!);
            var votes = box.Open(first, second).Select(vote => VoteBytes.Read(vote, terms.Choices)).ToList();
            return BallotCount.Of(terms, Tally.Of(terms.Choices, votes), written, present, record.Voted);
        }
        catch (CryptographicException)
        {
            throw BallotRefusals.BoxLost();
        }
    }
}
