namespace SanctuaryTracker.Data;

/// <summary>What is looked for in the search words, said in each database's own language of full text.</summary>
/// <remarks>Words are of <c>[a-z0-9]</c> only (<see cref="SearchText"/>), so that nothing a visitor types is read as an operator.</remarks>
public abstract record Sought
{
    private Sought()
    {
    }

    /// <summary>Words one after the other; of the last, perhaps only its beginning.</summary>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix = false) : Sought;

    public sealed record All(IReadOnlyList<Sought> Parts) : Sought;

    public sealed record Any(IReadOnlyList<Sought> Parts) : Sought;

    /// <summary>For SQLite's MATCH.</summary>
    internal string AsFts5(bool inNames) => inNames ? $"Names : {Fts5()}" : Fts5();

    /// <summary>For PostgreSQL's @@; the words of names have the weight A.</summary>
    internal string AsTsQuery(bool inNames) => this switch
    {
        Phrase p => $"({string.Join(" <-> ", p.Words.Select((w, i) => $"'{w}'{(p.IsPrefix && i == p.Words.Count - 1 ? inNames ? ":*A" : ":*" : inNames ? ":A" : "")}"))})",
        All a => $"({string.Join(" & ", a.Parts.Select(p => p.AsTsQuery(inNames)))})",
        Any a => $"({string.Join(" | ", a.Parts.Select(p => p.AsTsQuery(inNames)))})",
        _ => throw new InvalidOperationException(),
    };

    private string Fts5() => this switch
    {
        Phrase p => $"(\"{string.Join(' ', p.Words)}\"{(p.IsPrefix ? " *" : "")})",
        All a => $"({string.Join(" AND ", a.Parts.Select(p => p.Fts5()))})",
        Any a => $"({string.Join(" OR ", a.Parts.Select(p => p.Fts5()))})",
        _ => throw new InvalidOperationException(),
    };
}
