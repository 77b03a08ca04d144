using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Dossiers;
using EmulationFunctions.Year.Nominations;
using static EmulationFunctions.Rules.Tests.Year.Dossiers.DossierSamples;

namespace EmulationFunctions.Rules.Tests.Year.Dossiers;

public sealed class DossierCheckTests
{
    [Fact]
    public void A_whole_dossier_lacks_nothing()
    {
        var check = Sight(Whole, Answered(new(2026, 11, 20))).Check();

        Assert.Empty(check.Gaps);
        Assert.Empty(check.Warnings);
    }

    [Fact]
    public void Of_an_empty_one_every_gap_is_named_with_its_place()
    {
        Assert.Equal(["$.letter", "$.minutes", "$.report", "$.files", "$.opinions"], Gaps(new()));
        Assert.Equal(
            ["$.letter.grounds", "$.letter.appraisal", "$.minutes.day", "$.minutes.vote", "$.report.sections[0].text", "$.report.sections[2].text", "$.report.certifiedBy", "$.report.until", "$.files", "$.opinions"],
            Gaps(new(new("Dẫn đầu."), new(), new() { Sections = [new("thanh-tich", "Vượt chỉ tiêu.")] }) { Files = [new("tep-2", "anh")] }));
    }

    [Theory]
    [InlineData(NominationStatus.Nominated, 0, 0)]
    [InlineData(NominationStatus.Suspended, 1, 0)]
    [InlineData(NominationStatus.Withdrawn, 1, 0)]
    [InlineData(null, 0, 1)] // nominated on paper, perhaps
    internal void A_dossier_waits_while_its_nomination_is_suspended(NominationStatus? nomination, int gaps, int warnings)
    {
        var check = (Sight(Whole, Answered(new(2026, 11, 20))) with { Nomination = nomination }).Check();

        Assert.Equal((gaps, warnings), (check.Gaps.Count(one => one.Path == "$.nomination"), check.Warnings.Count(one => one.Path == "$.nomination")));
    }

    [Fact]
    public void A_body_that_has_time_left_is_a_gap_and_one_that_was_silent_a_warning_and_nobody_s_consent()
    {
        var asked = Asked with { Question = Asked.Question with { AskedOn = new(2026, 11, 30) } };
        var (waiting, silent) = (Sight(Whole, asked).Check(), Sight(Whole, Asked).Check());

        Assert.Equal("Thuế tỉnh chưa trả lời; hạn đến 14/12/2026.", Assert.Single(waiting.Gaps).Words.Vi);
        Assert.Empty(silent.Gaps);
        Assert.Equal(("$.opinions[0].answer", "Thuế tỉnh không trả lời trong hạn (đến 30/11/2026); không trả lời không phải là đồng ý."), (silent.Warnings[0].Path, silent.Warnings[0].Words.Vi));
    }

    [Fact]
    public void A_body_that_was_asked_before_the_dossier_was_opened_is_warned_of()
    {
        var early = Answered(new(2026, 11, 12)) with { Question = Asked.Question with { AskedOn = new(2026, 11, 9) } };

        var check = Sight(Whole, early).Check();

        Assert.Empty(check.Gaps);
        Assert.Equal(["$.opinions[0].askedOn"], check.Warnings.Select(one => one.Path));
    }

    [Theory]
    [InlineData("2026-11-30", OpinionState.Answered)] // the tenth working day
    [InlineData("2026-12-01", OpinionState.AnsweredLate)]
    internal void An_answer_after_its_term_is_taken_and_said_to_be_late(string on, OpinionState state)
    {
        var sight = Sight(Whole, Answered(HolidaySamples.Day(on), OpinionViewed.Disagrees));

        Assert.Equal(state, sight.Opinions[0].Term.State);
        Assert.Empty(sight.Check().Gaps);
        Assert.Equal(state == OpinionState.AnsweredLate ? ["$.opinions[0].answer.on", "$.opinions[0].answer.view"] : ["$.opinions[0].answer.view"], sight.Check().Warnings.Select(one => one.Path));
    }

    [Theory]
    [InlineData("2026-02-06", 10, "2026-02-27")] // over Tết
    [InlineData("2026-08-21", 5, "2026-08-27")] // Saturday 22 August is worked
    public void A_term_passes_over_holidays_and_goes_through_worked_weekends(string asked, int days, string last)
    {
        var opinion = Asked with { Question = Asked.Question with { AskedOn = HolidaySamples.Day(asked), Days = days } };

        Assert.Equal(HolidaySamples.Day(last), OpinionTerm.Of(opinion, 10, new Holidays([HolidaySamples.Of2026]), new(2026, 1, 1)).Last.Last);
        Assert.Equal([2026], OpinionTerm.Of(opinion, 10, Holidays.None, new(2026, 1, 1)).Last.Unknown);
    }

    [Fact]
    public void What_is_late_old_or_under_older_rules_is_warned_of()
    {
        var old = Whole with { Report = Whole.Report! with { Until = new(2026, 5, 31) }, Minutes = Whole.Minutes! with { Vote = Whole.Minutes.Vote! with { IsPassed = false } } };

        var check = DossierCheck.Of(Of(old), Outline with { OpinionsFrom = [] }, [], "2026-sua-doi", NominationStatus.Nominated, null, 2026, new(2026, 12, 10));

        Assert.Empty(check.Gaps);
        Assert.Equal(["$.minutes.vote.isPassed", "$.report.until", "$.rulesVersion", "$.deadlines[0]"], check.Warnings.Select(one => one.Path));
        Assert.DoesNotContain(DossierCheck.Of(Of(old) with { SentToOffice = new(2026, 12, 9) }, Outline, [], AwardTemplate.Version, NominationStatus.Nominated, null, 2026, new(2027, 2, 1)).Warnings, one => one.Path == "$.deadlines[0]");
    }

    [Theory]
    [InlineData(false, true, "$.minutes.vote", null)] // not counted
    [InlineData(true, null, "$.minutes.vote.isPassed", null)] // not settled who of those with the same number passes
    [InlineData(true, false, null, "$.minutes.vote.isPassed")]
    [InlineData(true, true, null, null)]
    public void The_bloc_s_ballot_says_how_the_vote_ended(bool isCounted, bool? isPassed, string? gap, string? warning)
    {
        var content = Whole with { Minutes = Whole.Minutes! with { Vote = null } };
        var ballot = new BallotOutcome("bau-co", isCounted ? new(2026, 12, 2) : null, isPassed, 11, null, 9, new(8, 1, 0, 1, 1));

        var check = (Sight(content, Answered(new(2026, 11, 20))) with { Ballot = ballot }).Check();

        Assert.Equal(gap is null ? [] : [gap], check.Gaps.Select(one => one.Path));
        Assert.Equal(warning is null ? [] : [warning], check.Warnings.Select(one => one.Path));
    }

    [Fact]
    public void The_Government_s_flag_is_due_at_the_Ministry_when_June_of_the_next_year_ends()
    {
        var duties = DossierDuties.Of(2026, Of(Whole) with { Award = AwardTemplate.GovernmentFlag, SentToOffice = new(2026, 12, 4) }, DossierTemplate.Default.Of(AwardTemplate.GovernmentFlag), "Cờ thi đua của Chính phủ").ToList();

        Assert.Equal([(new DateOnly(2026, 12, 9), true), (new DateOnly(2027, 6, 30), false)], duties.Select(duty => (duty.Due!.Value, duty.IsDone)));
        Assert.Equal("hoàn thiện để trình Bộ hồ sơ đề nghị Cờ thi đua của Chính phủ", duties[1].What.Vi);
        Assert.Single(DossierTemplate.Default.Of(AwardTemplate.ProvinceFlag).Deadlines);
    }

    private static IEnumerable<string> Gaps(DossierContent content) => Sight(content).Check().Gaps.Select(gap => gap.Path);
}
