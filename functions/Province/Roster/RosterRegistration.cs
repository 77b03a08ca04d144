using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Province.Roster;

internal static class RosterRegistration
{
    public static void AddRoster(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RosterTable>();
        builder.Services.AddSingleton(new RememberedTable(RosterTable.Table));
        builder.Services.AddSingleton<UnitExists>(services => async (unit, cancellationToken) =>
            await services.GetRequiredService<RosterTable>().FindUnitAsync(unit, cancellationToken) is not null);
        builder.Services.AddSingleton<NamesOfUnits>(services => async (units, cancellationToken) =>
            (await services.GetRequiredService<RosterTable>().FindUnitsAsync(units, cancellationToken)).ToDictionary(one => one.Key, one => one.Value.Name, StringComparer.Ordinal));
        builder.Services.AddSingleton<MembersLookup>(services => services.GetRequiredService<RosterTable>().MembersOfYearAsync);
        builder.Services.AddSingleton<EndedUnitsLookup>(services => async cancellationToken => Lineage.EndedBy(
            services.GetRequiredService<VietnamTime>().Today(services.GetRequiredService<TimeProvider>()),
            await services.GetRequiredService<RosterTable>().SuccessionsAsync(cancellationToken)));
        builder.Services.AddSingleton<ContactsOf>(services => async (unit, cancellationToken) =>
            (await services.GetRequiredService<RosterTable>().FindUnitAsync(unit, cancellationToken))?.Contacts ?? []);
        builder.Services.AddSingleton<RosterChanges>();
        builder.Services.AddSingleton<TermSuggestions>();
        builder.Services.AddSingleton<RotationChanges>();
        builder.Services.AddSingleton<HandoverPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "handover", new("Biên bản bàn giao", "record of a handover"), Right.Read, PaperOf.BlocYear, services.GetRequiredService<HandoverPapers>().HandoverAsync));
        builder.Services.AddSingleton<SuccessionChanges>();
        builder.Services.AddSingleton<SuccessionWithdrawal>();
        builder.Services.AddSingleton<SuccessionWork>();
    }
}
