using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Rights;

internal static class RightsRegistration
{
    public static void AddRights(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<RightsMiddleware>();
        builder.Services.AddSingleton<RightsDesk>();
        builder.Services.AddSingleton<OfficerTable>();
        builder.Services.AddSingleton(new RememberedTable(OfficerTable.Table));
    }
}
