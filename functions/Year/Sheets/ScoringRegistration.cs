using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

internal static class ScoringRegistration
{
    public static void AddScoring(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SheetTable>();
        builder.Services.AddSingleton<BlocTable>();
        builder.Services.AddSingleton<SheetDesk>();
        builder.Services.AddSingleton<SheetScorers>();
        builder.Services.AddSingleton<ScorersLookup>(services => services.GetRequiredService<SheetScorers>().FindAsync);
        builder.Services.AddSingleton<SheetChanges>();
        builder.Services.AddSingleton<FigureChanges>();
        builder.Services.AddSingleton<NotApplicableChanges>();
        builder.Services.AddSingleton<SubmittedUnits>(services => services.GetRequiredService<SheetTable>().SubmittedAsync);
        builder.Services.AddSingleton<RevisionsDue>(services => services.GetRequiredService<SheetTable>().RevisionsDueAsync);
    }
}
