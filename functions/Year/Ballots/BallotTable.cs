using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>The ballots of a bloc's year, in its own partition (<see cref="BallotRows"/>): opened, looked at, annulled. What is done between is in <see cref="VotingTable"/> and <see cref="BoxTable"/>, counting in <see cref="CountingTable"/>.</summary>
internal sealed class BallotTable(PartitionStore partitions)
{
    public const string Table = "Ballots";

    /// <summary>More than are ever held about one award, as rounds are bounded.</summary>
    private const int MostOfAward = 20;

    public async Task<BallotRecord?> FindAsync(YearOfBloc id, string ballot, CancellationToken cancellationToken) =>
        BallotRows.Read(ballot, (await partitions.ReadAsync(id.AddressIn(Table), BallotRows.Of(ballot), cancellationToken)).Rows);

    /// <summary>All ballots of the year with all that lies beside them, by id.</summary>
    public async Task<IReadOnlyList<BallotRecord>> ReadAllAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        BallotRows.ReadAll((await partitions.ReadAsync(id.AddressIn(Table), BallotRows.All, cancellationToken)).Rows);

    /// <summary>A page of ballots, by id, and whether there may be more.</summary>
    public async Task<(IReadOnlyList<Ballot> Ballots, bool IsMore)> ListAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken)
    {
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(Table), after is null ? BallotRows.All : BallotRows.After(after), OfBallots, size, cancellationToken);
        return (rows.ConvertAll(BallotRows.ReadBallot), isMore);
    }

    /// <summary>What is behind <see cref="OpenBallotOf"/>.</summary>
    public async Task<string?> FindOpenAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var filter = $"{OfBallots} and {StoredTable.CreateQueryFilter($"State eq {nameof(BallotState.Open)}")}";
        var (rows, _) = await partitions.ReadPageAsync(id.AddressIn(Table), BallotRows.All, filter, 1, cancellationToken);
        return rows.ConvertAll(BallotRows.ReadBallot).FirstOrDefault()?.Id;
    }

    /// <summary>The first ballot about an award and its run-offs: as many as a round has ballots, without those that were annulled.</summary>
    public async Task<IReadOnlyList<Ballot>> StandingAsync(YearOfBloc id, string award, CancellationToken cancellationToken)
    {
        var filter = $"{OfBallots} and {StoredTable.CreateQueryFilter($"Award eq {award} and State ne {nameof(BallotState.Annulled)}")}";
        return (await partitions.ReadPageAsync(id.AddressIn(Table), BallotRows.All, filter, MostOfAward, cancellationToken)).Rows.ConvertAll(BallotRows.ReadBallot);
    }

    /// <summary>Opens a ballot. The same again changes nothing; then, as ever after, the key is not told again.</summary>
    /// <returns>The ballot, and of a secret one the halves of its opening key in the order of the keepers.</returns>
    public Task<(Ballot Ballot, IReadOnlyList<string>? Keys)> OpenAsync(YearOfBloc id, Ballot ballot, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), BallotRows.All, actor, (view, change) =>
        {
            var all = BallotRows.ReadBallots(view.Rows);
            if (all.FirstOrDefault(one => one.Id == ballot.Id) is { } before)
            {
                return Task.FromResult<(Ballot, IReadOnlyList<string>?)>(IsSame(before, ballot) ? (before, null) : throw BallotRefusals.Fixed());
            }

            DemandRound(all, ballot);
            change.Put(BallotRows.Row(view.Address.Partition, ballot));
            change.Audit = new("OpenBallot", Subject(id, ballot.Id), After: RowText.PiecesOf(ballot));
            return Task.FromResult((ballot with { Version = change.Seq }, ballot.Terms.IsSecret ? PutBox(view, change, ballot) : null));
        }, cancellationToken);

    /// <summary>Records a ballot that was held on paper, or puts it right. The same again changes nothing.</summary>
    public Task<Ballot> RecordPaperAsync(YearOfBloc id, Ballot ballot, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), BallotRows.All, actor, (view, change) =>
        {
            var all = BallotRows.ReadBallots(view.Rows);
            var before = all.FirstOrDefault(one => one.Id == ballot.Id);
            if (before is not null && IsSame(before, AsSettled(ballot, before.Result?.Settled)))
            {
                return Task.FromResult(before);
            }

            if (before is not null and not { Paper: not null, State: BallotState.Closed })
            {
                throw BallotRefusals.Fixed();
            }

            DemandRound([.. all.Where(one => one.Id != ballot.Id)], ballot);
            DemandNoRunOff(all, ballot.Id);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(BallotRows.Row(view.Address.Partition, ballot));
            change.Audit = new("RecordPaperBallot", Subject(id, ballot.Id), Before: before is null ? null : RowText.PiecesOf(before), After: RowText.PiecesOf(ballot));
            return Task.FromResult(ballot with { Version = change.Seq });
        }, cancellationToken);

    /// <summary>Annuls a ballot as a whole: whatever was in the box is gone uncounted. Doing it again changes nothing.</summary>
    /// <param name="mayCounted">Whether one that was counted may be annulled, too.</param>
    public Task<Ballot> AnnulAsync(YearOfBloc id, string ballot, Annulment annulment, bool mayCounted, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(Table), BallotRows.All, actor, (view, change) =>
        {
            var all = BallotRows.ReadBallots(view.Rows);
            var before = all.FirstOrDefault(one => one.Id == ballot) ?? throw BallotRefusals.NoSuchBallot();
            if (before.State == BallotState.Annulled)
            {
                return Task.FromResult(before);
            }

            if (before.State == BallotState.Closed && !mayCounted)
            {
                throw Refusal.Rule("ballot-closed", new("Cuộc bỏ phiếu đã kiểm phiếu; chỉ cơ quan thường trực mới hủy được.", "The ballot was counted; only the office still annuls it."));
            }

            DemandNoRunOff(all, ballot);
            var after = before with { State = BallotState.Annulled, Annulled = annulment };
            change.Put(BallotRows.Row(view.Address.Partition, after));
            if (view.Row(BallotRows.BoxKey(ballot)) is { } box)
            {
                change.DeleteAsRead(box);
            }

            change.Audit = new("AnnulBallot", Subject(id, ballot), annulment.Reason);
            return Task.FromResult(after with { Version = change.Seq });
        }, cancellationToken);

    public static string Subject(YearOfBloc id, string ballot) => $"{id} {ballot}";

    private static readonly string OfBallots = StoredTable.CreateQueryFilter($"IsBallot eq {true}");

    private static bool IsSame(Ballot before, Ballot ballot) =>
        before.Paper is null == ballot.Paper is null && before.State == ballot.State && RowText.Of(before with { Opened = ballot.Opened, Version = 0 }) == RowText.Of(ballot with { Version = 0 });

    /// <summary>What was settled since is no other ballot.</summary>
    private static Ballot AsSettled(Ballot ballot, TieSettlement? settled) =>
        settled is not null && ballot.Result is { } result ? ballot with { Result = TieRules.Settle(result, settled) } : ballot;

    private static IReadOnlyList<string> PutBox(PartitionView view, PartitionChange change, Ballot ballot)
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        change.Put(BallotRows.Row(view.Address.Partition, ballot.Id, SecretBox.Empty(first.Public, second.Public, ballot.Terms.Voters.Count)));
        return [first.ToText(), second.ToText()];
    }

    /// <summary>About one thing there is one ballot of each round, and as many rounds as its rules say.</summary>
    private static void DemandRound(IReadOnlyList<Ballot> others, Ballot ballot)
    {
        var standing = others.Where(one => one.State != BallotState.Annulled).ToList();
        if (ballot.After is { } after)
        {
            if (standing.Find(one => one.Id == after) is not { State: BallotState.Closed })
            {
                throw BallotRefusals.NoFirstBallot(after);
            }

            if (ballot.Terms.Round > ballot.Terms.Rounds)
            {
                throw Refusal.Rule("no-more-rounds", new(
                    $"Chỉ được bỏ phiếu nhiều nhất {ballot.Terms.Rounds} lần; người có thẩm quyền quyết định.", $"At most {Words.Count(ballot.Terms.Rounds, "ballot")} may be held; then the competent person decides."));
            }

            DemandNoRunOff(standing, after);
        }
        else if (ballot.Award is { } award && standing.Find(one => one.Award == award && one.After is null) is { } known)
        {
            throw Refusal.Rule("award-voted", new($"Đã có cuộc bỏ phiếu '{known.Id}' về danh hiệu này.", $"There is a ballot '{known.Id}' about this award."));
        }
    }

    /// <exception cref="Refusal">409: there is a run-off, by which what is left of it is decided.</exception>
    public static void DemandNoRunOff(IReadOnlyList<Ballot> all, string ballot)
    {
        if (all.FirstOrDefault(one => one.After == ballot && one.State != BallotState.Annulled) is { } later)
        {
            throw Refusal.Rule("run-off-there", new($"Cuộc bỏ phiếu '{later.Id}' là lần tiếp theo của cuộc này.", $"The ballot '{later.Id}' is the run-off of this one."));
        }
    }
}
