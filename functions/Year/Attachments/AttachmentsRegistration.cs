using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

internal static class AttachmentsRegistration
{
    public static void AddAttachments(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AttachmentTable>();
        builder.Services.AddSingleton<AttachmentBlobs>();
        builder.Services.AddSingleton<AttachmentUpload>();
        builder.Services.AddSingleton<AttachmentSweep>();
        builder.Services.AddSingleton<AttachmentPictures>();
        builder.Services.AddSingleton<AttachmentExists>(services => services.GetRequiredService<AttachmentPictures>().ExistsAsync);
        builder.Services.AddSingleton<AttachmentOfUnit>(services => services.GetRequiredService<AttachmentPictures>().IsOfUnitAsync);
        builder.Services.AddSingleton<HoldAttachment>(services => services.GetRequiredService<AttachmentTable>().HoldAsync);
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Handover, async (id, _, cancellationToken) =>
            await services.GetRequiredService<RosterTable>().FindHandoverAsync(id.Bloc, id.Year, cancellationToken) is not null));
        builder.Services.AddSingleton<PictureOf>(services => services.GetRequiredService<AttachmentPictures>().FindAsync);
        builder.Services.AddSingleton(services => new HourlyWork("attachments that nothing needs", services.GetRequiredService<AttachmentSweep>().RunAsync));
    }
}
