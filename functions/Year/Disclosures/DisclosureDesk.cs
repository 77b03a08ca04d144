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
    public async Task<Func<DisclosedProposal, Words?>> WhyNotAsync(int year, IEnumerable<DisclosedProposal> wanted, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, IReadOnlyList<Nomination>>(StringComparer.Ordinal);
        foreach (var bloc in wanted.Select(one => one.Bloc).Distinct(StringComparer.Ordinal))
        {
            known[bloc] = await nominations.ListAsync(new YearOfBloc(year, bloc), cancellationToken);
        }

        return proposal => known[proposal.Bloc].FirstOrDefault(one => one.Unit == proposal.Unit && one.Award == proposal.Award)?.Status switch
        {
            NominationStatus.Nominated => null,
            NominationStatus.Suspended => new("Đề nghị đang bị tạm dừng xét.", "The nomination is suspended."),
            NominationStatus.Withdrawn => new("Đề nghị đã rút.", "The nomination was withdrawn."),
            _ => new($"Khối '{proposal.Bloc}' không đề nghị '{proposal.Award}' cho đơn vị này.", $"Bloc '{proposal.Bloc}' has not nominated this unit for '{proposal.Award}'."),
        };
    }

    /// <summary>As everybody reads them: without proposals whose nomination was suspended or withdrawn since they were put down.</summary>
    /// <param name="year">The year.</param>
    /// <param name="all">Disclosures of that year.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Disclosure>> ShownAsync(int year, IReadOnlyList<Disclosure> all, CancellationToken cancellationToken)
    {
        var whyNot = await WhyNotAsync(year, all.SelectMany(one => one.Proposals), cancellationToken);
        return [.. all.Select(one => one with { Proposals = [.. one.Proposals.Where(proposal => whyNot(proposal) is null)] })];
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
        var content = await DisclosedAsync(one, cancellationToken);
        var cautions = new[] { await CautionAsync(one, cancellationToken), await NotShownAsync(one, content, cancellationToken) }.OfType<Words>().Select(words => words.In(language)).ToList();
        return new(
            content,
            one.IsPublicOn(Today),
            one.Retracted,
            cautions.Count == 0 ? null : string.Join(' ', cautions),
            said.Count,
            said.Count(remark => remark.Answer is null),
            EntityTag.Of(one.Version));
    }

    /// <summary>Which proposals not everybody reads, and why.</summary>
    private async Task<Words?> NotShownAsync(Disclosure one, DisclosedView content, CancellationToken cancellationToken)
    {
        var whyNot = await WhyNotAsync(one.Year, one.Proposals, cancellationToken);
        var hidden = one.Proposals.Zip(content.Proposals, (proposal, view) => (View: view, Why: whyNot(proposal))).Where(each => each.Why is not null).ToList();
        return hidden.Count == 0 ? null : new(
            $"Không công khai: {string.Join("; ", hidden.Select(each => $"{each.View.UnitName} ({each.View.AwardTitle}): {each.Why!.Vi.TrimEnd('.')}"))}.",
            $"Not shown to everybody: {string.Join("; ", hidden.Select(each => $"{each.View.UnitName} ({each.View.AwardTitle}): {each.Why!.En.TrimEnd('.')}"))}.");
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
