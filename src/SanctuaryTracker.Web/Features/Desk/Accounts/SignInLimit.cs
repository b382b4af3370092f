using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>How often one network address may try to sign in within a minute.</summary>
public sealed class SignInLimit(IConfiguration configuration) : IDisposable
{
    public const string Setting = "SignInsPerMinute";

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        Network(address), _ => new() { PermitLimit = configuration.GetValue(Setting, 20), Window = TimeSpan.FromMinutes(1) }));

    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>One household has a whole network of the newer addresses.</summary>
    private static string Network(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.MapToIPv4().ToString();
}
