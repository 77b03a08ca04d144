using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// How points follow from what is measured: a (the whole, what was assigned) and b (the part, what was done). Nothing of it is rounded but the points of
/// <see cref="MeasureFormula.Linear"/>, once.
/// </summary>
/// <param name="Of">What the formula looks at: the share b/a as a percentage, or b itself.</param>
/// <param name="MayExceed">Whether b may be more than a. The points never pass the maximum.</param>
/// <param name="Target">Of linear and all or nothing: the share at which all points are reached; 100 % unless said.</param>
/// <param name="Steps">Of <see cref="MeasureFormula.Steps"/>.</param>
/// <param name="Ladder">Of <see cref="MeasureFormula.Ladder"/>.</param>
/// <param name="Wins">Where steps of the ladder overlap: which of them counts. Without it overlaps are refused.</param>
/// <param name="Otherwise">Where no step of the ladder holds: the points then. Without it gaps are refused.</param>
internal sealed record MeasureRule(
    MeasureFormula Formula,
    MeasureOf Of = MeasureOf.Share,
    bool MayExceed = false,
    Percent? Target = null,
    StepRule? Steps = null,
    IReadOnlyList<LadderStep>? Ladder = null,
    Winner? Wins = null,
    Points? Otherwise = null)
{
    /// <summary>Whether a is asked for: the share needs it, and so does a ladder that is chosen by it.</summary>
    [JsonIgnore]
    public bool NeedsWhole => Of == MeasureOf.Share || Ladder?.Any(step => step.Whole is not null) is true;

    /// <summary>The points of a (null where it is not asked for) and b; both were checked.</summary>
    public Points PointsOf(decimal? whole, decimal part, Points maximum, RoundingRule rounding) => Formula switch
    {
        MeasureFormula.Linear => Linear(whole!.Value, part, maximum, rounding),
        MeasureFormula.AllOrNothing => Measured(whole, part).CompareTo(Fraction.Of((Target ?? Percent.Hundred).ToDecimal())) >= 0 ? maximum : Points.Zero,
        MeasureFormula.Steps => Steps!.PointsOf(Measured(whole, part), maximum),
        MeasureFormula.Ladder => OnLadder(whole, part),
        MeasureFormula.Recorded => Points.Zero,
        _ => throw new InvalidOperationException($"Formula {Formula} has no points."),
    };

    private Fraction Measured(decimal? whole, decimal part) => Of == MeasureOf.Share ? Fraction.PercentOf(part, whole!.Value) : Fraction.Of(part);

    private Points Linear(decimal whole, decimal part, Points maximum, RoundingRule rounding)
    {
        var (done, due) = (Fraction.Whole(part) * Percent.Hundred.Hundredths, Fraction.Whole(whole) * (Target ?? Percent.Hundred).Hundredths);

        // From the target on all is full, however far beyond it b lies: what lies there need not fit any number of points.
        return done >= due ? maximum : new(Exact.Divide(maximum.Hundredths * done, due, rounding));
    }

    /// <summary>The step of the ladder that holds, by its place; null where none does, or there is no ladder.</summary>
    public int? StepOf(decimal? whole, decimal part)
    {
        if (Ladder is not { } ladder)
        {
            return null;
        }

        var (number, size) = (Measured(whole, part), whole is { } given ? Fraction.Of(given) : default(Fraction?));
        int? found = null;
        for (var index = 0; index < ladder.Count; index++)
        {
            if (ladder[index].Holds(number, size)
                && (found is not { } known || (Wins == Winner.MorePoints ? ladder[index].Points > ladder[known].Points : ladder[index].Points < ladder[known].Points)))
            {
                found = index;
            }
        }

        return found;
    }

    private Points OnLadder(decimal? whole, decimal part) =>
        StepOf(whole, part) is { } step ? Ladder![step].Points : Otherwise ?? throw new InvalidOperationException("A ladder that was not checked has a gap.");
}

/// <summary>The closed set of formulas.</summary>
[JsonConverter(typeof(CamelCaseEnum<MeasureFormula>))]
internal enum MeasureFormula
{
    /// <summary>maximum × b/a, up to the maximum.</summary>
    Linear,

    /// <summary>The maximum once the target is reached, else nothing.</summary>
    AllOrNothing,

    /// <summary>So much for each further step beyond a bound ("+0.1 for each further 1 %, at most 0.5").</summary>
    Steps,

    /// <summary>Points by stretches of the share or of b, chosen by a where the rule says so (late files by volume of files).</summary>
    Ladder,

    /// <summary>Gives no points: kept for a tie-break, or for a ranking by measures alone.</summary>
    Recorded,
}

/// <summary>What a formula looks at.</summary>
[JsonConverter(typeof(CamelCaseEnum<MeasureOf>))]
internal enum MeasureOf
{
    /// <summary>b/a as a percentage.</summary>
    Share,

    /// <summary>b itself.</summary>
    Value,
}

/// <summary>Which step counts where a decision's bounds overlap ("90–95 %: 3; 95–100 %: 4").</summary>
[JsonConverter(typeof(CamelCaseEnum<Winner>))]
internal enum Winner
{
    MorePoints,

    FewerPoints,
}

/// <summary>Points for each full step beyond a bound.</summary>
/// <param name="Beyond">From where on steps are counted: a percentage or a number, by what the measure looks at.</param>
/// <param name="Every">How long a step is; above 0.</param>
/// <param name="Each">What a full step is worth.</param>
/// <param name="At">What reaching the bound itself is worth, nothing unless said; below it there is nothing.</param>
internal sealed record StepRule(decimal Beyond, decimal Every, Points Each, Points? At = null)
{
    [JsonIgnore]
    public Points AtBound => At ?? Points.Zero;

    public Points PointsOf(Fraction number, Points maximum)
    {
        if (number.CompareTo(Fraction.Of(Beyond)) < 0)
        {
            return Points.Zero;
        }

        // (number − Beyond) / Every, in whole steps.
        var beyond = (number.Numerator * (Int128)10_000) - (Fraction.Whole(Beyond) * number.Denominator);
        var steps = beyond / (Fraction.Whole(Every) * number.Denominator);
        var most = Int128.Max(0, (maximum - AtBound).Hundredths);
        return Points.Min(maximum, AtBound + new Points((long)Int128.Min(most, steps * Each.Hundredths)));
    }
}

/// <summary>A step of a ladder.</summary>
/// <param name="Of">Where the share or b must lie.</param>
/// <param name="Whole">Where a must lie; none: anywhere.</param>
internal sealed record LadderStep(Points Points, Bounds Of, Bounds? Whole = null)
{
    public bool Holds(Fraction number, Fraction? size) =>
        Of.Hold(number) && (Whole is null || (size is { } given && Whole.Hold(given)));
}
