using EmulationFunctions.Scoring;

namespace EmulationFunctions.CrossScores;

/// <summary>Who looks at a bloc's peer scores.</summary>
/// <param name="Units">The viewer's units.</param>
/// <param name="Oversees">The office, the council, readers.</param>
/// <param name="Leads">Whether one of its units leads the bloc or stands in for its head.</param>
/// <param name="IsStageOver">Whether the bloc's cross-scoring is over.</param>
internal sealed record PeerViewer(IReadOnlyList<string> Units, bool Oversees, bool Leads, bool IsStageOver);

/// <summary>
/// Which points a viewer sees. Nobody who still has to score a unit sees what others gave it, so that everybody scores by what is in the
/// sheet; and nobody but the scorer sees what is not submitted.
/// </summary>
internal static class PeerVisibility
{
    public static bool Sees(PeerViewer viewer, BlocRecord record, PeerScores given)
    {
        if (viewer.Units.Contains(given.Scorer))
        {
            return true;
        }

        if (given.SubmittedAt is null)
        {
            return false;
        }

        return viewer.Oversees
            || (viewer.Leads && record.HaveScoredAll(viewer.Units))
            || viewer.Units.Any(unit => record.Panel.Contains(new(unit, given.Unit)) && record.IsSubmitted(new(unit, given.Unit)))
            || (viewer.Units.Contains(given.Unit) && record.HaveScoredAll(viewer.Units) && (viewer.IsStageOver || IsScoredByAll(record, given.Unit)));
    }

    private static bool IsScoredByAll(BlocRecord record, string unit) => record.Panel.Where(pair => pair.Scored == unit).All(record.IsSubmitted);
}
