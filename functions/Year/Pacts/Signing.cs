using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>How far the signing of a pact is on a day. It follows from the members of that day and the signatures that count, and is kept nowhere.</summary>
/// <param name="Members">The bloc's members of the day, by its list.</param>
/// <param name="Missing">Those that have not signed.</param>
internal sealed record Signing(PactState State, IReadOnlyList<string> Members, IReadOnlyList<string> Missing)
{
    public static Signing Of(PactRecord record, YearTerms terms, DateOnly today) => Of(
        record.Current.IsForSigning,
        terms.MembersOn(terms.WithinYear(today)),
        terms.KnowsAllMembers,
        record.Valid.Select(one => one.Unit).ToHashSet(StringComparer.Ordinal));

    /// <param name="isForSigning">Whether anybody may sign.</param>
    /// <param name="members">The members of the day.</param>
    /// <param name="areAllKnown">Whether the bloc is known to have no others.</param>
    /// <param name="signed">The units whose signature counts, members or not.</param>
    public static Signing Of(bool isForSigning, IReadOnlyList<string> members, bool areAllKnown, IReadOnlySet<string> signed)
    {
        var missing = members.Where(unit => !signed.Contains(unit)).ToList();
        return new(
            signed.Count == 0 && !isForSigning ? PactState.Draft
                : !areAllKnown || members.Count == 0 ? PactState.MembersUnknown
                : missing.Count > 0 ? PactState.Incomplete
                : PactState.Complete,
            members,
            missing);
    }

#pragma warning disable CS8524 // It is computed, so it is one of the names.
    public Words Words => State switch
    {
        PactState.Draft => new("Giao ước đang được dự thảo, chưa mở ký.", "The pact is a draft; nobody may sign it yet."),
        PactState.MembersUnknown => new(
            "Chưa có đủ danh sách thành viên của khối nên không thể kết luận giao ước đã được ký đủ.",
            "Not all members of the bloc are listed, so nobody can say that all have signed."),
        PactState.Incomplete => new(
            $"Còn {Missing.Count}/{Members.Count} đơn vị chưa ký giao ước.", $"{Missing.Count} of {Words.Count(Members.Count, "member")} {(Missing.Count == 1 ? "has" : "have")} not signed."),
        PactState.Complete => new($"Đủ {Members.Count}/{Members.Count} đơn vị đã ký giao ước.", $"All {Words.Count(Members.Count, "member")} have signed."),
    };
#pragma warning restore CS8524
}
