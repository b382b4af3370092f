using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Data;

/// <summary>How the desk works, as its administrators decided: one row, there from the start.</summary>
public sealed class DeskSettings
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;

    /// <summary>Whether an editor may publish a draft that is the editor's own.</summary>
    public bool ReviewerMayBeAuthor { get; set; }

    /// <summary>The public name of who last changed this; null while nobody has.</summary>
    public string? ChangedBy { get; set; }

    public DateTime? ChangedAt { get; set; }
}

internal sealed class DeskSettingsConfiguration : IEntityTypeConfiguration<DeskSettings>
{
    public void Configure(EntityTypeBuilder<DeskSettings> settings)
    {
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.ChangedBy).HasMaxLength(Editor.MaxNameLength);
        settings.HasData(new DeskSettings());
    }
}
