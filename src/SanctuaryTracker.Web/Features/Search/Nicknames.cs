namespace SanctuaryTracker.Features.Search;

/// <summary>What well-known places, and the sender, are called besides their names: for finding them only, and no claim of any source.</summary>
internal static class Nicknames
{
    private static readonly (string Name, string State, string[] Others)[] All =
    [
        ("New York City", "NY", ["NYC"]),
        ("San Francisco", "CA", ["San Fran", "Frisco", "SF"]),
        ("Los Angeles", "CA", ["LA"]),
        ("Philadelphia", "PA", ["Philly"]),
        ("New Orleans", "LA", ["NOLA"]),
        ("Las Vegas", "NV", ["Vegas"]),
        ("Salt Lake City", "UT", ["SLC"]),
    ];

    public static IReadOnlyList<string> Sender { get; } = ["Department of Justice", "Justice Department", "DOJ"];

    public static IReadOnlyList<string> Places { get; } = [.. All.Select(p => p.Name)];

    public static IEnumerable<string> Of(string name, string? state) => All.Where(p => p.Name == name && p.State == state).SelectMany(p => p.Others);

    /// <summary>The name of the place that is called so, with full stops or without.</summary>
    public static string? NameFor(string nickname) => All.Where(p => p.Others.Contains(nickname.Trim().Replace(".", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)).Select(p => p.Name).FirstOrDefault();
}
