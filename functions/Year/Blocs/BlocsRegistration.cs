using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

internal static class BlocsRegistration
{
    public static void AddBlocs(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SheetTable>();
        builder.Services.AddSingleton<BlocTable>();
        builder.Services.AddSingleton<SheetDesk>();
        builder.Services.AddSingleton<YearDesk>();
        // The record of a handover lies in the roster, which knows no bloc's year.
        builder.Services.AddSingleton(new PeopleEraser(terms => [(RosterTable.Address, RotationRows.HandoverOf(terms.Id.Bloc, terms.Id.Year))], RotationRows.Erase));
        builder.Services.AddSingleton<LeadershipDuty>();
        builder.Services.AddSingleton(services => new YearDuties("7-leadership", services.GetRequiredService<LeadershipDuty>().ReadAsync));
        builder.Services.AddSingleton<SheetScorers>();
        builder.Services.AddSingleton<ScorersLookup>(services => services.GetRequiredService<SheetScorers>().FindAsync);
        builder.Services.AddSingleton<ReadAhead>(services => (function, address, cancellationToken) =>
            ReadsSheetAttribute.ReadAhead(services.GetRequiredService<PartitionStore>(), function, address, cancellationToken));
        builder.Services.AddSingleton<BlocHoldings>();
        builder.Services.AddSingleton<HoldingsLookup>(services => services.GetRequiredService<BlocHoldings>().FindAsync);
        builder.Services.AddSingleton<SubmittedUnits>(services => services.GetRequiredService<SheetTable>().SubmittedAsync);
        builder.Services.AddSingleton<RevisionsDue>(services => services.GetRequiredService<SheetTable>().RevisionsDueAsync);
    }
}
