using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Visits;

internal static class VisitsRegistration
{
    public static void AddVisits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InspectionTable>();
        builder.Services.AddJson(VisitsJson.Default);
    }
}
