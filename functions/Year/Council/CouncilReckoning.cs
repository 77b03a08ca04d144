using System.Globalization;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Council;

[JsonConverter(typeof(CamelCaseEnum<CouncilQuorumState>))]
internal enum CouncilQuorumState
{
    /// <summary>Nobody has written down of each member whether it was there.</summary>
    NotKnown,

    Reached,
    Missed,
}

/// <summary>Whether enough members are there. Exact: of 9 members 2/3 are 6, of 11 members 80 % are 9.</summary>
/// <param name="Share">How many must be.</param>
/// <param name="Source">Where that is said; null for what the session itself says without a source.</param>
internal sealed record CouncilQuorum(CouncilQuorumState State, int Present, int Members, int Needed, Share Share, string? Source)
{
    /// <summary>Where neither session nor rules say it: as in Bắc Ninh, the courts and the Ministry of Science; a configurable default.</summary>
    public static Share Default { get; } = new(2, 3);

    public static CouncilQuorum Of(SessionContent content, AwardRules rules)
    {
        var (share, source) = ShareOf(content, rules);
        var (present, members) = (content.Present, content.Members.Count);
        return new(
            !content.IsAttendanceKnown ? CouncilQuorumState.NotKnown : share.IsReachedBy(present, members) ? CouncilQuorumState.Reached : CouncilQuorumState.Missed,
            present,
            members,
            Enumerable.Range(1, Math.Max(1, members)).FirstOrDefault(count => share.IsReachedBy(count, members), members + 1),
            share,
            source);
    }

    /// <exception cref="Refusal">409: it is missed, or not known.</exception>
    public void DemandToVote()
    {
        if (State == CouncilQuorumState.NotKnown)
        {
            throw Refusal.Rule("attendance-not-recorded", new("Hãy ghi từng thành viên Hội đồng có dự họp hay không trước.", "Record first of each member of the council whether it was there."));
        }

        if (State == CouncilQuorumState.Missed)
        {
            throw Refusal.Rule("no-quorum", new(
                string.Create(CultureInfo.InvariantCulture, $"Không đủ số thành viên dự họp: {Present}/{Members}, cần ít nhất {Needed}. Hội đồng không bỏ phiếu được."),
                string.Create(CultureInfo.InvariantCulture, $"No quorum: {Present} of {Members} members, at least {Needed} needed. The council cannot vote.")));
        }
    }

    /// <summary>What the session says; else the most that the rules of an award proposed ask for.</summary>
    private static (Share Share, string? Source) ShareOf(SessionContent content, AwardRules rules)
    {
        if (content.Quorum is { } own)
        {
            return (own, content.QuorumSource);
        }

        var asked = content.Proposals.Select(one => one.Award).Distinct(StringComparer.Ordinal)
            .Select(award => rules.Find(award)?.VoteOf(VotingBody.Council)).OfType<AwardVote>().Where(vote => vote.Quorum is not null)
            .OrderByDescending(vote => new Fraction(vote.Quorum!.Part, vote.Quorum.Of)).FirstOrDefault();
        return asked is null ? (Default, null) : (asked.Quorum!, asked.Source.Article ?? asked.Source.Note);
    }
}

/// <summary>What the counts of a proposal come to by the rules of its award.</summary>
/// <param name="For">Votes for it, with those in writing.</param>
/// <param name="All">Of how many by the base; null where no rule says it.</param>
/// <param name="IsCarried">Whether they reach the threshold; null where no rule says it.</param>
/// <param name="Vote">The rule.</param>
internal sealed record ProposalCount(int For, int? All, bool? IsCarried, AwardVote? Vote)
{
    /// <param name="vote">The counts.</param>
    /// <param name="content">The session.</param>
    /// <param name="rule">How the council votes on the award; null where no rule says it.</param>
    public static ProposalCount Of(ProposalVote vote, SessionContent content, AwardVote? rule)
    {
        var given = vote.For + vote.WrittenAs(WrittenView.For);
        if (rule is null)
        {
            return new(given, null, null, null);
        }

        var all = rule.Base switch
        {
            VoteBase.AllVoters => content.Members.Count,
            VoteBase.Present => content.VotingOn(rule) + vote.Written.Count,
            _ => vote.InRoom + vote.Written.Count,
        };
        return new(given, all, rule.Threshold.IsReachedBy(given, all), rule);
    }

    /// <summary>"9/11 (81,81 %)": cut, so that what is less never looks like as much.</summary>
    public string Told(int of)
    {
        var percent = of == 0 ? 0 : decimal.Truncate(Fraction.PercentOf(For, of).ToDecimal() * 100) / 100;
        return string.Create(CultureInfo.InvariantCulture, $"{For}/{of} ({percent:0.##} %)").Replace('.', ',');
    }
}
