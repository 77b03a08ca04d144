using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

internal static class PactsRegistration
{
    public static void AddPacts(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PactTable>();
        builder.Services.AddSingleton<UseOfAttachment>(services => services.GetRequiredService<PactTable>().UseOfAsync);
        builder.Services.AddSingleton<ProgressTable>();
        builder.Services.AddSingleton<PactDuties>();
        builder.Services.AddSingleton<PactOpening>();
        builder.Services.AddSingleton(services => new YearDuties("2-pacts", services.GetRequiredService<PactDuties>().ReadAsync));
        builder.Services.AddSingleton(services => new OpeningWork("pacts", services.GetRequiredService<PactOpening>().RunAsync));
        builder.Services.AddSingleton(new PeopleEraser(PactKeys.Table, PactKeys.Pact, PactRows.Erase));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Pact, async (id, _, cancellationToken) =>
            await services.GetRequiredService<PactTable>().FindAsync(id, cancellationToken) is not null));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.PactSignature, async (id, _, cancellationToken) =>
            await services.GetRequiredService<PactTable>().FindAsync(id, cancellationToken) is not null));
        builder.Services.AddSingleton<PactPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "pact", new("Giao ước thi đua", "pact"), Right.ReadBlocYear, PaperOf.BlocYear, services.GetRequiredService<PactPapers>().PactAsync));
        builder.Services.AddSingleton(services => new PaperKind(
            "registration", new("Bản đăng ký thi đua", "registration"), Right.ReadBlocYear, PaperOf.Unit, services.GetRequiredService<PactPapers>().RegistrationAsync)
        {
            IsOfUnit = true,
        });
    }
}
