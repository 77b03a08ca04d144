using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>What golden cases share: lines of the newer kinds, entries, and a sheet under its conditions.</summary>
internal static class GoldenSheets
{
    public static Criterion Measured(string code, string? parent, decimal maximum, MeasureRule rule) =>
        new(code, parent, $"Tiêu chí {code}", CriterionKind.Measure, P(maximum), Measure: rule);

    public static Criterion Bonus(string code, string? parent, decimal maximum) => new(code, parent, $"Thưởng {code}", CriterionKind.Bonus, P(maximum));

    public static Criterion Penalty(string code, string? parent, decimal maximum) => new(code, parent, $"Trừ {code}", CriterionKind.Penalty, P(maximum));

    public static ScoreEntry Entry(string code, decimal part, decimal? whole) => new(code, Measure: new(part, whole));

    public static Rung Class(string code, decimal? from, decimal? to, bool isFromIncluded = true, bool isToIncluded = false) =>
        new(code, $"Mức {code}", from is { } low ? P(low) : null, isFromIncluded, to is { } high ? P(high) : null, isToIncluded);

    /// <summary>What a sheet comes to; facts are declared to be so unless an exclamation mark says that they are not.</summary>
    public static ScoreTable Scored(SchemeContent content, IReadOnlyList<ScoreEntry> entries, IReadOnlyList<string>? facts = null, bool isSent = true, params string[] notApplicable) =>
        SheetScores.Compute(content.Tree(), SheetContent.Of(entries) with { NotApplicable = notApplicable.ToHashSet() })
            .Under(HeldConditions.Of(content, (facts ?? []).ToDictionary(fact => fact.TrimStart('!'), fact => fact[0] != '!', StringComparer.Ordinal), isSent));

    public static string? ClassOf(ScoreTable scores) => Classification.Of(scores).Rung?.Code;

    /// <summary>Entries that the rules of entry refuse would prove nothing.</summary>
    public static IReadOnlyList<Fault> FaultsOf(SchemeContent content, IReadOnlyList<ScoreEntry> entries) =>
        EntryRules.Check(content.Tree(), entries, new HashSet<string>());

    public static Contender Contender(SchemeContent content, string unit, IReadOnlyList<ScoreEntry> entries, decimal? women = null) => new(
        unit,
        $"Đơn vị {unit}",
        Scored(content, entries),
        Facts: TieFacts.Of(SheetContent.Of(entries), women is { } share ? Fraction.Of(share) : null));

    public static (string Unit, int Rank, bool IsShared)[] Ranks(SchemeContent content, IReadOnlyList<Contender> contenders, params TieDecision[] decisions) =>
        [.. Ranking.Of(content, contenders, decisions).Places.Select(place => (place.Unit, place.Rank, place.IsShared))];

    public static TieDecision Decided(TieBreakKind kind, params string[] units) => new(kind, units, "Quyết định số 1/QĐ ngày 05/01", "Lý do", DateTimeOffset.UnixEpoch);
}
