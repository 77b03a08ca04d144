using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

internal static class ReportsRegistration
{
    public static void AddReports(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportTable>();
        builder.Services.AddSingleton<ReportChanges>();
        builder.Services.AddSingleton<PartChanges>();
        builder.Services.AddSingleton<ReportDesk>();
        builder.Services.AddSingleton<ReportOutcomeLookup>(services => services.GetRequiredService<ReportTable>().OutcomeAsync);
        builder.Services.AddSingleton(services => new YearDuties("6-reports", services.GetRequiredService<ReportTable>().DutiesAsync));
    }
}
