using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Attachments;

internal static class AttachmentsRegistration
{
    public static void AddAttachments(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AttachmentTable>();
        builder.Services.AddSingleton<AttachmentBlobs>();
        builder.Services.AddSingleton<AttachmentUpload>();
        builder.Services.AddSingleton<AttachmentSweep>();
        builder.Services.AddSingleton(services => new HourlyWork("attachments that nothing needs", services.GetRequiredService<AttachmentSweep>().RunAsync));
    }
}
