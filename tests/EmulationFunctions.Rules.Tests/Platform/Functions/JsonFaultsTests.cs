using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Rules.Tests.Platform.Functions;

/// <summary>A body's faults are all found at once, each with its place.</summary>
public sealed partial class JsonFaultsTests
{
    [Theory]
    [InlineData("""{"name":"a","count":1,"parts":[]}""")]
    [InlineData("""{"name":"a","note":null,"count":10,"parts":[{"code":"x","day":"2026-12-10"}]}""")]
    public void A_good_body_has_none(string body) => Assert.Empty(Paths(body));

    [Theory]
    [InlineData("""{}""", "$.name", "$.count", "$.parts")] // missing, not defaulted
    [InlineData("""{"name":null,"count":null,"parts":null}""", "$.name", "$.count", "$.parts")]
    [InlineData("""{"name":"a","count":1,"parts":[],"nmae":"b","Count":2}""", "$.nmae", "$.Count")] // misspelt, wrong case
    [InlineData("""{"name":"a","name":"b","count":1,"parts":[]}""", "$.name")] // twice
    [InlineData("""{"name":5,"count":"5","parts":{}}""", "$.name", "$.count", "$.parts")]
    [InlineData("""{"name":"a","count":1.5,"parts":[null,7,{"code":"X"},{"code":"x","day":"10/12/2026"}]}""", "$.count", "$.parts[0]", "$.parts[1]", "$.parts[2].code", "$.parts[3].day")]
    [InlineData("""{"name":"","count":11,"parts":[{"code":"a"},{"code":"a"},{"code":"a"},{"code":"a"},{"code":"a"}]}""", "$.name", "$.count", "$.parts")] // limits
    [InlineData("""{"name":"a\u0000b","count":1,"parts":[]}""", "$.name")] // control characters
    [InlineData("""{"name":"\ud800","note":"\udc00x","count":"\ud800","parts":[{"code":"X"}],"points":"\ud800"}""", "$.name", "$.note", "$.count", "$.parts[0].code", "$.points")] // half a character
    [InlineData("""[1]""", "$")]
    public void Every_fault_is_named_by_its_path(string body, params string[] paths) =>
        Assert.Equal(paths.Order(StringComparer.Ordinal), Paths(body).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("\"Sở Xây dựng\"", true)]
    [InlineData("\"dòng một\\ndòng hai\\t\\\"ba\\\" \\u0110\"", true)]
    [InlineData("\"\\ud83d\\ude00 😀\"", true)] // a whole pair, written either way
    [InlineData("\"a\u007fb\"", false)]
    [InlineData("\"a\u0085b\"", false)]
    [InlineData("\"a\\u0001b\"", false)]
    [InlineData("7", false)]
    [InlineData("{}", false)]
    public void A_text_without_limits_is_looked_at_like_any_other(string note, bool isSound) =>
        Assert.Equal(isSound, Paths($$"""{"name":"a","count":1,"parts":[],"note":{{note}}}""") is []);

    [Theory]
    [InlineData("\"18,5\"", "18.5")]
    [InlineData("\"1.234,5\"", "1234.5")]
    [InlineData("\"-0,25\"", "-0.25")]
    [InlineData("\" 7 \"", "7")]
    [InlineData("\"18.5\"", "18.5")]
    [InlineData("\"18,555\"", null)] // a third decimal: nothing that could be written would be taken
    [InlineData("\"many\"", null)]
    [InlineData("true", null)]
    public void A_number_that_was_sent_as_text_is_told_as_it_is_to_be_written(string sent, string? written)
    {
        var words = Faults($$"""{"name":"a","count":1,"parts":[],"points":{{sent}}}""").Single().Words;

        Assert.Equal(written is not null, words.En.StartsWith("Write ", StringComparison.Ordinal));
        Assert.True(written is null || words == NumberInText.Write(written), words.En);
    }

    [Theory]
    [InlineData("\"5\"", "Write 5: a number, with a decimal point and without quotation marks.")]
    [InlineData("\"5,5\"", "Must be a whole number.")]
    public void A_count_that_was_sent_as_text_is_told_so_where_it_is_whole(string sent, string words) =>
        Assert.Equal(words, Faults($$"""{"name":"a","count":{{sent}},"parts":[]}""").Single().Words.En);

    [Theory]
    [InlineData("""{"name":7,"count":"11","parts":[{"code":"X"},null,{"day":"x"}],"more":1}""", "", 11, "", "", "")]
    [InlineData("""{"parts":[{"code":"a"}]}""", "", 0, "a")]
    [InlineData("""{"name":null,"count":3,"parts":[{"code":"a"},{"code":"a"},{"code":"a"},{"code":"a"},{"code":"a"}],"points":"18,5"}""", "", 3)] // too many: none
    public void The_rest_of_a_faulty_body_has_something_harmless_in_each_faulty_place(string body, string name, int count, params string[] codes)
    {
        using var document = JsonDocument.Parse(body);

        var rest = Assert.IsType<Sample>(JsonRest.Read(document.RootElement, Options.GetTypeInfo(typeof(Sample))).Body);

        Assert.Equal((name, count), (rest.Name, rest.Count));
        Assert.Equal(codes, rest.Parts.Select(part => part.Code));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("7")]
    public void What_is_no_object_at_all_has_a_rest_of_harmless_things(string body)
    {
        using var document = JsonDocument.Parse(body);

        Assert.Equal("", Assert.IsType<Sample>(JsonRest.Read(document.RootElement, Options.GetTypeInfo(typeof(Sample))).Body).Name);
    }

    [Theory]
    [InlineData("""{"name":"a","count":"2","parts":[{"code":"a"}],"points":"18,5","more":1}""", true)]
    [InlineData("""{"name":"a","count":2,"parts":[{"code":"A"}]}""", false)]
    [InlineData("""{"name":"a","count":2}""", false)]
    [InlineData("""{"name":"a","count":2,"parts":[null]}""", false)]
    public void It_is_known_whether_the_rest_is_all_as_it_was_meant(string body, bool isMeant)
    {
        using var document = JsonDocument.Parse(body);

        Assert.Equal(isMeant, JsonRest.Read(document.RootElement, Options.GetTypeInfo(typeof(Sample))).IsMeant);
    }

    [Fact]
    public void Decomposed_letters_are_composed_before_anything_reads_them()
    {
        using var document = JsonDocument.Parse("""{"name":"So\u031b\u0309 Xây du\u031b\u0323ng"}""");

        Assert.Equal("Sở Xây dựng", (string)JsonLetters.Composed(document.RootElement)!["name"]!);
    }

    [Fact]
    public void A_composed_body_is_left_alone()
    {
        using var document = JsonDocument.Parse("""{"name":"Sở Xây dựng","list":[1,null,true]}""");

        Assert.Null(JsonLetters.Composed(document.RootElement));
    }

    private static readonly JsonSerializerOptions Options = MakeOptions();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = SampleJson.Default };
        JsonRules.Apply(options);
        return options;
    }

    private static IReadOnlyList<Fault> Faults(string body)
    {
        using var document = JsonDocument.Parse(body);
        return JsonFaults.Find(document.RootElement, Options.GetTypeInfo(typeof(Sample)));
    }

    private static List<string> Paths(string body) => [.. Faults(body).Select(fault => fault.Path)];

    internal sealed record Sample(
        [property: StringLength(5, MinimumLength = 1)] string Name,
        [property: Range(1, 10)] int Count,
        [property: MaxLength(4)] IReadOnlyList<Part> Parts,
        string? Note = null,
        Points? Points = null);

    internal sealed record Part([property: Slug] string Code, DateOnly? Day = null);

    [JsonSerializable(typeof(Sample))]
    internal sealed partial class SampleJson : JsonSerializerContext;
}
