using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Dossiers;
using static EmulationFunctions.Rules.Tests.Year.Dossiers.DossierSamples;

namespace EmulationFunctions.Rules.Tests.Year.Dossiers;

public sealed class DossierRulesTests
{
    private static readonly DateOnly Today = new(2026, 12, 5);

    [Fact]
    public void A_whole_dossier_is_taken() => Assert.Empty(DossierRules.Check(Whole, Outline, Today));

    [Theory]
    [InlineData(11, 12, 8, 1, 0, 0, 0, "$.minutes.vote.present")] // a guest among those present
    [InlineData(11, 9, 9, 1, 0, 0, 0, "$.minutes.vote.for")] // more votes than members there
    [InlineData(11, 9, 8, 1, 0, 2, 1, "$.minutes.vote.writtenFor")] // more in writing than absent
    [InlineData(11, 9, 8, 0, 1, 2, 0, null)]
    public void Nobody_votes_who_is_not_there_and_no_guest_does(int members, int present, int yes, int no, int invalid, int writtenFor, int writtenNot, string? path) => Assert.Equal(
        path is null ? [] : [path],
        Paths(DossierRules.Check(new(Minutes: new(Vote: new(members, present, yes, no, invalid, writtenFor, writtenNot, true))), Outline, Today)));

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var content = new DossierContent(
            new(" ", Day: new(2026, 12, 6)) { Grounds = [new("Luật")] },
            new(new(2026, 12, 7)),
            new(new(2026, 12, 8)) { Sections = [new("khac", "a"), new("thanh-tich", " "), new("thanh-tich", "b")] })
        {
            Files = [new("tep-1", "khong-co"), new("tep-1"), new("tep-2", Title: "Ảnh")],
        };

        Assert.Equal(
            [
                "$.letter.achievement", "$.letter.day", "$.letter.grounds[0].number", "$.minutes.day", "$.report.until", "$.report.sections[2].section", "$.report.sections[0].section",
                "$.report.sections[1].text", "$.files[1].attachment", "$.files[0].paper", "$.files[1].title",
            ],
            Paths(DossierRules.Check(content, Outline, Today)));
    }

    [Fact]
    public void A_body_is_asked_in_the_year_and_answers_after_it_was_asked()
    {
        Assert.Equal(["$.body", "$.askedOn"], Paths(DossierRules.Check(new OpinionQuestion(" ", new(2025, 12, 31)), 2026, Today)));
        Assert.Equal(["$.askedOn", "$.paper.number"], Paths(DossierRules.Check(new OpinionQuestion("Thuế tỉnh", new(2026, 12, 6), Paper: new("Công văn")), 2026, Today)));
        Assert.Empty(DossierRules.Check(new OpinionQuestion("Thuế tỉnh", new(2026, 1, 1)), 2026, Today));
        Assert.Equal(["$.on"], Paths(DossierRules.Check(new OpinionAnswer(new(2026, 11, 15), OpinionViewed.Agrees, "Đồng ý."), new(2026, 11, 16), Today)));
        Assert.Equal(["$.text", "$.on"], Paths(DossierRules.Check(new OpinionAnswer(new(2026, 12, 6), OpinionViewed.Agrees, " "), new(2026, 11, 16), Today)));
    }

    [Fact]
    public void A_result_that_was_typed_is_held_to_the_ballot_number_by_number()
    {
        var typed = Whole.Minutes!.Vote!;
        var ballot = new BallotOutcome("bau-co", new(2026, 12, 2), true, 11, 9, 9, new(8, 1, 0, 1, 1));

        Assert.Empty(VoteResult.Differing(typed, ballot));
        Assert.Equal(typed, VoteResult.Of(null, ballot)!.AsTyped());
        Assert.Equal(["$.minutes.vote"], Paths(VoteResult.Differing(typed, ballot with { Counted = null })));
        Assert.Equal(
            ["$.minutes.vote.members", "$.minutes.vote.for", "$.minutes.vote.writtenNotFor", "$.minutes.vote.isPassed"],
            Paths(VoteResult.Differing(typed, ballot with { Voters = 12, IsPassed = null, Counts = new(7, 1, 0, 1, 0) })));
        // What the ballot does not tell nobody types.
        Assert.Equal(6, VoteResult.Differing(typed, ballot with { Present = null, Counts = null }).Count);
        Assert.Null(VoteResult.Of(typed, ballot with { Present = null })!.AsTyped());
    }

    [Fact]
    public void Just_one_outline_holds_for_all_other_awards_and_no_award_has_two()
    {
        var outline = DossierTemplate.Default.Outlines[1];

        Assert.Empty(DossierRules.Check(DossierTemplate.Default.Outlines));
        Assert.Equal(["$.outlines"], Paths(DossierRules.Check([outline, outline])));
        Assert.Equal(
            ["$.outlines", "$.outlines[1].awards[1]", "$.outlines[1].sections[1].code", "$.outlines[1].deadlines[1].at", "$.outlines[1].deadlines[1].last"],
            Paths(DossierRules.Check(
            [
                outline with { Awards = ["co"] },
                outline with
                {
                    Awards = ["bang-khen", "co"],
                    Sections = [new("a", "A"), new("a", "B")],
                    Deadlines = [DossierDeadline.Of(DossierStop.Office, new(12, 9), "x"), DossierDeadline.Of(DossierStop.Office, new(2, 30), "x")],
                },
            ])));
    }

    private static IEnumerable<string> Paths(IEnumerable<Fault> faults) => faults.Select(fault => fault.Path);
}
