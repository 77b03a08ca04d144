using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

// What rooms of this floor ask of each other. Delegates, because they do not know each other: the room that has the answer registers it.

/// <summary>What the bloc's regulation of the year settles, version by version as they were adopted; empty where none was.</summary>
internal delegate Task<RegulationHistory> AdoptedRegulation(YearOfBloc id, CancellationToken cancellationToken);

/// <param name="Day">Its day; null where only words are known.</param>
/// <param name="HadQuorum">Whether enough members were there; null where that was not put down, or no regulation says how many are.</param>
/// <param name="IsQuorumAsked">Whether the bloc's adopted regulation asks for a quorum.</param>
internal sealed record HeldMeeting(DateOnly? Day, bool? HadQuorum, bool IsQuorumAsked)
{
    /// <exception cref="Refusal">409: it is yet to come, was short of its quorum, or nobody recorded who was there although a quorum is asked for.</exception>
    public void DemandToAdopt(string meeting, DateOnly today)
    {
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

/// <summary>Which attachments of a bloc's year its pact rests on, as it stands: they are not taken away.</summary>
internal delegate Task<IReadOnlySet<string>> AttachmentsInUse(YearOfBloc id, CancellationToken cancellationToken);

/// <summary>A picture among the attachments of a bloc's year, PNG or JPEG, for a paper that shows it; null where there is none of that id.</summary>
internal delegate Task<byte[]?> PictureOf(YearOfBloc id, string attachment, CancellationToken cancellationToken);
