using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;
using static EmulationFunctions.Rules.Tests.Province.Awards.AwardSamples;

namespace EmulationFunctions.Rules.Tests.Province.Awards;

public sealed class AwardChecksTests
{
    private static readonly HashSet<string> Known = ["nghi-dinh"];

    [Fact]
    public void Every_fault_is_named_at_its_place()
    {
        var read = new AwardSource(SourceReading.Read, "khac", " ", new(2026, 2, 1), new(2026, 1, 31));
        var award = new Award("co", " ", AwardKind.Title, AwardLevel.Province, AwardSubject.Unit, read, " ", Worth: new(1.555m, Default))
        {
            Conditions =
            [
                new("hang", "Hạng", AwardConditionKind.Place, Default),
                new("hang", "Điểm", AwardConditionKind.Points, Default, Points: new(90_00), Classes: ["A"]),
                new("ty-le", "Tỷ lệ", AwardConditionKind.Share, Default, Part: AwardFigure.Women, Whole: AwardFigure.Women, Share: new(3, 2)),
                new("danh-hieu", "Danh hiệu", AwardConditionKind.Titles, Default, Awards: ["la"]),
            ],
            Quotas =
            [
                new(QuotaScope.Bloc, Default),
                new(QuotaScope.Province, Default, Share: new(1, 5, Above: true), Base: QuotaBase.Present),
                new(QuotaScope.Province, Default, Share: new(1, 5), Base: QuotaBase.LeadersAtStandard, Standard: "la"),
                new(QuotaScope.Bloc, Default, Share: new(1, 5), Base: QuotaBase.Classified),
            ],
            Votes =
            [
                new(VotingBody.Council, new(9, 8), VoteBase.AllVoters, Default with { Until = new(2025, 12, 31) }),
                new(VotingBody.Council, new(1, 1, Above: true), VoteBase.AllVoters, Default with { From = new(2025, 12, 31) }), // more than all nobody has
            ],
            TieBreaks = [By(AwardTieBreakKind.CompetentPerson), By(AwardTieBreakKind.Points, "I"), By(AwardTieBreakKind.CompetentPerson)],
        };

        var faults = AwardChecks.Check([Flag, award], new(new(SourceReading.Read)), Known);

        Assert.Equal(
            [
                "$.money.source", "$.awards[1].code", "$.awards[1].title", "$.awards[1].grantedBy", "$.awards[1].source.text", "$.awards[1].source.article", "$.awards[1].source.until",
                "$.awards[1].worth.coefficient",
                "$.awards[1].conditions[0].place", "$.awards[1].conditions[1].classes", "$.awards[1].conditions[2].share", "$.awards[1].conditions[2].whole", "$.awards[1].conditions[3].awards[0]",
                "$.awards[1].conditions[1].code",
                "$.awards[1].quotas[0]", "$.awards[1].quotas[1].share.above", "$.awards[1].quotas[1].base", "$.awards[1].quotas[2].standard", "$.awards[1].quotas[3].classes",
                "$.awards[1].votes[0].threshold", "$.awards[1].votes[1].threshold", "$.awards[1].votes[1]",
                "$.awards[1].tieBreaks[1].criterion", "$.awards[1].tieBreaks[2]", "$.awards[1].tieBreaks[1]",
            ],
            faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_body_may_vote_otherwise_from_the_day_after()
    {
        var award = Flag with
        {
            Votes =
            [
                new(VotingBody.Council, new(80, 100), VoteBase.AllVoters, Default with { Until = new(2025, 12, 31) }),
                new(VotingBody.Council, new(1, 2, Above: true), VoteBase.AllVoters, Default with { From = new(2026, 1, 1) }),
            ],
        };

        Assert.Empty(AwardChecks.Check([award], null, Known));
        Assert.Equal(new Share(80, 100), award.On(new(2025, 12, 31)).VoteOf(VotingBody.Council)!.Threshold);
        Assert.Equal(new Share(1, 2, Above: true), award.On(new(2026, 1, 1)).VoteOf(VotingBody.Council)!.Threshold);
        Assert.Null(award.VoteOf(VotingBody.Bloc));
    }

    [Fact]
    public void The_shipped_rules_have_no_fault_and_come_back_from_their_rows_as_they_were()
    {
        var rules = AwardTemplate.Stored.Rules;

        Assert.Empty(AwardChecks.Check(rules.Awards, rules.Money, AwardTexts.Shipped.Keys.ToHashSet()));
        Assert.All(rules.Awards, award =>
        {
            Assert.True(Slug.IsValid(award.Code));
            Assert.Equal(RowText.Of(award), RowText.Of(RowText.Read<Award>(RowText.Of(award))));
        });
        Assert.All(rules.Sources().Where(source => source.Reading == SourceReading.ConfigurableDefault && source.Text is null), source => Assert.NotNull(source.Note));
    }

    /// <summary>Decree 152/2025: article 33(5) 80 % of all members, article 7(1) a fifth of the leaders at the standard, article 49 coefficient 12; article 8 the typical commune, 2.</summary>
    [Fact]
    public void The_shipped_rules_say_what_was_read_of_the_decree()
    {
        var flag = AwardTemplate.Stored.Rules.On(new(2026, 11, 1)).Find(AwardTemplate.GovernmentFlag)!;
        var (vote, quota) = (flag.VoteOf(VotingBody.Council)!, flag.Quotas.Single(one => one.Scope == QuotaScope.Province));

        Assert.Equal((new Share(80, 100), VoteBase.AllVoters, "khoản 5 Điều 33", SourceReading.Read), (vote.Threshold, vote.Base, vote.Source.Article, vote.Source.Reading));
        Assert.Equal((QuotaBase.LeadersAtStandard, AwardTemplate.ProvinceFlag, QuotaRounding.Down, false), (quota.Base, quota.Standard, quota.Rounding, quota.Blocks));
        Assert.Equal(10, QuotaRules.Allowed(quota, 54));
        Assert.Equal(12.0m, flag.Worth!.Coefficient);
        Assert.Equal(SourceReading.ConfigurableDefault, flag.VoteOf(VotingBody.Bloc)!.Source.Reading);
        Assert.Equal([UnitKind.Locality], AwardTemplate.Stored.Rules.Find(AwardTemplate.TypicalLocality)!.Kinds);
        Assert.Equal([AwardTieBreakKind.Points, AwardTieBreakKind.ShareOfWomen, AwardTieBreakKind.Ballot, AwardTieBreakKind.CompetentPerson], flag.TieBreaks.Select(one => one.Kind));
    }

    /// <summary>Decree 98/2023, article 30(7), is a fallback no longer than to the end of 2025.</summary>
    [Fact]
    public void The_earlier_threshold_of_the_province_s_flag_ends_with_2025()
    {
        var flag = AwardTemplate.Stored.Rules.Find(AwardTemplate.ProvinceFlag)!;

        Assert.True(flag.On(new(2025, 12, 31)).VoteOf(VotingBody.Council)!.Threshold.IsReachedBy(8, 10));
        Assert.False(flag.On(new(2025, 12, 31)).VoteOf(VotingBody.Council)!.Threshold.IsReachedBy(7, 10));
        Assert.True(flag.On(new(2026, 1, 1)).VoteOf(VotingBody.Council)!.Threshold.IsReachedBy(6, 10));
        Assert.False(flag.On(new(2026, 1, 1)).VoteOf(VotingBody.Council)!.Threshold.IsReachedBy(5, 10));
    }
}
