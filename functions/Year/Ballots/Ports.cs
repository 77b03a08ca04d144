using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

// What the ballots ask of the rooms beside them. Delegates: the room that has the answer registers it.

/// <summary>What the rules of an award say of a ballot about it. Null where they are silent: then the bloc's regulation says it, or who opens the ballot.</summary>
/// <param name="Nominees">The units that are nominated, in the order of the ballot paper.</param>
/// <param name="Seats">How many pass at most.</param>
/// <param name="Threshold">Which part has to be for a nominee.</param>
/// <param name="Base">Of what.</param>
/// <param name="Absentees">How those vote who are not there.</param>
/// <param name="Rounds">How many ballots are held at most.</param>
/// <param name="Tie">What follows where not all who have the same number can pass.</param>
/// <param name="Version">The version of the rules.</param>
/// <param name="Quorum">How many of the voters must take part.</param>
/// <param name="UsualTie">What follows on equal numbers where neither <paramref name="Tie"/> nor the regulation nor whoever opens the ballot says it.</param>
/// <param name="Decider">Who decides where the last ballot leaves places.</param>
/// <param name="AreSeatsOpen">Whether a quota is a part of what nobody knows yet, so that whoever opens the ballot says how many pass, within <paramref name="Seats"/>.</param>
internal sealed record AwardBallot(
    IReadOnlyList<string> Nominees,
    int? Seats,
    Share? Threshold,
    VoteBase? Base,
    AbsenteeVotes? Absentees,
    int? Rounds,
    TieRule? Tie,
    string Version,
    Share? Quorum = null,
    TieRule? UsualTie = null,
    AwardDecider? Decider = null,
    bool AreSeatsOpen = false);

/// <summary>The same for a ballot of that day; null where the bloc does not vote on an award of that code.</summary>
internal delegate Task<AwardBallot?> BallotTermsOf(YearOfBloc id, string award, DateOnly day, CancellationToken cancellationToken);
