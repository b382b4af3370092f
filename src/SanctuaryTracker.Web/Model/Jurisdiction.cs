using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

public enum JurisdictionKind { State, County, City, Town, Township, Village, ConsolidatedCityCounty, FederalDistrict, Territory, Tribal, Unknown }

/// <summary>A government. “Sanctuary” is never a flag on it.</summary>
public sealed class Jurisdiction : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string Name { get; set; } = "";
    public JurisdictionKind Kind { get; set; }
    public string? State { get; set; }
    public List<string> OtherNames { get; set; } = [];
    /// <summary>The name and other names, folded for looking up.</summary>
    public string FoldedNames { get; set; } = "";
    public string? OcdId { get; set; }
    public string? Geoid { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public List<Containment> Within { get; } = [];
    public List<Letter> Letters { get; } = [];
    public List<Copy> Copies { get; } = [];
    public List<NonReceipt> NonReceipts { get; } = [];
    public List<Response> Responses { get; } = [];
    public List<Party> Parties { get; } = [];
    public List<Lawsuit> LawsuitsByPlace { get; } = [];

    public string Title => State is null || Kind is JurisdictionKind.State or JurisdictionKind.Territory or JurisdictionKind.FederalDistrict ? Name : $"{Name}, {States.NameOf(State)}";
    public PartialDate? Date => null;
    public object? Copied => (Title, State);

    public IEnumerable<Problem> Problems()
    {
        if (Kind == JurisdictionKind.Unknown && (OcdId ?? Geoid) is not null)
            yield return new(OcdId is null ? "geoid" : "ocd_id", "A place whose identity is not settled has no OCD id and no GEOID; choose its kind, or leave them out.");
        if (State is not null && !States.Names.ContainsKey(State))
            yield return new("state", "Give the two-letter USPS code, such as WA.");
        if (Within.Exists(w => w.OuterId == Id))
            yield return new("within", "A place cannot lie within itself.");
        if (Latitude is null != Longitude is null)
            yield return new(Latitude is null ? "latitude" : "longitude", "Give both latitude and longitude, or neither.");
    }
}

/// <summary>That one jurisdiction lies within another.</summary>
public sealed class Containment
{
    public int InnerId { get; set; }
    public int OuterId { get; set; }
    public Jurisdiction Inner { get; set; } = null!;
    public Jurisdiction Outer { get; set; } = null!;
}

/// <summary>What an editor says of a jurisdiction.</summary>
public sealed class JurisdictionContent : Content<Jurisdiction>
{
    /// <summary>The name without its state: <c>King County</c>.</summary>
    [Required(ErrorMessage = "Name the place."), StringLength(Text.Short)]
    public string? Name { get; set; }

    /// <summary>Unknown while a name could be that of several governments.</summary>
    public JurisdictionKind Kind { get; set; } = JurisdictionKind.Unknown;

    /// <summary>USPS code.</summary>
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "Give the two-letter USPS code, such as WA.")]
    public string? State { get; set; }

    /// <summary>Names by which sources call it too.</summary>
    public List<string> OtherNames { get; set; } = [];

    /// <summary>Open Civic Data division id.</summary>
    [StringLength(Text.Short), RegularExpression("^ocd-division/country:us(/[a-z_]+:[a-z0-9._~-]+)*$", ErrorMessage = "Write it as ocd-division/country:us/state:wa/county:king.")]
    public string? OcdId { get; set; }

    /// <summary>US Census Bureau code, as text: leading zeros matter.</summary>
    [RegularExpression("^([0-9]{2}|[0-9]{5}|[0-9]{7}|[0-9]{10})$", ErrorMessage = "Give 2 digits for a state, 5 for a county, 7 for a place, 10 for a county subdivision.")]
    public string? Geoid { get; set; }

    /// <summary>The jurisdictions it lies within, by slug.</summary>
    [Names(RecordKind.Jurisdiction)]
    public List<string> Within { get; set; } = [];

    /// <summary>Degrees north, for the map.</summary>
    [Range(-90, 90)]
    public double? Latitude { get; set; }

    /// <summary>Degrees east, for the map.</summary>
    [Range(-180, 180)]
    public double? Longitude { get; set; }

    internal override bool NeedsCitation => false;

    internal override string SuggestedSlug => Text.Slug(Kind == JurisdictionKind.State ? Name ?? "" : $"{Name} {State}");

    internal override IEnumerable<string?> Names => [Name, .. OtherNames, Geoid];

    internal override IEnumerable<string?> Called => [Name, $"{Name}, {States.NameOf(State)}", .. OtherNames];

    internal override IEnumerable<string?> Words => [Name, .. OtherNames, States.NameOf(State), State, Geoid, OcdId];

    protected override async Task ApplyToAsync(Jurisdiction entity, References refs)
    {
        entity.Name = Name ?? "";
        entity.Kind = Kind;
        entity.State = State;
        entity.OtherNames = OtherNames;
        entity.FoldedNames = Text.Fold(string.Join('\n', [Name, .. OtherNames]));
        entity.OcdId = OcdId;
        entity.Geoid = Geoid;
        entity.Latitude = Latitude;
        entity.Longitude = Longitude;
        if (Geoid is not null)
            await refs.RefuseTwinAsync(entity, "geoid", Geoid, places => places.Where(j => j.Geoid == Geoid), "Another place has this GEOID");
        if (OcdId is not null)
            await refs.RefuseTwinAsync(entity, "ocd_id", OcdId, places => places.Where(j => j.OcdId == OcdId), "Another place has this OCD id");
        var within = new List<int?>();
        foreach (var slug in Within)
            within.Add(await refs.IdAsync(RecordKind.Jurisdiction, slug, "within"));
        entity.Within.MatchIds(within, w => w.OuterId, id => new() { OuterId = id });
    }
}

internal sealed class JurisdictionConfiguration : IEntityTypeConfiguration<Jurisdiction>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> jurisdiction)
    {
        jurisdiction.ToTable("Jurisdictions", t =>
            t.HasCheckConstraint("CK_Jurisdictions_Unknown", "\"Kind\" <> 'Unknown' OR (\"OcdId\" IS NULL AND \"Geoid\" IS NULL)"));
        jurisdiction.HasOne(j => j.Record).WithOne().HasForeignKey<Jurisdiction>(j => j.Id).OnDelete(DeleteBehavior.Cascade);
        jurisdiction.HasIndex(j => j.OcdId).IsUnique();
        jurisdiction.HasIndex(j => j.Geoid).IsUnique();
        jurisdiction.HasIndex(j => new { j.State, j.Kind });
        jurisdiction.Navigation(j => j.Within).AutoInclude();
    }
}

internal sealed class ContainmentConfiguration : IEntityTypeConfiguration<Containment>
{
    public void Configure(EntityTypeBuilder<Containment> within)
    {
        within.ToTable("Containments");
        within.HasKey(w => new { w.InnerId, w.OuterId });
        within.HasOne(w => w.Inner).WithMany(j => j.Within).HasForeignKey(w => w.InnerId).OnDelete(DeleteBehavior.Cascade);
        within.HasOne(w => w.Outer).WithMany().HasForeignKey(w => w.OuterId).OnDelete(DeleteBehavior.NoAction);
    }
}
