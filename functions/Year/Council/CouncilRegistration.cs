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
            await services.GetRequiredService<CouncilOutcomes>().FindAsync(year, award, unit, cancellationToken) is { Outcome: not OutcomeKind.Postponed } decided
                ? new CouncilOutcome(decided.Day, decided.Outcome == OutcomeKind.Passed)
                : null);
    }
}
