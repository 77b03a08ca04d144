using System.Globalization;

namespace EmulationFunctions.Emulators;

/// <summary>What one folder remembers from start to start, held by one program at a time: the system itself lets go of it when that program ends, however it ends.</summary>
public sealed class LocalFolder : IDisposable
{
    private readonly FileStream _held;

    private LocalFolder(string path, FileStream held) => (Path, _held) = (path, held);

    public string Path { get; }

    /// <exception cref="InvalidOperationException">Another program holds it.</exception>
    public static LocalFolder Hold(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(path, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // Beside it, because what is held cannot be read by others.
            File.WriteAllText(HolderFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(path, held);
        }
        catch (IOException)
        {
            var holder = File.Exists(HolderFile(path)) ? $" It is the process {File.ReadAllText(HolderFile(path))}." : "";
            throw new InvalidOperationException(
                $"It is running in this folder already, with its data in {System.IO.Path.GetFileName(path)}: two would overwrite each other's.{holder} End it (Ctrl-C there, or kill it by that number), or use a clone of its own.");
        }
    }

    /// <summary>How far the program's clock is ahead of this machine's; behind it where negative.</summary>
    public TimeSpan ClockAhead
    {
        get => File.Exists(ClockFile) && TimeSpan.TryParse(File.ReadAllText(ClockFile), CultureInfo.InvariantCulture, out var ahead) ? ahead : TimeSpan.Zero;
        set => File.WriteAllText(ClockFile, value.ToString("c", CultureInfo.InvariantCulture));
    }

    /// <summary>The sample's present year; null before it is loaded.</summary>
    public int? SampleYear
    {
        get => File.Exists(YearFile) && int.TryParse(File.ReadAllText(YearFile), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
        set => File.WriteAllText(YearFile, value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The port of a service, the same on every start: the one of the first, or the usual one. Where somebody else has it now, another for this once.</summary>
    /// <param name="say">Told when it is another.</param>
    public int PortOf(string service, int usual, Action<string> say)
    {
        var file = PortFile(service);
        var wanted = File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : usual;
        var taken = NodeProcess.FreeOrAny(wanted);
        if (taken != wanted)
        {
            say($"! port {wanted} of the {service} is taken by somebody else; another one is used this time");
        }

        return taken;
    }

    /// <summary>Keeps the port of the first start for all later ones.</summary>
    public void KeepPort(string service, int port)
    {
        if (!File.Exists(PortFile(service)))
        {
            File.WriteAllText(PortFile(service), port.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Dispose() => _held.Dispose();

    private static string HolderFile(string path) => System.IO.Path.Combine(path, "running.pid");

    private string ClockFile => System.IO.Path.Combine(Path, "clock");

    private string YearFile => System.IO.Path.Combine(Path, "sample.year");

    private string PortFile(string service) => System.IO.Path.Combine(Path, $"{service}.port");
}
