namespace EmulationFunctions.Year.Visits;

internal static class VisitsRegistration
{
    public static void AddVisits(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InspectionTable>();
    }
}
