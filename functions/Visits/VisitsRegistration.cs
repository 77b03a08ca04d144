using EmulationFunctions.Hosting;

namespace EmulationFunctions.Visits;

internal static class VisitsRegistration
{
    public static void AddVisits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InspectionTable>();
        builder.Services.AddJson(VisitsJson.Default);
    }
}
