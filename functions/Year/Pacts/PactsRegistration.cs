namespace EmulationFunctions.Year.Pacts;

internal static class PactsRegistration
{
    public static void AddPacts(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PactTable>();
        builder.Services.AddSingleton<ProgressTable>();
    }
}
