using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>What may be disclosed, and what is taken of remarks. Pure.</summary>
internal static class DisclosureRules
{
    /// <param name="wanted">What shall be disclosed; its form has been checked.</param>
    /// <param name="before">As it stands; null where it is new.</param>
    /// <param name="whyNot">Why a proposal cannot be disclosed; null where it can.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(Disclosure wanted, Disclosure? before, Func<DisclosedProposal, Words?> whyNot, DateOnly today)
    {
        var faults = new List<Fault>();
        DemandText(wanted.Title, "$.title", faults);
        if (wanted.From < today && before?.From != wanted.From)
        {
            faults.Add("$.from", "Không thể công khai lùi ngày.", "Nothing is disclosed from a day that is over.");
        }

        if (wanted.Until < wanted.From)
        {
            faults.Add("$.until", "Không thể trước ngày bắt đầu công khai.", "It cannot be before the first day.");
        }

        if (wanted.Proposals.Sum(one => one.Achievement?.Length ?? 0) is > Disclosure.MostLetters and var letters)
        {
            faults.Add("$.proposals", $"Thành tích dài {letters} ký tự; mỗi đợt nhiều nhất {Disclosure.MostLetters}.", $"The achievements have {letters} letters; at most {Disclosure.MostLetters} in one disclosure.");
        }

        for (var index = 0; index < wanted.Proposals.Count; index++)
        {
            var (proposal, path) = (wanted.Proposals[index], $"$.proposals[{index}]");
            if (wanted.Proposals.Take(index).Any(earlier => earlier.Key == proposal.Key))
            {
                faults.Add(path, "Bị lặp lại.", "It is there twice.");
            }

            // What everybody reads already is not asked about again.
            if (before?.Proposals.Contains(proposal) is not true && whyNot(proposal) is { } words)
            {
                faults.Add(new(path, words));
            }
        }

        return faults;
    }

    /// <summary>What everybody reads already changes no more, but for more time.</summary>
    /// <exception cref="Refusal">409.</exception>
    public static void DemandChangeable(Disclosure before, Disclosure wanted, DateOnly today)
    {
        if (before.Retracted is not null)
        {
            throw Refusal.Rule("disclosure-retracted", new("Đợt công khai này đã bị rút lại; hãy lập đợt khác.", "That disclosure was taken back; make another one."));
        }

        if (before.IsPublicOn(today) && !(wanted.Says(before with { Until = wanted.Until }) && wanted.Until >= before.Until))
        {
            throw Refusal.Rule("already-disclosed", new(
                "Đã công khai thì chỉ được kéo dài thời gian góp ý; cần sửa thì rút lại (RetractDisclosure) rồi công khai đợt khác.",
                "What is disclosed is given more time and changes in nothing else; to change it take it back (RetractDisclosure) and disclose it anew."));
        }
    }

    /// <exception cref="Refusal">404: there is nothing to be seen yet, or any more. 409: the time is over. 400: no such proposal, or nothing is said.</exception>
    public static void DemandRemark(Disclosure? disclosure, ProposalKey about, string text, DateOnly day)
    {
        if (disclosure?.IsPublicOn(day) is not true)
        {
            throw NoDisclosure();
        }

        var faults = new List<Fault>();
        if (disclosure.Find(about) is null)
        {
            faults.Add("$.about", "Đề nghị này không có trong đợt công khai.", "The disclosure has no such proposal.");
        }

        DemandText(text, "$.text", faults);
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        if (!disclosure.TakesRemarksOn(day))
        {
            throw Refusal.Rule("comment-time-over", new(
                $"Thời gian góp ý đã hết vào ngày {VietnamTime.Local(disclosure.Until)}.", $"The time for remarks was over on {disclosure.Until:yyyy-MM-dd}."));
        }
    }

    /// <summary>A letter may come late: it is recorded all the same.</summary>
    public static IReadOnlyList<Fault> Check(LetterBody body, Disclosure disclosure, DateOnly today)
    {
        var faults = new List<Fault>();
        if (disclosure.Find(body.About.ToKey()) is null)
        {
            faults.Add("$.about", "Đề nghị này không có trong đợt công khai.", "The disclosure has no such proposal.");
        }

        if (body.Sender == RemarkSender.Unit)
        {
            faults.Add("$.sender", "Đơn vị trong danh bạ tự góp ý trên hệ thống; đơn thư là của tổ chức khác, công dân hoặc báo chí.", "A unit of the roster comments itself; letters are of other organisations, citizens or the press.");
        }

        if (body.Received < disclosure.From || body.Received > today)
        {
            faults.Add("$.received", "Phải từ ngày công khai đến hôm nay.", "Must be from the first day of the disclosure to today.");
        }

        DemandText(body.Text, "$.text", faults);
        body.Letter?.Check("$.letter", faults);
        return faults;
    }

    public static void DemandText(string text, string path, ICollection<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }

    public static Refusal NoDisclosure() => Refusal.NotFound(new("Không có đợt công khai này.", "There is no such disclosure."));

    public static Refusal NoRemark() => Refusal.NotFound(new("Không có góp ý này.", "There is no such remark."));
}
