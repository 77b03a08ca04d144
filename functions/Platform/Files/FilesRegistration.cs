using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Files;

internal static class FilesRegistration
{
    public static void AddFiles(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<UploadOptions>(UploadOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton(services => new UploadSlots(services.GetRequiredService<IOptions<UploadOptions>>().Value.MaximumUploadsInFlight));
        builder.Services.AddSingleton<FileIntake>();
        builder.Services.AddSingleton<MalwareScan>();
        builder.Services.AddHealthChecks().AddCheck<MalwareHealth>("malware");
    }
}
