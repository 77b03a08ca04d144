using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>Looks up what a disclosure rests on, and says what people read of it.</summary>
internal sealed class DisclosureDesk(
    AwardRulesTable awards, RosterTable roster, NominationTable nominations, RemarkTable remarks, HolidayTable holidays, VietnamTime vietnam, TimeProvider clock)
{
    public DateOnly Today => vietnam.Today(clock);

    /// <summary>Why a proposal cannot be disclosed: it is no nomination that stands.</summary>
    public async Task<Func<DisclosedProposal, Words?>> WhyNotAsync(Disclosure wanted, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, IReadOnlyList<Nomination>>(StringComparer.Ordinal);
        foreach (var bloc in wanted.Proposals.Select(one => one.Bloc).Distinct(StringComparer.Ordinal))
        {
            known[bloc] = await nominations.ListAsync(new YearOfBloc(wanted.Year, bloc), cancellationToken);
        }

        return proposal => known[proposal.Bloc].FirstOrDefault(one => one.Unit == proposal.Unit && one.Award == proposal.Award)?.Status switch
        {
            NominationStatus.Nominated => null,
            NominationStatus.Suspended => new("Đề nghị đang bị tạm dừng xét.", "The nomination is suspended."),
            NominationStatus.Withdrawn => new("Đề nghị đã rút.", "The nomination was withdrawn."),
            _ => new($"Khối '{proposal.Bloc}' không đề nghị '{proposal.Award}' cho đơn vị này.", $"Bloc '{proposal.Bloc}' has not nominated this unit for '{proposal.Award}'."),
        };
    }

    public async Task<DisclosedView> DisclosedAsync(Disclosure one, CancellationToken cancellationToken)
    {
        var rules = await awards.AtAsync(one.From, cancellationToken);
        var units = await roster.NamesAsync(one.From < Today ? one.From : Today, cancellationToken);
        var blocs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bloc in one.Proposals.Select(proposal => proposal.Bloc).Distinct(StringComparer.Ordinal))
        {
            blocs[bloc] = (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc;
        }

        return new(
            one.Year,
            one.Id,
            one.Title,
            one.From,
            one.Until,
            one.TakesRemarksOn(Today),
            [.. one.Proposals.Select(proposal => new DisclosedProposalView(
                proposal.Bloc, blocs[proposal.Bloc], proposal.Unit, units[proposal.Unit], proposal.Award, rules.Find(proposal.Award)?.Title ?? proposal.Award, proposal.Achievement))]);
    }

    public async Task<DisclosureView> ViewAsync(Disclosure one, Language language, CancellationToken cancellationToken)
    {
        var said = await remarks.ListAsync(one.Year, one.Id, cancellationToken);
        return new(
            await DisclosedAsync(one, cancellationToken),
            one.IsPublicOn(Today),
            one.Retracted,
            (await CautionAsync(one, cancellationToken))?.In(language),
            said.Count,
            said.Count(remark => remark.Answer is null),
            EntityTag.Of(one.Version));
    }

    /// <summary>The first day counts, as the last one does.</summary>
    private async Task<Words?> CautionAsync(Disclosure one, CancellationToken cancellationToken)
    {
        var before = one.From.AddDays(-1);
        var known = await holidays.FromAsync(before, cancellationToken);
        return WorkingDays.Between(before, one.Until, known) is var days && days < Disclosure.UsualWorkingDays
            ? new(
                $"Chỉ có {days} ngày làm việc; khoản 2 Điều 44 Nghị định 152/2025/NĐ-CP yêu cầu ít nhất {Disclosure.UsualWorkingDays} ngày trước khi họp Hội đồng đối với huân chương, danh hiệu vinh dự và Chiến sĩ thi đua toàn quốc.",
                $"It has {Words.Count(days, "working day")} only; Decree 152/2025/NĐ-CP, article 44(2) asks for at least {Disclosure.UsualWorkingDays} before the council meets, for orders, titles of honour and national fighters.")
            : WorkingDays.Add(before, Disclosure.UsualWorkingDays, known).Caution();
    }
}
