using System.ComponentModel;
using System.Diagnostics;

namespace EmulationFunctions.Emulators;

/// <summary>The browser of whoever sits at this machine.</summary>
public static class Browser
{
    /// <summary>Opens an address, where there is a browser and somebody to see it.</summary>
    public static void TryOpen(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var hasScreen = !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasScreen || Console.IsOutputRedirected)
        {
            return;
        }

        try
        {
            using var opened = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // Its address is printed, too.
        }
    }
}
