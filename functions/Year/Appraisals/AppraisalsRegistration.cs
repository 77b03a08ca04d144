using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Sheets;

namespace EmulationFunctions.Year.Appraisals;

internal static class AppraisalsRegistration
{
    public static void AddAppraisals(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AppraisalReader>();
        builder.Services.AddSingleton<AppraisalChanges>();
        builder.Services.AddSingleton<RevisionChanges>();
    }
}
