using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class OpenApiTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>So that a change of the contract is seen in review. The build writes the new text: CONTRIBUTING.md says where.</summary>
    [Fact]
    public async Task The_committed_description_is_what_the_program_says_of_itself()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var said = await client.GetStringAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var committed = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "openapi.json"), TestContext.Current.CancellationToken);

        Assert.Equal(committed.ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_which_errors_it_answers()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var document = await client.GetAsync("/api/openapi.json", TestContext.Current.CancellationToken).JsonAsync();

        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        Assert.All(document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()), operation =>
        {
            Assert.NotEmpty((string)operation.Value!["summary"]!);
            Assert.NotEmpty((string)operation.Value["description"]!);
            Assert.Contains(operation.Value["responses"]!.AsObject(), answer => answer.Key.StartsWith('2'));
        });
    }
}
