using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

// What rooms of this floor ask of each other. Delegates, because they do not know each other: the room that has the answer registers it.

/// <summary>What the bloc's regulation settles on which days of the year, as versions were adopted in it or before it; empty where none was.</summary>
internal delegate Task<RegulationHistory> AdoptedRegulation(YearOfBloc id, CancellationToken cancellationToken);

/// <param name="Day">Its day; null where only words are known.</param>
/// <param name="HadQuorum">Whether enough members were there; null where that was not put down, or no regulation says how many are.</param>
/// <param name="IsQuorumAsked">Whether the bloc's adopted regulation asks for a quorum.</param>
internal sealed record HeldMeeting(DateOnly? Day, bool? HadQuorum, bool IsQuorumAsked)
{
    /// <summary>What its minutes say was carried or not; what they do not say is not in it.</summary>
    public IReadOnlyList<HeldDecision> Decisions { get; init; } = [];

    /// <param name="meeting">Its id.</param>
    /// <param name="matter">What is said to have been adopted there.</param>
    /// <param name="reference">Its id or version; null where the kind says all.</param>
    /// <param name="today">In Vietnam.</param>
    /// <exception cref="Refusal">
    /// 409: it is yet to come, was short of its quorum, did not carry the matter by its minutes, or nobody recorded who was there although a quorum is asked for.
    /// </exception>
    public void DemandToAdopt(string meeting, DecisionMatter matter, string? reference, DateOnly today)
    {
        // A decision that names nothing is about whatever of its kind the meeting dealt with.
        var about = Decisions.Where(one => one.About == matter && (one.Reference is null || reference is null || one.Reference == reference)).ToList();
        if (about.Count > 0 && about.TrueForAll(one => !one.IsCarried))
        {
            throw Refusal.Rule("decision-not-carried", new(
                $"Theo biên bản, cuộc họp '{meeting}' không thông qua nội dung này.", $"By its minutes the meeting '{meeting}' did not carry this."));
        }

        if (Day > today)
        {
            throw Refusal.Rule("meeting-not-held", new(
                $"Chưa đến ngày cuộc họp '{meeting}' nên chưa thể thông qua.", $"The day of the meeting '{meeting}' has not come, so it adopted nothing."));
        }

        if (HadQuorum == false)
        {
            throw Refusal.Rule("no-quorum", new(
                $"Cuộc họp '{meeting}' không đủ số đơn vị tham dự theo quy chế nên không thể thông qua.", $"The meeting '{meeting}' was short of its quorum, so it adopted nothing."));
        }

        if (IsQuorumAsked && HadQuorum is null)
        {
            throw Refusal.Rule("attendance-not-recorded", new(
                $"Quy chế quy định số thành viên dự họp tối thiểu; hãy ghi thành phần dự cuộc họp '{meeting}' trước.",
                $"The regulation asks for a quorum; record first who was at the meeting '{meeting}'."));
        }
    }
}

/// <param name="About">What it was about.</param>
/// <param name="Reference">What of the bloc's year, such as a report's id or a regulation's version; null where nothing is named.</param>
/// <param name="IsCarried">Whether it was carried.</param>
internal sealed record HeldDecision(DecisionMatter About, string? Reference, bool IsCarried);

/// <summary>A meeting of the bloc's year; null where there is none of that id.</summary>
internal delegate Task<HeldMeeting?> MeetingLookup(YearOfBloc id, string meeting, CancellationToken cancellationToken);

/// <summary>The day of a meeting of the bloc's year; null where there is none of that id, or its day is not known.</summary>
internal delegate Task<DateOnly?> DayOfMeeting(YearOfBloc id, string meeting, CancellationToken cancellationToken);

/// <summary>What a meeting of the year concluded and nobody has closed: whoever plans the next year carries it over.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="Number">Its number within the meeting.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owners">Which units have to; empty where nobody was named.</param>
/// <param name="Due">Until which day; null where none was named.</param>
internal sealed record OpenConclusion(string Meeting, int Number, string Text, IReadOnlyList<string> Owners, DateOnly? Due);

/// <summary>The open conclusions of the bloc's meetings of a year, by meeting and number.</summary>
internal delegate Task<IReadOnlyList<OpenConclusion>> OpenConclusions(YearOfBloc id, CancellationToken cancellationToken);

/// <summary>A ballot of the bloc's year that is open: while it is, the rules by which the bloc votes do not change. Null where there is none.</summary>
internal delegate Task<string?> OpenBallotOf(YearOfBloc id, CancellationToken cancellationToken);

/// <summary>What the last ballot about an award in which a unit could be voted for says of it; annulled ones do not count.</summary>
/// <param name="Ballot">The ballot's id.</param>
/// <param name="Counted">The day on which it was counted; null while it is open.</param>
/// <param name="IsPassed">Whether the unit passed; null while nothing is counted, and while it is not settled who passes of those with the same number.</param>
/// <param name="Voters">How many could vote.</param>
/// <param name="Present">How many of them were there; null where nobody recorded it.</param>
/// <param name="Voted">How many votes were in the box; null while nothing is counted.</param>
/// <param name="Counts">The counts of the unit; null while nothing is counted, and where they are not told.</param>
internal sealed record BallotOutcome(string Ballot, DateOnly? Counted, bool? IsPassed, int Voters, int? Present, int? Voted, BallotCounts? Counts);

/// <param name="For">Votes from the box for the unit.</param>
/// <param name="NotFor">Other valid votes from the box.</param>
/// <param name="Invalid">Invalid votes in the box.</param>
/// <param name="WrittenFor">Written opinions of absent units for it.</param>
/// <param name="WrittenNotFor">Other written opinions.</param>
internal sealed record BallotCounts(int For, int NotFor, int Invalid, int WrittenFor, int WrittenNotFor);

/// <summary>The same; null where there was no such ballot.</summary>
internal delegate Task<BallotOutcome?> BallotOutcomeOf(YearOfBloc id, string award, string unit, CancellationToken cancellationToken);

/// <summary>What of a bloc's year rests on one of its attachments, which is then not taken away, in the words of the refusal; null where nothing does. Each room that names files registers one.</summary>
internal delegate Task<Words?> UseOfAttachment(YearOfBloc id, string attachment, CancellationToken cancellationToken);

/// <summary>A picture among the attachments of a bloc's year, PNG or JPEG, for a paper that shows it; null where there is none of that id.</summary>
internal delegate Task<byte[]?> PictureOf(YearOfBloc id, string attachment, CancellationToken cancellationToken);

/// <summary>What an entry of a unit's register says, without names of people, as a sheet cites it; null where the unit has none of that id.</summary>
internal delegate Task<PaperReference?> RegisteredEntry(YearOfBloc id, string unit, CitedEntry entry, CancellationToken cancellationToken);

/// <summary>That somebody said something to a proposal while it was disclosed, and how that was dealt with, for the council's minutes (Decree 152/2025/NĐ-CP, article 44(2)). What was said is not in it: it may name people.</summary>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="Award">For what.</param>
/// <param name="From">The unit that said it; null of a letter.</param>
/// <param name="Sender">Who made it, in a word of a sentence, such as "công dân".</param>
/// <param name="Received">The day on which it came.</param>
/// <param name="Outcome">What became of it, such as "không có căn cứ"; null while it is not answered.</param>
/// <param name="Answer">The answer in the office's words; null while there is none.</param>
internal sealed record ProposalRemark(string Unit, string Award, string? From, string Sender, DateOnly Received, string? Outcome, string? Answer);

/// <summary>All of a year, of what is disclosed and was not taken back.</summary>
internal delegate Task<IReadOnlyList<ProposalRemark>> ProposalRemarks(int year, CancellationToken cancellationToken);
