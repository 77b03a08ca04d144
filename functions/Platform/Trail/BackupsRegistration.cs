using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Platform.Trail;

internal static class BackupsRegistration
{
    public static void AddBackups(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<BackupOptions>(BackupOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton<BackupStore>();
        builder.Services.AddSingleton<PartitionReader>();
        builder.Services.AddSingleton<Restore>();
        builder.Services.AddSingleton<ITimerFunction, BackUpTables>();
    }
}
