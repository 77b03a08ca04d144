using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Visits;

internal static class VisitsRegistration
{
    public static void AddVisits(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InspectionTable>();
        builder.Services.AddSingleton<VisitPapers>();
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
