namespace EmulationFunctions.Year.Appraisals;

internal static class AppraisalsRegistration
{
    public static void AddAppraisals(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AppraisalReader>();
        builder.Services.AddSingleton<AppraisalChanges>();
    }
}
