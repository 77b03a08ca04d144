using System.Reflection;
using EmulationFunctions.Platform.Storage;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The template sets what the options classes bind, and docs/deploy.md lists what they bind.</summary>
public sealed class SettingsTests
{
    /// <summary>Every options class of the program, by its section.</summary>
    private static readonly IReadOnlyDictionary<string, Type> Sections = typeof(StorageOptions).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is { IsLiteral: true })
        .ToDictionary(type => (string)type.GetField("Section")!.GetRawConstantValue()!);

    private static readonly IReadOnlyList<string[]> Listed = InfraFiles.Table("docs/deploy.md", "setting", "set by", "meaning");

    public static TheoryData<string> FromTemplate =>
        [.. Listed.Where(row => row[1] == "template").Select(row => InfraFiles.Words(row[0])[0]).Where(name => Sections.ContainsKey(name.Split("__")[0]))];

    public static TheoryData<string> OfTheProgram => [.. Sections.SelectMany(section => Names(section.Key.Replace(":", "__", StringComparison.Ordinal), section.Value))];

    [Fact]
    public void The_program_has_options() => Assert.Contains("Storage", Sections.Keys);

    [Fact]
    public void Every_section_that_the_template_sets_is_bound_by_an_options_class()
    {
        var unbound = Listed.Where(row => row[1] == "template")
            .Select(row => InfraFiles.Words(row[0])[0].Split("__"))
            .Where(parts => parts.Length > 1 && !Sections.ContainsKey(parts[0]))
            .Select(parts => string.Join("__", parts));

        Assert.Empty(unbound);
    }

    [Theory]
    [MemberData(nameof(FromTemplate))]
    public void What_the_template_sets_the_program_binds(string setting) =>
        Assert.Contains(setting, OfTheProgram.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(OfTheProgram))]
    public void What_the_program_binds_is_listed_for_the_administrator(string setting) =>
        Assert.True(
            Listed.Any(row => InfraFiles.Words(row[0]).Contains(setting)),
            $"{setting} can be set, but the table of settings in docs/deploy.md does not say so.");

    private static IEnumerable<string> Names(string prefix, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var name = $"{prefix}__{property.Name}";
            if (property.PropertyType.Assembly == type.Assembly && property.PropertyType.IsClass)
            {
                foreach (var inner in Names(name, property.PropertyType))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return name;
            }
        }
    }
}
