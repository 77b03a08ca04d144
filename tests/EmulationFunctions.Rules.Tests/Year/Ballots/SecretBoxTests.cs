using System.Security.Cryptography;
using EmulationFunctions.Year.Ballots;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

public sealed class SecretBoxTests
{
    private static readonly string[] Choices = ["a", "b"];

    private static readonly byte[] VoteA = VoteBytes.Of(new(["a"], false), Choices);

    private static readonly byte[] VoteB = VoteBytes.Of(new(["b"], false), Choices);

    [Fact]
    public void With_each_vote_every_envelope_becomes_another_of_the_same_size()
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var box = SecretBox.Empty(first.Public, second.Public, 5);

        for (var voter = 0; voter < 5; voter++)
        {
            var after = box.With(voter, VoteA);

            Assert.Single(after.Envelopes.Select(envelope => envelope.Length).Distinct());
            Assert.Empty(after.Envelopes.Select(Convert.ToHexString).Intersect(box.Envelopes.Select(Convert.ToHexString)));
            box = after;
        }

        Assert.Equal("xxxxx", box.Roll);
    }

    [Fact]
    public void No_vote_is_shorter_or_longer_than_another() => Assert.Single(
        new Vote[] { new([], true), new([], false), new(["a"], false), new(["a", "b"], false) }.Select(vote => VoteBytes.Of(vote, Choices).Length).Distinct());

    [Fact]
    public void Neither_half_of_the_key_opens_anything_alone()
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var box = SecretBox.Empty(first.Public, second.Public, 3).With(0, VoteA);

        Assert.ThrowsAny<CryptographicException>(() => box.Open(first, first));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(second, second));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(second, first));
        Assert.Equal(VoteA, Assert.Single(box.Open(first, second)));
        // What the keeper of the outer one sees is sealed for the other, and what lies in it is seen by neither.
        Assert.DoesNotContain(Convert.ToHexString(VoteA), Convert.ToHexString(second.Open(box.Envelopes[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_keeper_who_joins_the_operator_tells_no_vote_with_one_key()
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var box = SecretBox.Empty(first.Public, second.Public, 5);
        var known = new HashSet<string>();
        for (var voter = 0; voter < 5; voter++)
        {
            box = box.With(voter, voter == 0 ? VoteA : VoteB);

            Assert.All(box.Envelopes, envelope => Assert.ThrowsAny<CryptographicException>(() => first.Open(envelope)));
            // The outer envelope opens; the one in it does not, and is none that was ever seen: nobody can say which is new.
            var within = box.Envelopes.Select(second.Open).ToList();
            Assert.All(within, envelope => Assert.ThrowsAny<CryptographicException>(() => second.Open(envelope)));
            Assert.All(within, envelope => Assert.True(known.Add(Convert.ToHexString(envelope))));
            Assert.All(box.Envelopes, envelope => Assert.True(known.Add(Convert.ToHexString(envelope))));
        }
    }

    /// <summary>What is not protected from, and is written down in docs/decisions/0028: whoever could count the box at the end could have counted it after each vote.</summary>
    [Fact]
    public void Both_keys_with_the_boxes_of_two_moments_do_tell_the_vote_between()
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var before = SecretBox.Empty(first.Public, second.Public, 3).With(0, VoteA);
        var after = before.With(1, VoteB);

        var between = after.Open(first, second).Select(Convert.ToHexString).Except(before.Open(first, second).Select(Convert.ToHexString));

        Assert.Equal(["b"], VoteBytes.Read(Convert.FromHexString(Assert.Single(between)), Choices).Choices);
    }

    [Fact]
    public void A_box_that_was_meddled_with_is_not_counted()
    {
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var box = SecretBox.Empty(first.Public, second.Public, 3).With(0, VoteA).With(1, VoteA);
        var broken = box.Envelopes.Select(envelope => envelope.ToArray()).ToList();
        broken[0][40] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => (box with { Envelopes = broken }).Open(first, second));
        Assert.ThrowsAny<CryptographicException>(() => (box with { Envelopes = [box.Envelopes[0]] }).Open(first, second)); // one was taken out
        Assert.ThrowsAny<CryptographicException>(() => box.Marked(2, SecretBox.InBox).Open(first, second)); // a mark without a vote
    }

    [Fact]
    public void A_key_is_read_as_it_was_told_and_typed()
    {
        using var key = OpeningKey.Draw();
        var text = key.ToText();

        Assert.Matches("^([0-9A-F]{4}-){15}[0-9A-F]{4}$", text);
        foreach (var typed in new[] { text, text.ToLowerInvariant(), text.Replace("-", " ", StringComparison.Ordinal), $" {text.Replace("-", "", StringComparison.Ordinal)}\n" })
        {
            using var read = OpeningKey.Parse(typed);
            Assert.True(read!.Opens(key.Public));
        }

        Assert.Null(OpeningKey.Parse(text[..^1]));
        Assert.Null(OpeningKey.Parse(text + "0"));
        Assert.Null(OpeningKey.Parse("!" + text));
    }
}
