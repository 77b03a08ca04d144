using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What was said to disclosed proposals, and how that was dealt with, for rooms that ask after it.</summary>
internal sealed class DisclosedRemarks(DisclosureDesk desk, DisclosureTable disclosures, RemarkTable remarks)
{
    /// <summary>What is behind <see cref="ProposalRemarks"/>, by the day on which it came.</summary>
    public async Task<IReadOnlyList<ProposalRemark>> ReadAsync(int year, CancellationToken cancellationToken)
    {
        var found = new List<Remark>();
        foreach (var one in (await disclosures.ListAsync(year, cancellationToken)).Where(one => one.IsPublicOn(desk.Today)))
        {
            found.AddRange(await remarks.ListAsync(year, one.Id, cancellationToken));
        }

        return [.. found.OrderBy(one => one.Received).ThenBy(one => one.Place, StringComparer.Ordinal).Select(Of)];
    }

#pragma warning disable CS8524 // What is read from a row is one of the names.
    private static ProposalRemark Of(Remark one) => new(
        one.About.Unit,
        one.About.Award,
        one.Unit,
        one.Sender switch
        {
            RemarkSender.Unit => "đơn vị",
            RemarkSender.Organisation => "cơ quan, tổ chức",
            RemarkSender.Citizen => "công dân",
            RemarkSender.Press => "báo chí",
        },
        one.Received,
        one.Answer is { } answer ? Told(answer.Outcome) : null,
        one.Answer?.Text);

    private static string Told(RemarkOutcome outcome) => outcome switch
    {
        RemarkOutcome.Upheld => "có căn cứ",
        RemarkOutcome.Dismissed => "không có căn cứ",
        RemarkOutcome.PassedOn => "chuyển cơ quan có thẩm quyền",
    };
#pragma warning restore CS8524
}
