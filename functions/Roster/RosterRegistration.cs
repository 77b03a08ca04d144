using EmulationFunctions.Hosting;

namespace EmulationFunctions.Roster;

internal static class RosterRegistration
{
    public static void AddRoster(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RosterTable>();
        builder.Services.AddSingleton<RosterChanges>();
        builder.Services.AddSingleton<TermSuggestions>();
        builder.Services.AddJson(RosterJson.Default);
    }
}
