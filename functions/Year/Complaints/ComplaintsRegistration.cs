namespace EmulationFunctions.Year.Complaints;

internal static class ComplaintsRegistration
{
    public static void AddComplaints(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ComplaintTable>();
    }
}
