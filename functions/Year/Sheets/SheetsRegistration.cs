using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Sheets;

internal static class SheetsRegistration
{
    public static void AddSheets(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SheetReader>();
        builder.Services.AddSingleton<SheetPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "self-score-report", new("Báo cáo tự chấm điểm", "self-score report"), Right.ReadSheet, PaperOf.Period | PaperOf.Unit, services.GetRequiredService<SheetPapers>().SelfScoreAsync)
        {
            Symbol = "BC",
            IsOfUnit = true,
        });
        builder.Services.AddSingleton<SheetChanges>();
        builder.Services.AddSingleton<FigureChanges>();
        builder.Services.AddSingleton<NotApplicableChanges>();
        builder.Services.AddSingleton<RevisionChanges>();
        builder.Services.AddSingleton<ExtensionChecks>();
        builder.Services.AddSingleton<WhyNotExtended>(services => services.GetRequiredService<ExtensionChecks>().WhyNotAsync);
        builder.Services.AddSingleton<SheetShares>();
        builder.Services.AddSingleton<SheetSuccession>();
        builder.Services.AddSingleton<HalfSheetsOf>(services => services.GetRequiredService<SheetSuccession>().FindHalfAsync);
        builder.Services.AddSingleton<WhyNotCarried>(services => services.GetRequiredService<SheetSuccession>().WhyNotCarriedAsync);
        builder.Services.AddSingleton<SheetIsSettled>(services => services.GetRequiredService<SheetSuccession>().IsSettledAsync);
        builder.Services.AddSingleton<SettleSheet>(services => services.GetRequiredService<SheetSuccession>().SettleAsync);
        builder.Services.AddSingleton(services => new HourlyWork("successions", services.GetRequiredService<SuccessionWork>().RunAsync));
    }
}
