namespace EmulationFunctions.Year.Conditions;

internal static class ConditionsRegistration
{
    public static void AddConditions(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConditionChanges>();
    }
}
