using EmulationFunctions.Hosting;

namespace EmulationFunctions.Complaints;

internal static class ComplaintsRegistration
{
    public static void AddComplaints(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ComplaintTable>();
        builder.Services.AddJson(ComplaintsJson.Default);
    }
}
