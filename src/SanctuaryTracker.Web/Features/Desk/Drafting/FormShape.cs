using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SanctuaryTracker.Features.Downloads;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Drafting;

public enum Control { Line, LongText, Lines, Date, Number, Choice, Choices, Picker, Pickers, Rows, Hidden }

/// <summary>One field of a form: what it is called, how it is filled in, and what it may hold.</summary>
/// <param name="Name">Its name in the content.</param>
/// <param name="Names">The kinds of record that it can name.</param>
/// <param name="Row">The fields of its rows.</param>
/// <param name="Default">What a choice is unless another is made.</param>
/// <param name="IsBasic">Whether it shows from the start: the others stand behind one step.</param>
public sealed record FormField(string Name, string Label, string? Hint, Control Control, bool IsRequired, int? MaxLength, IReadOnlyList<(string Value, string Words)> Options, IReadOnlyList<RecordKind> Names, IReadOnlyList<FormField> Row, string? Default, bool IsBasic);

/// <summary>The form of each kind of record, read from its content; labels and hints differ from the dictionary's only where editors need other words.</summary>
public static class FormShape
{
    private const string DateForm = "2018-01-24, 2018-01 or 2018; ~ after it if about.";

    /// <summary>The fields that most records of a kind need; a letter's are few enough to be filled in within a minute.</summary>
    private static readonly Dictionary<RecordKind, string[]> Basic = new()
    {
        [RecordKind.Letter] = ["jurisdiction", "campaign", "sent_on", "reply_due_on"],
        [RecordKind.Jurisdiction] = ["name", "kind", "state"],
        [RecordKind.Source] = ["publisher", "kind", "published_on", "title", "url"],
        [RecordKind.Campaign] = ["title", "sender", "sent_on", "announced_on", "demand", "threat", "reply_due_on", "recipients_reported", "recipients_precision"],
        [RecordKind.Response] = ["headline", "jurisdiction", "answers", "form", "kinds", "made_on", "summary", "speakers"],
        [RecordKind.Statement] = ["headline", "side", "speaker", "office", "attribution", "made_on", "summary", "about"],
        [RecordKind.Lawsuit] = ["case_name", "place_reported", "court", "docket_number", "filed_on", "status", "status_on", "direction", "at_stake", "parties", "events", "links"],
    };

    /// <summary>Fields that come after the others, whatever their place in the content.</summary>
    private static readonly List<string> Last = ["field", "as_reported", "page", "quotations", "basis", "bearing", "reasoning", "origin", "none", "not_applicable", "citations"];

    private static readonly string[] BasicOfCitation = ["source", "paragraph", "as_reported", "field"];

    /// <summary>Words for editors, by shape and field, or by field alone.</summary>
    private static readonly Dictionary<string, (string Label, string? Hint)> Words = new()
    {
        ["Letter.jurisdiction"] = ("Recipient", "A place by name, as “King County, Washington”. A copy is not a letter."),
        ["Letter.recipient_label"] = ("Or describe an unidentified recipient", "Instead of a place, and only where a source says something of it: “A city in New Mexico, not named”."),
        ["Letter.state"] = ("The unidentified recipient’s state", null),
        ["campaign"] = ("Round", "The round of letters, by title."),
        ["sent_on"] = ("Sent", $"{DateForm} Empty: as the round."),
        ["Campaign.sent_on"] = ("Sent", DateForm),
        ["Letter.reply_due_on"] = ("Reply deadline", "Empty: as the round."),
        ["Campaign.reply_due_on"] = ("Reply deadline", "Only if a source gives one."),
        ["announced_on"] = ("Announced", null),
        ["known_by"] = ("How we know of it", null),
        ["copies"] = ("Copied", "A copy is never a receipt."),
        ["person"] = ("Person", null),
        ["office"] = ("Office that day", null),
        ["Copy.jurisdiction"] = ("Of", null),
        ["Speaker.name"] = ("Speaker", null),
        ["Party.jurisdiction"] = ("Place", "Or give a name."),
        ["Response.jurisdiction"] = ("Place that answers", "Or an association, or unnamed officials."),
        ["answers"] = ("What it answers", "A letter, round, statement or lawsuit, by title; empty if not known."),
        ["about"] = ("About", "A round, letter, response, lawsuit or place, by title."),
        ["made_on"] = ("Day", null),
        ["happened_on"] = ("Day", null),
        ["filed_on"] = ("Filed", null),
        ["status_on"] = ("Status as of", null),
        ["published_on"] = ("Published", null),
        ["url"] = ("Web address", "With https://."),
        ["archived_url"] = ("Archived copy", "With https://."),
        ["ocd_id"] = ("OCD id", "ocd-division/country:us/state:wa/county:king"),
        ["geoid"] = ("GEOID", "Census code, with its leading zeros: 2 digits for a state, 5 county, 7 place, 10 county subdivision."),
        ["other_names"] = ("Other names", "One a line."),
        ["laws"] = ("Laws, as named", "One a line."),
        ["grants"] = ("Grants, as named", "One a line."),
        ["source"] = ("Source", "By publisher and day."),
        ["paragraph"] = ("Paragraph", "Counting non-empty lines from 1."),
        ["page"] = ("or page", null),
        ["field"] = ("Bears on", null),
        ["as_reported"] = ("What it says there", "Its own wording for names, numbers and dates, ours otherwise."),
        ["quotations"] = ("Quotations", "Under 30 words each, only what the source prints between quotation marks. One a line."),
        ["basis"] = ("The source", null),
        ["bearing"] = ("And it", null),
        ["reasoning"] = ("Why it can be inferred", "Only if inferred."),
        ["origin"] = ("Origin", "If the passage is copied from elsewhere, as wire copy is: one word for it, the same at every copy."),
        ["Document.title"] = ("What it is", "“The letter as the county received it”."),
        ["Document.note"] = ("What a reader should know of it", "Where it comes from, what is blacked out, which pages are missing."),
        ["file_name"] = ("Name to save it by", null),
        ["held"] = ("Who may see it", null),
        ["none"] = ("A source says that there is none", "Cite it for that field."),
        ["not_applicable"] = ("A source says that it does not apply", "Cite it for that field."),
        ["text_sha256"] = ("SHA-256 of the text", null),
        ["latitude"] = ("Latitude", "Degrees north, for the map."),
        ["longitude"] = ("Longitude", "Degrees east: negative in the US."),
    };

    /// <summary>What a document's file tells of itself.</summary>
    private static readonly string[] Told = ["sha256", "media_type", "size_bytes", "pages"];

    private static readonly Dictionary<string, DictionaryShape> Meanings = DictionaryShapes.All.ToDictionary(s => s.Name);

    private static readonly Dictionary<RecordKind, IReadOnlyList<FormField>> Forms =
        Content.Types.ToDictionary(t => t.Key, t => FieldsOf(t.Value, name => Basic[t.Key].Contains(name) || name == "citations"));

    public static IReadOnlyList<FormField> Of(RecordKind kind) => Forms[kind];

    private static IReadOnlyList<FormField> FieldsOf(Type type, Func<string, bool> isBasic)
    {
        var shape = Text.Sentence(type.Name[..^nameof(Content).Length]);
        var fresh = Activator.CreateInstance(type)!;
        return [.. TypedFields.Properties(type).Where(p => p.Name != nameof(IKeyed.Key)).Select(p => Field(shape, p, fresh, isBasic)).OrderBy(f => Last.IndexOf(f.Name))];
    }

    private static FormField Field(string shape, PropertyInfo property, object fresh, Func<string, bool> isBasic)
    {
        var name = TypedFields.NameOf(property);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = TypedFields.ItemType(type);
        var row = TypedFields.RowType(type);
        var names = property.GetCustomAttribute<NamesAttribute>()?.Kinds ?? [];
        var max = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;
        var control = (type, item) switch
        {
            _ when row is not null => Control.Rows,
            _ when shape == "Document" && Told.Contains(name) => Control.Hidden,
            (_, { IsEnum: true }) => Control.Choices,
            _ when name is "none" or "not_applicable" => Control.Choices,
            (_, not null) => names.Count > 0 ? Control.Pickers : Control.Lines,
            ({ IsEnum: true }, _) => Control.Choice,
            _ when type == typeof(bool) => Control.Choice,
            _ when type == typeof(PartialDate) => Control.Date,
            _ when type == typeof(string) => name == "state" || name == "field" ? Control.Choice : names.Count > 0 ? Control.Picker : max > 500 && name is not ("url" or "archived_url") ? Control.LongText : Control.Line,
            _ => Control.Number,
        };
        IReadOnlyList<(string, string)> options = name == "state" ? [.. States.Names.Select(s => (s.Key, s.Value))]
            : (item ?? type).IsEnum ? [.. Enum.GetValues(item ?? type).Cast<Enum>().Select(value => (value.ToString(), WordsFor(value)))]
            : name == "held" ? [("false", "Everyone, once the record is published"), ("true", "The desk alone: it is kept to check quotations, as a newspaper’s text is")] : [];
        var (label, hint) = Words.TryGetValue($"{shape}.{name}", out var own) || Words.TryGetValue(name, out own) ? own : (Site.Words.FieldInWords(name), MeaningOf(shape, name));
        var isRequired = property.GetCustomAttribute<RequiredAttribute>() is not null || property.PropertyType == type && (type.IsEnum || type == typeof(bool));
        return new(name, label, hint ?? (control == Control.Date ? DateForm : null), control, isRequired, max, options, names, row is null ? [] : FieldsOf(row, BasicOfCitation.Contains), control == Control.Choice ? property.GetValue(fresh) is bool said ? said ? "true" : "false" : property.GetValue(fresh)?.ToString() : null, isBasic(name));
    }

    private static string? MeaningOf(string shape, string name) => Meanings.GetValueOrDefault(shape)?.Fields.FirstOrDefault(f => f.Name == name)?.Meaning;

    private static string WordsFor(Enum value) => value switch
    {
        Basis.Stated => "states it",
        Basis.Inferred => "lets us infer it",
        Bearing.Supports => "supports this",
        Bearing.Compatible => "is vaguer",
        Bearing.Disputes => "disputes it",
        _ => Text.Sentence(value.InWords()),
    };
}
