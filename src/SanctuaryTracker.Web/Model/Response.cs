using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>How a response was made. Only a reply or documents answer a letter.</summary>
public enum ResponseForm { Remark, Reply, Documents, Act }

public enum ResponseKind
{
    Objection, ClaimsCompliance, ClaimsNoRecords, WillReply, UnderReview, Refusal, Boycott, PolicyChange, Settlement, Other,
}

/// <summary>Where who answers stands towards the round answered: the first that fits, derived and never typed.</summary>
public enum Standing { Association, Recipient, Copied, NotRecipient, NotNamed }

/// <summary>What a jurisdiction, an association or unnamed officials said or did on one occasion.</summary>
public sealed class Response : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string Headline { get; set; } = "";
    public int? JurisdictionId { get; set; }
    public Jurisdiction? Jurisdiction { get; set; }
    public string? Association { get; set; }
    public string? Officials { get; set; }
    public int? AnswersId { get; set; }
    public Record? Answers { get; set; }
    /// <summary>The letter answered, copied from <see cref="Answers"/>.</summary>
    public int? LetterId { get; set; }
    public Letter? Letter { get; set; }
    /// <summary>The round answered, directly, by a letter or by what a statement is about.</summary>
    public int? CampaignId { get; set; }
    public Campaign? Campaign { get; set; }
    /// <summary>The day from which what is answered can be answered: a suit's filing, not the day of its latest status.</summary>
    public PartialDate? AnsweredFrom { get; set; }
    public ResponseForm Form { get; set; }
    public List<ResponseKind> Kinds { get; set; } = [];
    public string? Occasion { get; set; }
    public PartialDate? MadeOn { get; set; }
    public string? Summary { get; set; }
    public List<Speaker> Speakers { get; } = [];

    public string Title => Headline;
    public PartialDate? Date => MadeOn;
    public object? Copied => Date;

    public IEnumerable<Problem> Problems()
    {
        if (new[] { JurisdictionId?.ToString(), Association, Officials }.Count(who => who is not null) != 1)
            yield return new("jurisdiction", "Name one: a jurisdiction, an association, or unnamed officials in the source's words.");
        if (Kinds.Count == 0)
            yield return new("kinds", "Choose at least one kind.");
        if (MadeOn?.IsBefore(AnsweredFrom) is true)
            yield return new("made_on", "A response cannot be older than what it answers.");
    }
}

/// <summary>Who spoke for the respondent, with the office held that day.</summary>
public sealed class Speaker : IKeyed
{
    public int ResponseId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public string Name { get; set; } = "";
    public string? Office { get; set; }
}

/// <summary>What an editor says of a response.</summary>
public sealed class ResponseContent : Content<Response>
{
    /// <summary>One line that could be checked, in our words.</summary>
    [Required(ErrorMessage = "Give a headline, in our words."), StringLength(Text.Short)]
    public string? Headline { get; set; }

    /// <summary>The jurisdiction that answers, by slug.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Jurisdiction { get; set; }

    /// <summary>Or an association, by name.</summary>
    [StringLength(Text.Short)]
    public string? Association { get; set; }

    /// <summary>Or officials whom the source does not name, in its words.</summary>
    [StringLength(Text.Short)]
    public string? Officials { get; set; }

    /// <summary>What it answers: <c>letters/…</c>, <c>campaigns/…</c>, <c>statements/…</c> or <c>lawsuits/…</c>; unknown if left out.</summary>
    [StringLength(160), Names(RecordKind.Letter, RecordKind.Campaign, RecordKind.Statement, RecordKind.Lawsuit)]
    public string? Answers { get; set; }

    /// <summary>How it was made; only a reply or documents answer a letter.</summary>
    public ResponseForm Form { get; set; }

    /// <summary>What was said or done; one or more.</summary>
    public List<ResponseKind> Kinds { get; set; } = [];

    /// <summary>What was boycotted or attended.</summary>
    [StringLength(Text.Short)]
    public string? Occasion { get; set; }

    /// <summary>The day on which it was said or done.</summary>
    public PartialDate? MadeOn { get; set; }

    /// <summary>What was said or done, in our words.</summary>
    [StringLength(Text.Long)]
    public string? Summary { get; set; }

    /// <summary>Who spoke for the respondent.</summary>
    public List<SpeakerContent> Speakers { get; set; } = [];

    internal override string SuggestedSlug => Text.Slug($"{Jurisdiction ?? Association ?? Officials} {Headline}");

    internal override IEnumerable<string?> Names => Speakers.Select(s => s.Name);

    internal override IEnumerable<string?> Called => [];

    internal override IEnumerable<string?> Words =>
        [Headline, Association, Officials, Occasion, Summary, string.Join("; ", Kinds.Select(k => Text.Sentence(k.ToString()))), .. Speakers.SelectMany(s => new[] { s.Name, s.Office })];

    protected override async Task ApplyToAsync(Response entity, References refs)
    {
        entity.Headline = Headline ?? "";
        entity.JurisdictionId = await refs.IdAsync(RecordKind.Jurisdiction, Jurisdiction, "jurisdiction");
        entity.Association = Association;
        entity.Officials = Officials;
        entity.Form = Form;
        entity.Kinds = Kinds;
        entity.Occasion = Occasion;
        entity.MadeOn = MadeOn;
        entity.Summary = Summary;
        await AnswerAsync(entity, refs);
        entity.Speakers.Match(Speakers, (row, content) =>
            (row.Position, row.Name, row.Office) = (Speakers.IndexOf(content), content.Name ?? "", content.Office));
    }

    private async Task AnswerAsync(Response entity, References refs)
    {
        entity.AnswersId = await refs.IdAsync(Answers, "answers", RecordKind.Letter, RecordKind.Campaign, RecordKind.Statement, RecordKind.Lawsuit);
        (entity.Answers, entity.LetterId, entity.CampaignId, entity.AnsweredFrom) = (null, null, null, null);
        if (entity.AnswersId is not { } id)
            return;
        var kind = Answers!.Split('/')[0];
        if (kind == RecordKind.Letter.Path)
        {
            var letter = await refs.FindAsync<Letter>(id);
            (entity.Answers, entity.LetterId, entity.CampaignId) = (letter.Record, id, letter.CampaignId);
            entity.AnsweredFrom = letter.Record.SortDate is { Length: > 0 } sent ? PartialDate.Parse(sent, null) : null;
        }
        else if (kind == RecordKind.Campaign.Path)
        {
            var campaign = await refs.FindAsync<Campaign>(id);
            (entity.Answers, entity.CampaignId, entity.AnsweredFrom) = (campaign.Record, id, campaign.Date);
        }
        else if (kind == RecordKind.Statement.Path)
        {
            var statement = await refs.FindAsync<Statement>(id);
            (entity.Answers, entity.AnsweredFrom) = (statement.Record, statement.MadeOn);
            entity.CampaignId = await refs.CampaignOfStatementAsync(id);
        }
        else
        {
            var suit = await refs.FindAsync<Lawsuit>(id);
            (entity.Answers, entity.AnsweredFrom) = (suit.Record, suit.FiledOn);
        }
    }
}

/// <summary>A speaker, with the office held on the day.</summary>
public sealed class SpeakerContent : IKeyed
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The speaker’s name.</summary>
    [Required(ErrorMessage = "Name the speaker."), StringLength(Text.Short)]
    public string? Name { get; set; }

    /// <summary>The office held that day.</summary>
    [StringLength(Text.Short)]
    public string? Office { get; set; }
}

internal sealed class ResponseConfiguration : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.ToTable("Responses", t => t.HasCheckConstraint("CK_Responses_Who",
            "(CASE WHEN \"JurisdictionId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"Association\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"Officials\" IS NULL THEN 0 ELSE 1 END) = 1"));
        response.Ignore(r => r.AnsweredFrom);
        response.HasOne(r => r.Record).WithOne().HasForeignKey<Response>(r => r.Id).OnDelete(DeleteBehavior.Cascade);
        response.HasOne(r => r.Jurisdiction).WithMany(j => j.Responses).HasForeignKey(r => r.JurisdictionId).OnDelete(DeleteBehavior.NoAction);
        response.HasOne(r => r.Answers).WithMany().HasForeignKey(r => r.AnswersId).OnDelete(DeleteBehavior.NoAction);
        response.HasOne(r => r.Letter).WithMany(l => l.Responses).HasForeignKey(r => r.LetterId).OnDelete(DeleteBehavior.NoAction);
        response.HasOne(r => r.Campaign).WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.NoAction);
        response.PrimitiveCollection(r => r.Kinds).ElementType().HasConversion<string>();
        response.HasIndex(r => new { r.CampaignId, r.JurisdictionId });
        response.HasIndex(r => new { r.JurisdictionId, r.AnswersId, r.Form });
        response.HasIndex(r => new { r.LetterId, r.JurisdictionId, r.Form });
        response.Navigation(r => r.Speakers).AutoInclude();
        response.HasMany(r => r.Speakers).WithOne().HasForeignKey(s => s.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SpeakerConfiguration : IEntityTypeConfiguration<Speaker>
{
    public void Configure(EntityTypeBuilder<Speaker> speaker)
    {
        speaker.ToTable("Speakers");
        speaker.HasKey(s => new { s.ResponseId, s.Key });
        speaker.Property(s => s.Key).HasMaxLength(40);
    }
}
