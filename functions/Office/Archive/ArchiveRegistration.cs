namespace EmulationFunctions.Office.Archive;

internal static class ArchiveRegistration
{
    public static void AddArchive(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArchiveTable>();
        builder.Services.AddSingleton<ArchiveExport>();
        builder.Services.AddSingleton<StatisticsReader>();
    }
}
