using EmulationFunctions.Office.Operations;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Platform.Trail;

internal static class AuditRegistration
{
    public static void AddAudit(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SealStore>();
        builder.Services.AddSingleton<ChainVerifier>();
        builder.Services.AddSingleton<AuditVerification>();
        builder.Services.AddSingleton<AuditExport>();
        builder.Services.AddSingleton<ITimerFunction, SealAudit>();
        builder.Services.AddJson(AuditJson.Default);
    }
}
