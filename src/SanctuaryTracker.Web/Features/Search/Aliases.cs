using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

/// <summary>Which names are one place, or the sender: whoever looks for L.A. looks for Los Angeles too, because the record says so or everyone does.</summary>
public sealed class Aliases
{
    private const int MostWords = 6;

    /// <summary>By the words of one name: all names of what bears it.</summary>
    private readonly Dictionary<string, HashSet<string>> namesOf = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Sought.Phrase> phrases = new(StringComparer.Ordinal);

    private Aliases(IEnumerable<IEnumerable<string>> named)
    {
        foreach (var one in named)
        {
            var names = one.Select(name => SearchText.Tokens(name).ToList()).Where(t => t.Count is > 0 and <= MostWords).ToList();
            foreach (var tokens in names)
            {
                phrases[Key(tokens)] = new(tokens is [{ IsInitials: true } initials] ? [SearchText.Initials(initials.Word)] : [.. tokens.Select(t => t.Word)]);
                if (!namesOf.TryGetValue(Key(tokens), out var same))
                    namesOf[Key(tokens)] = same = new(StringComparer.Ordinal);
                same.UnionWith(names.Select(Key));
            }
        }
    }

    /// <returns>How many parts from this one on are a name, and the other names for it.</returns>
    public (int Parts, IReadOnlyList<Sought> Others) LongestAt(IReadOnlyList<Part> parts, int start)
    {
        var run = parts.Skip(start).TakeWhile(p => !p.IsQuoted).Take(MostWords).ToList();
        for (var length = run.Count; length > 0; length--)
            if (Key(run.Take(length).SelectMany(p => p.Tokens)) is var key && namesOf.TryGetValue(key, out var names))
                return (length, [.. names.Where(n => n != key).Order(StringComparer.Ordinal).Select(n => phrases[n])]);
        return (0, []);
    }

    private const int SizeOfName = 500;

    public static Task<Aliases> OfAsync(TrackerDb db, UntilChanged kept, CancellationToken ct) => kept.KeepAsync("search aliases", async () =>
    {
        var places = await db.Jurisdictions.IgnoreAutoIncludes().Where(j => j.OtherNames.Any() || Nicknames.Places.Contains(j.Name)).OrderBy(j => j.Id).Select(j => new { j.Name, j.State, j.OtherNames }).ToListAsync(ct);
        return new Aliases([Nicknames.Sender, .. places.Select(p => p.OtherNames.Prepend(p.Name).Concat(Nicknames.Of(p.Name, p.State)))]);
    }, ct, aliases => SizeOfName * aliases.phrases.Count);

    private static string Key(IEnumerable<Token> tokens) => string.Join(' ', tokens.Select(t => t.Word));
}
