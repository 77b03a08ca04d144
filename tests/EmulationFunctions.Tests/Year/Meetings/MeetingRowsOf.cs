using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>Meetings that other rooms only ask after.</summary>
internal static class MeetingRowsOf
{
    /// <summary>A meeting of which no more is known than its day.</summary>
    public static Task HasMeetingAsync(this EmulationApp app, YearOfBloc id, string meeting, DateOnly? day = null) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(id.AddressIn(MeetingTable.Table), MeetingRows.Of(meeting), Actor.System, (_, change) =>
        {
            change.Put(MeetingRows.Row(new Meeting(
                meeting, new([MeetingKind.YearEnd], "Hội nghị", new(day), null, null, null, null, MeetingYears.None, [], [], [], null, []), "00")));
            change.Audit = new("PutMeeting", $"{id} {meeting}");
            return Task.FromResult(0);
        }, TestContext.Current.CancellationToken);
}
