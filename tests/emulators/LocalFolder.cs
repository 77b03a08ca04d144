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
            return new(path, new FileStream(System.IO.Path.Combine(path, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"It is running in this folder already, with the data in {System.IO.Path.GetFileName(path)}: two would overwrite each other's. End the other one (Ctrl-C), or use a clone of its own.");
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

    /// <summary>The port that was taken last time, or the usual one; 0 where somebody else has it now.</summary>
    public int PortOf(string service, int usual)
    {
        var file = PortFile(service);
        return NodeProcess.FreeOrAny(File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : usual);
    }

    /// <summary>Remembers a port for the next start.</summary>
    public void RememberPort(string service, int port) => File.WriteAllText(PortFile(service), port.ToString(CultureInfo.InvariantCulture));

    public void Dispose() => _held.Dispose();

    private string ClockFile => System.IO.Path.Combine(Path, "clock");

    private string YearFile => System.IO.Path.Combine(Path, "sample.year");

    private string PortFile(string service) => System.IO.Path.Combine(Path, $"{service}.port");
}
