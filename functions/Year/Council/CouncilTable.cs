using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Year.Council;

/// <summary>The sessions of the council about a year (<see cref="CouncilRows"/>).</summary>
internal sealed class CouncilTable(PartitionStore partitions)
{
    public const string Table = "Council";

    public async Task<SessionRecord?> FindAsync(int year, string session, CancellationToken cancellationToken) =>
        CouncilRows.Read((await partitions.ReadAsync(CouncilRows.Address(year), CouncilRows.Of(session), cancellationToken)).Rows);

    /// <summary>A page of sessions, by id, and whether there may be more.</summary>
    public async Task<(IReadOnlyList<CouncilSession> Sessions, bool IsMore)> ListAsync(int year, string? after, int size, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"Part eq {CouncilRows.MainPart}");
        var (rows, isMore) = await partitions.ReadPageAsync(
            CouncilRows.Address(year), after is null ? CouncilRows.All : CouncilRows.After(after), filter, size, cancellationToken);
        return (rows.ConvertAll(CouncilRows.ReadSession), isMore);
    }

    /// <summary>All sessions, by day and id.</summary>
    public async Task<IReadOnlyList<SessionRecord>> ReadAllAsync(int year, CancellationToken cancellationToken) =>
    [
        .. (await partitions.ReadAsync(CouncilRows.Address(year), CouncilRows.All, cancellationToken)).Rows
            .GroupBy(CouncilRows.SessionOf, StringComparer.Ordinal).Select(rows => CouncilRows.Read([.. rows])).OfType<SessionRecord>()
            .OrderBy(record => record.Session.Content.Day).ThenBy(record => record.Session.Id, StringComparer.Ordinal),
    ];

    /// <summary>Writes a session whole. The same again changes nothing. Once it has voted, what the votes rest on changes no more.</summary>
    /// <param name="rulesVersion">That of the award rules of its day.</param>
    public Task<SessionRecord> PutAsync(int year, string session, SessionContent content, string rulesVersion, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(CouncilRows.Address(year), CouncilRows.Of(session), actor, (view, change) =>
        {
            var before = CouncilRows.Read(view.Rows);
            if (before is not null && before.Session.Content.Says(content))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            if (before is { Votes.Count: > 0 } && !before.Session.Content.RestsAs(content))
            {
                throw Refusal.Rule("votes-recorded", new(
                    "Phiên họp đã có kết quả bỏ phiếu: ngày họp, thành viên, số dự họp tối thiểu và các đề nghị đã có không đổi được nữa.",
                    "The session has voted: its day, its members, its quorum and the proposals that there are change no more."));
            }

            var after = new CouncilSession(session, content, rulesVersion);
            change.Put(CouncilRows.Row(after));
            change.Audit = new("PutCouncilSession", Subject(year, session), Before: before is null ? null : RowText.PiecesOf(before.Session), After: RowText.PiecesOf(after));
            return Task.FromResult((before ?? new(after, [], [], 0, 0)) with { Session = after, Version = change.Seq });
        }, cancellationToken);

    /// <summary>Writes a round of voting. The same again changes nothing.</summary>
    /// <param name="demand">Refuses what the rules forbid.</param>
    /// <exception cref="Refusal">404: no such session. 409: an outcome rests on it, or the round of a proposal is there.</exception>
    public Task<SessionRecord> VoteAsync(
        int year, string session, string vote, CouncilVoteContent content, Action<SessionRecord> demand, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, session, actor, (record, change) =>
        {
            var before = record.Votes.FirstOrDefault(one => one.Id == vote);
            if (before is not null && before.Content.Says(content))
            {
                return record;
            }

            demand(record);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            DemandNoOutcome(record, content, before?.Content);
            DemandRound(record, vote, content);
            var after = new CouncilVote(vote, content, change.Seq);
            change.Put(CouncilRows.Row(session, after));
            change.Audit = new("RecordCouncilVote", $"{Subject(year, session)} {vote}", Before: before is null ? null : RowText.PiecesOf(before.Content), After: RowText.PiecesOf(content));
            return record with { Votes = [.. record.Votes.Where(one => one.Id != vote).Append(after).OrderBy(one => one.Id, StringComparer.Ordinal)] };
        }, cancellationToken);

    /// <summary>Writes outcomes; those of other proposals stay. The same again changes nothing.</summary>
    /// <param name="demand">Refuses what the rules forbid.</param>
    /// <exception cref="Refusal">404: no such session.</exception>
    public Task<SessionRecord> DecideAsync(
        int year, string session, IReadOnlyList<ProposalOutcome> outcomes, Action<SessionRecord> demand, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, session, actor, (record, change) =>
        {
            if (outcomes.All(record.Outcomes.Contains))
            {
                return record;
            }

            demand(record);
            if (outcomes.Any(one => record.OutcomeOf(one.Proposal) is not null) || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(record.OutcomesVersion);
            }

            IReadOnlyList<ProposalOutcome> after = [.. record.Outcomes.Where(one => outcomes.All(other => other.Proposal != one.Proposal)).Concat(outcomes).OrderBy(one => one.Proposal)];
            change.Put(CouncilRows.Row(session, after));
            change.Audit = new(
                "RecordOutcome",
                Subject(year, session),
                Before: record.Outcomes.Count == 0 ? null : RowText.PiecesOf(record.Outcomes.Where(one => outcomes.Any(other => other.Proposal == one.Proposal))),
                After: RowText.PiecesOf(outcomes));
            return record with { Outcomes = after, OutcomesVersion = change.Seq };
        }, cancellationToken);

    public static Refusal NoSuchSession() => Refusal.NotFound(new("Không có phiên họp này của Hội đồng.", "There is no such session of the council."));

    private Task<SessionRecord> ChangeAsync(
        int year, string session, Actor actor, Func<SessionRecord, PartitionChange, SessionRecord> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(
            CouncilRows.Address(year),
            CouncilRows.Of(session),
            actor,
            (view, change) => Task.FromResult(decide(CouncilRows.Read(view.Rows) ?? throw NoSuchSession(), change)),
            cancellationToken);

    /// <summary>Of what is decided nothing is voted any more; what was put off is.</summary>
    private static void DemandNoOutcome(SessionRecord record, CouncilVoteContent after, CouncilVoteContent? before)
    {
        var decided = after.Results.Concat(before?.Results ?? []).Select(one => one.Proposal).Distinct()
            .Where(proposal => record.OutcomeOf(proposal) is { Outcome: not OutcomeKind.Postponed }).Order().ToList();
        if (decided.Count > 0)
        {
            throw Refusal.Rule("outcome-recorded", new(
                $"Đã ghi kết luận của Hội đồng về đề nghị số {string.Join(", ", decided)}.", $"The outcome of proposal {string.Join(", ", decided)} is recorded."));
        }
    }

    private static void DemandRound(SessionRecord record, string vote, CouncilVoteContent content)
    {
        var twice = content.Results.Select(one => one.Proposal)
            .Where(proposal => record.Votes.Any(other => other.Id != vote && other.Content.Round == content.Round && other.Content.Results.Any(one => one.Proposal == proposal)))
            .Order().ToList();
        if (twice.Count > 0)
        {
            throw Refusal.Rule("round-recorded", new(
                $"Lượt {content.Round} của đề nghị số {string.Join(", ", twice)} đã được ghi ở lần bỏ phiếu khác.",
                $"Round {content.Round} of proposal {string.Join(", ", twice)} is recorded in another vote."));
        }
    }

    private static string Subject(int year, string session) => FormattableString.Invariant($"{year} {session}");
}
