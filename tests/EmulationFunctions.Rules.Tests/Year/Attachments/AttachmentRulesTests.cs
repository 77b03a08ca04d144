using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Year.Attachments;

public sealed class AttachmentRulesTests
{
    private static readonly Leaders Leaders = new("head", "deputy");

    [Theory]
    [InlineData(AttachmentSubject.Plan, null, null)]
    [InlineData(AttachmentSubject.Regulation, "2", null)]
    [InlineData(AttachmentSubject.Pact, null, null)]
    [InlineData(AttachmentSubject.PactSignature, null, "unit")]
    [InlineData(AttachmentSubject.Movement, "nong-thon-moi", null)]
    [InlineData(AttachmentSubject.MovementAnswer, "nong-thon-moi", "unit")]
    [InlineData(AttachmentSubject.Meeting, "tong-ket", null)]
    [InlineData(AttachmentSubject.Report, "so-ket", null)]
    [InlineData(AttachmentSubject.ReportPart, "so-ket", "unit")]
    [InlineData(AttachmentSubject.Handover, null, null)]
    internal void Each_kind_of_thing_is_named_in_one_way(AttachmentSubject kind, string? item, string? unit)
    {
        Assert.Empty(Faults(kind, item, unit));
        Assert.Equal(["item"], Faults(kind, item is null ? "khac" : null, unit));
        Assert.Equal(["unit"], Faults(kind, item, unit is null ? "unit" : null));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        Assert.Equal(["item", "unit", "caption"], AttachmentRules.Check(new(AttachmentSubject.ReportPart, "Sơ kết", "other"), "hai\ndòng", IsUnit).Select(fault => fault.Path));
        Assert.Equal(["caption"], AttachmentRules.Check(new(AttachmentSubject.Plan, null, null), new string('x', 301), IsUnit).Select(fault => fault.Path));
        Assert.Equal(["caption"], AttachmentRules.Check(new(AttachmentSubject.Plan, null, null), "", IsUnit).Select(fault => fault.Path));
    }

    [Fact]
    public void Leaders_and_the_office_send_anything_and_a_unit_what_is_its_own()
    {
        var (own, theirs, bloc) = (new AttachedTo(AttachmentSubject.PactSignature, null, "unit"), new AttachedTo(AttachmentSubject.PactSignature, null, "other"), new AttachedTo(AttachmentSubject.Plan, null, null));

        Assert.All([own, theirs, bloc], to => Assert.All([Someone(["head"]), Someone(["deputy"]), Someone([], Roles.Admin)], caller => Assert.True(AttachmentRules.MayWrite(caller, Leaders, to))));
        Assert.All([theirs, bloc], to => Assert.False(AttachmentRules.MayWrite(Someone(["unit"]), Leaders, to)));
        Assert.True(AttachmentRules.MayWrite(Someone(["unit"]), Leaders, own));
        Assert.All([Roles.Council, Roles.Reader], role => Assert.False(AttachmentRules.MayWrite(Someone([], role), Leaders, own)));
    }

    [Fact]
    public void What_is_a_unit_s_own_is_read_by_the_unit_those_who_lead_the_bloc_and_who_oversee_and_the_rest_by_all()
    {
        var (own, bloc) = (new AttachedTo(AttachmentSubject.ReportPart, "so-ket", "unit"), new AttachedTo(AttachmentSubject.Plan, null, null));

        Assert.All(
            [Someone(["unit"]), Someone(["head"]), Someone(["deputy"]), Someone([], Roles.Admin), Someone([], Roles.Council), Someone([], Roles.Reader)],
            caller => Assert.True(AttachmentRules.MayRead(caller, Leaders, own)));
        Assert.False(AttachmentRules.MayRead(Someone(["other"]), Leaders, own));
        Assert.False(AttachmentRules.MayRead(Someone(["other"]), Leaders.Nobody, own));
        Assert.True(AttachmentRules.MayRead(Someone(["other"]), Leaders, bloc));
    }

    [Fact]
    public void The_trail_holds_no_caption_and_tells_captions_apart()
    {
        var file = new Attachment("1", new(AttachmentSubject.Meeting, "tong-ket", null), "anh.jpg", FileType.Jpeg, 9, "ab", "Ông A trao cờ", default, "t:o");

        Assert.DoesNotContain("Ông A", file.Facts(), StringComparison.Ordinal);
        Assert.NotEqual(file.Facts(), (file with { Caption = "Ông B trao cờ" }).Facts());
        Assert.StartsWith("Meeting tong-ket anh.jpg JPG 9 sha256:ab caption:", file.Facts(), StringComparison.Ordinal);
        Assert.Equal("Meeting tong-ket anh.jpg JPG 9 sha256:ab", (file with { Caption = null }).Facts());
    }

    private static bool IsUnit(string unit) => unit == "unit";

    private static IEnumerable<string> Faults(AttachmentSubject kind, string? item, string? unit) => AttachmentRules.Check(new(kind, item, unit), null, IsUnit).Select(fault => fault.Path);

    private static Caller Someone(string[] units, params string[] roles) => new("tenant", "object", false, roles.ToHashSet(), units);
}
