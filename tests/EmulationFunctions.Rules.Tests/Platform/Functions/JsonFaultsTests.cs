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
    [InlineData("""[1]""", "$")]
    public void Every_fault_is_named_by_its_path(string body, params string[] paths) =>
        Assert.Equal(paths.Order(StringComparer.Ordinal), Paths(body).Order(StringComparer.Ordinal));

    [Fact]
    public void Decomposed_letters_are_composed_before_anything_reads_them()
    {
        using var document = JsonDocument.Parse("""{"name":"So\u031b\u0309 Xây du\u031b\u0323ng"}""");

        Assert.Equal("Sở Xây dựng", (string)JsonFaults.Composed(document.RootElement)!["name"]!);
    }

    [Fact]
    public void A_composed_body_is_left_alone()
    {
        using var document = JsonDocument.Parse("""{"name":"Sở Xây dựng","list":[1,null,true]}""");

        Assert.Null(JsonFaults.Composed(document.RootElement));
    }

    private static List<string> Paths(string body)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = SampleJson.Default };
        JsonRules.Apply(options);
        using var document = JsonDocument.Parse(body);
        return [.. JsonFaults.Find(document.RootElement, options.GetTypeInfo(typeof(Sample))).Select(fault => fault.Path)];
    }

    internal sealed record Sample(
        [property: StringLength(5, MinimumLength = 1)] string Name,
        [property: Range(1, 10)] int Count,
        [property: MaxLength(4)] IReadOnlyList<Part> Parts,
        string? Note = null);

    internal sealed record Part([property: Slug] string Code, DateOnly? Day = null);

    [JsonSerializable(typeof(Sample))]
    internal sealed partial class SampleJson : JsonSerializerContext;
}
