using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

internal static class DossiersRegistration
{
    public static void AddDossiers(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DossierTable>();
        builder.Services.AddSingleton<DossierTemplateTable>();
        builder.Services.AddSingleton<DossierDesk>();
        builder.Services.AddSingleton<DossierDuties>();
        builder.Services.AddSingleton(services => new YearDuties("8-dossiers", services.GetRequiredService<DossierDuties>().ReadAsync));
        builder.Services.AddSingleton<UseOfAttachment>(services => services.GetRequiredService<DossierTable>().UseOfAsync);
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Dossier, async (id, item, cancellationToken) =>
            (await services.GetRequiredService<DossierTable>().ReadAllAsync(id, cancellationToken)).Any(one => one.Award == item)));
        builder.Services.AddSingleton<DossierPapers>();
        builder.Services.AddSingleton(services => Kind("award-letter", new("Tờ trình đề nghị khen thưởng", "letter that proposes a unit for an award"), services, papers => papers.LetterAsync, "TTr"));
        builder.Services.AddSingleton(services => Kind("award-minutes", new("Biên bản họp bình xét", "minutes of the vote on an award"), services, papers => papers.MinutesAsync, "BB"));
        builder.Services.AddSingleton(services => Kind("achievement-report", new("Báo cáo thành tích", "achievement report"), services, papers => papers.ReportAsync, "BC") with { IsOfUnit = true });
    }

    private static PaperKind Kind(string slug, Words name, IServiceProvider services, Func<DossierPapers, ComposePaper> compose, string symbol) =>
        new(slug, name, Right.ReadComplaints, PaperOf.Unit | PaperOf.Item, compose(services.GetRequiredService<DossierPapers>())) { Symbol = symbol };
}
