using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

internal static class VisitsRegistration
{
    public static void AddVisits(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InspectionTable>();
        builder.Services.AddSingleton<VisitDuties>();
        builder.Services.AddSingleton(services => new YearDuties("4-visits", services.GetRequiredService<VisitDuties>().ReadAsync));
        builder.Services.AddSingleton<VisitPapers>();
        builder.Services.AddSingleton(new PeopleEraser(
            terms => terms.Cycle.Periods.Select(period => (new BlocInPeriod(terms.Id.Year, period.Id, terms.Id.Bloc).Address, BlocKeys.Inspections)), InspectionRows.Erase));
        // Those who see all visits of the bloc; who sees one, is asked again when it is known.
        builder.Services.AddSingleton(services => new PaperKind(
            "cross-check-plan", new("Kế hoạch kiểm tra chéo", "plan of cross-checks"), Right.ReadSheet, PaperOf.Period, services.GetRequiredService<VisitPapers>().PlanAsync)
        {
            Symbol = "KH",
        });
        builder.Services.AddSingleton(services => new PaperKind(
            "cross-check-minutes", new("Biên bản kiểm tra chéo", "minutes of a cross-check"), Right.Read, PaperOf.Period | PaperOf.Item, services.GetRequiredService<VisitPapers>().MinutesAsync)
        {
            Symbol = "BB",
        });
    }
}
