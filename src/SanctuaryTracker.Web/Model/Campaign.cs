using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>How exact a reported count is.</summary>
public enum CountPrecision { Exact, About, AtLeast, Vague }

/// <summary>One round of letters.</summary>
public sealed class Campaign : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string Title { get; set; } = "";
    public string? Sender { get; set; }
    public PartialDate? SentOn { get; set; }
    public PartialDate? AnnouncedOn { get; set; }
    public string? Demand { get; set; }
    public string? Threat { get; set; }
    public PartialDate? ReplyDueOn { get; set; }
    public List<string> Laws { get; set; } = [];
    public List<string> Grants { get; set; } = [];
    public int? RecipientsReported { get; set; }
    public CountPrecision? RecipientsPrecision { get; set; }
    public List<Succession> Follows { get; } = [];
    public List<NonReceipt> NonReceipts { get; } = [];
    public List<Letter> Letters { get; } = [];

    public PartialDate? Date => SentOn ?? AnnouncedOn;
    public object? Copied => (SentOn, ReplyDueOn);

    public IEnumerable<Problem> Problems()
    {
        if (ReplyDueOn?.IsBefore(SentOn) is true)
            yield return new("reply_due_on", "A reply cannot be due before the letters were sent.");
        if (Follows.Exists(f => f.EarlierId == Id))
            yield return new("follows", "A round of letters cannot follow itself.");
        if (NonReceipts.DistinctBy(n => n.JurisdictionId).Count() < NonReceipts.Count)
            yield return new("non_receipts", "The same place is there twice.");
        if (RecipientsPrecision is null && RecipientsReported is not null)
            yield return new("recipients_precision", "Say how exact the reported count is.");
        if (RecipientsReported is null && RecipientsPrecision is not (null or CountPrecision.Vague))
            yield return new("recipients_reported", "Give the number, or call the count vague.");
    }
}

/// <summary>That one campaign follows an earlier one.</summary>
public sealed class Succession
{
    public int LaterId { get; set; }
    public int EarlierId { get; set; }
    public Campaign Earlier { get; set; } = null!;
}

/// <summary>That a source says a jurisdiction did not get a campaign's letter. Silence is not that.</summary>
public sealed class NonReceipt : IKeyed
{
    public int CampaignId { get; set; }
    public string? Key { get; set; }
    public int JurisdictionId { get; set; }
    public Campaign Campaign { get; set; } = null!;
    public Jurisdiction Jurisdiction { get; set; } = null!;
}

/// <summary>What an editor says of a campaign.</summary>
public sealed class CampaignContent : Content<Campaign>
{
    /// <summary>What the round of letters is called here, in our words.</summary>
    [Required(ErrorMessage = "Give the round of letters a title."), StringLength(Text.Short)]
    public string? Title { get; set; }

    /// <summary>The office or department that sent the letters.</summary>
    [StringLength(Text.Short)]
    public string? Sender { get; set; }

    /// <summary>The day on which a source says that the letters were sent or received, or the date that they bear if they have been seen.</summary>
    public PartialDate? SentOn { get; set; }

    /// <summary>The day on which the round was made public.</summary>
    public PartialDate? AnnouncedOn { get; set; }

    /// <summary>What was demanded.</summary>
    [StringLength(Text.Long)]
    public string? Demand { get; set; }

    /// <summary>What was threatened.</summary>
    [StringLength(Text.Long)]
    public string? Threat { get; set; }

    /// <summary>The day by which a reply is asked for.</summary>
    public PartialDate? ReplyDueOn { get; set; }

    /// <summary>Laws, as named or described.</summary>
    public List<string> Laws { get; set; } = [];

    /// <summary>Grants, as named or described.</summary>
    public List<string> Grants { get; set; } = [];

    /// <summary>How many jurisdictions are reported to have been sent a letter.</summary>
    [Range(0, 100_000)]
    public int? RecipientsReported { get; set; }

    /// <summary>How exact the reported count is.</summary>
    public CountPrecision? RecipientsPrecision { get; set; }

    /// <summary>Earlier campaigns, by slug.</summary>
    [Names(RecordKind.Campaign)]
    public List<string> Follows { get; set; } = [];

    /// <summary>Jurisdictions that a source says did not get the letter.</summary>
    public List<NonReceiptContent> NonReceipts { get; set; } = [];

    internal override string SuggestedSlug => Text.Slug($"{Title} {SentOn?.Value}");

    internal override IEnumerable<string?> Called => [Title];

    internal override IEnumerable<string?> Words => [Title, Sender, Demand, Threat, .. Laws, .. Grants];

    protected override async Task ApplyToAsync(Campaign entity, References refs)
    {
        entity.Title = Title ?? "";
        entity.Sender = Sender;
        entity.SentOn = SentOn;
        entity.AnnouncedOn = AnnouncedOn;
        entity.Demand = Demand;
        entity.Threat = Threat;
        entity.ReplyDueOn = ReplyDueOn;
        entity.Laws = Laws;
        entity.Grants = Grants;
        entity.RecipientsReported = RecipientsReported;
        entity.RecipientsPrecision = RecipientsPrecision;
        var follows = new List<int?>();
        foreach (var slug in Follows)
            follows.Add(await refs.IdAsync(RecordKind.Campaign, slug, "follows"));
        entity.Follows.MatchIds(follows, f => f.EarlierId, id => new() { EarlierId = id });
        var places = new Dictionary<NonReceiptContent, int?>();
        foreach (var row in NonReceipts)
            places[row] = await refs.IdAsync(RecordKind.Jurisdiction, row.Jurisdiction, "non_receipts");
        entity.NonReceipts.Match(NonReceipts, (row, content) => row.JurisdictionId = places[content] ?? 0);
    }
}

/// <summary>A jurisdiction that a source says did not get the letter.</summary>
public sealed class NonReceiptContent : IKeyed
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The jurisdiction, by slug.</summary>
    [Required(ErrorMessage = "Choose a jurisdiction."), StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Jurisdiction { get; set; }
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("Campaigns");
        campaign.HasOne(c => c.Record).WithOne().HasForeignKey<Campaign>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
        campaign.Navigation(c => c.Follows).AutoInclude();
        campaign.Navigation(c => c.NonReceipts).AutoInclude();
    }
}

internal sealed class SuccessionConfiguration : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> succession)
    {
        succession.ToTable("Successions");
        succession.HasKey(s => new { s.LaterId, s.EarlierId });
        succession.HasOne<Campaign>().WithMany(c => c.Follows).HasForeignKey(s => s.LaterId).OnDelete(DeleteBehavior.Cascade);
        succession.HasOne(s => s.Earlier).WithMany().HasForeignKey(s => s.EarlierId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class NonReceiptConfiguration : IEntityTypeConfiguration<NonReceipt>
{
    public void Configure(EntityTypeBuilder<NonReceipt> row)
    {
        row.ToTable("NonReceipts");
        row.HasKey(n => new { n.CampaignId, n.Key });
        row.Property(n => n.Key).HasMaxLength(40);
        row.HasIndex(n => new { n.CampaignId, n.JurisdictionId }).IsUnique();
        row.HasOne(n => n.Campaign).WithMany(c => c.NonReceipts).HasForeignKey(n => n.CampaignId).OnDelete(DeleteBehavior.Cascade);
        row.HasOne(n => n.Jurisdiction).WithMany(j => j.NonReceipts).HasForeignKey(n => n.JurisdictionId).OnDelete(DeleteBehavior.NoAction);
    }
}
