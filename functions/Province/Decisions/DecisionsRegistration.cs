using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Province.Decisions;

internal static class DecisionsRegistration
{
    public static void AddDecisions(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecisionTable>();
        builder.Services.AddSingleton<BaseSalaryTable>();
        builder.Services.AddSingleton<DecisionDesk>();
        builder.Services.AddSingleton<TitleHistory>();
        builder.Services.AddSingleton<TitlesOf>(services => services.GetRequiredService<TitleHistory>().OfAsync);
    }
}
