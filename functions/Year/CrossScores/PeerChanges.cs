using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>What one unit gives another, saved as often as it likes and submitted once. Reads its own row, not the whole bloc's record.</summary>
internal sealed class PeerChanges(PartitionStore partitions, TimeProvider clock)
{
    private const string SaveCrossScores = "SaveCrossScores";
    private const string SubmitCrossScores = "SubmitCrossScores";

    public async Task<PeerScores?> FindAsync(BlocInPeriod bloc, CrossPair pair, CancellationToken cancellationToken) =>
        await partitions.FindAsync(bloc.Address, Key(pair), cancellationToken) is { } row ? BlocRows.Given(row) : null;

    /// <summary>Takes entries over, each replacing what was given for its criterion. What is the same already changes nothing.</summary>
    public Task<PeerScores?> SaveAsync(
        BlocTerms terms, CrossPair pair, PeerScoresBody body, SheetContent sheet, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, Own(pair), actor, async (view, change) =>
        {
            var known = await DemandOpenAsync(terms, view, pair, cancellationToken);
            if (known?.SubmittedAt is not null)
            {
                throw Refusal.Rule("peer-scores-submitted", new("Điểm chấm chéo đã nộp nên không sửa được nữa.", "The scores are submitted and cannot be changed any more."));
            }

            var faults = PeerRules.Check(terms.Tree, body.Scores, sheet.NotApplicable);
            if (faults.Count > 0)
            {
                throw Refusal.BadInput(faults);
            }

            var points = new Dictionary<string, Points>(PeerRules.Fitting(terms.Tree, known?.Points), StringComparer.Ordinal);
            foreach (var entry in body.Scores)
            {
                if (entry.Points is { } given)
                {
                    points[entry.Criterion] = given;
                }
                else
                {
                    points.Remove(entry.Criterion);
                }
            }

            var comment = body.Comment is null ? known?.Comment : body.Comment.Trim() is { Length: > 0 } text ? text : null;
            if (Same(known?.Points, points) && comment == known?.Comment)
            {
                return known;
            }

            DemandRead(ifMatch, known);
            var saved = new PeerScores(pair.Scored, pair.Scorer, points, comment, SubmittedAt: null, change.Seq);
            change.Put(BlocRows.Row(terms.Id.Address.Partition, saved));
            change.Audit = new(SaveCrossScores, Subject(terms, pair), Before: known is null ? null : Text(known), After: Text(saved));
            return saved;
        }, cancellationToken);

    /// <summary>Hands the scores in, for ever. Doing it again changes nothing.</summary>
    public Task<PeerScores> SubmitAsync(BlocTerms terms, CrossPair pair, SheetContent sheet, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, Own(pair), actor, async (view, change) =>
        {
            var known = Read(view, pair);
            if (known?.SubmittedAt is not null)
            {
                return known;
            }

            await DemandOpenAsync(terms, view, pair, cancellationToken);
            var fitting = PeerRules.Fitting(terms.Tree, known?.Points);
            var missing = PeerRules.Missing(terms.Tree, fitting, sheet.NotApplicable);
            if (known is null || missing.Count > 0)
            {
                throw new Refusal(
                    StatusCodes.Status409Conflict,
                    "peer-scores-incomplete",
                    new($"Còn {missing.Count} tiêu chí chưa chấm nên chưa nộp được.", $"{Words.Count(missing.Count, "criterion has", "criteria have")} no score yet, so nothing was submitted."),
                    [.. missing.Select(code => new Fault($"$.scores['{code}']", new($"Tiêu chí {code} chưa được chấm điểm.", $"Criterion {code} has no score.")))]);
            }

            DemandRead(ifMatch, known);
            // What has become void or not applicable since it was given counts for nothing.
            var submitted = known with { Points = fitting, SubmittedAt = clock.GetUtcNow(), Version = change.Seq };
            change.Put(BlocRows.Row(terms.Id.Address.Partition, submitted));
            change.Audit = new(SubmitCrossScores, Subject(terms, pair), Before: nameof(PeerState.Draft), After: $"{nameof(PeerState.Submitted)} {Text(submitted)}");
            return submitted;
        }, cancellationToken);

    /// <summary>Refuses unless the pair is on the panel, an appraisal round is still to be closed, and no publication has begun.</summary>
    private static async Task<PeerScores?> DemandOpenAsync(BlocTerms terms, PartitionView view, CrossPair pair, CancellationToken cancellationToken)
    {
        if (await view.FindAsync(BlocKeys.Summary, cancellationToken) is not null)
        {
            throw BlocTable.IsSettled();
        }

        if (await view.FindAsync(BlocKeys.Closed(terms.Tree.Content.Appraising.Rounds), cancellationToken) is not null)
        {
            throw BlocTable.IsAppraised();
        }

        return await view.FindAsync(BlocKeys.Cross(pair), cancellationToken) is not null ? Read(view, pair) : throw NotAssigned(pair);
    }

    /// <exception cref="Refusal">409: the pair is not on the panel.</exception>
    public async Task DemandAssignedAsync(BlocInPeriod bloc, CrossPair pair, CancellationToken cancellationToken)
    {
        if (await partitions.FindAsync(bloc.Address, BlocKeys.Cross(pair), cancellationToken) is null)
        {
            throw NotAssigned(pair);
        }
    }

    private static Refusal NotAssigned(CrossPair pair) => Refusal.Rule("not-assigned", pair.Scorer == pair.Scored
        ? new("Một đơn vị không được tự chấm chéo cho mình.", "A unit must not score itself as a peer.")
        : new("Đơn vị này không được phân công chấm chéo đơn vị kia.", "This unit is not assigned to score that one."));

    /// <summary>All that was given, for the trail.</summary>
    private static string Text(PeerScores given) => given.Comment is null ? PointsText.Write(given.Points) : $"{PointsText.Write(given.Points)}\n{given.Comment}";

    private static void DemandRead(IfMatch ifMatch, PeerScores? known)
    {
        if (known is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(known?.Version ?? 0);
        }
    }

    private static PeerScores? Read(PartitionView view, CrossPair pair) => view.Row(Key(pair)) is { } row ? BlocRows.Given(row) : null;

    private static bool Same(IReadOnlyDictionary<string, Points>? before, Dictionary<string, Points> after) =>
        (before?.Count ?? 0) == after.Count && after.All(one => before!.TryGetValue(one.Key, out var points) && points == one.Value);

    private static string Key(CrossPair pair) => BlocKeys.Given(pair.Scored, pair.Scorer);

    private static KeyRange Own(CrossPair pair) => new(Key(pair), Key(pair) + " ");

    private static string Subject(BlocTerms terms, CrossPair pair) => $"{terms.Id} {pair.Scored} {pair.Scorer}";
}
