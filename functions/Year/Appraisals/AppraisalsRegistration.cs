using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Appraisals;

internal static class AppraisalsRegistration
{
    public static void AddAppraisals(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AppraisalReader>();
        builder.Services.AddSingleton<AppraisalChanges>();
        builder.Services.AddSingleton<AppraisalPapers>();
        builder.Services.AddSingleton(services => new PaperKind(
            "explanation-form", new("Phiếu giải trình", "explanation form"), Right.ReadComplaints, PaperOf.Period | PaperOf.Unit, services.GetRequiredService<AppraisalPapers>().ExplanationAsync)
        {
            IsOfUnit = true,
        });
        builder.Services.AddSingleton(services => new PaperKind(
            "score-inspection-minutes", new("Biên bản kiểm tra điểm", "minutes of a score inspection"), Right.ReadComplaints, PaperOf.Period | PaperOf.Unit, services.GetRequiredService<AppraisalPapers>().MinutesAsync)
        {
            Symbol = "BB",
        });
    }
}
