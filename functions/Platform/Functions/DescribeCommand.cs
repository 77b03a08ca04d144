namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// <c>EmulationFunctions describe FOLDER</c>: writes every function's manifest and the OpenAPI document into a folder, and ends.
/// The build runs it; it starts no server and needs no setting.
/// </summary>
internal static class DescribeCommand
{
    public static bool IsAsked(string[] args) => args is ["describe", _];

    /// <summary>Timers are built to be asked for their names; storage stands in their constructors and is never called.</summary>
    public static void Prepare(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
    [
        new("Storage:TableServiceUri", "https://storage.invalid/"),
        new("Storage:BlobServiceUri", "https://storage.invalid/"),
    ]);

    public static async Task RunAsync(WebApplication app, string folder)
    {
        // Nothing is started, so the endpoints have to be told to those who describe them.
        app.UseEndpoints(static _ => { });

        var timers = app.Services.GetServices<ITimerFunction>();
        foreach (var (name, manifest) in Manifests.Of(((IEndpointRouteBuilder)app).DataSources, timers))
        {
            var function = Directory.CreateDirectory(Path.Combine(folder, "functions", name)).FullName;
            await File.WriteAllTextAsync(Path.Combine(function, "function.json"), manifest);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), await FunctionDescription.WriteAsync(app.Services, CancellationToken.None));
    }
}
