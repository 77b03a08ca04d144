using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Province.Calendar;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Year.Evidence;

internal static class EvidenceRegistration
{
    public static void AddEvidence(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<EvidenceOptions>(EvidenceOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton(services => new UploadSlots(services.GetRequiredService<IOptions<EvidenceOptions>>().Value.MaximumUploadsInFlight));
        builder.Services.AddSingleton<EvidenceBlobs>();
        builder.Services.AddSingleton<EvidenceTable>();
        builder.Services.AddSingleton<EvidenceUpload>();
        builder.Services.AddSingleton<EvidenceSweep>();
        builder.Services.AddSingleton<EvidenceSeals>();
        builder.Services.AddSingleton<MalwareScan>();
        builder.Services.AddSingleton(services => new HourlyWork("evidence that nothing needs", services.GetRequiredService<EvidenceSweep>().RunAsync));
        builder.Services.AddSingleton(services => new HourlyWork("evidence to be sealed", services.GetRequiredService<EvidenceSeals>().RunAsync));
        builder.Services.AddHealthChecks().AddCheck<MalwareHealth>("malware");
    }
}
