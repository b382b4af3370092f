using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Writes contents into the live tables: the same for a Change and for a rebuild.</summary>
internal sealed class LiveRecords(TrackerDb db, CancellationToken ct)
{
    private readonly References refs = new(db, ct);
    private readonly PagePassages pages = new(db, ct);
    private readonly HashSet<string> learnt = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SourceText> texts = [];

    /// <summary>Puts one content into its entity, rows, citations, references and search text.</summary>
    /// <returns>The entity, what it shows others, and every problem found in resolving what it names.</returns>
    public async Task<Written> WriteAsync(Record record, Content content, bool isNew)
    {
        var entity = isNew ? content.Add(db, record) : await content.LoadAsync(db, record.Id, ct);
        var copiedBefore = isNew ? null : entity.Copied;
        var dateBefore = record.SortDate;
        refs.Named.Clear();
        refs.Problems.Clear();
        texts.Remove(record.Id);

        await content.ApplyAsync(entity, refs);
        await AttachAsync(record, content);
        await CiteAsync(record, content);
        record.None = content.None;
        record.NotApplicable = content.NotApplicable;
        record.Title = entity.Title;
        record.SortTitle = Text.Fold(entity.Title);
        record.SortDate = entity.Date?.Value ?? "";
        record.References.MatchIds(refs.Named.Where(id => id != record.Id).Select(id => (int?)id), r => r.ToId, id => new() { ToId = id });
        await WritePassageAsync(record, content, isNew);
        return new(entity, [.. refs.Problems], CopiedChanged: !isNew && (!Equals(copiedBefore, entity.Copied) || dateBefore != record.SortDate));
    }

    /// <summary>Removes records with everything that hangs on them: rows first, then each kind before those it names.</summary>
    /// <remarks>PostgreSQL checks what is named before it follows the cascade that would have removed who names it.</remarks>
    public async Task RemoveAsync(IQueryable<int> ids)
    {
        var owners = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys())
            .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade && (key.PrincipalEntityType.ClrType == typeof(Record) || key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IRecorded))))
            .OrderByDescending(key => Enum.TryParse<RecordKind>(key.DeclaringEntityType.ClrType.Name, out var kind) ? (int)kind : int.MaxValue);
        foreach (var owner in owners)
            await (Task)RowsRemoval.MakeGenericMethod(owner.DeclaringEntityType.ClrType).Invoke(this, [owner.Properties[0].Name, ids])!;
        await db.Records.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(ct);
    }

    private static MethodInfo RowsRemoval { get; } = typeof(LiveRecords).GetMethod(nameof(RemoveRowsAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private Task<int> RemoveRowsAsync<T>(string owner, IQueryable<int> ids)
        where T : class =>
        db.Set<T>().Where(row => ids.Contains(EF.Property<int>(row, owner))).ExecuteDeleteAsync(ct);

    /// <summary>Attaches the documents; a file that is not in the store, or is another than is said, is a problem.</summary>
    private async Task AttachAsync(Record record, Content content)
    {
        var named = content.Documents.ConvertAll(d => d.Sha256);
        var files = named.Count == 0 ? [] : await db.Files.AsNoTracking().Where(f => named.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, ct);
        foreach (var (i, document) in content.Documents.Index())
            refs.Problems.AddRange((files.TryGetValue(document.Sha256!, out var file) ? file.Problems(document) : [new("sha256", "No file with this checksum is here: attach it first.")])
                .Select(p => p with { Field = $"documents[{i}].{p.Field}" }));
        if (files.Values.Any(f => !f.IsNamed))
            await db.Files.Where(f => named.Contains(f.Sha256)).ExecuteUpdateAsync(f => f.SetProperty(x => x.IsNamed, true), ct);
        record.Documents.Match(content.Documents, (row, document) =>
        {
            row.Position = content.Documents.IndexOf(document);
            row.Sha256 = document.Sha256!;
            row.FileName = document.FileName!;
            row.MediaType = document.MediaType ?? "";
            row.SizeBytes = document.SizeBytes ?? 0;
            row.Pages = document.Pages;
            row.Title = document.Title;
            row.Note = document.Note;
            row.Held = document.Held;
        });
    }

    private async Task CiteAsync(Record record, Content content)
    {
        var sources = new Dictionary<CitationContent, Source?>();
        foreach (var (i, citation) in content.Citations.Index())
        {
            var source = sources[citation] = await refs.FindAsync<Source>(RecordKind.Source, citation.Source, $"citations[{i}].source");
            if (source?.Paragraphs is { } last && citation.Paragraph > last)
                refs.Problems.Add(new($"citations[{i}].paragraph", $"{source.Publisher} has {last} paragraphs, counted over non-empty lines."));
            if (source is not null && citation.Quotations.Count > 0)
                refs.Problems.AddRange((await TextOfAsync(source)).Problems(citation).Select(problem => new Problem($"citations[{i}].quotations", problem)));
        }
        record.Citations.Match(content.Citations, (row, citation) =>
        {
            row.Position = content.Citations.IndexOf(citation);
            row.Field = citation.Field;
            row.SourceId = sources[citation]?.Id ?? 0;
            row.Paragraph = citation.Paragraph;
            row.Page = citation.Page;
            row.AsReported = citation.AsReported;
            row.Quotations = citation.Quotations;
            row.Basis = citation.Basis;
            row.Reasoning = citation.Reasoning;
            row.Bearing = citation.Bearing;
            row.Origin = citation.Origin ?? citation.Source ?? "";
        });
    }

    private async Task<SourceText> TextOfAsync(Source source) =>
        texts.TryGetValue(source.Id, out var text) ? text : texts[source.Id] = await SourceText.OfAsync(source, db, ct);

    private async Task WritePassageAsync(Record record, Content content, bool isNew)
    {
        var passage = isNew ? db.Add(new Passage { RecordId = record.Id }).Entity : await db.Passages.SingleAsync(p => p.RecordId == record.Id, ct);
        var isRenewed = passage.Edition != SearchText.Edition;
        Fill(passage, record, content);
        await LearnAsync((await pages.WriteAsync(record, content, passage.Names, isNew, isRenewed)).Concat(passage.Words.Split(' ')));
    }

    /// <summary>Writes again the records whose title and search words an earlier edition of the program made; without them they would not be found.</summary>
    public async Task RenewAsync()
    {
        while (await db.Passages.Where(p => p.Edition != SearchText.Edition).OrderBy(p => p.RecordId).Take(500).Include(p => p.Record).ToListAsync(ct) is { Count: > 0 } stale)
        {
            foreach (var passage in stale)
            {
                var content = await db.Revisions.Where(r => r.RecordId == passage.RecordId && r.Version == passage.Record.Version).Select(r => r.Content).SingleAsync(ct);
                await WriteAsync(passage.Record, ContentJson.Parse(passage.Record.Kind, content!), isNew: false);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static void Fill(Passage passage, Record record, Content content)
    {
        var lines = new[] { record.Title }.Concat(content.Words).Concat(content.Documents.SelectMany(d => new[] { d.Title, d.FileName })).Concat(content.Citations.SelectMany(c => c.Quotations.Select(q => $"“{q}”").Append(c.AsReported)))
            .OfType<string>().Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        passage.Text = string.Join('\n', lines);
        passage.Names = $"{SearchText.Indexed(content.Names.OfType<string>().Prepend(record.Title))} {SearchText.OfKind(record.Kind)}";
        passage.Words = SearchText.Indexed(lines);
        passage.Edition = SearchText.Edition;
    }

    private async Task LearnAsync(IEnumerable<string> words)
    {
        var unknown = words.Where(w => w.Length is > 3 and < 30 && w.All(char.IsAsciiLetter) && learnt.Add(w)).ToArray();
        if (unknown.Length > 0)
            await db.LearnAsync(unknown, ct);
    }
}

internal sealed record Written(IRecorded Entity, IReadOnlyList<Problem> Problems, bool CopiedChanged);
