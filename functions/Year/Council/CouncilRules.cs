using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Council;

/// <summary>What may be written down of a session, its votes and outcomes.</summary>
internal static class CouncilRules
{
    /// <summary>Faults of a session; its form has been checked.</summary>
    /// <param name="content">What was sent.</param>
    /// <param name="rules">The award rules of the session.</param>
    /// <param name="isUnit">Whether there is such a unit.</param>
    /// <param name="isBloc">Whether that bloc takes part in the year.</param>
    /// <param name="isMember">Whether the unit belongs to the bloc that proposes it, at some time of the year.</param>
    public static List<Fault> Check(SessionContent content, AwardRules rules, Func<string, bool> isUnit, Func<string, bool> isBloc, Func<Proposal, bool> isMember)
    {
        var faults = new List<Fault>();
        CheckText(content.Council, "$.council", faults);
        CheckText(content.Title, "$.title", faults);
        if (!HourText.IsOrdered(content.From, content.To))
        {
            faults.Add("$.to", "Giờ kết thúc phải sau giờ bắt đầu.", "It ends after it has begun.");
        }

        if (content.Quorum is null != content.QuorumSource is null)
        {
            faults.Add("$.quorumSource", "Số thành viên dự họp tối thiểu và căn cứ của nó đi cùng nhau.", "A quorum and where it is said go together.");
        }
        else if (content.Quorum is { } quorum && quorum.Part > quorum.Of)
        {
            faults.Add("$.quorum.part", "Tỷ lệ không thể quá toàn bộ.", "A part is no more than the whole.");
        }

        CheckPeople(content, faults);
        for (var index = 0; index < content.Proposals.Count; index++)
        {
            var (one, path) = (content.Proposals[index], $"$.proposals[{index}]");
            var earlier = content.Proposals.Take(index).ToList();
            if (earlier.Exists(other => other.Number == one.Number))
            {
                faults.Add($"{path}.number", $"Số {one.Number} bị lặp lại.", $"The number {one.Number} is there twice.");
            }

            if (earlier.Exists(other => (other.Award, other.Unit) == (one.Award, one.Unit)))
            {
                faults.Add($"{path}.unit", "Đề nghị này bị lặp lại.", "The proposal is there twice.");
            }

            CheckAward(one.Award, rules, $"{path}.award", faults);
            if (!isBloc(one.Bloc))
            {
                faults.Add($"{path}.bloc", $"Khối '{one.Bloc}' không tham gia năm thi đua.", $"The bloc '{one.Bloc}' takes no part in the year.");
            }

            if (!isUnit(one.Unit))
            {
                faults.Add($"{path}.unit", $"Không có đơn vị '{one.Unit}'.", $"There is no unit '{one.Unit}'.");
            }
            else if (isBloc(one.Bloc) && !isMember(one))
            {
                faults.Add($"{path}.unit", $"Đơn vị '{one.Unit}' không thuộc khối '{one.Bloc}' trong năm.", $"The unit '{one.Unit}' does not belong to the bloc '{one.Bloc}' in the year.");
            }
        }

        return faults;
    }

    /// <summary>Faults of a round of voting; its form has been checked.</summary>
    public static List<Fault> Check(CouncilVoteContent vote, CouncilSession session, AwardRules rules)
    {
        var faults = new List<Fault>();
        CheckBallots(vote, session.Content.Present, faults);
        for (var index = 0; index < vote.Results.Count; index++)
        {
            var (one, path) = (vote.Results[index], $"$.results[{index}]");
            if (vote.Results.Take(index).Any(earlier => earlier.Proposal == one.Proposal))
            {
                faults.Add($"{path}.proposal", $"Đề nghị số {one.Proposal} bị lặp lại.", $"The proposal {one.Proposal} is there twice.");
            }

            if (session.Find(one.Proposal) is not { } proposal)
            {
                faults.Add($"{path}.proposal", $"Phiên họp không có đề nghị số {one.Proposal}.", $"The session has no proposal {one.Proposal}.");
                continue;
            }

            var rule = rules.Find(proposal.Award)?.VoteOf(VotingBody.Council);
            CheckRoom(one, vote, session.Content.VotingOn(rule), path, faults);
            CheckWritten(one, session.Content, rule, path, faults);
        }

        return faults;
    }

    /// <summary>Faults of outcomes; their form has been checked.</summary>
    /// <param name="outcomes">What was sent.</param>
    /// <param name="record">The session with its votes.</param>
    /// <param name="rules">The award rules of the session.</param>
    public static List<Fault> Check(IReadOnlyList<ProposalOutcome> outcomes, SessionRecord record, AwardRules rules)
    {
        var faults = new List<Fault>();
        for (var index = 0; index < outcomes.Count; index++)
        {
            var (one, path) = (outcomes[index], $"$.outcomes[{index}]");
            if (outcomes.Take(index).Any(earlier => earlier.Proposal == one.Proposal))
            {
                faults.Add($"{path}.proposal", $"Đề nghị số {one.Proposal} bị lặp lại.", $"The proposal {one.Proposal} is there twice.");
            }

            if (record.Session.Find(one.Proposal) is null)
            {
                faults.Add($"{path}.proposal", $"Phiên họp không có đề nghị số {one.Proposal}.", $"The session has no proposal {one.Proposal}.");
                continue;
            }

            if (one.Outcome != OutcomeKind.Passed && string.IsNullOrWhiteSpace(one.Reason))
            {
                faults.Add($"{path}.reason", "Không thông qua thì cần ghi lý do.", "What did not pass has a reason.");
            }

            if (one.Outcome == OutcomeKind.Passed && record.CountOf(one.Proposal, rules) is { IsCarried: false } count)
            {
                faults.Add(
                    $"{path}.outcome",
                    $"Số phiếu đồng ý {count.Told(count.All ?? 0)} chưa đạt tỷ lệ quy định ({Told(count.Vote!)}).",
                    $"The votes for it, {count.Told(count.All ?? 0)}, are fewer than the rules ask for ({Told(count.Vote!)}).");
            }
        }

        return faults;
    }

    /// <summary>"từ 80/100": with its article.</summary>
    public static string Told(AwardVote vote) => string.Create(
        CultureInfo.InvariantCulture, $"{(vote.Threshold.Above ? ">" : "≥")} {vote.Threshold.Part}/{vote.Threshold.Of}{(vote.Source.Article is { } article ? $"; {article}" : "")}");

    private static void CheckAward(string code, AwardRules rules, string path, List<Fault> faults)
    {
        if (rules.Find(code) is not { } award)
        {
            faults.Add(path, $"Quy định phiên bản {rules.Version} không có danh hiệu '{code}'.", $"Version {rules.Version} of the rules has no award '{code}'.");
        }
        else if (award.Subject is AwardSubject.Person or AwardSubject.Household)
        {
            faults.Add(path, $"“{award.Title}” dành cho cá nhân hoặc hộ gia đình, không đề nghị cho đơn vị.", $"'{code}' is not for units.");
        }
    }

    private static void CheckPeople(SessionContent content, List<Fault> faults)
    {
        for (var index = 0; index < content.Members.Count; index++)
        {
            CheckText(content.Members[index].Post, $"$.members[{index}].post", faults);
            if (content.Members.Take(index).Any(earlier => earlier.Id == content.Members[index].Id))
            {
                faults.Add($"$.members[{index}].id", $"Mã '{content.Members[index].Id}' bị lặp lại.", $"The id '{content.Members[index].Id}' is there twice.");
            }
        }

        if (content.Members.Count(member => member.Office == CouncilOffice.Chair) > 1)
        {
            faults.Add("$.members", "Hội đồng chỉ có một Chủ tịch.", "The council has one chair.");
        }

        for (var index = 0; index < content.Guests.Count; index++)
        {
            CheckText(content.Guests[index].Post, $"$.guests[{index}].post", faults);
            if (content.Members.Any(member => member.Id == content.Guests[index].Id) || content.Guests.Take(index).Any(earlier => earlier.Id == content.Guests[index].Id))
            {
                faults.Add($"$.guests[{index}].id", $"Mã '{content.Guests[index].Id}' bị lặp lại.", $"The id '{content.Guests[index].Id}' is there twice.");
            }
        }
    }

    private static void CheckBallots(CouncilVoteContent vote, int present, List<Fault> faults)
    {
        if (vote.Way == VoteWay.Show)
        {
            if (vote.Ballots is not null)
            {
                faults.Add("$.ballots", "Biểu quyết giơ tay không có phiếu.", "A show of hands has no papers.");
            }

            return;
        }

        if (vote.Ballots is not { } papers)
        {
            faults.Add("$.ballots", "Cần ghi số phiếu phát ra, thu về.", "How many papers were given out and came back is needed.");
            return;
        }

        if (papers.Issued > present)
        {
            faults.Add("$.ballots.issued", $"Số phiếu phát ra nhiều hơn {present} thành viên dự họp; khách mời không bỏ phiếu.", $"More papers were given out than the {Words.Count(present, "member")} there; guests do not vote.");
        }

        if (papers.Issued != papers.Returned + papers.NotReturned)
        {
            faults.Add("$.ballots.returned", "Số phiếu phát ra phải bằng số thu về cộng số không thu về.", "Papers given out are those that came back and those that did not.");
        }

        if (papers.Returned != papers.Valid + papers.Invalid)
        {
            faults.Add("$.ballots.valid", "Số phiếu thu về phải bằng số hợp lệ cộng số không hợp lệ.", "Papers that came back are valid or invalid.");
        }
    }

    /// <param name="voting">How many members there may vote on the award.</param>
    private static void CheckRoom(ProposalVote one, CouncilVoteContent vote, int voting, string path, List<Fault> faults)
    {
        if (vote is { Way: VoteWay.Ballot, Ballots: { } papers } && one.InRoom != papers.Valid)
        {
            faults.Add($"{path}.for", $"Tổng {one.InRoom} phiếu khác {papers.Valid} phiếu hợp lệ.", $"The {Words.Count(one.InRoom, "vote")} are not the {papers.Valid} valid ones.");
        }
        else if (one.InRoom > voting)
        {
            faults.Add(
                $"{path}.for",
                $"Tổng {one.InRoom} phiếu nhiều hơn {voting} thành viên dự họp được biểu quyết; khách mời không biểu quyết, người dự thay chỉ biểu quyết khi quy định cho phép.",
                $"The {Words.Count(one.InRoom, "vote")} are more than the {Words.Count(voting, "member")} there who may vote; guests do not, and substitutes only where the rules let them.");
        }
    }

    private static void CheckWritten(ProposalVote one, SessionContent content, AwardVote? rule, string path, List<Fault> faults)
    {
        if (one.Written.Count > 0 && rule?.Absentees != AbsenteeVotes.InWriting)
        {
            faults.Add($"{path}.written", "Quy định của danh hiệu này không nói đến lấy ý kiến người vắng bằng văn bản.", "The rules of this award ask no absentees in writing.");
        }

        for (var index = 0; index < one.Written.Count; index++)
        {
            var (written, at) = (one.Written[index], $"{path}.written[{index}].member");
            var member = content.Members.FirstOrDefault(known => known.Id == written.Member);
            if (content.Guests.Any(guest => guest.Id == written.Member))
            {
                faults.Add(at, "Khách mời không bỏ phiếu.", "Guests do not vote.");
            }
            else if (member is null)
            {
                faults.Add(at, $"Hội đồng không có thành viên '{written.Member}'.", $"The council has no member '{written.Member}'.");
            }
            else if (member.IsThere)
            {
                faults.Add(at, "Thành viên này dự họp nên không gửi ý kiến bằng văn bản.", "The member was there and gives no opinion in writing.");
            }

            if (one.Written.Take(index).Any(earlier => earlier.Member == written.Member))
            {
                faults.Add(at, "Thành viên này đã có ý kiến.", "The member's opinion is there twice.");
            }
        }
    }

    private static void CheckText(string text, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "The text is needed.");
        }
    }
}
