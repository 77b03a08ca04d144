using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>
/// infra/summary.md: what both environments get, in tables for people who do not read Bicep. The compiler itself works out names and values;
/// what only Azure can know stays a short expression.
/// </summary>
internal static partial class InfraSummary
{
    private const string Assignment = "Authorization/roleAssignments";

    private const string Settings = "Web/sites/config";

    private const string Property = "properties.";

    private const string Heading = """
        # What the templates make

        A test writes this file from the templates and compares it with them: it is changed by copying, not by hand. `dev` and `prod` are the two
        parameter files, `prod` with a mail domain that is verified.

        `{env}` is the name of the environment and `…` what makes a name unique in the world. In brackets stands what is known later: what the administrator
        gives (`EMULATION_…`), where it is deployed, and what Azure says of a thing once it is made.
        """;

    /// <summary>Where the deployment is said to go. Nothing there is real.</summary>
    public static readonly IReadOnlyDictionary<string, string> Place = new Dictionary<string, string>
    {
        ["location"] = "southeastasia",
        ["subscription"] = "b0b0b0b0-0000-4000-8000-000000000001",
        ["tenant"] = "b0b0b0b0-0000-4000-8000-000000000002",
    };

    /// <summary>The text, from the two snapshots of the compiler.</summary>
    public static string Of(JsonElement dev, JsonElement prod)
    {
        var environments = new[] { Resources("dev", dev), Resources("prod", prod) };
        return string.Join('\n',
        [
            Heading,
            .. Table("Resources", ["resource", "kind", "dev", "prod"], environments, made =>
                from resource in made
                where resource.Kind != Assignment
                select new Row([resource.Name, resource.Kind], Size(resource))),
            .. Table("What differs in resources that both have", ["resource", "property", "dev", "prod"], environments, onlyDifferent: true, rows: made =>
                from resource in made
                where resource.Kind is not (Assignment or Settings)
                from value in resource.Values
                where value.Key is not ("id" or "name")
                select new Row([resource.Name, value.Key], value.Value.StartsWith("/subscriptions/", StringComparison.Ordinal) ? Path(value.Value) : value.Value)),
            .. Table("Rights", ["who", "role", "on what", "dev", "prod"], environments, made =>
                from resource in made
                where resource.Kind == Assignment
                select new Row([resource.Values["properties.principalId"], Role(resource, made), Path(resource.Values["id"][..resource.Values["id"].LastIndexOf("/providers/", StringComparison.Ordinal)])], "✓")),
            .. Table("Settings of the app", ["setting", "dev", "prod"], environments, made =>
                from resource in made
                where resource.Kind == Settings
                from value in resource.Values
                where value.Key.StartsWith(Property, StringComparison.Ordinal)
                select new Row([value.Key[Property.Length..]], value.Value)),
            "",
        ]);
    }

    /// <summary>The resources of a snapshot, with the same words for both environments where they differ by nothing but their name.</summary>
    private static List<Resource> Resources(string environment, JsonElement snapshot)
    {
        var resources = snapshot.GetProperty("predictedResources").EnumerateArray().ToList();
        var words = Bicep.Given.Concat(Place).Where(pair => pair.Value.Length > 10).Select(pair => (pair.Value, Word: $"[{pair.Key}]"))
            .Concat(resources.SelectMany(resource => Unique().Matches(resource.GetProperty("id").GetString()!)).Select(match => (match.Groups[1].Value, Word: "…")))
            .Concat(new[] { "emulation-", "sthost", "stdata" }.Select(stem => (Value: stem + environment, Word: stem + "{env}")))
            .ToList();
        string Common(string value) => value == environment ? "{env}" : words.Aggregate(Short(value), (text, word) => text.Replace(word.Value, word.Word, StringComparison.Ordinal));

        return [.. resources.Select(resource =>
        {
            var values = new Dictionary<string, string>();
            Flatten(values, "", resource, Common);
            var kind = values["type"].Replace("Microsoft.", "", StringComparison.Ordinal);
            var title = values.GetValueOrDefault("properties.roleName") ?? (kind == "Insights/workbooks" ? values["properties.displayName"] : null); // their names are made of numbers
            return new Resource(title ?? Path(values["id"]), kind, values);
        })];
    }

    /// <summary>The values of a resource under their paths.</summary>
    private static void Flatten(Dictionary<string, string> values, string path, JsonElement element, Func<string, string> common)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Flatten(values, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, common);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Flatten(values, $"{path}[{index}]", item, common);
                }

                break;
            default:
                values[path] = common(element.ToString());
                break;
        }
    }

    /// <summary>The names of an id without the resource group that all are in. What is called default goes by its kind.</summary>
    private static string Path(string id)
    {
        var parts = id.Split("/providers/");
        return parts.Length == 1
            ? parts[0].Split('/')[^1]
            : string.Join(" › ", parts.Skip(1).Select(part => string.Join('/', part.Split('/').Skip(1).Chunk(2).Select(pair => pair[1] == "default" ? pair[0] : pair[1]))));
    }

    /// <summary>An expression without what a reader knows: of a reference the last name, of a format the text.</summary>
    private static string Short(string value)
    {
        if (!value.StartsWith('[') || !value.EndsWith(']'))
        {
            return value;
        }

        var expression = Reference().Replace(value[1..^1], "$1");
        var format = Format().Match(expression);
        return format.Success
            ? format.Groups[2].Value.Split(", ").Index().Aggregate(format.Groups[1].Value, (text, item) => text.Replace($"{{{item.Index}}}", item.Item.StartsWith('\'') ? item.Item.Trim('\'') : $"[{item.Item}]", StringComparison.Ordinal))
            : $"[{expression}]";
    }

    private static string Size(Resource resource) => resource.Kind switch
    {
        "Web/sites" => $"{resource.Values["properties.functionAppConfig.runtime.name"]} {resource.Values["properties.functionAppConfig.runtime.version"]}, {resource.Values["properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"]} MB",
        "Storage/storageAccounts/blobServices/containers/immutabilityPolicies" => "days: " + resource.Values["properties.immutabilityPeriodSinceCreationInDays"],
        "Consumption/budgets" => resource.Values["properties.amount"] + " a month",
        _ => resource.Values.GetValueOrDefault("sku.name") ?? resource.Values.GetValueOrDefault("properties.sku.name") ?? "✓",
    };

    private static string Role(Resource assignment, List<Resource> made)
    {
        var id = assignment.Values["properties.roleDefinitionId"].Split('/')[^1];
        return AzureRoles.Known.GetValueOrDefault(id) ?? made.Single(resource => resource.Kind == "Authorization/roleDefinitions" && resource.Values["name"] == id).Values["properties.roleName"];
    }

    /// <summary>One row for each name that either environment has; what an environment lacks is a dash.</summary>
    private static IEnumerable<string> Table(string title, string[] columns, List<Resource>[] environments, Func<List<Resource>, IEnumerable<Row>> rows, bool onlyDifferent = false)
    {
        var cells = environments.Select(made => rows(made).ToLookup(row => string.Join(" | ", row.Names), row => row.Value)).ToList();
        return
        [
            "",
            $"## {title}",
            "",
            $"| {string.Join(" | ", columns)} |",
            $"|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}",
            .. from name in cells.SelectMany(cell => cell.Select(row => row.Key)).Distinct().Order(StringComparer.Ordinal)
               let values = cells.Select(cell => cell.Contains(name) ? string.Join(", ", cell[name]) : "–").ToList()
               where !onlyDifferent || (values[0] != values[1] && cells.All(cell => cell.Contains(name)))
               select $"| {name} | {string.Join(" | ", values)} |",
        ];
    }

    private sealed record Resource(string Name, string Kind, IReadOnlyDictionary<string, string> Values);

    private sealed record Row(string[] Names, string Value);

    [GeneratedRegex(@"emulation-(?:dev|prod)-([a-z0-9]{13})\b")]
    private static partial Regex Unique();

    [GeneratedRegex(@"reference\('[^']*?([^'/]+)', '[^']*'\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^format\('([^']*)', (.*)\)$")]
    private static partial Regex Format();
}
