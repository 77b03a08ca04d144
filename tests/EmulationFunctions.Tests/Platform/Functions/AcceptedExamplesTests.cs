namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>
/// Whoever starts from the description's examples gets somewhere: sent one after the other, at the right time of the year, they take a bloc from its
/// first unit to its published standings. Every answer on the way is as described (<see cref="DescribedAnswers"/>).
/// </summary>
public sealed class AcceptedExamplesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task Every_example_is_accepted_as_it_stands()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var calls = new ExampleCalls(await ExampleCalls.DescriptionAsync());

        await ExampleWalk.RunAsync(app, calls);

        Assert.Empty(calls.Left);
    }
}
