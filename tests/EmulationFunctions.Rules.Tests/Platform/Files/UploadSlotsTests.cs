using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class UploadSlotsTests
{
    [Fact]
    public void One_account_has_two_at_a_time_and_leaves_the_others_to_others()
    {
        var slots = new UploadSlots(8);
        var first = slots.Take("a");
        slots.Take("a");

        Refused(slots, "a");
        slots.Take("b").Dispose();
        first.Dispose();
        first.Dispose(); // gives nothing more back
        slots.Take("a");
        Refused(slots, "a");
    }

    [Fact]
    public void All_accounts_together_have_as_many_as_an_instance_takes()
    {
        var slots = new UploadSlots(3);
        slots.Take("a");
        slots.Take("a");
        var last = slots.Take("b");

        Refused(slots, "c");
        last.Dispose();
        slots.Take("c");
        Refused(slots, "b");
    }

    private static void Refused(UploadSlots slots, string account)
    {
        var refusal = Assert.Throws<Refusal>(() => slots.Take(account));
        Assert.Equal((429, "too-many-uploads"), (refusal.Status, refusal.Type));
        Assert.NotNull(refusal.RetryAfter);
    }
}
