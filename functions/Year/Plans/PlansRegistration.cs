using System.Globalization;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

internal static class PlansRegistration
{
    public static void AddPlans(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlanTable>();
        builder.Services.AddSingleton<RegulationTable>();
        builder.Services.AddSingleton<MeetingDesk>();
        builder.Services.AddSingleton<PlanDuties>();
        builder.Services.AddSingleton(services => new YearDuties("1-plans", services.GetRequiredService<PlanDuties>().ReadAsync));
        builder.Services.AddSingleton<LeftOvers>();
        builder.Services.AddSingleton<PlanOpening>();
        builder.Services.AddSingleton(services => new OpeningWork("plans", services.GetRequiredService<PlanOpening>().RunAsync, Until: StageKind.Pact));
        builder.Services.AddSingleton<RegulationOpening>();
        builder.Services.AddSingleton(services => new OpeningWork("regulations", services.GetRequiredService<RegulationOpening>().RunAsync));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Plan, async (id, _, cancellationToken) =>
            await services.GetRequiredService<PlanTable>().FindAsync(id, cancellationToken) is not null));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Regulation, async (id, item, cancellationToken) =>
            (await services.GetRequiredService<RegulationTable>().ListAsync(id, cancellationToken)).Any(one => one.Number.ToString(CultureInfo.InvariantCulture) == item)));
        builder.Services.AddSingleton<PlanPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "plan", new("Kế hoạch của khối", "the bloc's plan"), Right.ReadBlocYear, PaperOf.BlocYear, services.GetRequiredService<PlanPapers>().PlanAsync)
        {
            Symbol = "KH",
        });
        builder.Services.AddSingleton(services => new PaperKind(
            "regulation", new("Quy chế của khối", "the bloc's regulation"), Right.ReadBlocYear, PaperOf.BlocYear, services.GetRequiredService<PlanPapers>().RegulationAsync)
        {
            Symbol = "QC",
        });
        builder.Services.AddSingleton<AdoptedRegulation>(services => services.GetRequiredService<RegulationTable>().AdoptedAsync);
    }
}
