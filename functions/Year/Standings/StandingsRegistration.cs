using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Standings;

internal static class StandingsRegistration
{
    public static void AddStandings(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StandingsTable>();
        builder.Services.AddSingleton<BlocSheets>();
        builder.Services.AddSingleton<StandingsDesk>();
        builder.Services.AddSingleton<TargetsDesk>();
        builder.Services.AddSingleton<StandingsPublisher>();
        builder.Services.AddSingleton<Disqualifications>();
        builder.Services.AddSingleton<Ties>();
        builder.Services.AddSingleton<UnitHistory>();
        builder.Services.AddSingleton(services => new HourlyWork(
            "publications", cancellationToken => services.GetRequiredService<StandingsPublisher>().ResumeAsync(cancellationToken)));
    }
}
