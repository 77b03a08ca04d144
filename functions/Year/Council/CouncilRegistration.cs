using EmulationFunctions.Province.Decisions;

namespace EmulationFunctions.Year.Council;

internal static class CouncilRegistration
{
    public static void AddCouncil(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CouncilTable>();
        builder.Services.AddSingleton<CouncilDesk>();
        builder.Services.AddSingleton<CouncilOutcomes>();
        builder.Services.AddSingleton<CouncilOutcomesOf>(services => services.GetRequiredService<CouncilOutcomes>().SettledAsync);
    }
}
