using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>A version of a scheme. Once in use it never changes; a change makes the next version.</summary>
internal sealed record Scheme(string Id, int Version, SchemeContent Content);

/// <summary>What a scheme says: its form, and how its points become a class and a rank.</summary>
/// <param name="Maximum">The sum of the sections, without bonus.</param>
/// <param name="Ladder">The classes, in any order. None: the scheme does not classify.</param>
/// <param name="ShownDecimals">How many decimals people are shown (0 to 2); two are kept.</param>
/// <param name="BonusCap">The most that all bonuses together may add.</param>
/// <param name="PenaltyCap">The most that all penalties together may take.</param>
/// <param name="BonusClassified">Whether bonus counts when the class is found, or only stands beside.</param>
/// <param name="BonusRanked">Whether bonus counts when units are ranked.</param>
/// <param name="ClassificationCap">The most that counts when the class is found.</param>
/// <param name="CrossScoring">How peers score each other; none: they do not.</param>
/// <param name="Appraisal">How sheets are appraised; none: as <see cref="Appraisal.Default"/> says.</param>
/// <param name="FloorsRead">Whether floors look at the net of a criterion or at its base alone.</param>
/// <param name="Conditions">Declared facts, and what follows from them.</param>
/// <param name="IsDraft">Still being written: its sums need not agree yet, and nobody can be scored by it.</param>
/// <param name="ProRata">Whether, and by what, the total of a unit that ended counts for its part of the year in that of the unit that took over; not in a ranking by measures.</param>
[PartsRefer]
internal sealed record SchemeContent(
    [property: Longest(SchemeRules.LongestTitle)] string Title,
    Points Maximum,
    IReadOnlyList<Criterion> Criteria,
    IReadOnlyList<Rung> Ladder,
    IReadOnlyList<TieBreak>? TieBreaks = null,
    ScoreBasis Basis = ScoreBasis.Points,
    RoundingRule Rounding = RoundingRule.HalfAwayFromZero,
    int ShownDecimals = 2,
    FloorScope FloorsOn = FloorScope.Sections,
    Points? BonusCap = null,
    Points? PenaltyCap = null,
    bool BonusClassified = true,
    bool BonusRanked = true,
    Points? ClassificationCap = null,
    CrossScoring? CrossScoring = null,
    Appraisal? Appraisal = null,
    FloorReading FloorsRead = FloorReading.Net,
    IReadOnlyList<Condition>? Conditions = null,
    bool IsDraft = false,
    ProRata ProRata = ProRata.None)
{
    /// <summary>What separates units of the same value; none unless given.</summary>
    public IReadOnlyList<TieBreak> TieBreaks { get; init; } = TieBreaks ?? [];

    [JsonIgnore]
    public Appraisal Appraising => Appraisal ?? Appraisal.Default;
}
