using Azure.Core;

namespace EmulationFunctions.Platform.Storage.Tables;

internal sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions()
    {
        Retry.MaxRetries = 4;
        Retry.Delay = TimeSpan.FromMilliseconds(300);
        Retry.MaxDelay = TimeSpan.FromSeconds(10);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
    }

    /// <summary>What the token is asked for.</summary>
    public string Audience { get; set; } = "https://storage.azure.com";
}
