namespace EmulationFunctions.Emulators;

/// <summary>The folder that holds the solution, found upwards from the program and from the current folder.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Path => Found.Value;

    private static string Find()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(System.IO.Path.Combine(folder.FullName, "EmulationFunctions.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("EmulationFunctions.sln was not found: run this inside the repository.");
    }
}
