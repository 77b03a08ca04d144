using System.Text.Json;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>A scheme of every kind says the same as JSON, as rows and as a workbook, and nothing in which two differ goes untold.</summary>
public sealed class SchemeFormsTests
{
    private static readonly SchemeContent Everything = JsonSerializer.Deserialize<SchemeContent>(SchemeSamples.Everything, JsonSerializerOptions.Web)!.Plain();

    [Fact]
    public void Schemes_of_every_kind_are_without_fault() => Law.HoldsForEverySeed(random => SchemeRules.Check(RandomForms.Make(random)).Count == 0);

    [Fact]
    public void A_scheme_is_read_from_its_rows_as_it_was_written() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random).Plain();
        return SchemeRows.Read("mau", 1, [.. SchemeRows.Write(new("mau", 1, content), isInUse: true)])!.Scheme.Content.ToJson() == content.ToJson();
    });

    [Fact]
    public void A_scheme_is_read_from_its_JSON_as_it_was_written() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random).Plain();
        return RowText.Read<SchemeContent>(content.ToJson()).ToJson() == content.ToJson();
    });

    [Fact]
    public void A_scheme_is_read_from_its_workbook_as_it_was_written() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random).Plain();
        var file = XlsxWriter.Write(SchemeWorkbook.Write(new(new("mau", 1, content), true, 1, [])));
        return SchemeImport.Read(XlsxReader.Read(file)).Plain().ToJson() == content.ToJson();
    }, tries: 60);

    [Fact]
    public void Whatever_member_differs_the_comparison_tells_it()
    {
        // Whether an end that is not there would belong to its class says nothing.
        string[] idle = ["ladder.0.maximumIncluded", "ladder.1.minimumIncluded"];
        List<(string Path, SchemeContent Changed)> changes = [.. Changed(JsonNode.Parse(Everything.ToJson())!).Where(change => !idle.Contains(change.Path))];

        Assert.True(changes.Count > 150, $"{changes.Count} members were changed.");
        Assert.Empty(changes.Where(change => SchemeDifferences.Between(Everything, change.Changed).Count == 0).Select(change => change.Path));
    }

    [Fact]
    public void Two_schemes_that_say_the_same_differ_in_nothing() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random).Plain();
        return SchemeDifferences.Between(content, RowText.Read<SchemeContent>(content.ToJson())).Count == 0;
    });

    /// <summary>The scheme with one value in it changed, for each value that can be.</summary>
    private static IEnumerable<(string Path, SchemeContent Changed)> Changed(JsonNode whole)
    {
        foreach (var path in Values(whole, []))
        {
            var first = whole;
            foreach (var step in path)
            {
                first = step is int index ? first![index] : first![(string)step];
            }

            foreach (var other in Others(first!))
            {
                var copy = whole.DeepClone();
                var at = path[..^1].Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
                if (path[^1] is int last)
                {
                    at[last] = other;
                }
                else
                {
                    at[(string)path[^1]] = other;
                }

                if (Read(copy) is { } changed)
                {
                    yield return (string.Join('.', path), changed);
                    break;
                }
            }
        }
    }

    private static IEnumerable<object[]> Values(JsonNode? node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, index) => Values(item, [.. path, index])),
        JsonValue => [path],
        _ => [],
    };

    /// <summary>A value of the same type that is another: a number that is whole, a yes for a no, another text, or another word of those there are.</summary>
    private static IEnumerable<JsonNode> Others(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => [JsonValue.Create(value.GetValue<decimal>() + 1)],
        JsonValueKind.True => [JsonValue.Create(false)],
        JsonValueKind.False => [JsonValue.Create(true)],
        _ => [.. Words.Where(word => word != (string)value!).Append($"{value}x").Select(word => JsonValue.Create(word))],
    };

    private static readonly string[] Words =
    [
        .. new[] { typeof(CriterionKind), typeof(EvidenceRule), typeof(MeasureFormula), typeof(MeasureOf), typeof(Winner), typeof(EffectKind), typeof(ConditionParty), typeof(ConditionSource), typeof(TieBreakKind),
            typeof(ScoreBasis), typeof(FloorScope), typeof(FloorReading), typeof(PeerAverage), typeof(AppraisalPower), typeof(EmulationFunctions.Common.RoundingRule) }
            .SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName),
    ];

    private static SchemeContent? Read(JsonNode node)
    {
        try
        {
            return node.Deserialize<SchemeContent>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
