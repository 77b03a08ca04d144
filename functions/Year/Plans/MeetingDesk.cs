using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>Asks what is known of the meeting at which something is said to have been adopted.</summary>
internal sealed class MeetingDesk(YearDesk desk, MeetingLookup find)
{
    /// <param name="id">The bloc's year.</param>
    /// <param name="adoption">What is said.</param>
    /// <param name="known">What was said before: that stands, whatever the regulation asks for since.</param>
    /// <param name="matter">What is said to have been adopted.</param>
    /// <param name="reference">Its version; null where the kind says all.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="faults">What is wrong.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">409: the meeting is yet to come, was short of its quorum, did not carry it, or that is not recorded.</exception>
    public async Task CheckAsync(
        YearOfBloc id, Adoption? adoption, Adoption? known, DecisionMatter matter, string? reference, string path, List<Fault> faults, CancellationToken cancellationToken)
    {
        if (adoption?.Meeting is not { } meeting || adoption == known)
        {
            return;
        }

        var held = await find(id with { Year = adoption.MeetingYear ?? id.Year }, meeting, cancellationToken);
        if (held is null)
        {
            faults.Add($"{path}.meeting", $"Khối không có cuộc họp '{meeting}' trong năm {adoption.MeetingYear ?? id.Year}.", $"The bloc has no meeting '{meeting}' in {adoption.MeetingYear ?? id.Year}.");
        }
        else
        {
            held.DemandToAdopt(meeting, matter, reference, desk.Today);
        }
    }
}
