using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>From what a unit put down, and what was declared of it, to its points.</summary>
internal static class Golden
{
    /// <param name="yes">The conditions that were declared to be so.</param>
    public static ScoreTable Score(this SchemeContent scheme, IReadOnlyList<ScoreEntry> entries, string[]? yes = null, bool isSent = true, string[]? notAssigned = null)
    {
        var declared = (yes ?? []).ToDictionary(code => code, _ => true, StringComparer.Ordinal);
        var sheet = SheetContent.Of(entries) with { NotApplicable = (notAssigned ?? []).ToHashSet(StringComparer.Ordinal) };
        return SheetScores.Compute(scheme.Tree(), sheet).Under(HeldConditions.Of(scheme, declared, isSent));
    }

    public static string? Class(this ScoreTable scores) => Classification.Of(scores).Rung?.Code;

    public static ScoreEntry Typed(string code, decimal points) => new(code, SchemeSamples.P(points));

    public static ScoreEntry Count(string code, long times) => new(code, Count: times);

    public static ScoreEntry Measure(string code, decimal part, decimal? whole = null) => new(code, Measure: new(part, whole));

    public static ScoreEntry Chosen(string code, string option) => new(code, Option: option);

    /// <summary>The ranking of units by what they put down.</summary>
    public static Ranking Rank(
        this SchemeContent scheme, IReadOnlyDictionary<string, ScoreEntry[]> units, TieDecision[]? decisions = null, IReadOnlyDictionary<string, Fraction>? women = null) =>
        Ranking.Of(
            scheme,
            units.Select(unit => new Contender(
                unit.Key,
                unit.Key,
                scheme.Score(unit.Value),
                null,
                TieFacts.Of(SheetContent.Of(unit.Value), women?.TryGetValue(unit.Key, out var share) is true ? share : null))),
            decisions);

    /// <summary>"a 1, b 2=, c 2=": an equals sign where a rank is shared.</summary>
    public static string Told(this Ranking ranking) =>
        string.Join(", ", ranking.Places.Select(place => $"{place.Unit} {place.Rank}{(place.IsShared ? "=" : "")}"));
}
