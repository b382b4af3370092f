using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>The six digits that an authenticator app shows for half a minute (RFC 6238).</summary>
public static class TimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>As far as Identity lets a phone's clock be wrong, in half minutes.</summary>
    private const int Leeway = 2;

    /// <summary>The half minute that a code belongs to, of those after the last one taken; null if to none near now.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now, long? last)
    {
        var secret = Decode(key);
        var current = now.ToUnixTimeSeconds() / 30;
        for (var step = Math.Max(current - Leeway, (last ?? 0) + 1); step <= current + Leeway; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), Encoding.UTF8.GetBytes(code)))
                return step;
        return null;
    }

    private static string CodeOf(byte[] secret, long step)
    {
        var counter = BitConverter.GetBytes(step);
        if (BitConverter.IsLittleEndian)
            Array.Reverse(counter);
#pragma warning disable CA5350 // the standard's own choice
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return ((((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var c in key)
        {
            (bits, count) = (((bits << 5) | Base32.IndexOf(c, StringComparison.Ordinal)) & 0xFFF, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }
        return [.. bytes];
    }
}
