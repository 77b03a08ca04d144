using System.Text.Json;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The compiler has nothing to say against the templates, and what it says nothing about is right too.</summary>
public sealed class BicepTests
{
    /// <summary>The rules of the compiler's linter, as its source names them.</summary>
    private static readonly string[] Rules =
    [
        "adminusername-should-not-be-literal", "artifacts-parameters", "decompiler-cleanup", "explicit-values-for-loc-params", "max-asserts", "max-outputs",
        "max-params", "max-resources", "max-variables", "nested-deployment-template-scoping", "no-conflicting-metadata", "no-deployments-resources",
        "no-explicit-any", "no-hardcoded-env-urls", "no-hardcoded-location", "no-hardcoded-outputs", "no-loc-expr-outside-params", "no-module-name",
        "no-unnecessary-dependson", "no-unused-existing-resources", "no-unused-imports", "no-unused-params", "no-unused-types", "no-unused-vars",
        "outputs-should-not-contain-secrets", "prefer-interpolation", "prefer-unquoted-property-names", "protect-commandtoexecute-secrets",
        "secure-parameter-default", "secure-params-in-nested-deploy", "secure-params-in-parameters-file", "secure-secrets-in-params", "simplify-interpolation",
        "simplify-json-null", "stacks-extensibility-compat", "use-description-outputs", "use-description-params", "use-description-type-properties",
        "use-description-types", "use-description-vars", "use-parent-property", "use-recent-api-versions", "use-recent-az-powershell-version",
        "use-recent-module-versions", "use-recognized-resource-type", "use-resource-id-functions", "use-resource-symbol-reference", "use-safe-access",
        "use-secure-value-for-secure-inputs", "use-stable-resource-identifiers", "use-stable-vm-image", "use-user-defined-types", "what-if-short-circuiting",
    ];

    [Fact]
    public async Task Every_template_compiles_without_a_warning()
    {
        using var bicep = new Bicep();

        var said = await bicep.RunAsync("build", "--pattern", "*.bicep", "--outdir", "compiled");

        Assert.Equal("", said);
        Assert.Equal(
            InfraFiles.List("infra", "*.bicep").Select(path => Path.GetFileNameWithoutExtension(path)),
            Directory.EnumerateFiles(Path.Combine(bicep.Folder, "compiled")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_parameter_file_compiles_without_a_warning(string environment)
    {
        using var bicep = new Bicep();

        var said = await bicep.RunAsync("build-params", $"{environment}.bicepparam", "--outfile", "parameters.json");

        Assert.Equal("", said);
        var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(bicep.Folder, "parameters.json"))).RootElement.GetProperty("parameters");
        Assert.Equal(environment, parameters.GetProperty("environmentName").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Every_file_is_formatted(string files)
    {
        using var bicep = new Bicep();

        var said = await bicep.RunAsync("format", "--pattern", files);

        Assert.Equal("", said);
        Assert.All(InfraFiles.List("infra", files), path =>
            Assert.True(File.ReadAllText(Path.Combine(bicep.Folder, Path.GetFileName(path))) == InfraFiles.Read(path), $"{path} is not formatted: run 'bicep format' on it."));
    }

    [Fact]
    public void The_linter_is_asked_for_rules_that_it_has_at_levels_that_it_knows()
    {
        // The compiler takes anything here: a rule of another name, or another level, leaves what was the default.
        var rules = JsonDocument.Parse(InfraFiles.Read("infra/bicepconfig.json")).RootElement
            .GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToList();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains(rule.Name, Rules));
        Assert.All(rules, rule => Assert.Contains(rule.Value.GetProperty("level").GetString(), new[] { "warning", "error" }));
    }
}
