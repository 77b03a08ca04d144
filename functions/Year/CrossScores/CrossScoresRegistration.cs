namespace EmulationFunctions.Year.CrossScores;

internal static class CrossScoresRegistration
{
    public static void AddCrossScores(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PeerChanges>();
        builder.Services.AddSingleton<PanelChanges>();
    }
}
