using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>Who speaks: the sending side, a third party, or a source in its own voice.</summary>
public enum StatementSide { Federal, ThirdParty, Press }

/// <summary>Words of someone who is not a jurisdiction answering. Federal words are never responses.</summary>
public sealed class Statement : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string Headline { get; set; } = "";
    public StatementSide Side { get; set; }
    public string? Speaker { get; set; }
    public string? Office { get; set; }
    public string? Attribution { get; set; }
    public PartialDate? MadeOn { get; set; }
    public string? Summary { get; set; }
    public List<StatementSubject> About { get; } = [];

    public string Title => Headline;
    public PartialDate? Date => MadeOn;
    public object? Copied => (Date, string.Join(' ', About.Select(s => s.RecordId).Order()));

    public IEnumerable<Problem> Problems()
    {
        if ((Speaker is null) == (Attribution is null))
            yield return new("speaker", "Name the speaker or, if no person is named, give the attribution the source gives, not both.");
        if (Office is not null && Speaker is null)
            yield return new("office", "An office belongs to a named speaker.");
        if (About.Count == 0)
            yield return new("about", "Say which campaign, letter, response, lawsuit or jurisdiction it is about.");
    }
}

/// <summary>What a statement is about.</summary>
public sealed class StatementSubject
{
    public int StatementId { get; set; }
    public int RecordId { get; set; }
    public Statement Statement { get; set; } = null!;
    public Record Record { get; set; } = null!;
}

/// <summary>What an editor says of a statement.</summary>
public sealed class StatementContent : Content<Statement>
{
    /// <summary>One line that could be checked, in our words.</summary>
    [Required(ErrorMessage = "Give a headline, in our words."), StringLength(Text.Short)]
    public string? Headline { get; set; }

    /// <summary>Who speaks: the sending side, a third party, or a source in its own voice.</summary>
    public StatementSide Side { get; set; }

    /// <summary>The person who speaks, where the source names one.</summary>
    [StringLength(Text.Short)]
    public string? Speaker { get; set; }

    /// <summary>The speaker's office as of that day.</summary>
    [StringLength(Text.Short)]
    public string? Office { get; set; }

    /// <summary>The attribution the source gives where it names no person: “The White House”, “Officials”.</summary>
    [StringLength(Text.Short)]
    public string? Attribution { get; set; }

    /// <summary>The day on which it was said.</summary>
    public PartialDate? MadeOn { get; set; }

    /// <summary>What was said, in our words.</summary>
    [StringLength(Text.Long)]
    public string? Summary { get; set; }

    /// <summary>Records it is about: <c>campaigns/…</c>, <c>letters/…</c>, <c>responses/…</c>, <c>lawsuits/…</c> or <c>jurisdictions/…</c>.</summary>
    [Names(RecordKind.Campaign, RecordKind.Letter, RecordKind.Response, RecordKind.Lawsuit, RecordKind.Jurisdiction)]
    public List<string> About { get; set; } = [];

    internal override string SuggestedSlug => Text.Slug($"{Speaker ?? Attribution} {Headline}");

    internal override IEnumerable<string?> Names => [Speaker];

    internal override IEnumerable<string?> Called => [];

    internal override IEnumerable<string?> Words => [Headline, Speaker, Office, Attribution, Summary];

    protected override async Task ApplyToAsync(Statement entity, References refs)
    {
        entity.Headline = Headline ?? "";
        entity.Side = Side;
        entity.Speaker = Speaker;
        entity.Office = Office;
        entity.Attribution = Attribution;
        entity.MadeOn = MadeOn;
        entity.Summary = Summary;
        var about = new List<int?>();
        foreach (var (i, path) in About.Index())
            about.Add(await refs.IdAsync(path, $"about[{i}]", RecordKind.Campaign, RecordKind.Letter, RecordKind.Response, RecordKind.Lawsuit, RecordKind.Jurisdiction));
        entity.About.MatchIds(about, s => s.RecordId, id => new() { RecordId = id });
    }
}

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.ToTable("Statements", t => t.HasCheckConstraint("CK_Statements_Who", "(\"Speaker\" IS NULL) <> (\"Attribution\" IS NULL)"));
        statement.HasOne(s => s.Record).WithOne().HasForeignKey<Statement>(s => s.Id).OnDelete(DeleteBehavior.Cascade);
        statement.HasIndex(s => s.Side);
        statement.Navigation(s => s.About).AutoInclude();
    }
}

internal sealed class StatementSubjectConfiguration : IEntityTypeConfiguration<StatementSubject>
{
    public void Configure(EntityTypeBuilder<StatementSubject> subject)
    {
        subject.ToTable("StatementSubjects");
        subject.HasKey(s => new { s.StatementId, s.RecordId });
        subject.HasOne(s => s.Statement).WithMany(s => s.About).HasForeignKey(s => s.StatementId).OnDelete(DeleteBehavior.Cascade);
        subject.HasOne(s => s.Record).WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.NoAction);
    }
}
