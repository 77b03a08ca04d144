using EmulationFunctions.Province.Decisions;

namespace EmulationFunctions.Year.Council;

internal static class CouncilRegistration
{
    public static void AddCouncil(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CouncilTable>();
        builder.Services.AddSingleton<CouncilDesk>();
        builder.Services.AddSingleton<CouncilOutcomes>();
        builder.Services.AddSingleton<CouncilOutcomeOf>(services => async (year, award, unit, cancellationToken) =>
            await services.GetRequiredService<CouncilOutcomes>().SettledAsync(year, award, unit, cancellationToken) is { } settled ? new(settled.Day, settled.IsPassed) : null);
    }
}
