using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Nominations;
using static EmulationFunctions.Rules.Tests.Province.Awards.AwardSamples;

namespace EmulationFunctions.Rules.Tests.Year.Nominations;

public sealed class NominationRulesTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Every_fault_of_a_nomination_is_named_at_its_place()
    {
        var award = Flag with
        {
            Conditions = [new("doan-ket", "Đoàn kết", AwardConditionKind.Stated, Default), new("hang", "Hạng", AwardConditionKind.Place, Default, Place: 1)],
        };
        var body = new NominationBody(new(new(2026, 12, 2), " ", People: 10, Women: 11, DirectWorkers: 11, Collectives: 2, SmallCollectives: 3, AdvancedWorkers: 11, BaseFighters: 11))
        {
            Statements = [new("doan-ket", true, " "), new("doan-ket", true, "Biên bản"), new("hang", true, "Biên bản"), new("la", true, "Biên bản")],
        };

        Assert.Equal(
            [
                "$.figures.asOf", "$.figures.source", "$.figures.women", "$.figures.directWorkers", "$.figures.advancedWorkers", "$.figures.baseFighters", "$.figures.smallCollectives",
                "$.statements[0].source", "$.statements[1].condition", "$.statements[2].condition", "$.statements[3].condition",
            ],
            NominationRules.Check(body, award, Today).Select(fault => fault.Path));
        Assert.Equal(["$.figures"], NominationRules.Check(new(new(Today, "Báo cáo")), award, Today).Select(fault => fault.Path));
        Assert.Empty(NominationRules.Check(new(new(Today, "Báo cáo", Women: 11)), award, Today)); // of how many nobody said
    }

    [Fact]
    public void Every_fault_of_a_list_and_of_a_suspension_is_named_at_its_place()
    {
        var list = new OutsideListBody(" ", " ", Received: null, Paper: new("Công văn")) { Entries = [new("so-a", "Vi phạm"), new("so-la", " ")] };

        Assert.Equal(
            ["$.body", "$.about", "$.paper.number", "$.received", "$.entries[1].unit", "$.entries[1].finding"],
            NominationRules.Check(list, new HashSet<string> { "so-a" }, Today).Select(fault => fault.Path));
        Assert.Equal(["$.received"], NominationRules.Check(new OutsideListBody("Công an", "Cháy nổ", Received: new(2026, 12, 2)), new HashSet<string>(), Today).Select(fault => fault.Path));
        Assert.Equal(["$.since", "$.reason", "$.source"], NominationRules.Check(new SuspensionBody(SuspensionCause.Complaint, new(2026, 12, 2), " ", " "), Today).Select(fault => fault.Path));
        Assert.Equal(["$.day", "$.reason"], NominationRules.Check(new SuspensionLiftingBody(new(2026, 12, 2), " "), Today).Select(fault => fault.Path));
    }

    [Fact]
    public void An_award_is_for_units_of_its_kinds_in_blocs_of_its_level()
    {
        var commune = Flag with { Kinds = [UnitKind.Locality], Blocs = BlocLevel.Province };

        Assert.Null(NominationRules.WhyNotProposed(commune, UnitKind.Locality, BlocLevel.Province));
        Assert.NotNull(NominationRules.WhyNotProposed(commune, UnitKind.Department, BlocLevel.Province));
        Assert.EndsWith("khối do tỉnh tổ chức.", NominationRules.WhyNotProposed(commune, UnitKind.Locality, BlocLevel.SubDepartment)!.Vi, StringComparison.Ordinal);
        Assert.EndsWith("khối do sở, ban, ngành tổ chức.", NominationRules.WhyNotProposed(commune with { Blocs = BlocLevel.SubDepartment }, UnitKind.Locality, BlocLevel.Province)!.Vi, StringComparison.Ordinal);
        Assert.NotNull(NominationRules.WhyNotProposed(Flag with { Subject = AwardSubject.Person }, UnitKind.Department, BlocLevel.Province));
        Assert.Null(NominationRules.WhyNotProposed(Flag, UnitKind.Fund, BlocLevel.SubDepartment));
    }

    [Fact]
    public void A_quota_that_blocks_does_so_only_where_its_whole_base_is_known()
    {
        var quota = new AwardQuota(QuotaScope.Province, Default, Share: new(20, 100), Base: QuotaBase.LeadersAtStandard, Standard: "co", Blocks: true);

        Assert.Equal("quota-reached", Refused(unknown: 0));
        Assert.Null(Refused(unknown: 3)); // of three blocs nobody knows yet who leads, so there may be a place

        string? Refused(int unknown) => (Record.Exception(() =>
            new AwardQuotas(new("mau", Today, Flag), [new QuotaState(quota, 5, unknown, Elsewhere: 1)], new Dictionary<string, LegalText>()).Demand(new([], []), "so-a")) as Refusal)?.Type;
    }
}
