using System.Text;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class SheetHashTests
{
    private static readonly Scheme Scheme = new("so-nganh", 3, D);

    private static readonly SheetContent Sheet = new(
        [Entry("I.1", 30), Entry("I.2", 20) with { Explanation = "Đạt kế hoạch" }],
        new HashSet<string> { "II", "III" },
        [new("I.1", "aa"), new("I.1", "bb")]);

    [Fact]
    public void The_text_that_is_hashed_is_fixed() => Assert.Equal(
        """
        sheet 1
        scheme so-nganh 3
        score I.1 3000 - - - -
        score I.2 2000 - - - -
        explanation I.2 12
        Đạt kế hoạch
        not-applicable II
        not-applicable III
        evidence I.1 aa
        evidence I.1 bb

        """.ReplaceLineEndings("\n"),
        SheetHash.CanonicalText(Scheme, Sheet));

    [Fact]
    public void The_hash_is_fixed() =>
        Assert.Equal("46e9554e7bf990fb8bed154515769d90f8141d84e7c32ff4523b7c0ff5cfdd96", SheetHash.Of(Scheme, Sheet));

    [Fact]
    public void Order_and_the_composition_of_letters_make_no_difference() => Assert.Equal(
        SheetHash.Of(Scheme, Sheet),
        SheetHash.Of(Scheme, new(
            [Entry("I.2", 20) with { Explanation = "Đạt kế hoạch".Normalize(NormalizationForm.FormD) }, Entry("I.1", 30)],
            new HashSet<string> { "III", "II" },
            [new("I.1", "bb"), new("I.1", "aa")])));

    [Fact]
    public void Anything_else_makes_another_hash()
    {
        var hashes = new[]
        {
            SheetHash.Of(Scheme, Sheet),
            SheetHash.Of(Scheme with { Version = 4 }, Sheet),
            SheetHash.Of(Scheme with { Id = "so" }, Sheet),
            SheetHash.Of(Scheme, Sheet with { Entries = [Entry("I.1", 30)] }),
            SheetHash.Of(Scheme, Sheet with { Entries = [Entry("I.1", 30.01m), Sheet.Entries[1]] }),
            SheetHash.Of(Scheme, Sheet with { Entries = [Sheet.Entries[0], Entry("I.2", 20) with { Explanation = "Đạt kế hoạch\nnot-applicable I.1" }] }),
            SheetHash.Of(Scheme, Sheet with { NotApplicable = new HashSet<string> { "II" } }),
            SheetHash.Of(Scheme, Sheet with { Evidence = [new("I.1", "aa")] }),
            SheetHash.Of(Scheme, Sheet with { Evidence = [new("I.1", "aa"), new("I.2", "bb")] }),
        };

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
