using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmulationFunctions.Year.Meetings;

internal static class MeetingsRegistration
{
    public static void AddMeetings(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeetingTable>();
        builder.Services.AddSingleton<MinutesTable>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<HeldMeetings>();
        builder.Services.AddSingleton<MeetingLookup>(services => services.GetRequiredService<HeldMeetings>().FindAsync);
        builder.Services.AddSingleton(new PeopleEraser(MeetingTable.Table, MeetingRows.All, MeetingRows.Erase));
        builder.Services.AddSingleton<OpenConclusions>(services => services.GetRequiredService<MeetingTable>().OpenConclusionsAsync);
        builder.Services.AddSingleton(services => new YearDuties("5-meetings", async (terms, cancellationToken) =>
            MeetingDuties.Of(await services.GetRequiredService<MeetingTable>().OpenConclusionsAsync(terms.Id, cancellationToken))));

        // Where no room says what the regulation settles, no regulation was adopted.
        builder.Services.TryAddSingleton<AdoptedRegulation>((_, _) => Task.FromResult<RegulationSettings?>(null));
    }
}
