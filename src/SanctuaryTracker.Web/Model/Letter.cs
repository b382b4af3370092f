using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>How we know of a letter.</summary>
public enum LetterBasis { DocumentSeen, Reported, Inferred }

/// <summary>How the sender closed a letter.</summary>
public enum LetterClosure { Rescinded, Cleared }

/// <summary>One demand to one recipient: a jurisdiction, or one that is not identified.</summary>
public sealed class Letter : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public int? JurisdictionId { get; set; }
    public Jurisdiction? Jurisdiction { get; set; }
    public string? RecipientLabel { get; set; }
    /// <summary>The recipient's, copied here so that lists by state use an index.</summary>
    public string? State { get; set; }
    public int? CampaignId { get; set; }
    public Campaign? Campaign { get; set; }
    public PartialDate? SentOn { get; set; }
    public string? Subject { get; set; }
    public string? Demand { get; set; }
    public string? Threat { get; set; }
    public PartialDate? ReplyDueOn { get; set; }
    public string? Addressee { get; set; }
    public string? Signatory { get; set; }
    public string? AwardNumber { get; set; }
    public string? AwardHolder { get; set; }
    public LetterBasis KnownBy { get; set; }
    public LetterClosure? Closure { get; set; }
    public PartialDate? ClosedOn { get; set; }
    public List<Copy> Copies { get; } = [];
    public List<Response> Responses { get; } = [];

    /// <summary>The letter's own day, or the round's.</summary>
    public PartialDate? Date => SentOn ?? Campaign?.SentOn;

    public string Title
    {
        get
        {
            var label = RecipientLabel?.StartsWith("A ", StringComparison.Ordinal) is true ? $"a{RecipientLabel[1..]}" : RecipientLabel;
            var recipient = Jurisdiction?.Title ?? label;
            return Date is { } on ? $"Letter to {recipient}, sent {on.InWords()}" : $"Letter to {recipient}, date not known";
        }
    }

    public object? Copied => (CampaignId, Date);

    public IEnumerable<Problem> Problems()
    {
        if ((Jurisdiction is null) == (RecipientLabel is null))
            yield return new("jurisdiction", "Name a jurisdiction or describe the unidentified recipient, not both.");
        if (State is not null && !States.Names.ContainsKey(State))
            yield return new("state", "Give the two-letter USPS code, such as WA.");
        var saidNone = Record.None.Contains("reply_due_on") || Record.NotApplicable.Contains("reply_due_on");
        if (!saidNone && (ReplyDueOn ?? Campaign?.ReplyDueOn)?.IsBefore(Date) is true)
            yield return new("reply_due_on", "A reply cannot be due before the letter was sent. Leave the deadline empty if the source gives none.");
        if (ClosedOn is not null && Closure is null)
            yield return new("closure", "Say how the sender closed it, or leave the day out.");
        if (ClosedOn?.IsBefore(Date) is true)
            yield return new("closed_on", "A letter cannot be closed before it was sent.");
    }
}

/// <summary>A person who was copied on a letter. A copy is never a receipt.</summary>
public sealed class Copy : IKeyed
{
    public int LetterId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public string? Person { get; set; }
    public string? Office { get; set; }
    public int? JurisdictionId { get; set; }
    /// <summary>The letter's round, copied from it, so that those copied in a round are found without its letters.</summary>
    public int? CampaignId { get; set; }
    public Letter Letter { get; set; } = null!;
    public Jurisdiction? Jurisdiction { get; set; }
}

/// <summary>What an editor says of a letter.</summary>
public sealed class LetterContent : Content<Letter>
{
    /// <summary>The recipient's slug; or leave it out and describe the unidentified recipient.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Jurisdiction { get; set; }

    /// <summary>An unidentified recipient, as the source has it: “a city in New Mexico”.</summary>
    [StringLength(Text.Short)]
    public string? RecipientLabel { get; set; }

    /// <summary>The unidentified recipient's state, if known: USPS code.</summary>
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "Give the two-letter USPS code, such as WA.")]
    public string? State { get; set; }

    /// <summary>The round of letters, by slug.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Campaign)]
    public string? Campaign { get; set; }

    /// <summary>The day on which a source says that it was sent or received, or the date that it bears if it has been seen; left out, it is the campaign's.</summary>
    public PartialDate? SentOn { get; set; }

    /// <summary>The subject line, as printed.</summary>
    [StringLength(Text.Short)]
    public string? Subject { get; set; }

    /// <summary>What it asks for, if it differs from the campaign's demand.</summary>
    [StringLength(Text.Long)]
    public string? Demand { get; set; }

    /// <summary>What it warns of, if it differs from the campaign's threat.</summary>
    [StringLength(Text.Long)]
    public string? Threat { get; set; }

    /// <summary>The reply deadline; left out, it is the campaign's.</summary>
    public PartialDate? ReplyDueOn { get; set; }

    /// <summary>As printed: an agency or a sheriff may be addressed, its government is the recipient.</summary>
    [StringLength(Text.Short)]
    public string? Addressee { get; set; }

    /// <summary>As printed.</summary>
    [StringLength(Text.Short)]
    public string? Signatory { get; set; }

    /// <summary>The number of the grant award that the letter names.</summary>
    [StringLength(80)]
    public string? AwardNumber { get; set; }

    /// <summary>Whose award it is, if another government's.</summary>
    [StringLength(Text.Short)]
    public string? AwardHolder { get; set; }

    /// <summary>How we know of the letter.</summary>
    public LetterBasis KnownBy { get; set; } = LetterBasis.Reported;

    /// <summary>How the sender closed it, if a source says so.</summary>
    public LetterClosure? Closure { get; set; }

    /// <summary>The day on which the sender closed it.</summary>
    public PartialDate? ClosedOn { get; set; }

    /// <summary>People who were copied on it.</summary>
    public List<CopyContent> Copies { get; set; } = [];

    internal override string SuggestedSlug => Text.Slug($"{Jurisdiction ?? RecipientLabel} {SentOn?.Value ?? Campaign ?? "undated"}");

    internal override IEnumerable<string?> Words =>
        [RecipientLabel, Subject, Demand, Threat, Addressee, Signatory, AwardNumber, AwardHolder, .. Copies.SelectMany(c => new[] { c.Person, c.Office })];

    protected override async Task ApplyToAsync(Letter entity, References refs)
    {
        entity.Jurisdiction = await refs.FindAsync<Jurisdiction>(RecordKind.Jurisdiction, Jurisdiction, "jurisdiction");
        entity.JurisdictionId = entity.Jurisdiction?.Id;
        entity.Campaign = await refs.FindAsync<Campaign>(RecordKind.Campaign, Campaign, "campaign");
        entity.CampaignId = entity.Campaign?.Id;
        entity.RecipientLabel = RecipientLabel;
        entity.State = entity.Jurisdiction is { } place ? place.State : State;
        entity.SentOn = SentOn;
        entity.Subject = Subject;
        entity.Demand = Demand;
        entity.Threat = Threat;
        entity.ReplyDueOn = ReplyDueOn;
        entity.Addressee = Addressee;
        entity.Signatory = Signatory;
        entity.AwardNumber = AwardNumber;
        entity.AwardHolder = AwardHolder;
        entity.KnownBy = KnownBy;
        entity.Closure = Closure;
        entity.ClosedOn = ClosedOn;
        var places = new Dictionary<CopyContent, int?>();
        for (var i = 0; i < Copies.Count; i++)
            places[Copies[i]] = await refs.IdAsync(RecordKind.Jurisdiction, Copies[i].Jurisdiction, $"copies[{i}].jurisdiction");
        entity.Copies.Match(Copies, (row, content) =>
        {
            row.Position = Copies.IndexOf(content);
            row.Person = content.Person;
            row.Office = content.Office;
            row.JurisdictionId = places[content];
            row.CampaignId = entity.CampaignId;
        });
    }
}

/// <summary>A person copied on a letter, with the office held that day.</summary>
public sealed class CopyContent : IKeyed, IValidatableObject
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The person copied.</summary>
    [StringLength(Text.Short)]
    public string? Person { get; set; }

    /// <summary>The office held that day.</summary>
    [StringLength(Text.Short)]
    public string? Office { get; set; }

    /// <summary>The jurisdiction whose office it is, by slug.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Jurisdiction { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Person) && string.IsNullOrWhiteSpace(Office))
            yield return new("Name the person or the office that was copied.", [nameof(Person)]);
    }
}

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters", t =>
        {
            t.HasCheckConstraint("CK_Letters_Recipient", "(\"JurisdictionId\" IS NULL) <> (\"RecipientLabel\" IS NULL)");
            t.HasCheckConstraint("CK_Letters_Closed", "\"ClosedOn\" IS NULL OR \"Closure\" IS NOT NULL");
        });
        letter.HasOne(l => l.Record).WithOne().HasForeignKey<Letter>(l => l.Id).OnDelete(DeleteBehavior.Cascade);
        letter.HasOne(l => l.Jurisdiction).WithMany(j => j.Letters).HasForeignKey(l => l.JurisdictionId).OnDelete(DeleteBehavior.NoAction);
        letter.HasOne(l => l.Campaign).WithMany(c => c.Letters).HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.NoAction);
        letter.HasIndex(l => new { l.JurisdictionId, l.CampaignId });
        letter.HasIndex(l => new { l.CampaignId, l.JurisdictionId, l.KnownBy, l.State });
        letter.HasIndex(l => new { l.State, l.SentOn, l.Id });
        letter.HasIndex(l => l.KnownBy);
        letter.Navigation(l => l.Copies).AutoInclude();
    }
}

internal sealed class CopyConfiguration : IEntityTypeConfiguration<Copy>
{
    public void Configure(EntityTypeBuilder<Copy> copy)
    {
        copy.ToTable("Copies", t => t.HasCheckConstraint("CK_Copies_Who", "\"Person\" IS NOT NULL OR \"Office\" IS NOT NULL"));
        copy.HasKey(c => new { c.LetterId, c.Key });
        copy.Property(c => c.Key).HasMaxLength(40);
        copy.HasIndex(c => new { c.CampaignId, c.JurisdictionId });
        copy.HasOne(c => c.Letter).WithMany(l => l.Copies).HasForeignKey(c => c.LetterId).OnDelete(DeleteBehavior.Cascade);
        copy.HasOne(c => c.Jurisdiction).WithMany(j => j.Copies).HasForeignKey(c => c.JurisdictionId).OnDelete(DeleteBehavior.NoAction);
    }
}
