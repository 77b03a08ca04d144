namespace EmulationFunctions.Cycles;

internal static class CyclesRegistration
{
    public static void AddCycles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CycleTable>();
    }
}
