using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Movements;

internal static class MovementsRegistration
{
    public static void AddMovements(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MovementTable>();
        builder.Services.AddSingleton<MovementDuties>();
        builder.Services.AddSingleton(services => new YearDuties("3-movements", services.GetRequiredService<MovementDuties>().ReadAsync));
    }
}
