using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Roster;

/// <summary>The body of <c>PutRotation</c>.</summary>
internal sealed record RotationBody
{
    /// <summary>The units in the order in which they lead, a circle; empty for none.</summary>
    [Items(0, Bloc.MostMembers), Slug]
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <exception cref="Refusal">400: a unit is there twice.</exception>
    public IReadOnlyList<string> ToOrder()
    {
        var faults = new List<Fault>();
        for (var index = 0; index < Order.Count; index++)
        {
            if (Order.Take(index).Contains(Order[index], StringComparer.Ordinal))
            {
                faults.Add($"$.order[{index}]", "Đơn vị này được nêu hai lần.", "This unit is named twice.");
            }
        }

        return faults.Count == 0 ? Order : throw Refusal.BadInput(faults);
    }
}

/// <summary>The body of <c>SuggestTerm</c>.</summary>
/// <param name="Basis">deputy: the deputy succeeds; order: whoever follows in the bloc's order; vote: whoever got most votes.</param>
internal sealed record SuggestionBody(SuggestionBasis Basis = SuggestionBasis.Deputy)
{
    /// <summary>Of a vote: how many votes each unit got to lead, as the minutes count them.</summary>
    [Items(0, Bloc.MostMembers)]
    public IReadOnlyList<VotesBody> Head { get; init; } = [];

    /// <summary>Of a vote: how many votes each unit got to be deputy; none where only the head was voted for.</summary>
    [Items(0, Bloc.MostMembers)]
    public IReadOnlyList<VotesBody> Deputy { get; init; } = [];

    /// <exception cref="Refusal">400: votes without a vote, a vote without a result.</exception>
    public (IReadOnlyList<VotesFor> Head, IReadOnlyList<VotesFor> Deputy) Votes()
    {
        var faults = new List<Fault>();
        var (head, deputy) = (Counted(Head, "$.head", faults), Counted(Deputy, "$.deputy", faults));
        if (Basis != SuggestionBasis.Vote)
        {
            foreach (var (path, votes) in new[] { ("$.head", head), ("$.deputy", deputy) })
            {
                if (votes.Count > 0)
                {
                    faults.Add(path, "Chỉ nêu số phiếu khi căn cứ là bỏ phiếu (vote).", "Votes are given only where the basis is a vote.");
                }
            }
        }
        else if (faults.Count == 0)
        {
            CheckWon(head, "$.head", isNeeded: true, faults);
            CheckWon(deputy, "$.deputy", isNeeded: false, faults);
            if (faults.Count == 0 && Rotation.Winner(head) == Rotation.Winner(deputy))
            {
                faults.Add("$.deputy", "Khối phó phải là đơn vị khác với Khối trưởng.", "The deputy must be another unit than the head.");
            }
        }

        return faults.Count == 0 ? (head, deputy) : throw Refusal.BadInput(faults);
    }

    private static void CheckWon(IReadOnlyList<VotesFor> votes, string path, bool isNeeded, List<Fault> faults)
    {
        if (votes.Count == 0 && isNeeded)
        {
            faults.Add(path, "Phải nêu số phiếu của từng đơn vị.", "Must say how many votes each unit got.");
        }
        else if (votes.Count > 0 && Rotation.Winner(votes) is null)
        {
            faults.Add(
                path,
                "Các đơn vị dẫn đầu bằng phiếu nhau: phải bỏ phiếu lại, hoặc cơ quan thường trực quyết định bằng SetTerm.",
                "The leading units have as many votes: vote again, or the office decides by SetTerm.");
        }
    }

    private static IReadOnlyList<VotesFor> Counted(IReadOnlyList<VotesBody> votes, string path, List<Fault> faults)
    {
        for (var index = 0; index < votes.Count; index++)
        {
            if (votes.Take(index).Any(earlier => earlier.Unit == votes[index].Unit))
            {
                faults.Add($"{path}[{index}].unit", "Đơn vị này được nêu hai lần.", "This unit is named twice.");
            }
        }

        return [.. votes.Select(one => new VotesFor(one.Unit, one.Votes))];
    }
}

/// <param name="Unit">The unit's id.</param>
/// <param name="Votes">How many votes it got.</param>
internal sealed record VotesBody([property: Slug] string Unit, [property: Range(0, 10_000)] int Votes);

/// <summary>The body of <c>ConfirmHandover</c>. Who leads may be left out: then what was suggested is confirmed.</summary>
/// <param name="Day">The day of the handover, from which the new term holds; null where the papers do not say.</param>
/// <param name="DaySaid">The day as the papers say it, where they do not say which it was, such as "vừa qua".</param>
/// <param name="Meeting">The id of the meeting at which it was confirmed.</param>
/// <param name="Head">The unit that leads from then on.</param>
/// <param name="Deputy">The unit that stands in for it.</param>
/// <param name="StandingUnit">The unit that runs the bloc's office.</param>
/// <param name="IsConcurrentPost">Whether it is done beside other work.</param>
/// <param name="FlagFrom">The unit that handed over the rotating flag (cờ luân lưu); null where that was not recorded.</param>
/// <param name="FlagTo">The unit that received it; null where that was not recorded, or there was no flag.</param>
/// <param name="GivenBy">Who signs for the unit that hands over; a name is data of this record alone.</param>
/// <param name="ReceivedBy">Who signs for the unit that receives.</param>
/// <param name="Witness">Who signs as witness, such as somebody of the office; null where there is none.</param>
internal sealed record HandoverBody(
    DateOnly? Day = null,
    [property: StringLength(Handover.LongestText, MinimumLength = 1)] string? DaySaid = null,
    [property: Slug] string? Meeting = null,
    [property: Slug] string? Head = null,
    [property: Slug] string? Deputy = null,
    [property: Slug] string? StandingUnit = null,
    bool IsConcurrentPost = false,
    [property: Slug] string? FlagFrom = null,
    [property: Slug] string? FlagTo = null,
    SignerBody? GivenBy = null,
    SignerBody? ReceivedBy = null,
    SignerBody? Witness = null)
{
    /// <summary>The term of the next year that it names; null where it confirms what was suggested.</summary>
    public Term? ToTerm(string bloc, int year) => Head is null && Deputy is null && StandingUnit is null
        ? null
        : new(bloc, year + 1, Head, Deputy, StandingUnit, IsConcurrentPost, IsSuggestion: false, 0) { From = Day };

    /// <summary>What else was handed over, such as files and registers, in the words of the papers and without names of people; empty where that was not recorded.</summary>
    [Items(0, Handover.MostItems), StringLength(Handover.LongestItem, MinimumLength = 1)]
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <param name="bloc">Which bloc.</param>
    /// <param name="year">The year that ended.</param>
    /// <param name="ofMeeting">What is wrong with the meeting that it names.</param>
    /// <exception cref="Refusal">400: all faults at once.</exception>
    public Handover ToHandover(string bloc, int year, Fault? ofMeeting)
    {
        var faults = new List<Fault>();
        if (Day is null && DaySaid is null)
        {
            faults.Add("$.day", "Phải nêu ngày bàn giao, hoặc lời văn về ngày (daySaid) khi tài liệu không nói rõ.", "Say the day of the handover, or how the papers put it (daySaid) where they do not say which.");
        }
        else if (Day is { } day && (day.Year < year || day.Year > year + 1))
        {
            faults.Add("$.day", $"Ngày bàn giao của năm {year} phải trong năm {year} hoặc {year + 1}.", $"{year} is handed over on a day of {year} or {year + 1}.");
        }

        if (DaySaid is not null)
        {
            RosterRules.CheckText(DaySaid, "$.daySaid", faults);
        }

        if (ofMeeting is not null)
        {
            faults.Add(ofMeeting);
        }

        for (var index = 0; index < Items.Count; index++)
        {
            RosterRules.CheckText(Items[index], $"$.items[{index}]", faults);
        }

        if (ToTerm(bloc, year) is { } term)
        {
            RosterRules.CheckTerm(term, "$", "$.deputy", faults);
        }

        if (FlagFrom is not null && FlagFrom == FlagTo)
        {
            faults.Add("$.flagTo", "Cờ luân lưu được trao cho đơn vị khác.", "The rotating flag is handed to another unit.");
        }

        return faults.Count == 0
            ? new(bloc, year, Day, DaySaid, Meeting, FlagFrom, FlagTo, 0)
            {
                Items = [.. Items.Select(item => item.Trim())],
                GivenBy = GivenBy?.ToPerson(),
                ReceivedBy = ReceivedBy?.ToPerson(),
                Witness = Witness?.ToPerson(),
            }
            : throw Refusal.BadInput(faults);
    }
}
