using Azure.Data.Tables;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace EmulationFunctions.Tests;

/// <summary>
/// One storage emulator for all tests, in memory, on free ports. Tests do not see each other's rows: each takes a table or a
/// prefix of its own (<see cref="NewName"/>). Ask for it by constructor: <c>class SomeTests(AzuriteFixture azurite)</c>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public Azurite Azurite => _azurite ?? throw new InvalidOperationException("The emulator has not been started.");

    public string ConnectionString => Azurite.ConnectionString;

    /// <summary>Letters and digits that nobody else uses: fit for a table, a container and a key.</summary>
    public static string NewName(string prefix = "t") => $"{prefix}{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(location: null, wantsUsualPorts: false, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    internal StoredTables Tables(TableClientOptions? options = null) => new(ConnectionString, options);

    /// <summary>A table of the caller's own.</summary>
    internal async Task<StoredTable> NewTableAsync(TableClientOptions? options = null)
    {
        var name = NewName();
        await Tables().CreateTableIfNotExistsAsync(name, TestContext.Current.CancellationToken);
        return Tables(options).GetTable(name);
    }
}
