using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What a bloc has put down beside its sheets, as of one moment.</summary>
/// <param name="Figures">Targets and results of quantitative criteria.</param>
/// <param name="Draw">How the panel was drawn; null while it is not assigned.</param>
/// <param name="Panel">Who scores whom, by the unit that is scored; empty while it is not assigned.</param>
/// <param name="Given">What peers gave, submitted or not.</param>
/// <param name="Appraised">What appraisers recorded, in the order of the rounds.</param>
/// <param name="Explained">What units answered to it.</param>
/// <param name="ClosedRounds">How many appraisal rounds are closed: they are closed in order.</param>
/// <param name="Disqualified">Units that are kept apart.</param>
/// <param name="Conditions">Facts that were declared of units.</param>
/// <param name="Staff">How many people units have.</param>
/// <param name="Decisions">How people separated units that nothing else separates.</param>
/// <param name="IsSettled">Whether a publication of standings rests on it, begun or done: then none of it changes any more.</param>
/// <param name="Version">The number of the last change.</param>
internal sealed record BlocRecord(
    IReadOnlyList<Figure> Figures,
    PanelDraw? Draw,
    IReadOnlyList<CrossPair> Panel,
    IReadOnlyList<PeerScores> Given,
    IReadOnlyList<AppraisedScore> Appraised,
    IReadOnlyList<ExplainedScore> Explained,
    int ClosedRounds,
    IReadOnlyList<Disqualification> Disqualified,
    IReadOnlyList<DeclaredCondition> Conditions,
    IReadOnlyList<StaffCount> Staff,
    IReadOnlyList<TieDecision> Decisions,
    bool IsSettled,
    long Version)
{
    public static readonly BlocRecord Empty = new([], null, [], [], [], [], 0, [], [], [], [], IsSettled: false, 0);

    /// <summary>What a change of targets must have read: the last change of any figure; 0 while there is none.</summary>
    public long FiguresVersion => Figures.Select(figure => figure.Version).DefaultIfEmpty().Max();

    /// <summary>What peers have submitted of a unit, and who did: those still on the panel.</summary>
    public IEnumerable<PeerScores> SubmittedOf(string unit)
    {
        var scorers = Panel.Where(pair => pair.Scored == unit).Select(pair => pair.Scorer).ToHashSet(StringComparer.Ordinal);
        return Given.Where(given => given.Unit == unit && given.SubmittedAt is not null && scorers.Contains(given.Scorer));
    }

    /// <summary>What was declared of a unit, by the condition's code.</summary>
    public IReadOnlyDictionary<string, bool> DeclaredOf(string unit) =>
        Conditions.Where(one => one.Unit == unit).ToDictionary(one => one.Condition, one => one.IsSo, StringComparer.Ordinal);

    public bool IsSubmitted(CrossPair pair) =>
        Given.Any(given => given.Scorer == pair.Scorer && given.Unit == pair.Scored && given.SubmittedAt is not null);

    /// <summary>Whether everything that these units were assigned to score as peers is submitted: before, they may not see what it comes to.</summary>
    public bool HaveScoredAll(IReadOnlyList<string> units)
    {
        // A panel of everybody in the largest bloc has nearly nine thousand pairs: each is looked at once.
        var submitted = Given.Where(given => given.SubmittedAt is not null).Select(given => new CrossPair(given.Scorer, given.Unit)).ToHashSet();
        return Panel.Where(pair => units.Contains(pair.Scorer)).All(submitted.Contains);
    }

    /// <summary>Of each criterion of a unit that was appraised, what counts: the record of the last round that is closed.</summary>
    public IReadOnlyDictionary<string, AppraisedScore> CountingOf(string unit) => Appraised
        .Where(score => score.Unit == unit && score.Round <= ClosedRounds)
        .GroupBy(score => score.Criterion, StringComparer.Ordinal)
        .ToDictionary(scores => scores.Key, scores => scores.MaxBy(score => score.Round)!, StringComparer.Ordinal);

    /// <summary>The round that is open: the one after the last that was closed; null when the scheme has no more.</summary>
    public int? OpenRound(SchemeTree tree) => ClosedRounds < tree.Content.Appraising.Rounds ? ClosedRounds + 1 : null;
}

/// <summary>What one unit was to reach in a quantitative criterion, and what it reached; either may be missing.</summary>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Figure(string Criterion, string Unit, decimal? Target, decimal? Actual, long Version = 0);

/// <summary>The lot by which it was settled who scores whom.</summary>
/// <param name="Seed">The same members and seed give the same panel again.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record PanelDraw(long Seed, DateTimeOffset At, long Version);

/// <summary>What one peer gave a unit, whole; submitted it never changes.</summary>
/// <param name="Points">By criterion.</param>
/// <param name="Comment">For the unit; may be null.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record PeerScores(
    string Unit, string Scorer, IReadOnlyDictionary<string, Points> Points, string? Comment, DateTimeOffset? SubmittedAt, long Version);

/// <summary>The points an appraiser recorded beside a unit's own.</summary>
/// <param name="By">In which office.</param>
/// <param name="Reason">Why; each change has one.</param>
/// <param name="Finding">The finding of a cross-check that a penalty rests on (<c>{inspection}/{number}</c>); mostly null.</param>
internal sealed record AppraisedScore(
    int Round, string Unit, string Criterion, Points Points, AppraiserOffice By, string Reason, string? Finding, DateTimeOffset At, long Version);

/// <summary>What a unit says to the points of a closed round.</summary>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record ExplainedScore(int Round, string Unit, string Criterion, string Text, DateTimeOffset At, long Version);

/// <param name="Reason">Why.</param>
/// <param name="Authority">Who decided it, such as a decision's number.</param>
internal sealed record Disqualification(string Unit, string Reason, string Authority, DateTimeOffset At);
