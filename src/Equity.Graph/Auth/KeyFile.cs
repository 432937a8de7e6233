using System.Security.Cryptography;

namespace Equity.Graph.Auth;

/// <summary>A secret key in a file of its own in the data folder, which only the user of the operating system who runs the server can read.</summary>
/// <param name="dataFolder">The data folder.</param>
/// <param name="name">The file's name.</param>
internal sealed class KeyFile(string dataFolder, string name)
{
    private const int KeyBytes = 32;

    private string Place => Path.Combine(dataFolder, name);

    /// <summary>The key, which is made where it is missing. Who comes second takes the first one's.</summary>
    public byte[] Read()
    {
        Directory.CreateDirectory(dataFolder);
        if (!File.Exists(Place))
        {
            var made = Place + "." + Environment.ProcessId;
            File.WriteAllBytes(made, RandomNumberGenerator.GetBytes(KeyBytes));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(made, Place, overwrite: false);
            }
            catch (IOException) when (File.Exists(Place))
            {
                File.Delete(made);
            }
        }
        return File.ReadAllBytes(Place);
    }
}
