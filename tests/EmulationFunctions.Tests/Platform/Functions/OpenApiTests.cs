using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Tests.Platform.Functions;

public sealed class OpenApiTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string Committed = Path.Combine(RepositoryRoot.Path, "docs", "openapi.json");

    /// <summary>So that a change of the contract is seen in review.</summary>
    [Fact]
    public async Task The_committed_description_is_what_the_functions_say()
    {
        var builder = HostingRegistration.CreateBuilder([]);
        Program.AddRooms(builder);
        Program.AddDescription(builder);
        using var program = builder.Build();

        var said = await FunctionDescription.WriteAsync(program.Services, TestContext.Current.CancellationToken);

        if (said != (await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"))
        {
            var file = Path.Combine(RepositoryRoot.Path, "artifacts", "openapi.json");
            await File.WriteAllTextAsync(file, said, TestContext.Current.CancellationToken);
            Assert.Fail($"docs/openapi.json is not what the functions say. If the change is meant, copy {file} over it.");
        }
    }

    [Fact]
    public async Task The_description_that_is_served_is_the_committed_one()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        using var answer = await client.GetAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            await File.ReadAllBytesAsync(Committed, TestContext.Current.CancellationToken), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
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
