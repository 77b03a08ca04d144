using System.Globalization;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

[JsonConverter(typeof(CamelCaseEnum<QuorumState>))]
internal enum QuorumState
{
    /// <summary>No regulation asks for one, or nobody recorded who was there.</summary>
    NotKnown,

    Reached,
    Missed,
}

/// <summary>Whether enough members were there, by the bloc's adopted regulation.</summary>
/// <param name="State">Whether they were.</param>
/// <param name="Present">How many members were there, those with a substitute too; guests never count.</param>
/// <param name="Members">Of how many; null where the bloc's members are not known.</param>
/// <param name="Needed">How many the regulation asks for; null where it asks for none, or the members are not known.</param>
/// <param name="IsAsked">Whether the regulation asks for a quorum.</param>
internal sealed record Quorum(QuorumState State, int? Present, int? Members, int? Needed, bool IsAsked)
{
    /// <param name="regulation">What the adopted regulation settles; null where none was adopted.</param>
    /// <param name="members">The members on the day; empty where not all of them are known.</param>
    /// <param name="statedMembers">How many the bloc is said to have, where they are not.</param>
    /// <param name="attendance">Who was there; null where nobody recorded it.</param>
    public static Quorum Of(RegulationSettings? regulation, IReadOnlyCollection<string> members, int? statedMembers, Attendance? attendance)
    {
        int? all = members.Count > 0 ? members.Count : statedMembers;
        var present = attendance?.PresentOf(members);
        if (regulation?.Quorum is not { } share)
        {
            return new(QuorumState.NotKnown, present, all, null, IsAsked: false);
        }

        var state = (present, all) is ({ } there, { } of) ? share.IsReachedBy(there, of) ? QuorumState.Reached : QuorumState.Missed : QuorumState.NotKnown;
        return new(state, present, all, NeededOf(share, all), IsAsked: true);
    }

    /// <summary>That of minutes when they were adopted.</summary>
    /// <param name="regulation">What held on the day of the meeting: it still says how many were needed.</param>
    /// <param name="adopted">What was kept.</param>
    public static Quorum Kept(RegulationSettings? regulation, MinutesAdoption adopted) => adopted.Quorum == QuorumState.NotKnown
        ? new(QuorumState.NotKnown, adopted.Present, adopted.Members, null, IsAsked: false)
        : new(adopted.Quorum, adopted.Present, adopted.Members, NeededOf(regulation?.Quorum, adopted.Members), IsAsked: true);

    private static int? NeededOf(Share? share, int? all) => all is { } count && share is not null
        ? Enumerable.Range(1, count).Select(one => (int?)one).FirstOrDefault(one => share.IsReachedBy(one!.Value, count))
        : null;

    public Words Words => (State, IsAsked) switch
    {
        (_, false) => new("Chưa có quy chế đã thông qua quy định số thành viên dự họp tối thiểu.", "No adopted regulation asks for a quorum."),
        (QuorumState.NotKnown, _) when Present is not null => new("Chưa biết khối có bao nhiêu thành viên.", "How many members the bloc has is not known."),
        (QuorumState.NotKnown, _) => new("Chưa ghi số thành viên dự họp.", "How many members were there is not recorded."),
        (QuorumState.Reached, _) => new($"Đủ số thành viên dự họp: {Counts(Present)}/{Counts(Members)}, cần ít nhất {Counts(Needed)}.", $"Quorum: {Present} of {Members} members, at least {Needed} needed."),
        _ => new($"Không đủ số thành viên dự họp: {Counts(Present)}/{Counts(Members)}, cần ít nhất {Counts(Needed)}.", $"No quorum: {Present} of {Members} members, at least {Needed} needed."),
    };

    /// <exception cref="Refusal">409: the regulation asks for a quorum and it was missed, or nobody recorded who was there.</exception>
    public void DemandToAdopt()
    {
        if (State == QuorumState.Missed)
        {
            throw Refusal.Rule("no-quorum", new($"{Words.Vi} Cuộc họp không thông qua được nội dung nào.", $"{Words.En} The meeting adopts nothing."));
        }

        if (IsAsked && State == QuorumState.NotKnown)
        {
            throw Refusal.Rule("attendance-not-recorded", new(
                $"{Words.Vi} Quy chế quy định số thành viên dự họp tối thiểu; hãy ghi trước.", $"{Words.En} The regulation asks for a quorum; record it first."));
        }
    }

    private static string Counts(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
