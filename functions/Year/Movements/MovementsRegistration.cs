namespace EmulationFunctions.Year.Movements;

internal static class MovementsRegistration
{
    public static void AddMovements(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MovementTable>();
    }
}
