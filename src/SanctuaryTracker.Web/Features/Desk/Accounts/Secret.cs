using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A word that proves something by being known: shown once, kept only as its hash. As it is 256 random bits, a fast hash does.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <param name="prefix">Tells whoever finds it what it is.</param>
    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
