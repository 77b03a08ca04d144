using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

internal static class ReportsRegistration
{
    public static void AddReports(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportTable>();
        builder.Services.AddSingleton<ReportChanges>();
        builder.Services.AddSingleton<PartChanges>();
        builder.Services.AddSingleton<ReportDesk>();
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.Report, async (id, item, cancellationToken) =>
            await services.GetRequiredService<ReportTable>().FindAsync(id, item!, cancellationToken) is not null));
        builder.Services.AddSingleton(services => new AttachmentHome(AttachmentSubject.ReportPart, async (id, item, cancellationToken) =>
            await services.GetRequiredService<ReportTable>().FindAsync(id, item!, cancellationToken) is not null));
        builder.Services.AddSingleton<ReportPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "report", new("Báo cáo của khối", "report of the bloc"), Right.ReadBlocYear, PaperOf.Item, services.GetRequiredService<ReportPapers>().ReportAsync)
        {
            Symbol = "BC",
        });
        builder.Services.AddSingleton(services => new PaperKind(
            "report-letter", new("Công văn gửi báo cáo của khối", "letter that sends the bloc's report"), Right.RunBloc, PaperOf.Item, services.GetRequiredService<ReportPapers>().LetterAsync));
        builder.Services.AddSingleton(services => new PaperKind(
            "report-part", new("Báo cáo của đơn vị", "unit's part of a report"), Right.ReadComplaints, PaperOf.Item | PaperOf.Unit, services.GetRequiredService<ReportPapers>().PartAsync)
        {
            Symbol = "BC",
            IsOfUnit = true,
        });
        builder.Services.AddSingleton<ReportOutcomeLookup>(services => services.GetRequiredService<ReportTable>().OutcomeAsync);
        builder.Services.AddSingleton(services => new YearDuties("6-reports", services.GetRequiredService<ReportTable>().DutiesAsync));
    }
}
