using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>Who looks at a bloc's peer scores.</summary>
/// <param name="Units">The viewer's units.</param>
/// <param name="Oversees">The office, the council, readers.</param>
/// <param name="Leads">Whether one of its units leads the bloc or stands in for its head.</param>
/// <param name="IsStageOver">Whether the bloc's cross-scoring is over.</param>
internal sealed record PeerViewer(IReadOnlyList<string> Units, bool Oversees, bool Leads, bool IsStageOver);

/// <summary>
/// Which points a viewer sees. Nobody who still has to score a unit sees what others gave it, so that everybody scores by what is in the
/// sheet; and nobody but the scorer sees what is not submitted. Once the standings rest on the scores nobody has to score any more.
/// </summary>
internal sealed class PeerVisibility
{
    private readonly PeerViewer _viewer;
    private readonly bool _hasScoredAll;
    private readonly HashSet<string> _scored;
    private readonly HashSet<string> _scoredByAll;

    public PeerVisibility(PeerViewer viewer, BlocRecord record)
    {
        _viewer = viewer;
        _hasScoredAll = record.IsSettled || record.HaveScoredAll(viewer.Units);
        var submitted = record.Given.Where(given => given.SubmittedAt is not null).Select(given => new CrossPair(given.Scorer, given.Unit)).ToHashSet();
        // With several units of the viewer's on a unit's panel, all of them must be through with it.
        _scored = [.. record.Panel.Where(pair => viewer.Units.Contains(pair.Scorer))
            .GroupBy(pair => pair.Scored, StringComparer.Ordinal)
            .Where(pairs => record.IsSettled || pairs.All(submitted.Contains))
            .Select(pairs => pairs.Key)];
        _scoredByAll = [.. record.Panel.Where(pair => viewer.Units.Contains(pair.Scored))
            .GroupBy(pair => pair.Scored, StringComparer.Ordinal)
            .Where(pairs => record.IsSettled || viewer.IsStageOver || pairs.All(submitted.Contains))
            .Select(pairs => pairs.Key)];
    }

    public bool Sees(PeerScores given) =>
        _viewer.Units.Contains(given.Scorer)
        || (given.SubmittedAt is not null
            && (_viewer.Oversees
                || (_viewer.Leads && _hasScoredAll)
                || _scored.Contains(given.Unit)
                || (_hasScoredAll && _scoredByAll.Contains(given.Unit))));
}
