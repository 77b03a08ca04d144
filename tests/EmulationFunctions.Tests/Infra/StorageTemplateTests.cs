using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>One list names the tables and containers, and the templates make exactly what it names.</summary>
public sealed partial class StorageTemplateTests
{
    private static readonly JsonElement Names = JsonDocument.Parse(InfraFiles.Read("infra/storage.json")).RootElement;

    private static IReadOnlyList<string> Tables => [.. Names.GetProperty("tables").EnumerateArray().Select(name => name.GetString()!)];

    private static IReadOnlyList<(string Name, string Immutability)> Containers =>
        [.. Names.GetProperty("containers").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("immutability").GetString()!))];

    [Fact]
    public void Every_name_is_one_that_Azure_takes_and_stands_once()
    {
        Assert.All(Tables, name => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name));
        Assert.All(Containers, item => Assert.Matches("^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$", item.Name));
        Assert.Equal(Tables.Count, Tables.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Containers.Count, Containers.DistinctBy(item => item.Name).Count());
        Assert.All(Containers, item => Assert.Contains(item.Immutability, new[] { "none", "blob", "container" }));
    }

    [Fact]
    public void The_template_makes_what_the_list_names_and_nothing_beside_it()
    {
        var template = InfraFiles.ReadCode("infra/dataStorage.bicep");

        Assert.Contains("loadJsonContent('storage.json')", template);
        Assert.Contains("resource table 'tables' = [for table in names.tables: { name: table }]", template);
        Assert.Contains("for container in names.containers: {", template);
        Assert.Single(Resource("'containers'").Matches(template));
        Assert.Single(Resource("'tables'").Matches(template));
    }

    [Fact]
    public void What_must_not_change_is_sealed_by_its_container_and_evidence_file_by_file()
    {
        Assert.Equal("blob", Containers.Single(item => item.Name == "evidence").Immutability);
        Assert.Equal("container", Containers.Single(item => item.Name == "audit-seals").Immutability);
        Assert.Equal("container", Containers.Single(item => item.Name == "backups").Immutability);

        var template = InfraFiles.ReadCode("infra/dataStorage.bicep");
        Assert.Contains("isVersioningEnabled: true", template);
        Assert.Contains("immutableStorageWithVersioning: container.immutability == 'blob' ? { enabled: true } : null", template);
        Assert.Contains("if (container.immutability == 'container')", template);
        var periods = template[template.IndexOf("var daysOf", StringComparison.Ordinal)..template.IndexOf("resource account", StringComparison.Ordinal)];
        Assert.All(
            Containers.Where(item => item.Immutability == "container"),
            item => Assert.Matches($@"'?{Regex.Escape(item.Name)}'?: keeping\.\w+", periods));
    }

    [Fact]
    public void The_host_has_an_account_of_its_own_where_nothing_is_immutable()
    {
        // Leases, timer states and packages are overwritten all day: a policy there would stop the host.
        var template = InfraFiles.ReadCode("infra/hostStorage.bicep");

        Assert.DoesNotContain("immutab", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("isVersioningEnabled: true", template);
        Assert.All(Tables.Concat(Containers.Select(item => item.Name)), name => Assert.DoesNotContain($"'{name}'", template));
    }

    private static Regex Resource(string type) => new($@"resource \w+ {type} =");
}
