using System.Text;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class SheetHashTests
{
    private const string Figures = "figure IV 100 120.5\n";

    private static readonly Scheme Scheme = new("so-nganh", 3, D);

    private static readonly SheetContent Sheet = new(
        [Entry("I.1", 30), Entry("I.2", 20) with { Explanation = "Đạt kế hoạch" }],
        new HashSet<string> { "II", "III" },
        [new("I.1", "aa"), new("I.1", "bb")]);

    [Fact]
    public void The_text_that_is_hashed_is_fixed() => Assert.Equal(
        """
        sheet 2
        scheme so-nganh 3
        score I.1 3000 - - - -
        score I.2 2000 - - - -
        explanation I.2 12
        Đạt kế hoạch
        not-applicable II
        not-applicable III
        evidence I.1 aa
        evidence I.1 bb
        figure IV 100 120.5

        """.ReplaceLineEndings("\n"),
        SheetHash.CanonicalText(Scheme, Sheet, SheetHash.Form, Figures));

    [Fact]
    public void A_paper_that_is_cited_is_covered_and_a_sheet_without_any_has_the_text_that_it_always_had()
    {
        var paper = new CitedPaper("bc-1", "I.2", new("Báo cáo", "403/BC-STC", new(2026, 11, 20), "Sở Tài chính", "kết quả thi đua"));
        var cites = Sheet with { Papers = [paper, new("kh", "I.1", new("Kế hoạch", "01/KH"), "file-1")] };

        Assert.Contains(
            """
            evidence I.1 bb
            paper I.1 file-1  8:Kế hoạch 5:01/KH - -
            paper I.2 - 2026-11-20 7:Báo cáo 10:403/BC-STC 12:Sở Tài chính 15:kết quả thi đua
            figure IV 100 120.5
            """.ReplaceLineEndings("\n"),
            SheetHash.CanonicalText(Scheme, cites, SheetHash.Form, Figures),
            StringComparison.Ordinal);
        Assert.Equal(SheetHash.Of(Scheme, cites, ""), SheetHash.Of(Scheme, cites with { Papers = [.. cites.Papers.Reverse()] }, ""));
        Assert.Equal(SheetHash.Of(Scheme, cites, ""), SheetHash.Of(Scheme, cites with { Papers = [paper with { Id = "khac" }, cites.Papers[1]] }, ""));
        Assert.All(
            new[]
            {
                paper with { Criterion = "I.1" }, paper with { File = "file-2" }, paper with { Paper = paper.Paper with { Number = "404/BC-STC" } },
                paper with { Paper = paper.Paper with { Day = null } }, paper with { Paper = paper.Paper with { Issuer = null } }, paper with { Paper = paper.Paper with { Subject = "khác" } },
            },
            other => Assert.NotEqual(SheetHash.Of(Scheme, cites, ""), SheetHash.Of(Scheme, cites with { Papers = [other, cites.Papers[1]] }, "")));
    }

    [Fact]
    public void An_entry_of_a_register_is_named_behind_its_words()
    {
        var entry = new CitedPaper("guong", "I.2", new("Điển hình tiên tiến", "guong-1", Subject: "Về đích sớm"), Entry: new(RegisterKind.RoleModels, "guong-1"));

        string Text(CitedPaper cited) => SheetHash.CanonicalText(Scheme, Sheet with { Papers = [cited] }, SheetHash.Form, Figures);

        Assert.Contains("\npaper I.2 -  19:Điển hình tiên tiến 7:guong-1 - 11:Về đích sớm RoleModels guong-1\nfigure", Text(entry), StringComparison.Ordinal);
        Assert.Contains("\npaper I.2 -  19:Điển hình tiên tiến 7:guong-1 - 11:Về đích sớm\nfigure", Text(entry with { Entry = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_units_that_ended_bring_is_covered_and_a_sheet_that_got_nothing_has_the_text_that_it_always_had()
    {
        var part = new PriorPart("khoi-1", "so-b", "Sở B", new(2026, 3, 1), 59, 365, new(6000), new(6000), new(5950));
        var gets = Sheet with { Parts = [part, part with { Unit = "so-a" }] };

        Assert.Contains(
            """
            evidence I.1 bb
            part khoi-1 so-a 2026-03-01 59/365 60 60 59.5
            part khoi-1 so-b 2026-03-01 59/365 60 60 59.5
            figure IV 100 120.5
            """.ReplaceLineEndings("\n"),
            SheetHash.CanonicalText(Scheme, gets, SheetHash.Form, Figures),
            StringComparison.Ordinal);
        Assert.Equal(SheetHash.Of(Scheme, gets, ""), SheetHash.Of(Scheme, gets with { Parts = [.. gets.Parts.Reverse()] }, ""));
        Assert.Contains("59/365 60 60 59.5 31\n", SheetHash.CanonicalText(Scheme, Sheet with { Parts = [part with { HeirSince = 31 }] }, SheetHash.Form, Figures), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_submitted_by_the_first_form_is_verified_by_it_whatever_figures_there_are()
    {
        var sheet = new StoredSheet(new(SheetState.Submitted, "so-nganh", 3, HashForm: 1, SubmittedFigures: Figures), Sheet);

        Assert.Equal("46e9554e7bf990fb8bed154515769d90f8141d84e7c32ff4523b7c0ff5cfdd96", SheetHash.Of(Scheme, sheet));
    }

    [Fact]
    public void The_hash_is_fixed_and_verified_with_the_figures_of_the_submission()
    {
        var sheet = new StoredSheet(new SheetHead(SheetState.Draft, "so-nganh", 3).Submitted("", SheetHash.Form, Figures, default), Sheet);

        Assert.Equal("910d961c56424147519e96862a0cd10e384524772c617405e2505d56821a2044", SheetHash.Of(Scheme, Sheet, Figures));
        Assert.Equal(SheetHash.Of(Scheme, Sheet, Figures), SheetHash.Of(Scheme, sheet));
    }

    [Fact]
    public void Only_figures_that_say_something_and_count_for_the_unit_are_covered()
    {
        var tree = Of([.. new[] { "1", "2", "3", "4" }.Select(code => new Criterion(code, null, "Định lượng", CriterionKind.Quantitative, P(10)))]).Tree("4");

        Assert.Equal(
            "figure 1 - 0\nfigure 2 5.5 -\n",
            SheetHash.FiguresText(tree, new HashSet<string> { "3" }, [new("2", "a", 5.50m, null), new("1", "a", null, 0), new("3", "a", 1, 1), new("4", "a", 1, 1), new("5", "a", null, null)]));
    }

    [Fact]
    public void Order_and_the_composition_of_letters_make_no_difference() => Assert.Equal(
        SheetHash.Of(Scheme, Sheet, ""),
        SheetHash.Of(Scheme, new(
            [Entry("I.2", 20) with { Explanation = "Đạt kế hoạch".Normalize(NormalizationForm.FormD) }, Entry("I.1", 30)],
            new HashSet<string> { "III", "II" },
            [new("I.1", "bb"), new("I.1", "aa")]), ""));

    [Fact]
    public void Evidence_stands_in_the_order_of_the_criteria() => Assert.EndsWith(
        "evidence I cc\nevidence II aa\n",
        SheetHash.CanonicalText(Scheme, SheetContent.Of() with { Evidence = [new("II", "aa"), new("I", "cc")] }, SheetHash.Form, ""),
        StringComparison.Ordinal);

    [Fact]
    public void Anything_else_makes_another_hash()
    {
        var hashes = new[]
        {
            SheetHash.Of(Scheme, Sheet, Figures),
            SheetHash.Of(Scheme with { Version = 4 }, Sheet, Figures),
            SheetHash.Of(Scheme with { Id = "so" }, Sheet, Figures),
            SheetHash.Of(Scheme, Sheet with { Entries = [Entry("I.1", 30)] }, Figures),
            SheetHash.Of(Scheme, Sheet with { Entries = [Entry("I.1", 30.01m), Sheet.Entries[1]] }, Figures),
            SheetHash.Of(Scheme, Sheet with { Entries = [Sheet.Entries[0], Entry("I.2", 20) with { Explanation = "Đạt kế hoạch\nnot-applicable I.1" }] }, Figures),
            SheetHash.Of(Scheme, Sheet with { NotApplicable = new HashSet<string> { "II" } }, Figures),
            SheetHash.Of(Scheme, Sheet with { Evidence = [new("I.1", "aa")] }, Figures),
            SheetHash.Of(Scheme, Sheet with { Evidence = [new("I.1", "aa"), new("I.2", "bb")] }, Figures),
            SheetHash.Of(Scheme, Sheet, ""),
            SheetHash.Of(Scheme, Sheet, "figure IV 100 120\n"),
        };

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_sheet_that_was_never_submitted_is_hashed_by_the_form_of_today() =>
        Assert.Equal(SheetHash.Of(Scheme, Sheet, ""), SheetHash.Of(Scheme, new StoredSheet(null, Sheet)));

    [Fact]
    public void Counts_and_empty_explanations_have_their_places_in_the_text() => Assert.Equal(
        "sheet 2\nscheme so-nganh 3\nscore I.1 - 3 - - -\nscore I.2 - - 40 30 20\n",
        SheetHash.CanonicalText(Scheme, SheetContent.Of(new("I.1", Count: 3, Explanation: ""), new("I.2", Counts: new(40, 30, 20))), SheetHash.Form, ""));
}
