using Azure.Data.Tables;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace EmulationFunctions.Tests;

/// <summary>
/// The storage emulator for all tests, in memory, on free ports. Tests do not see each other's rows: each takes an account (<see cref="TakeAccount"/>), or a
/// table or a prefix of its own (<see cref="NewName"/>). Ask for it by constructor: <c>class SomeTests(AzuriteFixture azurite)</c>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly Lock _taking = new();
    private readonly List<Task<Azurite>> _started = [];
    private int _taken;

    public string ConnectionString => _started[0].Result.ConnectionString;

    /// <summary>Letters and digits that nobody else uses: fit for a table, a container and a key.</summary>
    public static string NewName(string prefix = "t") => $"{prefix}{Guid.NewGuid():N}";

    /// <summary>The connection string of an account that nobody else uses. Those of one emulator are soon taken; the next one starts while there still are some.</summary>
    public string TakeAccount()
    {
        Task<Azurite> last;
        lock (_taking)
        {
            var number = _taken++;
            if (number % Azurite.FurtherAccounts == Azurite.FurtherAccounts / 2)
            {
                _started.Add(StartAsync());
            }

            last = _started[number / Azurite.FurtherAccounts];
        }

        return last.GetAwaiter().GetResult().TakeAccount();
    }

    public async ValueTask InitializeAsync()
    {
        _started.Add(StartAsync());
        await _started[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _started)
        {
            await (await one).DisposeAsync();
        }
    }

    private static Task<Azurite> StartAsync() => Azurite.StartAsync(location: null, wantsUsualPorts: false, CancellationToken.None);

    internal StoredTables Tables(TableClientOptions? options = null) => new(ConnectionString, options);

    /// <summary>A table of the caller's own.</summary>
    internal async Task<StoredTable> NewTableAsync(TableClientOptions? options = null)
    {
        var name = NewName();
        await Tables().CreateTableIfNotExistsAsync(name, TestContext.Current.CancellationToken);
        return Tables(options).GetTable(name);
    }
}
