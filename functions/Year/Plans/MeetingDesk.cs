using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>Asks what is known of the meeting at which something is said to have been adopted.</summary>
internal sealed class MeetingDesk(MeetingLookup find)
{
    /// <exception cref="Refusal">409: the meeting was short of its quorum.</exception>
    public async Task CheckAsync(YearOfBloc id, Adoption? adoption, string path, List<Fault> faults, CancellationToken cancellationToken)
    {
        if (adoption?.Meeting is not { } meeting)
        {
            return;
        }

        var held = await find(id with { Year = adoption.MeetingYear ?? id.Year }, meeting, cancellationToken);
        if (held is null)
        {
            faults.Add($"{path}.meeting", $"Khối không có cuộc họp '{meeting}' trong năm {adoption.MeetingYear ?? id.Year}.", $"The bloc has no meeting '{meeting}' in {adoption.MeetingYear ?? id.Year}.");
        }
        else if (held.HadQuorum == false)
        {
            throw Refusal.Rule("no-quorum", new(
                $"Cuộc họp '{meeting}' không đủ số đơn vị tham dự theo quy chế nên không thể thông qua.", $"The meeting '{meeting}' was short of its quorum, so it adopted nothing."));
        }
    }
}
