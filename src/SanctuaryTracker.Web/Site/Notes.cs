
namespace SanctuaryTracker.Site;

/// <summary>The footnotes of one page: each citation is numbered where it is first used, and told once at the end.</summary>
public sealed class Notes
{
    private readonly List<Note> notes = [];

    public IReadOnlyList<Note> All => notes;

    /// <summary>The slugs of the sources that the page names, in notes or beside what they say.</summary>
    public SortedSet<string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>The note for citations that support one fact; null if there are none.</summary>
    public Note? Of(IEnumerable<CitationItem> citations)
    {
        var list = citations.ToList();
        if (list.Count == 0)
            return null;
        Sources.UnionWith(list.Select(c => c.Source));
        var found = notes.Find(n => n.Citations.SequenceEqual(list));
        if (found is null)
            notes.Add(found = new(notes.Count + 1, list));
        return found;
    }
}

/// <summary>One footnote.</summary>
public sealed record Note(int Number, IReadOnlyList<CitationItem> Citations)
{
    /// <summary>How often the page has pointed to it, so that each pointer has an id of its own.</summary>
    public int Uses { get; set; }
}
