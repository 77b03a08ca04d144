using EmulationFunctions.Hosting;

namespace EmulationFunctions.Appraisals;

internal static class AppraisalsRegistration
{
    public static void AddAppraisals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AppraisalReader>();
        builder.Services.AddSingleton<AppraisalChanges>();
        builder.Services.AddSingleton<RevisionChanges>();
        builder.Services.AddJson(AppraisalsJson.Default);
    }
}
