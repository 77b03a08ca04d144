using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Decisions;

/// <summary>
/// The register of decisions, in one partition: that a title is given once, and that decision and titles say the same, then holds in one transaction
/// (docs/decisions/0030).
/// </summary>
internal sealed class DecisionTable(PartitionStore partitions)
{
    public const string Table = "Decisions";

    public static readonly PartitionAddress Address = new(Table, "decisions");

    /// <summary>Every decision that gives something for that year, by id.</summary>
    public async Task<IReadOnlyList<Decision>> OfYearAsync(int year, CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, DecisionRows.Of(year), cancellationToken)).Rows.Select(DecisionRows.Read)];

    public async Task<Decision?> FindAsync(int year, string decision, CancellationToken cancellationToken) =>
        await partitions.FindSettledAsync(Address, DecisionRows.Key(year, decision), cancellationToken) is { } row ? DecisionRows.Read(row) : null;

    /// <summary>All that was ever given to these units, under their own names.</summary>
    public async Task<IReadOnlyList<RecordedTitle>> HeldAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var found = new List<RecordedTitle>();
        foreach (var unit in units)
        {
            found.AddRange((await partitions.ReadAsync(Address, DecisionRows.TitlesOf(unit), cancellationToken)).Rows.Select(DecisionRows.ReadTitle));
        }

        return found;
    }

    /// <summary>What units have not given back yet of titles that were taken back, by unit.</summary>
    public async Task<IReadOnlyList<OpenReturn>> OpenReturnsAsync(CancellationToken cancellationToken) =>
        [.. (await partitions.ReadAsync(Address, DecisionRows.OpenReturns, cancellationToken)).Rows.Select(DecisionRows.ReadReturn)];

    /// <summary>Writes a decision whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">409: a title was given by another decision of the year, or something was taken back. 412 or 428: another version was read, or none.</exception>
    public Task<Decision> PutAsync(Decision decision, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, DecisionRows.Of(decision.Year), actor, async (view, change) =>
        {
            var all = view.Rows.Select(DecisionRows.Read).ToList();
            var before = all.Find(one => one.Id == decision.Id);
            if (before is not null && before.Says(decision))
            {
                return before;
            }

            if (before is { Revocations.Count: > 0 })
            {
                throw DecisionWords.Revoked(before);
            }

            DemandNew(decision, all);
            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            foreach (var gone in before is null ? [] : RecordedTitle.Of(before).Where(title => !decision.Titles.Contains(new(title.Unit, title.Award))).Select(DecisionRows.Key))
            {
                if (await view.FindAsync(gone, cancellationToken) is not null)
                {
                    change.Delete(gone);
                }
            }

            Write(change, before, decision);
            change.Audit = new(
                "PutDecision",
                $"{decision.Year} {decision.Id}",
                Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }),
                After: RowText.PiecesOf(decision with { Version = 0 }));
            return decision with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>Takes back what a decision gave, or some of it.</summary>
    /// <exception cref="Refusal">404: no such decision. 409: something of it was taken back before. 400: what is wrong with what was sent.</exception>
    public Task<Decision> RevokeAsync(int year, string id, RevocationBody body, DateOnly today, UnitNames names, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, id, "RevokeDecision", ifMatch, actor, decision =>
        {
            if (DecisionRules.Check(decision, body, today) is { Count: > 0 } faults)
            {
                throw Refusal.BadInput(faults);
            }

            IReadOnlyList<GivenTitle> titles = body.Titles.Count > 0 ? [.. body.Titles.Select(title => title.ToTitle())] : [.. decision.Titles.Where(decision.Stands)];
            // Before the ETag is looked at: whoever does it twice is told that it is done, and not that somebody was faster.
            if ((titles.Count > 0 ? titles : decision.Titles).Where(title => !decision.Stands(title)).Select(title => (title, decision.RevocationOf(title)!)).ToList() is { Count: > 0 } before)
            {
                throw DecisionWords.AlreadyRevoked(before, names);
            }

            return decision with { Revocations = [.. decision.Revocations, new(body.Paper.Trimmed(), body.SignerPost.Trim(), body.Ground, body.Reason.Trim(), titles)] };
        }, body.Reason.Trim(), cancellationToken);

    /// <summary>Records how far a unit has given back what was taken from it. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404: no such decision. 409: the title was not taken back. 400: what is wrong with what was sent.</exception>
    public Task<Decision> RecordReturnAsync(int year, string id, GivenTitle title, AwardReturnBody body, DateOnly today, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(year, id, "RecordReturn", ifMatch, actor, decision =>
        {
            var revocation = decision.RevocationOf(title) ?? throw DecisionWords.NotRevoked();
            if (DecisionRules.Check(revocation, body, today) is { Count: > 0 } faults)
            {
                throw Refusal.BadInput(faults);
            }

            var now = body.ToReturn(title);
            return decision.Returns.Contains(now) ? decision : decision with { Returns = [.. decision.Returns.Where(one => one.Title != title), now] };
        }, reason: null, cancellationToken);

    private Task<Decision> ChangeAsync(
        int year, string id, string action, IfMatch ifMatch, Actor actor, Func<Decision, Decision> decide, string? reason, CancellationToken cancellationToken)
    {
        var key = DecisionRows.Key(year, id);
        return partitions.ChangeAsync(Address, new(key, key + " "), actor, async (view, change) =>
        {
            var before = view.Row(key) is { } row ? DecisionRows.Read(row) : throw DecisionWords.NoDecision();
            var after = decide(before);
            if (after == before)
            {
                return before;
            }

            ifMatch.Demand(before.Version);
            foreach (var done in OpenReturn.Of(before).Select(DecisionRows.Key).Except(OpenReturn.Of(after).Select(DecisionRows.Key)))
            {
                if (await view.FindAsync(done, cancellationToken) is not null)
                {
                    change.Delete(done);
                }
            }

            Write(change, before, after);
            change.Audit = new(action, $"{year} {id}", reason, RowText.PiecesOf(before with { Version = 0 }), RowText.PiecesOf(after with { Version = 0 }));
            return after with { Version = change.Seq };
        }, cancellationToken);
    }

    private static void Write(PartitionChange change, Decision? before, Decision after)
    {
        change.Put(DecisionRows.Row(Address.Partition, after));
        foreach (var title in RecordedTitle.Of(after).Except(before is null ? [] : RecordedTitle.Of(before)))
        {
            change.Put(DecisionRows.Row(Address.Partition, title));
        }

        foreach (var open in OpenReturn.Of(after).Except(before is null ? [] : OpenReturn.Of(before)))
        {
            change.Put(DecisionRows.Row(Address.Partition, open));
        }
    }

    /// <summary>One achievement, one award: what stands already is not given a second time.</summary>
    private static void DemandNew(Decision decision, List<Decision> all)
    {
        var given = all.Where(one => one.Id != decision.Id).SelectMany(RecordedTitle.Of).Where(title => title.Stands).ToLookup(title => new GivenTitle(title.Unit, title.Award));
        if (decision.Titles.Index().Where(one => given.Contains(one.Item)).Select(one => (one.Index, given[one.Item].First())).ToList() is { Count: > 0 } twice)
        {
            throw DecisionWords.AlreadyGiven(twice);
        }
    }
}
