using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Awards;

internal static class AwardsRegistration
{
    public static void AddAwards(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AwardRulesTable>();
        builder.Services.AddSingleton<AwardCitations>();
        builder.Services.AddSingleton(new RememberedTable(AwardRulesTable.Table));
    }
}
