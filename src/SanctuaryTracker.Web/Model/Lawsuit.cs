using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

public enum LawsuitDirection { JurisdictionVersusFederal, FederalVersusJurisdiction, Other, Unknown }

public enum LawsuitStatus { Pending, Stayed, Dismissed, Decided, Settled, Withdrawn }

public enum PartyRole { Plaintiff, Defendant, Petitioner, Respondent, Appellant, Appellee, Intervenor, AmicusCuriae }

public enum LawsuitEventKind { Complaint, Motion, Hearing, Order, Injunction, Ruling, Judgment, Appeal, Settlement, Dismissal, Other }

public enum LawsuitLinkKind { Challenges, Cites, Precedes, Follows }

public enum RelatedCaseKind { AppealOf, ConsolidatedWith, ReportedAs }

/// <summary>A case, or what is known of one by its place alone. An appeal is a docket of its own.</summary>
public sealed partial class Lawsuit : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string? CaseName { get; set; }
    public string? PlaceReported { get; set; }
    public int? PlaceId { get; set; }
    public Jurisdiction? Place { get; set; }
    public string? Court { get; set; }
    public string? DocketNumber { get; set; }
    /// <summary>The docket number by office, year, type and serial: one docket per court.</summary>
    public string? DocketKey { get; set; }
    public PartialDate? FiledOn { get; set; }
    public LawsuitStatus? Status { get; set; }
    public PartialDate? StatusOn { get; set; }
    public LawsuitDirection Direction { get; set; }
    public string? AtStake { get; set; }
    public List<Party> Parties { get; } = [];
    public List<LawsuitEvent> Events { get; } = [];
    public List<LawsuitLink> Links { get; } = [];
    public List<RelatedCase> RelatedCases { get; } = [];

    public string Title => CaseName ?? $"Suit reported in {PlaceReported}";
    public PartialDate? Date => FiledOn ?? StatusOn;
    public object? Copied => Date;

    public IEnumerable<Problem> Problems()
    {
        if (CaseName is null && PlaceReported is null)
            yield return new("case_name", "Give the case name or, until it is known, the place as reported.");
        if (DocketNumber is not null && Court is null)
            yield return new("court", "A docket number belongs to a court; give its CourtListener id, such as ilnd.");
        if (StatusOn is not null && Status is null)
            yield return new("status", "Say what the status was on that day.");
        if (StatusOn?.IsBefore(FiledOn) is true)
            yield return new("status_on", "A status cannot be older than the filing.");
        foreach (var late in Events.Where(e => e.HappenedOn?.IsBefore(FiledOn) is true))
            yield return new($"events/{late.Key}", "An event of a case cannot be older than its filing.");

        var suing = Parties.Exists(p => p is { JurisdictionId: not null, Role: PartyRole.Plaintiff or PartyRole.Petitioner });
        var sued = Parties.Exists(p => p is { JurisdictionId: not null, Role: PartyRole.Defendant or PartyRole.Respondent });
        var cited = Record.Citations.FindAll(c => c.Field == "direction");
        var told = Parties.Exists(p => p.Role is PartyRole.Plaintiff or PartyRole.Petitioner or PartyRole.Defendant or PartyRole.Respondent);
        if (!told && Direction != LawsuitDirection.Unknown && (cited.Count == 0 || cited.Exists(c => c.Basis == Basis.Stated && c.Bearing == Bearing.Supports)))
            yield return new("direction", "Without parties that sue or are sued, the direction is inferred, with a citation that says why, or unknown.");
        var agrees = Direction switch
        {
            LawsuitDirection.JurisdictionVersusFederal => suing && !sued,
            LawsuitDirection.FederalVersusJurisdiction => sued && !suing,
            _ => true,
        };
        if (told && !agrees)
            yield return new("direction", "The direction does not agree with the parties recorded.");
    }

    /// <summary>The parts of a docket number that tell two cases of one court apart: office, year, type and serial.</summary>
    public static string? KeyOf(string? docketNumber)
    {
        if (docketNumber is null)
            return null;
        var match = Docket().Match(docketNumber);
        return match.Success
            ? $"{match.Groups["office"].Value}:{int.Parse(match.Groups["year"].Value) % 100:00}-{match.Groups["type"].Value.ToLowerInvariant()}-{match.Groups["serial"].Value.TrimStart('0')}"
            : Text.Fold(docketNumber).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Cases with this docket key; a number that leaves the office out is that of any.</summary>
    public static Expression<Func<Lawsuit, bool>> IsOnDocket(string key)
    {
        var isOfAnyOffice = key.StartsWith(':');
        var withoutOffice = key.Length > 1 && key[1] == ':' ? key[1..] : key;
        return l => l.DocketKey == key || l.DocketKey == withoutOffice || isOfAnyOffice && l.DocketKey!.EndsWith(key);
    }

    [GeneratedRegex(@"^\s*((?<office>[0-9]):)?(?<year>[0-9]{4}|[0-9]{2})-(?<type>[A-Za-z]{1,4})-(?<serial>[0-9]{1,7})(-[A-Za-z]+)*(\s.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Docket();
}

/// <summary>Who sues, is sued or joins: a jurisdiction, or a name.</summary>
public sealed class Party : IKeyed
{
    public int LawsuitId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public int? JurisdictionId { get; set; }
    public string? Name { get; set; }
    public PartyRole Role { get; set; }
    public Lawsuit Lawsuit { get; set; } = null!;
    public Jurisdiction? Jurisdiction { get; set; }
}

/// <summary>Something that happened in a case, on a day.</summary>
public sealed class LawsuitEvent : IKeyed
{
    public int LawsuitId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public PartialDate? HappenedOn { get; set; }
    public LawsuitEventKind Kind { get; set; }
    public string Summary { get; set; } = "";
}

/// <summary>What a case has to do with a campaign or a letter.</summary>
public sealed class LawsuitLink : IKeyed
{
    public int LawsuitId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public int RecordId { get; set; }
    public LawsuitLinkKind Kind { get; set; }
    public Record Record { get; set; } = null!;
    public Lawsuit Lawsuit { get; set; } = null!;
}

/// <summary>What a case has to do with another.</summary>
public sealed class RelatedCase : IKeyed
{
    public int LawsuitId { get; set; }
    public string? Key { get; set; }
    public int Position { get; set; }
    public int OtherId { get; set; }
    public RelatedCaseKind Kind { get; set; }
    public Lawsuit Other { get; set; } = null!;
}

/// <summary>What an editor says of a lawsuit.</summary>
public sealed class LawsuitContent : Content<Lawsuit>
{
    /// <summary>The case name, as the court has it.</summary>
    [StringLength(Text.Short)]
    public string? CaseName { get; set; }

    /// <summary>Where the suit is, as reported, while its case is not known: it may stand for several.</summary>
    [StringLength(Text.Short)]
    public string? PlaceReported { get; set; }

    /// <summary>The jurisdiction that the reported place names, by slug: where the suit is, not who sues.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Place { get; set; }

    /// <summary>CourtListener id, such as <c>ilnd</c>.</summary>
    [StringLength(40), RegularExpression("^[a-z0-9]+$", ErrorMessage = "Give the court's CourtListener id, such as ilnd.")]
    public string? Court { get; set; }

    /// <summary>The docket number, as the court writes it: <c>1:17-cv-05720</c>.</summary>
    [StringLength(80)]
    public string? DocketNumber { get; set; }

    /// <summary>The day on which the case was filed.</summary>
    public PartialDate? FiledOn { get; set; }

    /// <summary>How the case stood when it was last reported.</summary>
    public LawsuitStatus? Status { get; set; }

    /// <summary>The day on which the status was so.</summary>
    public PartialDate? StatusOn { get; set; }

    /// <summary>Who sues whom; without parties it is inferred or unknown.</summary>
    public LawsuitDirection Direction { get; set; } = LawsuitDirection.Unknown;

    /// <summary>What the case is about, in our words.</summary>
    [StringLength(Text.Long)]
    public string? AtStake { get; set; }

    /// <summary>Who sues, is sued or joins.</summary>
    public List<PartyContent> Parties { get; set; } = [];

    /// <summary>What happened in the case, day by day.</summary>
    public List<LawsuitEventContent> Events { get; set; } = [];

    /// <summary>Campaigns and letters that the case challenges, cites, precedes or follows.</summary>
    public List<LawsuitLinkContent> Links { get; set; } = [];

    /// <summary>Other cases, and what this one has to do with them.</summary>
    public List<RelatedCaseContent> RelatedCases { get; set; } = [];

    internal override string SuggestedSlug => Text.Slug($"{CaseName ?? $"{PlaceReported} suit"} {FiledOn?.Value ?? StatusOn?.Value}");

    /// <summary>What names the place as it is reported says which place it is.</summary>
    internal override IEnumerable<string> Uncited => base.Uncited.Except(Citations.Exists(c => c.Field == "place_reported") ? ["place"] : []);

    internal override IEnumerable<string?> Names => [DocketNumber];

    internal override IEnumerable<string?> Words =>
        [CaseName, PlaceReported, Court, DocketNumber, AtStake, .. Parties.Select(p => p.Name), .. Events.Select(e => $"{Text.Sentence(e.Kind.ToString())}: {e.Summary}")];

    protected override async Task ApplyToAsync(Lawsuit entity, References refs)
    {
        entity.CaseName = CaseName;
        entity.PlaceReported = PlaceReported;
        entity.PlaceId = await refs.IdAsync(RecordKind.Jurisdiction, Place, "place");
        entity.Court = Court;
        entity.DocketNumber = DocketNumber;
        entity.DocketKey = Lawsuit.KeyOf(DocketNumber);
        entity.FiledOn = FiledOn;
        entity.Status = Status;
        entity.StatusOn = StatusOn;
        entity.Direction = Direction;
        entity.AtStake = AtStake;

        if (entity.DocketKey is { } docket)
            await refs.RefuseTwinAsync(entity, "docket_number", $"{Court} {docket}", suits => suits.Where(l => l.Court == Court).Where(Lawsuit.IsOnDocket(docket)), "This docket is already recorded");

        var ids = new Dictionary<IKeyed, int?>();
        foreach (var (i, party) in Parties.Index())
            ids[party] = await refs.IdAsync(RecordKind.Jurisdiction, party.Jurisdiction, $"parties[{i}].jurisdiction");
        foreach (var (i, link) in Links.Index())
            ids[link] = await refs.IdAsync(link.Record, $"links[{i}].record", RecordKind.Campaign, RecordKind.Letter);
        foreach (var (i, related) in RelatedCases.Index())
            ids[related] = await refs.IdAsync(RecordKind.Lawsuit, related.Lawsuit, $"related_cases[{i}].lawsuit");

        entity.Parties.Match(Parties, (row, content) =>
            (row.Position, row.JurisdictionId, row.Name, row.Role) = (Parties.IndexOf(content), ids[content], content.Name, content.Role));
        entity.Events.Match(Events, (row, content) =>
            (row.Position, row.HappenedOn, row.Kind, row.Summary) = (Events.IndexOf(content), content.HappenedOn, content.Kind, content.Summary ?? ""));
        entity.Links.Match(Links, (row, content) => (row.Position, row.RecordId, row.Kind) = (Links.IndexOf(content), ids[content] ?? 0, content.Kind));
        entity.RelatedCases.Match(RelatedCases, (row, content) => (row.Position, row.OtherId, row.Kind) = (RelatedCases.IndexOf(content), ids[content] ?? 0, content.Kind));
    }
}

/// <summary>A party: a jurisdiction's slug, or a name.</summary>
public sealed class PartyContent : IKeyed, IValidatableObject
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The jurisdiction, by slug.</summary>
    [StringLength(Record.MaxSlugLength), Names(RecordKind.Jurisdiction)]
    public string? Jurisdiction { get; set; }

    /// <summary>The name, where the party is no jurisdiction.</summary>
    [StringLength(Text.Short)]
    public string? Name { get; set; }

    /// <summary>The party’s role in the case.</summary>
    public PartyRole Role { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Jurisdiction) == string.IsNullOrWhiteSpace(Name))
            yield return new("Choose a jurisdiction, or give a name, not both.", [nameof(Name)]);
    }
}

/// <summary>A dated event of a case.</summary>
public sealed class LawsuitEventContent : IKeyed
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The day on which it happened.</summary>
    public PartialDate? HappenedOn { get; set; }

    /// <summary>The kind of event.</summary>
    public LawsuitEventKind Kind { get; set; } = LawsuitEventKind.Other;

    /// <summary>What happened, in our words.</summary>
    [Required(ErrorMessage = "Say what happened."), StringLength(Text.Long)]
    public string? Summary { get; set; }
}

/// <summary>A campaign or letter, as <c>campaigns/…</c> or <c>letters/…</c>, and what the case has to do with it.</summary>
public sealed class LawsuitLinkContent : IKeyed
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The campaign or letter: <c>campaigns/…</c> or <c>letters/…</c>.</summary>
    [Required(ErrorMessage = "Choose a campaign or a letter."), StringLength(160), Names(RecordKind.Campaign, RecordKind.Letter)]
    public string? Record { get; set; }

    /// <summary>What the case has to do with it.</summary>
    public LawsuitLinkKind Kind { get; set; }
}

/// <summary>Another case, by slug, and what this one has to do with it.</summary>
public sealed class RelatedCaseContent : IKeyed
{
    /// <summary>Permanent within its record, so that differences and footnotes are stable.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>The other case, by slug.</summary>
    [Required(ErrorMessage = "Choose a lawsuit."), StringLength(Model.Record.MaxSlugLength), Names(RecordKind.Lawsuit)]
    public string? Lawsuit { get; set; }

    /// <summary>What this case has to do with the other.</summary>
    public RelatedCaseKind Kind { get; set; }
}

internal sealed class LawsuitConfiguration : IEntityTypeConfiguration<Lawsuit>
{
    public void Configure(EntityTypeBuilder<Lawsuit> lawsuit)
    {
        lawsuit.ToTable("Lawsuits", t => t.HasCheckConstraint("CK_Lawsuits_Name", "\"CaseName\" IS NOT NULL OR \"PlaceReported\" IS NOT NULL"));
        lawsuit.HasOne(l => l.Record).WithOne().HasForeignKey<Lawsuit>(l => l.Id).OnDelete(DeleteBehavior.Cascade);
        lawsuit.HasOne(l => l.Place).WithMany(j => j.LawsuitsByPlace).HasForeignKey(l => l.PlaceId).OnDelete(DeleteBehavior.NoAction);
        lawsuit.HasIndex(l => new { l.Court, l.DocketKey }).IsUnique();
        lawsuit.Navigation(l => l.Parties).AutoInclude();
        lawsuit.Navigation(l => l.Events).AutoInclude();
        lawsuit.Navigation(l => l.Links).AutoInclude();
        lawsuit.Navigation(l => l.RelatedCases).AutoInclude();

        lawsuit.HasMany(l => l.Events).WithOne().HasForeignKey(e => e.LawsuitId).OnDelete(DeleteBehavior.Cascade);
        lawsuit.HasMany(l => l.RelatedCases).WithOne().HasForeignKey(r => r.LawsuitId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> party)
    {
        party.ToTable("Parties", t => t.HasCheckConstraint("CK_Parties_Who", "(\"JurisdictionId\" IS NULL) <> (\"Name\" IS NULL)"));
        party.HasKey(p => new { p.LawsuitId, p.Key });
        party.Property(p => p.Key).HasMaxLength(40);
        party.HasOne(p => p.Lawsuit).WithMany(l => l.Parties).HasForeignKey(p => p.LawsuitId).OnDelete(DeleteBehavior.Cascade);
        party.HasOne(p => p.Jurisdiction).WithMany(j => j.Parties).HasForeignKey(p => p.JurisdictionId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class LawsuitEventConfiguration : IEntityTypeConfiguration<LawsuitEvent>
{
    public void Configure(EntityTypeBuilder<LawsuitEvent> row)
    {
        row.ToTable("LawsuitEvents");
        row.HasKey(e => new { e.LawsuitId, e.Key });
        row.Property(e => e.Key).HasMaxLength(40);
    }
}

internal sealed class LawsuitLinkConfiguration : IEntityTypeConfiguration<LawsuitLink>
{
    public void Configure(EntityTypeBuilder<LawsuitLink> link)
    {
        link.ToTable("LawsuitLinks");
        link.HasKey(l => new { l.LawsuitId, l.Key });
        link.Property(l => l.Key).HasMaxLength(40);
        link.HasOne(l => l.Lawsuit).WithMany(l => l.Links).HasForeignKey(l => l.LawsuitId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne(l => l.Record).WithMany().HasForeignKey(l => l.RecordId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class RelatedCaseConfiguration : IEntityTypeConfiguration<RelatedCase>
{
    public void Configure(EntityTypeBuilder<RelatedCase> related)
    {
        related.ToTable("RelatedCases");
        related.HasKey(r => new { r.LawsuitId, r.Key });
        related.Property(r => r.Key).HasMaxLength(40);
        related.HasOne(r => r.Other).WithMany().HasForeignKey(r => r.OtherId).OnDelete(DeleteBehavior.NoAction);
    }
}
