using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Settings;

namespace EmulationFunctions.Platform.Trail;

internal static class TrailRegistration
{
    public static void AddTrail(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SealStore>();
        builder.Services.AddSingleton<ChainVerifier>();
        builder.Services.AddSingleton<AuditVerification>();
        builder.Services.AddSingleton<AuditExport>();
        builder.Services.AddSingleton<ITimerFunction, SealAudit>();

        builder.Services.AddChecked<BackupOptions>(BackupOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton<BackupStore>();
        builder.Services.AddSingleton<PartitionReader>();
        builder.Services.AddSingleton<Restore>();
        builder.Services.AddSingleton<ITimerFunction, BackUpTables>();
    }
}
