using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

public sealed class SchemeJsonTests
{
    private static readonly JsonSerializerOptions Json = Options();

    [Fact]
    public void A_scheme_reads_back_as_it_was_written()
    {
        foreach (var scheme in (SchemeContent[])[A, B, SchemeC.Content, D, D with { CrossScoring = new(3, PeerAverage.Median, Share(50)) }])
        {
            var json = JsonSerializer.Serialize(scheme, Json);

            Assert.Empty(SchemeDifferences.Between(scheme, JsonSerializer.Deserialize<SchemeContent>(json, Json)!));
        }
    }

    [Fact]
    public void A_line_is_written_in_words_and_says_nothing_twice() => Assert.Equal(
        """{"code":"I.1","parent":"I","title":"Tiêu chí I.1","kind":"passFail","maximum":33.35,"evidence":"notNeeded","each":null,"nested":null}""",
        JsonSerializer.Serialize(PassFail("I.1", "I", 33.35m), Json));

    [Fact]
    public void What_has_a_default_may_be_left_out()
    {
        var line = JsonSerializer.Deserialize<Criterion>("""{"code":"1","parent":null,"title":"Một","kind":"direct","maximum":10}""", Json);

        Assert.Equal(new Criterion("1", null, "Một", CriterionKind.Direct, P(10)), line);
    }

    [Fact]
    public void No_member_of_a_scheme_is_missing_from_the_sample_of_everything()
    {
        var names = new HashSet<string>();
        Collect(JsonNode.Parse(Everything), names);

        Type[] types =
        [
            typeof(SchemeContent), typeof(Criterion), typeof(NestedTargets), typeof(Rung), typeof(CriterionFloor), typeof(CrossScoring), typeof(TieBreak), typeof(Appraisal), typeof(SpecialistBody),
            typeof(Option), typeof(MeasureRule), typeof(StepRule), typeof(LadderStep), typeof(Bounds), typeof(Adding), typeof(Condition), typeof(ConditionEffect),
        ];
        var members = types
            .SelectMany(type => JsonSerializerOptions.Web.GetTypeInfo(type).Properties)
            .Where(property => property.AssociatedParameter is not null)
            .Select(property => property.Name)
            // Stands for a parent when a scheme is put, and is not kept.
            .Except(["level"]);
        Assert.Superset(members.ToHashSet(), names);

        static void Collect(JsonNode? node, HashSet<string> names)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        names.Add(name);
                        Collect(value, names);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        Collect(item, names);
                    }

                    break;
            }
        }
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        JsonRules.Apply(options);
        return options;
    }
}
