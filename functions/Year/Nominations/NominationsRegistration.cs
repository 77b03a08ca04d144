namespace EmulationFunctions.Year.Nominations;

internal static class NominationsRegistration
{
    public static void AddNominations(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NominationTable>();
        builder.Services.AddSingleton<OutsideListTable>();
        builder.Services.AddSingleton<QuotaDesk>();
        builder.Services.AddSingleton<NominationDesk>();
        builder.Services.AddSingleton<AwardBallots>();
        builder.Services.AddSingleton<EligibilityDesk>();
    }
}
