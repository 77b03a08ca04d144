using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

internal static class PlansRegistration
{
    public static void AddPlans(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlanTable>();
        builder.Services.AddSingleton<RegulationTable>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<PlanOpening>();
        builder.Services.AddSingleton(services => new OpeningWork("plans", services.GetRequiredService<PlanOpening>().RunAsync));
        builder.Services.AddSingleton<AdoptedRegulation>(services => services.GetRequiredService<RegulationTable>().AdoptedAsync);
    }
}
