using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Province.Roster;

/// <summary>What the paper of a handover is composed of.</summary>
internal sealed class HandoverPapers(RosterTable roster, RecordedMeetingLookup findMeeting, VietnamTime vietnam, TimeProvider clock)
{
    /// <exception cref="Refusal">404: no handover of that year is recorded.</exception>
    public async Task<Paper> HandoverAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var handover = await roster.FindHandoverAsync(order.Bloc, order.Year, cancellationToken) ?? throw Refusal.NotFound(RotationWords.NoHandover);
        var terms = await roster.TermsOfAsync(order.Bloc, cancellationToken);
        return new HandoverPaper(
            (await roster.FindBlocAsync(order.Bloc, cancellationToken))?.Name ?? order.Bloc,
            handover,
            terms.LastOrDefault(one => one.Year == order.Year && !one.IsSuggestion),
            terms.FirstOrDefault(one => one.Year == order.Year + 1 && !one.IsSuggestion),
            handover.Meeting is { } meeting ? await findMeeting(order.Bloc, order.Year, meeting, cancellationToken) : null,
            await roster.NamesOfYearAsync(order.Year, vietnam.Today(clock), cancellationToken)).Compose();
    }
}
