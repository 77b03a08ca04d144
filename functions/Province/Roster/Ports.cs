using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

// What this room asks of rooms above it. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>A sheet that a unit has begun, and on which no standings rest.</summary>
/// <param name="State">How far it is, in words.</param>
internal sealed record HalfSheet(int Year, string Period, string Bloc, string Unit, Words State);

/// <summary>The half-finished sheets of a unit in these blocs, of the periods that the unit does not finish when it is gone from that day on.</summary>
internal delegate Task<IReadOnlyList<HalfSheet>> HalfSheetsOf(string unit, IReadOnlyList<string> blocs, DateOnly day, CancellationToken cancellationToken);

/// <summary>Why a sheet could not go on as the sheet of another unit or in another bloc, before anything is changed; null when it could.</summary>
/// <param name="fate">A sheet that is to be carried.</param>
/// <param name="bloc">The bloc in which it would go on.</param>
/// <param name="day">The first day on which the succession holds.</param>
internal delegate Task<Words?> WhyNotCarried(SheetFate fate, string bloc, DateOnly day, CancellationToken cancellationToken);

/// <summary>Whether what a succession decided of a sheet has been done.</summary>
/// <param name="succession">The succession by which it was decided.</param>
/// <param name="bloc">The bloc in which a sheet that is carried goes on.</param>
internal delegate Task<bool> SheetIsSettled(string succession, SheetFate fate, string? bloc, CancellationToken cancellationToken);

/// <summary>Does what was decided of a sheet. Doing it again changes nothing, also after it died half-way.</summary>
/// <param name="succession">The succession by which it was decided.</param>
/// <param name="bloc">The bloc in which a sheet that is carried goes on.</param>
/// <returns>Why it could not be done; null when it is done.</returns>
internal delegate Task<Words?> SettleSheet(Succession succession, SheetFate fate, string? bloc, CancellationToken cancellationToken);

/// <summary>A meeting of a bloc, as far as the record of a handover needs it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Day">Its day; null where it is not known.</param>
/// <param name="Place">The room; null where that was not recorded.</param>
internal sealed record RecordedMeeting(string Title, DateOnly? Day, string? Place);

/// <summary>A meeting of that year or of the year after, of which one hands over; null where there is none of that id, or it was called off.</summary>
internal delegate Task<RecordedMeeting?> RecordedMeetingLookup(string bloc, int year, string meeting, CancellationToken cancellationToken);
