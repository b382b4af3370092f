using System.Net;
using System.Net.Sockets;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>What the desk keeps of a browser and of where it is: enough for an editor to know it again, and no more.</summary>
public static class Visitor
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>“Firefox on Linux”.</summary>
    public static string Browser(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return browser is null ? "A browser not known" : system is null ? browser : $"{browser} on {system}";
    }

    /// <summary>“203.0.113.x”, “2001:db8:1:x”: the network without the computer.</summary>
    public static string? Address(HttpContext context) => Shortened(context.Connection.RemoteIpAddress);

    public static string? Shortened(IPAddress? address)
    {
        if (address is null)
            return null;
        if (IPAddress.IsLoopback(address))
            return "this computer";
        if (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            return string.Join(':', Enumerable.Range(0, 3).Select(i => Convert.ToString((address.GetAddressBytes()[2 * i] << 8) | address.GetAddressBytes()[2 * i + 1], 16))) + ":x";
        return string.Join('.', address.MapToIPv4().GetAddressBytes().Take(3)) + ".x";
    }

    private static string? Find((string Sign, string Name)[] known, string agent) => Array.Find(known, k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
