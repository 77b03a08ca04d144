using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;

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
        builder.Services.AddSingleton<NominationDuties>();
        builder.Services.AddSingleton(services => new YearDuties("6-nominations", services.GetRequiredService<NominationDuties>().ReadAsync));
        builder.Services.AddSingleton<YearSuspensions>();
        builder.Services.AddSingleton<SuspensionsOf>(services => services.GetRequiredService<YearSuspensions>().ReadAsync);
        builder.Services.AddSingleton<BallotTermsOf>(services => async (id, award, day, cancellationToken) =>
        {
            var terms = await services.GetRequiredService<AwardBallots>().TermsOfAsync(id.Year, id.Bloc, award, day, cancellationToken);
            return new(
                terms.Nominees, terms.Seats, terms.Threshold, terms.Base, terms.Absentees, terms.Ballots, Tie: null, terms.Rules, terms.Quorum, terms.Tie, terms.Decider, terms.AreSeatsOpen);
        });
    }
}
