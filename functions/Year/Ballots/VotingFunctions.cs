using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Voting: who casts the vote of a unit, the vote, and what absent units write.</summary>
internal sealed class VotingFunctions(BallotDesk desk, BallotTable ballots, VotingTable voting, BoxTable boxes)
{
    /// <summary>Names who casts the vote of a unit.</summary>
    /// <remarks>One for each unit and ballot: from then on no other account casts it. The account is the caller's own unless another is named; a substitute only where the rules allow one. Once the unit has voted it does not change. The trail of changes holds a fingerprint in place of a name. Doing it again changes nothing.</remarks>
    [Function(nameof(NameVoter)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<NamedVoterView>> NameVoter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{BallotFunctions.One}/voters/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, string unit, Body<NamedVoterBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, ballot, unit, caller, cancellationToken);
        var faults = new List<Fault>();
        if (body.Value.Account is null && !caller.Units.Contains(unit))
        {
            faults.Add("$.account", "Cần ghi tài khoản bỏ phiếu của đơn vị.", "The account that casts the unit's vote is needed.");
        }

        if (body.Value.IsSubstitute && found.Ballot.Terms.Absentees != AbsenteeVotes.Substitute)
        {
            faults.Add("$.isSubstitute", "Quy định của cuộc bỏ phiếu này không cho bỏ phiếu thay.", "The rules of this ballot let nobody vote in another's place.");
        }

        BallotFunctions.Refuse(faults);
        var voter = new NamedVoter(
            unit, body.Value.Account?.ToString("D") ?? caller.Object, NamedPerson.Said(body.Value.Name, body.Value.Post, before: null), body.Value.IsSubstitute);
        var named = await voting.NameAsync(id, ballot, voter, ifMatch, caller.For(unit), cancellationToken);
        return EntityTag.Ok(NamedVoterView.Of(named), named.Version);
    }

    /// <summary>Casts the vote of a unit.</summary>
    /// <remarks>
    /// Once, and never again: it is neither shown nor changed afterwards. Only the account that is named for the unit casts it. The body of a secret vote has always castBytes bytes, which padding fills up, so that its size says nothing. Whether an answer was lost is seen in the ballot (own): nothing is
    /// kept of a request, and a second attempt is told that the vote is recorded.
    /// </remarks>
    [Function(nameof(CastBallot)), Needs(Right.CastVote), Answers(403, 404, 409)]
    public async Task<Ok<CastView>> CastBallot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BallotFunctions.One}/votes/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, string unit, Body<CastBody> body, Caller caller, CancellationToken cancellationToken)
    {
        BallotFunctions.NotKept(request);
        var found = await FindAsync(id, ballot, unit, caller, cancellationToken);
        var terms = found.Ballot.Terms;
        if (terms.IsSecret && request.ContentLength != CastBody.Bytes)
        {
            throw Refusal.BadInput("$.padding", new(
                $"Nội dung phiếu kín phải dài đúng {CastBody.Bytes} byte; phần thiếu được bù bằng padding.", $"The body of a secret vote has exactly {CastBody.Bytes} bytes; padding fills it up."));
        }

        BallotFunctions.Refuse(VoteRules.Check(terms, unit, body.Value.ToVote()));
        DemandVoter(found, unit, caller);
        if (found.Ballot.Until < desk.Today)
        {
            throw BallotRefusals.NotOpen(BallotState.Closed);
        }

        if (terms.IsSecret)
        {
            await boxes.CastAsync(id, found.Ballot, terms.IndexOf(unit), body.Value.ToVote(), cancellationToken);
        }
        else
        {
            await voting.CastAsync(id, ballot, unit, body.Value.ToVote(), caller.For(unit), cancellationToken);
        }

        return TypedResults.Ok(new CastView(IsRecorded: true));
    }

    /// <summary>Records what an absent unit wrote.</summary>
    /// <remarks>Only where the rules ask absent units in writing. It is known to be theirs: counted, and shown apart from the box. Who has voted writes none, and who has written one does not vote. After the last day only what is dated by it is taken (409 ballot-closed). Doing it again changes nothing.</remarks>
    [Function(nameof(RecordWrittenOpinion)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<WrittenOpinionView>> RecordWrittenOpinion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{BallotFunctions.One}/opinions/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string ballot, string unit, Body<WrittenOpinionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, ballot, unit, caller, cancellationToken);
        if (found.Ballot.Terms.Absentees != AbsenteeVotes.InWriting)
        {
            throw Refusal.Rule("no-written-opinions", new("Quy định của cuộc bỏ phiếu này không lấy ý kiến bằng văn bản.", "The rules of this ballot ask nobody in writing."));
        }

        var opinion = body.Value.ToOpinion(unit);
        var faults = new List<Fault>(VoteRules.CheckWritten(found.Ballot.Terms, unit, opinion.Vote, "$"));
        body.Value.Paper.Check("$.paper", faults);
        BallotFunctions.Refuse(faults);
        var terms = await desk.FindAsync(id, cancellationToken);
        var written = await voting.WriteAsync(id, ballot, opinion, desk.Today, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(WrittenOpinionView.Of(written, terms, isCounted: true, runs: true), written.Version);
    }

    /// <summary>The ballot, which is open and in which the unit votes.</summary>
    private async Task<BallotRecord> FindAsync(YearOfBloc id, string ballot, string unit, Caller caller, CancellationToken cancellationToken)
    {
        (await desk.FindAsync(id, cancellationToken)).DemandWritable(caller.IsAdmin);
        var found = await ballots.FindAsync(id, ballot, cancellationToken) ?? throw BallotRefusals.NoSuchBallot();
        VotingTable.DemandVoter(found, unit);
        return found;
    }

    private static void DemandVoter(BallotRecord record, string unit, Caller caller)
    {
        if (!record.Missing.Contains(unit))
        {
            throw BallotRefusals.AlreadyVoted();
        }

        if (!record.Voters.TryGetValue(unit, out var named))
        {
            throw Refusal.Rule("no-voter-named", new("Đơn vị chưa cử người bỏ phiếu trong lần này.", "The unit has not named who casts its vote in this ballot."));
        }

        if (!string.Equals(named.Account, caller.Object, StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal(StatusCodes.Status403Forbidden, "not-the-voter", new(
                "Đơn vị đã cử người khác bỏ phiếu; chỉ tài khoản được cử mới bỏ phiếu được.", "The unit has named somebody else; only that account casts its vote."));
        }
    }
}
