using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>How much of a unit's appraisal somebody sees who may read its sheet.</summary>
/// <param name="Rounds">The rounds whose points are seen: the first so many.</param>
/// <param name="Peers">Whether the peers' average is seen.</param>
/// <param name="Official">Whether the official points are: not where they would give the peers' away.</param>
/// <param name="Explanations">Whether what the unit has explained is seen.</param>
internal sealed record AppraisalSight(int Rounds, bool Peers, bool Official, bool Explanations)
{
    /// <summary>Assigned peers score by what is in the sheet, and by nothing else.</summary>
    private static readonly AppraisalSight OwnPointsOnly = new(0, Peers: false, Official: false, Explanations: false);

    public static AppraisalSight Of(Caller caller, string unit, Leaders leaders, SchemeTree tree, BlocRecord record)
    {
        var rules = tree.Content.Appraising;
        if (caller.Oversees)
        {
            return Seen(rules.Rounds, peers: true, tree);
        }

        // A head that looks at its own sheet looks at it as any unit does.
        if (caller.Units.Contains(unit))
        {
            return Seen(record.ClosedRounds, record.ClosedRounds > 0 || record.IsSettled || (record.HaveScoredAll([unit]) && IsScoredByAll(record, unit)), tree);
        }

        return caller.Units.Any(one => one == leaders.Head || one == leaders.Deputy || rules.Specialists?.Any(body => body.Unit == one) is true)
            ? Seen(rules.Rounds, record.HaveScoredAll(caller.Units), tree)
            : OwnPointsOnly;
    }

    private static AppraisalSight Seen(int rounds, bool peers, SchemeTree tree) =>
        new(rounds, peers && tree.Content.CrossScoring is not null, Official: peers || tree.Content.CrossScoring is null, Explanations: true);

    private static bool IsScoredByAll(BlocRecord record, string unit) => record.Panel.Where(pair => pair.Scored == unit).All(record.IsSubmitted);
}
