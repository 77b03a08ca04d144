using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Standings;

internal static class StandingsRegistration
{
    public static void AddStandings(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StandingsTable>();
        builder.Services.AddSingleton<BlocSheets>();
        builder.Services.AddSingleton<StandingsDesk>();
        builder.Services.AddSingleton<StandingsPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "summary-table", new("Bảng tổng hợp điểm", "summary table"), Right.Read, PaperOf.Period, services.GetRequiredService<StandingsPapers>().SummaryAsync));
        builder.Services.AddSingleton<TargetsDesk>();
        builder.Services.AddSingleton<StandingsPublisher>();
        builder.Services.AddSingleton<Disqualifications>();
        builder.Services.AddSingleton<TieChanges>();
        builder.Services.AddSingleton<UnitHistory>();
        builder.Services.AddSingleton(services => new HourlyWork(
            "publications", cancellationToken => services.GetRequiredService<StandingsPublisher>().ResumeAsync(cancellationToken)));
    }
}
