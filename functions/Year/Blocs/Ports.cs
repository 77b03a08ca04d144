namespace EmulationFunctions.Year.Blocs;

// What rooms of this floor ask of each other. Delegates, because they do not know each other: the room that has the answer registers it.

/// <summary>What the bloc's regulation of the year settles, by the version that was adopted last; null where none was.</summary>
internal delegate Task<RegulationSettings?> AdoptedRegulation(YearOfBloc id, CancellationToken cancellationToken);

/// <param name="Day">Its day; null where only words are known.</param>
/// <param name="HadQuorum">Whether enough members were there; null where that was not put down, or no regulation says how many are.</param>
internal sealed record HeldMeeting(DateOnly? Day, bool? HadQuorum);

/// <summary>A meeting of the bloc's year; null where there is none of that id.</summary>
internal delegate Task<HeldMeeting?> MeetingLookup(YearOfBloc id, string meeting, CancellationToken cancellationToken);
