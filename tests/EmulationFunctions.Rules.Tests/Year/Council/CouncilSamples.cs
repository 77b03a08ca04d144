using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Council;

namespace EmulationFunctions.Rules.Tests.Year.Council;

/// <summary>A session of a council of eleven.</summary>
internal sealed class CouncilSamples : ISamplePapers
{
    public static readonly AwardRules Shipped = AwardTemplate.Stored.Rules.On(new(2026, 12, 20));

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["council-minutes"] = CouncilPaper.Minutes(Sight(Record(69, 48)), []),
        ["council-count"] = CouncilPaper.Count(Sight(Record(69, 48))),
        ["council-minutes-empty"] = CouncilPaper.Minutes(Sight(new(Session(Content(2, 11, null)), [], [], 1, 0)), []),
    };

    public static SessionContent Content(int proposals, int members, int? present, string award = AwardTemplate.ProvinceFlag) => new(
        "Hội đồng Thi đua - Khen thưởng tỉnh",
        "Phiên họp xét khen thưởng năm 2026",
        new(2026, 12, 20),
        present is null ? null : "08:00",
        present is null ? null : "11:15",
        present is null ? null : "Phòng họp số 1",
        null,
        null,
        [.. Enumerable.Range(0, members).Select(index => new CouncilMember(
            $"tv-{index}",
            index == 0 ? "Chủ tịch Ủy ban nhân dân tỉnh" : index == 1 ? "Giám đốc Sở Nội vụ" : $"Thành viên thứ {index}",
            index == 0 ? CouncilOffice.Chair : index == 1 ? CouncilOffice.Secretary : CouncilOffice.Member,
            present is null ? null : index < present ? CouncilAttendance.Present : CouncilAttendance.Absent))],
        [new("khach-1", "Đại diện Ủy ban Mặt trận Tổ quốc tỉnh")],
        [.. Enumerable.Range(1, proposals).Select(number => new Proposal(number, award, "khoi-1", $"so-{number}"))]);

    public static CouncilSession Session(SessionContent content) => new("xet-khen-thuong", content, AwardTemplate.Version);

    public static SessionSight Sight(SessionRecord record) => new(2026, record, Shipped, new UnitNames(new Dictionary<string, Unit>()));

    /// <summary>As in Bến Tre in 2019 about 2018: so many proposed, so many passed.</summary>
    public static SessionRecord Record(int proposed, int passed)
    {
        var content = Content(proposed, 11, 9);
        return new(
            Session(content),
            [new("lan-1", new(VoteWay.Ballot, 1, [.. Enumerable.Range(1, proposed).Select(number => number <= passed ? Votes(number, 9, 0) : Votes(number, 4, 5))], new(9, 9, 0, 9, 0)))],
            [.. Enumerable.Range(1, proposed).Select(number => number <= passed
                ? new ProposalOutcome(number, OutcomeKind.Passed)
                : new ProposalOutcome(number, OutcomeKind.NotPassed, "Chưa đạt số phiếu theo quy định"))],
            1,
            3);
    }

    public static ProposalVote Votes(int proposal, int yes, int no, int other = 0, params MemberOpinion[] written) => new(proposal, yes, no, other) { Written = written };

    public static AwardVote Rule(int part, int of, VoteBase votes = VoteBase.AllVoters, bool above = false, AbsenteeVotes absentees = AbsenteeVotes.InWriting) =>
        new(VotingBody.Council, new(part, of, above), votes, new(SourceReading.ConfigurableDefault, Note: "thử"), Absentees: absentees);
}
