using System.Diagnostics;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>The program itself, started with a setting that stops it.</summary>
public sealed class StartFailureTests
{
    [Theory]
    [InlineData("The setting Storage:TableServiceUri ", "Storage__BlobServiceUri", "https://a.blob.core.windows.net")]
    [InlineData("The setting AzureAd:TenantId ", "AzureAd__TenantId", "contoso")]
    [InlineData("The setting Local:Now ", "Local__Now", "2026-01-01")]
    [InlineData("The setting Time:Zone ", "Time__Zone", "Asia/Nowhere")]
    [InlineData("The setting Backups:KeptDays ", "Backups__KeptDays", "0")]
    [InlineData("The setting Backups:KeptDays ", "Backups__KeptDays", "many")]
    [InlineData("The setting Mail:PerMinute ", "Mail__PerMinute", "abc")]
    [InlineData("The setting Mail:Smtp:Port ", "Mail__Smtp__Port", "smtp")]
    [InlineData("The setting Evidence:MalwareScanning ", "Evidence__MalwareScanning", "maybe")]
    public Task A_start_that_a_setting_stops_ends_with_one_sentence_that_names_it(string sentence, string setting, string value) =>
        AssertStoppedAsync(sentence, setting, value);

    [Fact]
    public Task A_restore_without_an_account_to_restore_ends_with_one_sentence_too() =>
        AssertStoppedAsync("The setting Storage:TableServiceUri is not set.", "Storage__BlobServiceUri", "https://a.blob.core.windows.net", "restore", "--from", "https://b.blob.core.windows.net");

    private static async Task AssertStoppedAsync(string sentence, string setting, string value, params string[] args)
    {
        using var process = new Process { StartInfo = new("dotnet", [typeof(StartFailures).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        var settings = process.StartInfo.Environment;
        settings["AzureAd__TenantId"] = settings["AzureAd__ClientId"] = IssuerFixture.Tenant;
        if (!setting.StartsWith("Storage", StringComparison.Ordinal))
        {
            settings["Storage__TableServiceUri"] = "https://a.table.core.windows.net";
            settings["Storage__BlobServiceUri"] = "https://a.blob.core.windows.net";
        }

        settings[setting] = value;
        process.Start();
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(StartFailures.ExitCode, process.ExitCode);
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }
}
