using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Evidence;

internal static class EvidenceRegistration
{
    public static void AddEvidence(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EvidenceBlobs>();
        builder.Services.AddSingleton<EvidenceTable>();
        builder.Services.AddSingleton<EvidenceUpload>();
        builder.Services.AddSingleton<CitationTable>();
        builder.Services.AddSingleton<EvidenceSweep>();
        builder.Services.AddSingleton<EvidenceSeals>();
        builder.Services.AddSingleton(services => new HourlyWork("evidence that nothing needs", services.GetRequiredService<EvidenceSweep>().RunAsync));
        builder.Services.AddSingleton(services => new HourlyWork("evidence to be sealed", services.GetRequiredService<EvidenceSeals>().RunAsync));
    }
}
