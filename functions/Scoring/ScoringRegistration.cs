using EmulationFunctions.Cycles;
using EmulationFunctions.Hosting;

namespace EmulationFunctions.Scoring;

internal static class ScoringRegistration
{
    public static void AddScoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SheetTable>();
        builder.Services.AddSingleton<SheetDesk>();
        builder.Services.AddSingleton<SheetChanges>();
        builder.Services.AddSingleton<SubmittedUnits>(services => services.GetRequiredService<SheetTable>().SubmittedAsync);
        builder.Services.AddJson(ScoringJson.Default);
    }
}
