using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

internal static class BallotsRegistration
{
    public static void AddBallots(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BallotTable>();
        builder.Services.AddSingleton<VotingTable>();
        builder.Services.AddSingleton<BoxTable>();
        builder.Services.AddSingleton<CountingTable>();
        builder.Services.AddSingleton<BallotDesk>();
        builder.Services.AddSingleton<BallotPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "ballot-count", new("Biên bản kiểm phiếu", "minutes of the count of a ballot"), Right.ReadBlocYear, PaperOf.Item, services.GetRequiredService<BallotPapers>().CountAsync)
        { Symbol = "BB" });
        builder.Services.AddSingleton(new RowsLeftOut(BallotTable.Table, BallotRows.BoxEnding));
        builder.Services.AddSingleton(new PeopleEraser(BallotTable.Table, BallotRows.All, BallotRows.Erase));
        builder.Services.AddSingleton<BallotDuties>();
        builder.Services.AddSingleton(services => new YearDuties("6-ballots", services.GetRequiredService<BallotDuties>().ReadAsync));
        builder.Services.AddSingleton<OpenBallotOf>(services => services.GetRequiredService<BallotTable>().FindOpenAsync);
        builder.Services.AddSingleton<BallotOutcomes>();
        builder.Services.AddSingleton<BallotOutcomeOf>(services => services.GetRequiredService<BallotOutcomes>().FindAsync);
    }
}
