namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// <c>EmulationFunctions describe FILE</c>: writes the OpenAPI document, and ends. The committed one is docs/openapi.json. It starts no
/// server and needs no setting.
/// </summary>
internal static class DescribeCommand
{
    public static bool IsAsked(string[] args) => args is ["describe", _];

    public static async Task RunAsync(IServiceProvider services, string file) =>
        await File.WriteAllTextAsync(file, await FunctionDescription.WriteAsync(services, CancellationToken.None));
}
