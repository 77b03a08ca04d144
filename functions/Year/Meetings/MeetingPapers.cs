using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What can be printed of a meeting.</summary>
internal sealed class MeetingPapers(MeetingDesk desk, MeetingTable meetings, PictureOf findPicture)
{
    public async Task<Paper> InvitationAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => (await FindAsync(order, cancellationToken)).Invitation();

    public async Task<Paper> MinutesAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => (await FindAsync(order, cancellationToken)).Minutes();

    public async Task<Paper> VotesAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => (await FindAsync(order, cancellationToken)).Votes();

    public async Task<Paper> NewsAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var paper = await FindAsync(order, cancellationToken);
        var pictures = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var attachment in paper.Record.Meeting.Content.Photographs.Select(one => one.Attachment).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await findPicture(new(order.Year, order.Bloc), attachment, cancellationToken) is { } content)
            {
                pictures[attachment] = content;
            }
        }

        return paper.News(pictures);
    }

    /// <exception cref="Common.Refusal">404: no such year, bloc or meeting.</exception>
    private async Task<MeetingPaper> FindAsync(PaperOrder order, CancellationToken cancellationToken)
    {
        var id = new YearOfBloc(order.Year, order.Bloc);
        var terms = await desk.FindAsync(id, cancellationToken);
        return terms.Paper(await meetings.FindAsync(id, order.Item, cancellationToken) ?? throw MeetingTable.NoSuchMeeting());
    }
}
