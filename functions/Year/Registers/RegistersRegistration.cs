using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Registers;

internal static class RegistersRegistration
{
    public static void AddRegisters(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RegisterTable>();
        builder.Services.AddSingleton(new PeopleEraser(RegisterTable.Table, RegisterRows.Everything, RegisterRows.Erase));
        builder.Services.AddSingleton<RegistersLookup>(services => services.GetRequiredService<RegisterTable>().EntriesAsync);
        builder.Services.AddSingleton<RegisteredEntry>(services => services.GetRequiredService<RegisterTable>().FindCitedAsync);
    }
}
