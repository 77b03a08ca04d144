using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What a bloc's meetings ask of its units: to carry out what they concluded.</summary>
internal static class MeetingDuties
{
    private static readonly Words CarryOut = new("thực hiện kết luận cuộc họp của khối", "carry out what a meeting of the bloc concluded");

    /// <summary>Of what nobody owns the bloc's leaders are reminded.</summary>
    public static IReadOnlyList<YearDuty> Of(IEnumerable<OpenConclusion> open) =>
    [
        .. from one in open
           where one.Due is not null
           from owner in one.Owners.Count == 0 ? [null] : one.Owners.Select(string? (unit) => unit)
           select new YearDuty(StageKind.BlocMeeting, CarryOut, owner, IsDone: false, one.Due, Asked: null, $"{one.Meeting}/{one.Number}"),
    ];
}
