using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

internal static class MeetingsRegistration
{
    public static void AddMeetings(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeetingTable>();
        builder.Services.AddSingleton<MinutesTable>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<HeldMeetings>();
        builder.Services.AddSingleton<DayOfMeeting>(services => services.GetRequiredService<MeetingTable>().DayOfAsync);
        builder.Services.AddSingleton<RecordedMeetingLookup>(services => services.GetRequiredService<HeldMeetings>().FindRecordedAsync);
        builder.Services.AddSingleton<MeetingLookup>(services => services.GetRequiredService<HeldMeetings>().FindAsync);
        builder.Services.AddSingleton(new PeopleEraser(MeetingTable.Table, MeetingRows.All, MeetingRows.Erase) { Resalt = MeetingRows.Resalt });
        builder.Services.AddSingleton<UseOfAttachment>(services => services.GetRequiredService<MeetingTable>().UseOfAsync);
        builder.Services.AddSingleton<OpenConclusions>(services => services.GetRequiredService<MeetingTable>().OpenConclusionsAsync);
        builder.Services.AddSingleton<MeetingDuties>();
        builder.Services.AddSingleton(services => new YearDuties("5-meetings", services.GetRequiredService<MeetingDuties>().ReadAsync));

        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Meeting, async (id, item, cancellationToken) =>
            await services.GetRequiredService<MeetingTable>().FindAsync(id, item!, cancellationToken) is not null));
        builder.Services.AddSingleton<MeetingPapers>();
        builder.Services.AddSingleton(services => Kind("meeting-invitation", new("Giấy mời họp", "invitation to a meeting"), services, papers => papers.InvitationAsync, "GM"));
        builder.Services.AddSingleton(services => Kind("meeting-minutes", new("Biên bản họp", "minutes of a meeting"), services, papers => papers.MinutesAsync, "BB"));
        builder.Services.AddSingleton(services => Kind("meeting-votes", new("Biên bản biểu quyết", "count of a meeting's open votes"), services, papers => papers.VotesAsync, "BB"));
        builder.Services.AddSingleton(services => Kind("meeting-news", new("Tin về cuộc họp", "news item about a meeting"), services, papers => papers.NewsAsync, null));
    }

    private static PaperKind Kind(string slug, Words name, IServiceProvider services, Func<MeetingPapers, ComposePaper> compose, string? symbol) =>
        new(slug, name, Right.ReadBlocYear, PaperOf.Item, compose(services.GetRequiredService<MeetingPapers>())) { Symbol = symbol };
}
