using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>Whether a pact is complete follows from who is in the bloc that day and whose signature counts, and from nothing else.</summary>
public sealed class SigningTests
{
    private static readonly DateOnly Spring = new(2026, 3, 31);

    [Fact]
    public void A_pact_is_complete_exactly_when_every_known_member_has_signed() => Law.HoldsForEverySeed(random =>
    {
        string[] members = [.. Enumerable.Range(0, random.Next(0, 12)).Select(number => $"so-{number}")];
        var signed = Enumerable.Range(0, 14).Select(number => $"so-{number}").Where(_ => random.Next(3) > 0).ToHashSet(StringComparer.Ordinal);
        var areAllKnown = random.Next(4) > 0;

        var signing = Signing.Of(isForSigning: true, members, areAllKnown, signed);

        return signing.State == PactState.Complete == (areAllKnown && members.Length > 0 && Array.TrueForAll(members, signed.Contains))
            && signing.Missing.ToHashSet().SetEquals(members.Except(signed))
            && (areAllKnown || signing.State == PactState.MembersUnknown || members.Length == 0);
    });

    [Fact]
    public void Who_joins_makes_a_complete_pact_incomplete_until_it_signs() => Law.HoldsForEverySeed(random =>
    {
        string[] members = [.. Enumerable.Range(0, random.Next(1, 12)).Select(number => $"so-{number}")];
        var signed = members.ToHashSet(StringComparer.Ordinal);

        return Signing.Of(true, members, true, signed).State == PactState.Complete
            && Signing.Of(true, [.. members, "so-moi"], true, signed) is { State: PactState.Incomplete, Missing: ["so-moi"] }
            && Signing.Of(true, [.. members, "so-moi"], true, signed.Append("so-moi").ToHashSet()).State == PactState.Complete;
    });

    [Fact]
    public void The_members_of_the_day_are_asked_for_and_no_others()
    {
        var record = new PactRecord([Pact()], [Signed("so-a"), Signed("so-b")]);
        var terms = Terms(["so-a"], more: [Member("so-b", new(2020, 1, 1), new(2026, 6, 30)), Member("so-c", new(2026, 7, 1))]);

        Assert.Equal(PactState.Complete, Signing.Of(record, terms, Spring).State);
        Assert.Equal(["so-c"], Signing.Of(record, terms, new(2026, 7, 1)).Missing);
        Assert.Equal(["so-c"], Signing.Of(record, terms, new(2030, 1, 1)).Missing); // later than the year the year's last day counts
        Assert.Equal(PactState.Complete, Signing.Of(record, terms, new(2025, 12, 26)).State); // and before it the first
    }

    [Fact]
    public void A_bloc_that_is_not_known_to_the_last_member_is_never_complete_and_says_so()
    {
        var record = new PactRecord([Pact()], [Signed("so-a"), Signed("so-x")]);

        Assert.Equal(PactState.Complete, Signing.Of(record, Terms(["so-a"], stated: 1), Spring).State);
        Assert.Equal(PactState.MembersUnknown, Signing.Of(record, Terms([], stated: 13), Spring).State);
        Assert.Equal(PactState.MembersUnknown, Signing.Of(record, Terms([]), Spring).State);
        Assert.Equal(PactState.MembersUnknown, Signing.Of(record, Terms(["so-a"], stated: 2), Spring).State);
        Assert.Equal(PactState.MembersUnknown, Signing.Of(record, Terms(["so-a", "so-x"]), Spring).State); // a placeholder
        Assert.Contains("không thể kết luận", Signing.Of(record, Terms([], stated: 13), Spring).Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_counts_under_the_edition_that_was_read_and_until_it_is_taken_back()
    {
        var withdrawn = Signed("so-c", 2) with { Withdrawn = new("Ghi nhầm.", DateTimeOffset.UnixEpoch) };
        var record = new PactRecord([Pact(), Pact(edition: 2)], [Signed("so-a"), Signed("so-a", 2), Signed("so-b"), withdrawn]);

        Assert.Equal(["so-a"], record.Valid.Select(one => one.Unit));
        Assert.Equal([("so-a", 1), ("so-b", 1), ("so-c", 2)], record.Void.Select(one => (one.Unit, one.Edition)));
        Assert.Equal([true, true, false], new[] { "so-b", "so-c", "so-d" }.Select(record.IsAskedAgain));
        Assert.Equal(["so-b"], Signing.Of(record, Terms(["so-a", "so-b"]), Spring).Missing);
    }

    [Fact]
    public void Whatever_is_rewritten_signed_and_taken_back_no_signature_stands_under_another_text() => Law.HoldsForEverySeed(random =>
    {
        var record = new PactRecord([Written("0", 1)], []);
        for (var step = 0; step < 30; step++)
        {
            var unit = $"so-{random.Next(4)}";
            record = random.Next(3) switch
            {
                0 => Write(random.Next(4)),
                1 when record.ValidOf(unit) is null => record with { Signatures = [.. record.Signatures, Signed(unit, record.Current.Edition) with { TextHash = record.Current.Hash, Given = step }] },
                2 => record with { Signatures = [.. record.Signatures.Select(one => one.Unit == unit ? one with { Withdrawn = new("x", DateTimeOffset.UnixEpoch) } : one)] },
                _ => record,
            };
        }

        return record.Valid.All(one => one.TextHash == record.Current.Hash)
            && record.Valid.Select(one => one.Unit).Distinct().Count() == record.Valid.Count()
            // And what a signature stood under is still there to be read.
            && record.Signatures.All(one => record.Editions.Single(edition => edition.Edition == one.Edition).Hash == one.TextHash);

        PactRecord Write(int text) => record.With(Written($"{text}", record.EditionOf($"{text}")));
        static Pact Written(string hash, int edition) => Pact(edition: edition) with { Hash = hash };
    });

    [Fact]
    public void What_nobody_may_sign_yet_is_a_draft()
    {
        Assert.Equal(PactState.Draft, Signing.Of(isForSigning: false, ["so-a"], true, new HashSet<string>()).State);
        Assert.Equal("1 of 2 members has not signed.", Signing.Of(true, ["so-a", "so-b"], true, new HashSet<string> { "so-a" }).Words.En);
        Assert.Equal("Đủ 1/1 đơn vị đã ký giao ước.", Signing.Of(true, ["so-a"], true, new HashSet<string> { "so-a" }).Words.Vi);
    }
}
