using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

internal static class PlansRegistration
{
    public static void AddPlans(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlanTable>();
        builder.Services.AddSingleton<RegulationTable>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<AdoptedRegulation>(services => services.GetRequiredService<RegulationTable>().AdoptedAsync);
    }
}
