using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

public sealed class PactDutiesTests
{
    private static readonly DateOnly June = new(2026, 6, 30);
    private static readonly DateOnly December = new(2026, 12, 10);

    [Fact]
    public void Each_member_has_to_sign_what_is_opened_for_signing_and_nothing_before() => Assert.Multiple(
        () => Assert.Equal([("so-a", true), ("so-b", false)], Of(Record(Signed("so-a")), new(2026, 3, 7)).Where(duty => duty.What.Vi.StartsWith("ký", StringComparison.Ordinal)).Select(duty => (duty.Unit!, duty.IsDone))),
        () => Assert.Empty(Of(new([Pact() with { IsForSigning = false }], []), new(2026, 3, 7))));

    [Fact]
    public void Nobody_is_reminded_to_sign_a_pact_whose_text_is_not_known()
    {
        var unknown = new PactRecord([Pact(new("Giao ước", [], null, [], [], null) { TextUnknown = true })], [Signed("so-a")]);

        Assert.Equal(
            [("so-a", true, true), ("so-b", false, false)],
            Of(unknown, new(2026, 3, 7)).Where(duty => duty.Stage == StageKind.Pact).Select(duty => (duty.Unit!, duty.IsDone, duty.IsKnown)));
    }

    [Fact]
    public void Without_a_registration_only_a_pact_for_signing_asks_to_register() => Assert.Multiple(
        () => Assert.Empty(Of(new([Pact() with { IsForSigning = false }], []), new(2026, 2, 1))),
        () => Assert.Equal(["so-a", "so-b"], Of(Record(), new(2026, 2, 1)).Where(duty => duty.Stage == StageKind.Registration && !duty.IsDone).Select(duty => duty.Unit)));

    [Fact]
    public void Once_one_has_registered_every_member_has_to() =>
        Assert.Equal(["so-b"], PactDuties.Of(null, Nothing, new HashSet<string> { "so-a" }, ["so-a", "so-b"], new(2026, 2, 1)).Where(duty => !duty.IsDone).Select(duty => duty.Unit));

    [Theory]
    [InlineData("2026-03-07", "2026-06-30", false)] // the first report is to come
    [InlineData("2026-06-30", "2026-06-30", false)] // its day
    [InlineData("2026-07-01", "2026-06-30", false)] // late: it is asked for until it is made good
    [InlineData("2027-01-05", "2026-12-10", false)] // the last one is late
    public void Progress_is_asked_for_by_the_next_day_or_the_one_that_was_missed(string today, string due, bool isDone) =>
        Assert.Equal((DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), isDone), ReportOf(today));

    [Theory]
    [InlineData("2026-03-07", "2026-02-01", "2026-06-30", true)]
    [InlineData("2026-07-01", "2026-06-29", "2026-12-10", false)] // what was reported for June is not a report for December
    [InlineData("2026-07-01", "2026-07-01", "2026-12-10", true)]
    [InlineData("2027-01-05", "2026-12-31", "2026-12-10", true)]
    public void A_report_since_the_day_before_fulfils_it(string today, string reported, string due, bool isDone) =>
        Assert.Equal((DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), isDone), ReportOf(today, reported));

    [Fact]
    public void Next_year_s_draft_promises_the_same_without_last_year_s_papers_and_scheme()
    {
        var last = Pact(Text("Giao ước thi đua năm 2025", Share("hoan-thanh", 100)) with { Scheme = new("bang-diem", 2) }) with { ReportBy = [new(2024, 2, 29)] };

        var draft = PactOpening.Draft(last, 2026);

        Assert.Equal(("Giao ước thi đua năm 2026", false, null), (draft.Title, draft.IsForSigning, draft.Scheme));
        Assert.Equal(last.Text.Targets, draft.Targets);
        Assert.Equal([new DateOnly(2025, 2, 28)], draft.ReportBy);
        Assert.Empty(draft.Grounds);
    }

    private static ILookup<string, Progress> Nothing { get; } = Array.Empty<Progress>().ToLookup(one => one.Unit);

    private static PactRecord Record(params Signature[] signatures) => new([Pact(Text(targets: Share("hoan-thanh", 100))) with { ReportBy = [June, December] }], signatures);

    private static List<YearDuty> Of(PactRecord record, DateOnly today, params Progress[] progress) =>
        [.. PactDuties.Of(record, progress.ToLookup(one => one.Unit), new HashSet<string>(), ["so-a", "so-b"], today)];

    private static (DateOnly, bool) ReportOf(string today, string? reported = null)
    {
        var progress = reported is null ? [] : new[] { new Progress("so-a", "hoan-thanh", DateOnly.Parse(reported, System.Globalization.CultureInfo.InvariantCulture), "đạt", null, true, default) };
        var duty = Assert.Single(Of(Record(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), progress), one => one.Unit == "so-a" && one.Due is not null);
        return (duty.Due!.Value, duty.IsDone);
    }
}
