using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>Who scores whom: drawn by lot, and changed only with a reason once somebody has begun.</summary>
internal sealed class PanelChanges(BlocTable blocs, TimeProvider clock)
{
    private const string AssignCrossScoring = "AssignCrossScoring";
    private const string ReplaceScorer = "ReplaceScorer";

    /// <summary>On the row of a pair that is there by a replacement: who was to score before, so that doing it again is known for what it is.</summary>
    private const string Replaces = "Replaces";

    /// <summary>Draws the panel, or draws it again while nobody has begun. The same members and seed change nothing.</summary>
    /// <exception cref="Refusal">409: the scheme has no cross-scoring, the bloc is too small, or scoring has begun.</exception>
    public Task<BlocRecord> DrawAsync(BlocTerms terms, DrawBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var rule = terms.Tree.Content.CrossScoring
            ?? throw Refusal.Rule("no-cross-scoring", new("Bảng điểm của khối không có chấm chéo.", "The bloc's scheme has no cross-scoring."));
        if (terms.Members.Count < 2)
        {
            throw Refusal.Rule("too-few-members", new("Khối phải có ít nhất hai đơn vị để chấm chéo.", "A bloc needs at least two units to score each other."));
        }

        var drawn = body.Seed ?? Random.Shared.NextInt64(DrawBody.LargestSeed);
        return blocs.ChangeAsync(terms.Id, actor, (record, view, change) =>
        {
            var panel = CrossAssignment.Assign(terms.Members, rule.Peers, drawn);
            if (record.Draw?.Seed == drawn && record.Panel.ToHashSet().SetEquals(panel))
            {
                return Task.FromResult(record);
            }

            DemandAppraisable(terms, record);
            if (record.Given.Count > 0)
            {
                throw Refusal.Rule("panel-frozen", new(
                    "Đã có đơn vị bắt đầu chấm chéo nên không phân công lại được; chỉ có thể thay đơn vị chấm, có lý do.",
                    "Units have begun to score, so the panel cannot be drawn again; a scorer can only be replaced, with a reason."));
            }

            if (record.Draw is { } before)
            {
                ifMatch.Demand(before.Version);
            }

            foreach (var pair in record.Panel.Except(panel))
            {
                change.Delete(BlocKeys.Cross(pair));
            }

            var partition = terms.Id.Address.Partition;
            foreach (var pair in panel.Except(record.Panel))
            {
                change.Put(BlocRows.Row(partition, pair));
            }

            var draw = new PanelDraw(drawn, clock.GetUtcNow(), change.Seq);
            change.Put(BlocRows.Row(partition, draw));
            change.Audit = new(
                AssignCrossScoring,
                terms.Id.ToString(),
                body.Reason?.Trim(),
                record.Draw?.Seed.ToString(CultureInfo.InvariantCulture),
                $"{drawn.ToString(CultureInfo.InvariantCulture)} {terms.Members.Count} {rule.Peers?.ToString(CultureInfo.InvariantCulture) ?? "all"}");
            change.Notify(
                NoticeKind.ScorersDrawn,
                [.. panel.Select(pair => pair.Scorer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                terms.Id.ToString(),
                drawn.ToString(CultureInfo.InvariantCulture));
            return Task.FromResult(record with { Draw = draw, Panel = panel });
        }, cancellationToken);
    }

    /// <summary>Puts another unit in a scorer's place. What the leaving one had begun is lost, what it had submitted stays: then nobody replaces it.</summary>
    public Task<BlocRecord> ReplaceAsync(BlocTerms terms, CrossPair leaving, ReplacementBody body, Actor actor, CancellationToken cancellationToken)
    {
        var incoming = new CrossPair(body.Scorer, leaving.Scored);
        return blocs.ChangeAsync(terms.Id, actor, (record, view, change) =>
        {
            if (!record.Panel.Contains(leaving) && view.Row(BlocKeys.Cross(incoming))?.GetString(Replaces) == leaving.Scorer)
            {
                return Task.FromResult(record);
            }

            DemandAppraisable(terms, record);
            if (CrossAssignment.WhyNotReplace(record.Panel, leaving, body.Scorer) is { } why)
            {
                throw Refusal.Rule("cannot-replace", why);
            }

            if (record.IsSubmitted(leaving))
            {
                throw Refusal.Rule("peer-scores-submitted", new(
                    "Đơn vị này đã nộp điểm chấm chéo nên không thay được.", "This unit has submitted its scores, so it cannot be replaced."));
            }

            var partition = terms.Id.Address.Partition;
            change.Delete(BlocKeys.Cross(leaving));
            if (record.Given.Any(given => given.Scorer == leaving.Scorer && given.Unit == leaving.Scored))
            {
                change.Delete(BlocKeys.Given(leaving.Scored, leaving.Scorer));
            }

            var row = BlocRows.Row(partition, incoming);
            row[Replaces] = leaving.Scorer;
            change.Put(row);
            // Written with every change of the panel, so that nobody draws again over a replacement that they have not seen.
            var draw = record.Draw! with { Version = change.Seq };
            change.Put(BlocRows.Row(partition, draw));
            var reason = body.Reason.Trim();
            var subject = $"{terms.Id} {leaving.Scored}";
            change.Audit = new(ReplaceScorer, subject, reason, leaving.Scorer, body.Scorer);
            change.Notify(NoticeKind.ScorerReplaced, [leaving.Scorer, body.Scorer], subject, reason);
            return Task.FromResult(record with { Draw = draw, Panel = [.. record.Panel.Except([leaving]), incoming] });
        }, cancellationToken);
    }

    /// <summary>Whom nobody may score any more needs no scorer. That a publication has begun is said by the change itself.</summary>
    private static void DemandAppraisable(BlocTerms terms, BlocRecord record)
    {
        if (!record.IsSettled && record.OpenRound(terms.Tree) is null)
        {
            throw BlocTable.IsAppraised();
        }
    }
}
