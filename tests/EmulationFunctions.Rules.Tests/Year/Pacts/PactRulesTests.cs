using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

public sealed class PactRulesTests
{
    private static readonly Stage[] UntilMarch = [new(StageKind.Pact, new(2026, 2, 1), new(2026, 3, 31))];
    private static readonly Stage[] October = [new(StageKind.Pact, new(2026, 10, 1), new(2026, 10, 31))];

    [Theory]
    [InlineData("2025-11-30", "stage-not-open", "stage-not-open")]
    [InlineData("2025-12-26", null, null)] // the year-end meeting of the year before
    [InlineData("2026-01-16", null, null)]
    [InlineData("2026-03-07", null, null)]
    [InlineData("2026-08-07", null, null)]
    [InlineData("2026-08-31", null, null)]
    [InlineData("2026-09-01", "deadline-passed", "stage-not-open")]
    [InlineData("2026-10-15", "deadline-passed", null)]
    [InlineData("2026-11-01", "deadline-passed", "deadline-passed")]
    public void A_pact_is_signed_from_December_to_August_and_while_its_stage_is_open(string day, string? untilMarch, string? inOctober)
    {
        Assert.Equal(untilMarch, RefusalOf(() => PactRules.DemandTime(Terms(["so-a"], stages: UntilMarch), "so-a", DateOnly.Parse(day, null), isAskedAgain: false)));
        Assert.Equal(inOctober, RefusalOf(() => PactRules.DemandTime(Terms(["so-a"], stages: October), "so-a", DateOnly.Parse(day, null), isAskedAgain: false)));
        Assert.Null(RefusalOf(() => PactRules.DemandTime(Terms(["so-a"]), "so-a", DateOnly.Parse(day, null), isAskedAgain: false))); // a year without the stage
    }

    [Fact]
    public void A_pact_whose_text_nobody_put_down_is_signed_on_paper_alone()
    {
        var unknown = new PactBody("Giao ước thi đua năm 2026", IsForSigning: true, TextUnknown: true);
        var record = new PactRecord([Pact(unknown.ToText())], []);

        Assert.Empty(PactRules.Check(2026, unknown, hasScheme: true, new HashSet<string>()));
        Assert.Equal("$.textUnknown", Assert.Single(PactRules.Check(2026, unknown with { Text = "Cùng nhau thi đua." }, true, new HashSet<string>())).Path);
        Assert.Equal("$.text", Assert.Single(PactRules.Check(2026, unknown with { TextUnknown = false }, true, new HashSet<string>())).Path);
        Assert.Equal("pact-text-unknown", RefusalOf(() => PactRules.DemandRead(record, isPaper: false)));
        Assert.Null(RefusalOf(() => PactRules.DemandRead(record, isPaper: true)));
        Assert.Null(RefusalOf(() => PactRules.DemandRead(new([Pact()], []), isPaper: false)));
        Assert.False(record.Current.IsToRead);
    }

    [Fact]
    public void Who_joins_after_the_time_and_whose_signature_became_void_signs_later()
    {
        var terms = Terms(["so-a"], stages: UntilMarch, more: Member("so-b", new(2026, 10, 1)));
        var november = new DateOnly(2026, 11, 2);

        Assert.Null(RefusalOf(() => PactRules.DemandTime(terms, "so-b", november, isAskedAgain: false)));
        Assert.Null(RefusalOf(() => PactRules.DemandTime(terms, "so-a", november, isAskedAgain: true)));
        Assert.Equal("deadline-passed", RefusalOf(() => PactRules.DemandTime(terms, "so-a", november, isAskedAgain: false)));
    }

    [Fact]
    public void A_unit_with_more_time_signs_within_it()
    {
        var terms = Terms(["so-a"], stages: UntilMarch);
        terms = terms with { Cycle = terms.Cycle.Extend(new("so-a", StageKind.Pact, new(2026, 11, 10), "Thiên tai")) };

        Assert.Null(RefusalOf(() => PactRules.DemandTime(terms, "so-a", new(2026, 11, 10), isAskedAgain: false)));
        Assert.Equal("deadline-passed", RefusalOf(() => PactRules.DemandTime(terms, "so-a", new(2026, 11, 11), isAskedAgain: false)));
    }

    [Fact]
    public void Only_members_of_the_day_sign()
    {
        var terms = Terms(["so-a"], more: Member("so-b", new(2020, 1, 1), new(2026, 2, 28)));

        Assert.Null(RefusalOf(() => PactRules.DemandMember(terms, "so-b", new(2026, 2, 28))));
        Assert.Null(RefusalOf(() => PactRules.DemandMember(terms, "so-a", new(2025, 12, 26)))); // before the year its first day counts
        Assert.Equal("not-found", RefusalOf(() => PactRules.DemandMember(terms, "so-b", new(2026, 3, 1))));
        Assert.Equal("not-found", RefusalOf(() => PactRules.DemandMember(terms, "so-c", new(2026, 2, 1))));
    }

    [Fact]
    public void A_report_is_late_once_its_day_is_over_and_nothing_was_reported_since_the_day_before()
    {
        var pact = Pact() with { ReportBy = [new(2026, 6, 30), new(2026, 12, 10)] };

        Assert.Equal([false, true, true, true], Late());
        Assert.Equal([false, false, false, true], Late("2026-05-31"));
        Assert.Equal([false, false, false, true], Late("2026-06-30")); // for the first day, not for the second
        Assert.Equal([false, false, false, false], Late("2026-07-01")); // late for the first, in time for the second
        Assert.False(ProgressRules.IsLate(Pact(), [], new(2026, 12, 31)));

        IEnumerable<bool> Late(params string[] reported) => new[] { "2026-06-30", "2026-07-01", "2026-12-10", "2026-12-11" }.Select(today => ProgressRules.IsLate(
            pact,
            reported.Select(day => new Progress("so-a", "t", DateOnly.Parse(day, null), "tốt", null, null, DateTimeOffset.UnixEpoch)),
            DateOnly.Parse(today, null)));
    }

    [Theory]
    [InlineData("Giao ước thi đua năm 2020", null, "")]
    [InlineData("Giao ước thi đua", "Đại biểu dự hội nghị", "")]
    [InlineData("Giao ước thi đua năm 2020", "Các thành viên Khối ký kết giao ước thi đua năm 2019.", "$.pictures[0].caption")]
    [InlineData("Giao ước thi đua năm 2019", "Tổng kết năm 2019, ký giao ước năm 2020", "$.title")]
    public void A_caption_or_title_that_names_another_year_is_shown_and_stands_in_the_way_of_nothing(string title, string? caption, string paths)
    {
        var pact = Pact(Text(title)) with { Pictures = [new("anh-1", caption)] };

        Assert.Equal(paths, string.Join(' ', PactWarning.Of(2020, pact, null).Select(one => one.Path)));
    }

    [Fact]
    public void A_pact_of_another_version_than_the_bloc_is_scored_by_is_shown()
    {
        var pact = Pact(Text() with { Scheme = new("bang-diem", 2) });

        Assert.Equal(PactWarningCode.OtherScheme, Assert.Single(PactWarning.Of(2026, pact, new("bang-diem", 1))).Code);
        Assert.Empty(PactWarning.Of(2026, pact, new("bang-diem", 2)));
        Assert.Empty(PactWarning.Of(2026, pact, null));
    }

    private static string? RefusalOf(Action demand)
    {
        try
        {
            demand();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Type;
        }
    }
}
