using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

public enum DraftState { Draft, InReview, SentBack, Published, Discarded }

/// <summary>A Change that is not applied yet, with whatever was typed, readable or not.</summary>
public sealed class Draft
{
    public const int MaxTitleLength = 300;

    public int Id { get; private set; }

    /// <summary>What it is about, for lists.</summary>
    public string Title { get; set; } = "";
    public DraftState State { get; set; }
    public string? Reason { get; set; }
    public string? Correction { get; set; }
    public ChangeOrigin Origin { get; init; } = ChangeOrigin.Form;

    /// <summary>The account that began it.</summary>
    public required string AuthorId { get; init; }
    public required string Author { get; init; }

    /// <summary>Accounts that wrote some of it: none of them reviews it, unless the desk's settings let them.</summary>
    public List<string> WriterIds { get; set; } = [];
    public DateTime ChangedAt { get; set; }

    /// <summary>Rises with each save, so that two who write at once are told apart.</summary>
    public int Version { get; set; }

    /// <summary>The word by which a program's request is known again; null for what a person wrote.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>What was asked with it.</summary>
    public string? RequestHash { get; set; }

    /// <summary>The number of the Change that it became.</summary>
    public int? ChangeNumber { get; set; }

    /// <summary>The parts as JSON; see <see cref="Parts"/>.</summary>
    public string Text { get; set; } = "[]";
    public List<DraftEvent> Events { get; } = [];

    public bool IsOpen => State is DraftState.Draft or DraftState.SentBack or DraftState.InReview;

    public IReadOnlyList<DraftPart> Parts
    {
        get => JsonSerializer.Deserialize<List<DraftPart>>(Text, ContentJson.Options)!;
        set => Text = JsonSerializer.Serialize(value, ContentJson.Options);
    }
}

/// <summary>What one record is to be: its fields as they were typed, or that it is to be withdrawn.</summary>
public sealed record DraftPart(RecordKind Kind)
{
    /// <summary>Null until a new record is published.</summary>
    public string? Slug { get; init; }

    /// <summary>The published version it was begun from.</summary>
    public int? BasedOn { get; init; }
    public bool IsWithdrawal { get; init; }
    public string? MergedInto { get; init; }

    /// <summary>That its author says it is another than those it was taken for.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Texts, lists of texts, and lists of rows, by the names of the content.</summary>
    public JsonObject Fields { get; init; } = [];

    public static DraftPart Of(Edit edit) => new(edit.Kind)
    {
        Slug = edit.Slug, BasedOn = edit.BasedOn, IsWithdrawal = edit.Content is null, MergedInto = edit.MergedInto,
        Fields = edit.Content is null ? [] : TypedFields.Of(edit.Content),
    };
}

/// <summary>What became of a draft: who did what, when, and what they said.</summary>
public sealed class DraftEvent
{
    public const int MaxNoteLength = 2000;

    public int Id { get; private set; }
    public required int DraftId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public required DraftState Became { get; init; }
    public string? Note { get; init; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("Drafts");
        draft.Ignore(d => d.Parts);
        draft.Property(d => d.Title).HasMaxLength(Draft.MaxTitleLength);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasMany(d => d.Events).WithOne().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => new { d.State, d.ChangedAt });
        draft.HasIndex(d => new { d.AuthorId, d.ChangedAt });
        draft.Property(d => d.IdempotencyKey).HasMaxLength(Writing.Repetition.MaxKeyLength);
        draft.HasIndex(d => new { d.AuthorId, d.IdempotencyKey }).IsUnique();
    }
}

internal sealed class DraftEventConfiguration : IEntityTypeConfiguration<DraftEvent>
{
    public void Configure(EntityTypeBuilder<DraftEvent> happened)
    {
        happened.ToTable("DraftEvents");
        happened.Property(e => e.Note).HasMaxLength(DraftEvent.MaxNoteLength);
    }
}
