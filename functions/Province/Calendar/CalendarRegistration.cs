using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Province.Calendar;

internal static class CalendarRegistration
{
    public static void AddCalendar(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CalendarTable>();
        builder.Services.AddSingleton<HolidayTable>();
        builder.Services.AddSingleton<CycleTable>();
        builder.Services.AddSingleton(new RememberedTable(CycleTable.Table));
        builder.Services.AddSingleton<CycleChecks>();
        builder.Services.AddSingleton<CycleHoldings>();
        builder.Services.AddSingleton<CycleEditor>();
        builder.Services.AddSingleton<ScoredBlocs>();
        builder.Services.AddSingleton<BlocHeads>();
        builder.Services.AddSingleton<LeadersLookup>(services => services.GetRequiredService<BlocHeads>().FindAsync);
        builder.Services.AddSingleton<YearIsOver>(services =>
            async (year, cancellationToken) => await services.GetRequiredService<CycleTable>().FindCalendarAsync(year, cancellationToken) is { State: CycleState.Closed });
        builder.Services.AddSingleton<BlocProgress>();
        builder.Services.AddSingleton<BlocsWithoutHead>();
        builder.Services.AddSingleton<ITimerFunction, StartAnnualCycle>();
        builder.Services.AddSingleton<ITimerFunction, AdvanceStages>();
        SchemaOfValues.Add(typeof(StageKind), StageKindConverter.Describe);
    }
}
