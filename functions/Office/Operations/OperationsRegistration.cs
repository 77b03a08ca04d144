namespace EmulationFunctions.Office.Operations;

internal static class OperationsRegistration
{
    public static void AddOperations(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OperationsReader>();
    }
}
