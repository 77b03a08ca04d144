using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Disclosures;

internal static class DisclosuresRegistration
{
    public static void AddDisclosures(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DisclosureTable>();
        builder.Services.AddSingleton<RemarkTable>();
        builder.Services.AddSingleton<DisclosureDesk>();
        builder.Services.AddSingleton<DisclosedRemarks>();
        builder.Services.AddSingleton<ProposalRemarks>(services => services.GetRequiredService<DisclosedRemarks>().ReadAsync);
    }
}
