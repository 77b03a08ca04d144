using EmulationFunctions.Year.Dossiers;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Rules.Tests.Year.Dossiers;

public sealed class DossierBodiesTests
{
    [Theory]
    [InlineData(AchievementReport.MostLetters / 3, null)]
    [InlineData((AchievementReport.MostLetters / 3) + 1, "$.report.sections")]
    public void A_report_is_no_longer_than_storage_holds_it_before_and_after_a_change(int letters, string? path)
    {
        var whole = DossierSamples.Whole;
        var report = whole.Report! with { Sections = [.. whole.Report.Sections.Select(one => one with { Text = new('a', letters) })] };

        Assert.Equal(path is null ? [] : [path], DossierRules.Check(whole with { Report = report }, DossierSamples.Outline, new(2026, 12, 5)).Select(fault => fault.Path));
    }

    [Fact]
    public void A_blank_is_nothing_that_was_written_down()
    {
        var whole = DossierSamples.Whole;
        var body = new DossierBody(whole.Letter! with { Appraisal = "  ", Number = " " }, whole.Minutes! with { Place = " " }, whole.Report! with { CertifiedBy = "\t" }) { Files = whole.Files };

        var check = DossierCheck.Of(
            DossierSamples.Of(body.ToContent()), DossierTemplate.Default.Of(DossierSamples.Id.Award), [], DossierSamples.Of(whole).RulesVersion, NominationStatus.Nominated, null, 2026, new(2026, 12, 5));

        Assert.Equal(["$.letter.appraisal", "$.report.certifiedBy"], check.Gaps.Select(gap => gap.Path));
        Assert.Equal((null, null), (body.ToContent().Letter!.Number, body.ToContent().Minutes!.Place));
    }
}
