using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Rules.Tests.Province.Awards;

internal static class AwardSamples
{
    public static readonly AwardSource Default = new(SourceReading.ConfigurableDefault);

    public static readonly Award Flag = new("co", "Cờ thi đua", AwardKind.Title, AwardLevel.Province, AwardSubject.Unit, Default);

    public static AwardQuota Part(int part, int of, QuotaRounding rounding = QuotaRounding.Down, bool atLeastOne = false) =>
        new(QuotaScope.Bloc, Default, Share: new(part, of), Base: QuotaBase.Members, Rounding: rounding, AtLeastOne: atLeastOne);

    public static AwardTieBreak By(AwardTieBreakKind kind, string? criterion = null) => new(kind, Default, criterion);

    /// <summary>Points, declared criteria, share of women, ballot, competent person.</summary>
    public static IReadOnlyList<AwardTieBreak> InOrder { get; } =
    [
        By(AwardTieBreakKind.Points), By(AwardTieBreakKind.Criterion, "I"), By(AwardTieBreakKind.ShareOfWomen), By(AwardTieBreakKind.Ballot), By(AwardTieBreakKind.CompetentPerson),
    ];

    public static Candidate Of(string unit, int? votes = null, decimal? points = null, decimal? criterion = null, int? women = null, int? people = 100) =>
        new(unit, votes, points is { } value ? Points.FromDecimal(value) : null, people, women)
        {
            Criteria = criterion is { } of ? new Dictionary<string, Points> { ["I"] = Points.FromDecimal(of) } : new Dictionary<string, Points>(),
        };
}
