using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

public sealed class BallotPaperTests
{
    [Fact]
    public void The_minutes_of_the_count_say_the_rules_the_sums_and_who_passed_and_never_who_voted()
    {
        var lines = Lines(Secret);

        Assert.Contains("2. Hình thức: bỏ phiếu kín trên hệ thống, mở ngày 20/12/2026. Hai người giữ khóa mở hòm phiếu: Trưởng ban kiểm phiếu, Sở số 3; Ủy viên ban kiểm phiếu.", lines);
        Assert.Contains("3. Đơn vị trúng: đạt ít nhất 80/100 tổng số đơn vị có quyền bỏ phiếu, nhiều nhất 1 đơn vị, tính từ cao xuống. Căn cứ: Quy chế 3/QC.", lines);
        Assert.Contains("1. Đơn vị có quyền bỏ phiếu: 11. Khách mời không bỏ phiếu.", lines);
        Assert.Contains("2. Phiếu trong hòm: 9; đơn vị không bỏ phiếu: 1.", lines);
        Assert.Contains("3. Hợp lệ: 8; không hợp lệ: 1; phiếu trắng: 1.", lines);
        Assert.Contains("9/11 (81,81 %)", lines);
        Assert.Contains("- Sở số 10 (Công văn 310/CV): chọn Sở số 1.", lines);
        Assert.Contains("Kết luận: trúng Sở số 1.", lines);
        Assert.DoesNotContain(lines, line => line.Contains("Sở số 9", StringComparison.Ordinal)); // who voted
    }

    [Fact]
    public void Where_counts_are_not_told_the_minutes_have_none()
    {
        var lines = Lines(Secret with { Record = Secret.Record with { Ballot = Secret.Record.Ballot with { Terms = Secret.Record.Ballot.Terms with { Counts = CountsShown.OutcomeOnly } } } });

        Assert.Contains("3. Theo quy định của cuộc bỏ phiếu, số phiếu không được công bố và không được lưu.", lines);
        Assert.Contains("- Sở số 10 (Công văn 310/CV).", lines);
        Assert.Contains("Trúng", lines);
        Assert.DoesNotContain(lines, line => line.Contains('%', StringComparison.Ordinal) || line.Contains("Phiếu chọn", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_an_open_ballot_they_say_who_voted_for_whom_and_of_a_tie_who_decided()
    {
        var lines = Lines(Open);

        Assert.Contains("- Sở số 1: chọn Sở số 1.", lines);
        Assert.Contains("- Sở số 4: phiếu trắng.", lines);
        Assert.Contains("Các đơn vị bằng phiếu ở vị trí cuối: ngày 21/12/2026 quyết định chọn Sở số 2; lý do: Chủ trì chọn.", lines);
        Assert.Contains("Kết luận: trúng Sở số 2.", lines);
    }

    [Fact]
    public void Of_one_on_paper_they_say_what_became_of_the_papers_and_what_nobody_recorded_is_a_gap()
    {
        var (lines, gaps) = (Lines(OnPaper), PaperWriter.Write(OnPaper.Count()).Gaps);

        Assert.Contains("2. Phiếu phát ra: 4; thu về: 3; không thu về: 1.", lines);
        Assert.Contains("Bằng phiếu ở vị trí cuối, chưa quyết định: Sở số 1; Sở số 2. Bỏ phiếu lại.", lines);
        Assert.Contains("Kết luận: không đơn vị nào trúng.", lines);
        Assert.Superset(new HashSet<string> { "giờ kiểm phiếu", "địa điểm kiểm phiếu", "số đơn vị có mặt", "số bản" }, gaps.ToHashSet());
    }

    internal static BallotPaper Secret => Paper(
        Ballot(Of(11, new(80, 100), seats: 1)) with
        {
            Keepers = [new("Trưởng ban kiểm phiếu", "u3"), new("Ủy viên ban kiểm phiếu")],
            Source = new("Quy chế", "3/QC"),
        },
        [.. Enumerable.Repeat(new Vote(["u1"], false), 8), new([], true)],
        new WrittenOpinion("u10", new(["u1"], false), new("Công văn", "310/CV")));

    internal static BallotPaper Open
    {
        get
        {
            var terms = Of(4, new(1, 4), seats: 1, tie: TieRule.ChairDecides) with { IsSecret = false };
            Vote[] votes = [new(["u1"], false), new(["u2"], false), new([], false), new([], true)];
            var paper = Paper(Ballot(terms), votes);
            var result = TieRules.Settle(Count(terms, votes), new(["u2"], "Chủ trì chọn.", new(2026, 12, 21)));
            return paper with { Result = result, Record = paper.Record with { Votes = terms.Voters.Zip(votes).ToDictionary(one => one.First, one => one.Second) } };
        }
    }

    internal static BallotPaper OnPaper => Paper(
        Ballot(Of(4, new(1, 4), seats: 1, tie: TieRule.AnotherBallot)) with { Paper = new(4, 3, 1, 2, 1, 1, new(2026, 12, 20)) },
        [new(["u1"], false), new(["u2"], false), new([], true)]);

    private static BallotTerms Of(int voters, Share threshold, int seats, TieRule tie = TieRule.Fails)
    {
        var terms = Terms(voters, 2, threshold, VoteBase.AllVoters, seats, tie);
        return terms with { Choices = ["u1", "u2"] };
    }

    private static Ballot Ballot(BallotTerms terms) =>
        new("suy-ton", "Suy tôn đơn vị đề nghị tặng Cờ thi đua năm 2026", terms, null, null, [], new(2026, 12, 20), null, null, null) { State = BallotState.Closed, Closed = new(2026, 12, 20) };

    private static BallotPaper Paper(Ballot ballot, IReadOnlyList<Vote> box, params WrittenOpinion[] written)
    {
        var result = Count(ballot.Terms, box, [.. written.Select(one => one.Vote)]);
        return new(
            "Khối Kinh tế",
            new(ballot with { Result = result }, new Dictionary<string, NamedVoter>(), written.ToDictionary(one => one.Unit), new Dictionary<string, Vote>(), null),
            result,
            new UnitNames(ballot.Terms.Voters.ToDictionary(unit => unit, unit => new Unit(unit, $"Sở số {unit[1..]}", UnitKind.Department, [], false, [], false, 0))));
    }

    private static IReadOnlyList<string> Lines(BallotPaper paper) => SoundPapers.Lines(PaperWriter.Write(paper.Count()).Content);
}

/// <summary>Printed by the tests of papers.</summary>
internal sealed class BallotPaperSamples : ISamplePapers
{
    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["ballot-count"] = BallotPaperTests.Secret.Count(),
        ["ballot-count-open"] = BallotPaperTests.Open.Count(),
        ["ballot-count-on-paper"] = BallotPaperTests.OnPaper.Count(),
    };
}
