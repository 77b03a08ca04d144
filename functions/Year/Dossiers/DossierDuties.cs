using System.Globalization;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>
/// That a dossier is at the office and at the Ministry by the days of the office's template. What is behind <see cref="YearDuties"/>. A dossier for the Government's flag is due when
/// its year is long over, so what that year has open is shown with the year after.
/// </summary>
internal sealed class DossierDuties(DossierTable dossiers, DossierDesk desk, CycleTable cycles)
{
    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var last = terms.Id with { Year = terms.Id.Year - 1 };
        var isOver = (await cycles.FindCalendarAsync(last.Year, cancellationToken))?.State == CycleState.Closed;
        return [.. await OfAsync(terms.Id, cancellationToken), .. isOver ? (await OfAsync(last, cancellationToken)).Where(duty => !duty.IsDone && duty.Due?.Year > last.Year) : []];
    }

    /// <summary>What a dossier asks for by its deadlines.</summary>
    /// <param name="title">What the award is called.</param>
    public static IEnumerable<YearDuty> Of(int year, Dossier dossier, DossierOutline outline, string title) => outline.Deadlines.Select(deadline => new YearDuty(
        StageKind.Submission,
        deadline.At == DossierStop.Office
            ? DossierSummary.StateOf(dossier) == DossierState.Returned
                ? new($"sửa, nộp lại hồ sơ đề nghị {title} bị trả lại", $"changing the dossier for {title}, which was returned, and sending it again")
                : new($"nộp hồ sơ đề nghị {title} cho cơ quan thường trực", $"sending the dossier for {title} to the office")
            : new($"hoàn thiện để trình Bộ hồ sơ đề nghị {title}", $"making the dossier for {title} ready for the Ministry"),
        dossier.Unit,
        DossierCheck.SentTo(dossier, deadline.At) is not null,
        deadline.In(year),
        dossier.Opened,
        string.Create(CultureInfo.InvariantCulture, $"{year}/{dossier.Award}"))
    { Kind = DutyKind.Dossier });

    private async Task<IReadOnlyList<YearDuty>> OfAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var duties = new List<YearDuty>();
        foreach (var dossier in await dossiers.ReadAllAsync(id, cancellationToken))
        {
            var template = await desk.TemplateOfAsync(dossier, cancellationToken);
            duties.AddRange(Of(id.Year, dossier, template.Of(dossier.Award), await desk.TitleAsync(dossier, cancellationToken)));
        }

        return duties;
    }
}
