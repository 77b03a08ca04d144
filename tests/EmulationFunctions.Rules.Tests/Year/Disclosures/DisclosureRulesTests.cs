using EmulationFunctions.Year.Disclosures;

namespace EmulationFunctions.Rules.Tests.Year.Disclosures;

public sealed class DisclosureRulesTests
{
    private const int Proposals = Disclosure.MostLetters / DisclosedProposal.LongestAchievement;

    [Theory]
    [InlineData(Proposals, null)]
    [InlineData(Proposals + 1, "$.proposals")]
    public void A_disclosure_is_no_longer_than_storage_holds_it_before_and_after_a_change(int proposals, string? path)
    {
        var wanted = new Disclosure(
            2026, "dot-1", "Đề nghị khen thưởng", new(2026, 12, 14), new(2026, 12, 25),
            [.. Enumerable.Range(0, proposals).Select(number => new DisclosedProposal("khoi-1", $"so-{number}", "co", new('a', DisclosedProposal.LongestAchievement)))]);

        Assert.Equal(path is null ? [] : [path], DisclosureRules.Check(wanted, before: null, _ => null, new(2026, 12, 14)).Select(fault => fault.Path));
    }
}
