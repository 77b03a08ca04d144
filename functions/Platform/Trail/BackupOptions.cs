using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Trail;

/// <summary>How long backups are kept. Bound from the <c>Backups</c> section.</summary>
internal sealed class BackupOptions
{
    public const string Section = "Backups";

    /// <summary>How many days a backup is surely kept: what was not backed up since is backed up again before its last one goes.</summary>
    public int KeptDays { get; set; } = 400;

    /// <exception cref="SettingException">A value is malformed.</exception>
    public void Check()
    {
        if (KeptDays is < 1 or > 7300)
        {
            throw new SettingException($"{Section}:{nameof(KeptDays)}", "must be from 1 to 7300.");
        }
    }
}
