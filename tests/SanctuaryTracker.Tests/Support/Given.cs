namespace SanctuaryTracker.Tests.Support;

/// <summary>Valid contents, told only what matters to the test; what a record refers to comes along with it.</summary>
public sealed class Given
{
    /// <summary>The round that letters belong to unless told otherwise.</summary>
    public const string Round = "round";

    /// <summary>The source that everything cites unless told otherwise.</summary>
    public const string Paper = "paper";

    private Given(RecordKind kind, string slug, Content content, params IEnumerable<Given> needs)
    {
        Records = [.. needs.SelectMany(n => n.Records).Select(r => r with { IsBrought = true }), new(kind, slug, content, IsBrought: false)];
        if (kind != RecordKind.Source)
            Records = [.. Source().Records.Select(r => r with { IsBrought = true }), .. Records];
    }

    /// <summary>What it needs, and last the record itself.</summary>
    public IReadOnlyList<GivenRecord> Records { get; private init; }

    public Content Content => Records[^1].Content;

    /// <summary>The record itself as a first edit.</summary>
    public Edit Edit => new(Records[^1].Kind, Records[^1].Slug, Content);

    /// <summary>Both.</summary>
    public static Given operator +(Given one, Given other) => new(RecordKind.Source, Paper, Source().Content) { Records = [.. one.Records, .. other.Records] };

    public static Given Source(string slug = Paper, Action<SourceContent>? with = null) =>
        new(RecordKind.Source, slug, Made(new() { Publisher = $"The {NameOf(slug)}", Kind = SourceKind.NewsStory, PublishedOn = On("2018-01-24"), Paragraphs = 40 }, with));

    public static Given Place(string slug, Action<JurisdictionContent>? with = null) =>
        new(RecordKind.Jurisdiction, slug, Made(new() { Name = NameOf(slug), Kind = JurisdictionKind.City }, with));

    public static Given Campaign(string slug = Round, string? sentOn = "2018-01-24", string? replyDueOn = null, Action<CampaignContent>? with = null) =>
        new(RecordKind.Campaign, slug, Made(new() { Title = $"The {NameOf(slug)}", SentOn = On(sentOn), ReplyDueOn = On(replyDueOn), Citations = [Cited()] }, with));

    /// <summary>A letter to a place, with the place's slug for its own; and, if wanted, the place's answer to it.</summary>
    public static Given Letter(string place, ResponseKind? answer = null, ResponseForm form = ResponseForm.Reply, string? campaign = Round, string? sentOn = null, string? replyDueOn = null, Action<LetterContent>? with = null)
    {
        var content = Made(new() { Jurisdiction = place, Campaign = campaign, SentOn = On(sentOn), ReplyDueOn = On(replyDueOn), Citations = [Cited()] }, with);
        var letter = new Given(RecordKind.Letter, place, content,
            [.. Places([content.Jurisdiction, .. content.Copies.Select(c => c.Jurisdiction)]), .. content.Campaign is { } round ? new[] { Campaign(round) } : []]);
        return answer is { } kind ? letter + Response(place, answers: $"letters/{place}", kind: kind, form: form) : letter;
    }

    /// <summary>Brings the place, but not what it answers.</summary>
    public static Given Response(string place, string? answers = null, ResponseKind kind = ResponseKind.Objection, ResponseForm form = ResponseForm.Reply, string? madeOn = null, Action<ResponseContent>? with = null)
    {
        var content = Made(new() { Headline = $"{NameOf(place)} answers", Jurisdiction = place, Answers = answers, Kinds = [kind], Form = form, MadeOn = On(madeOn), Citations = [Cited()] }, with);
        return new(RecordKind.Response, place, content, Places([content.Jurisdiction]));
    }

    public static Given Statement(string slug, string about = $"campaigns/{Round}", Action<StatementContent>? with = null) =>
        new(RecordKind.Statement, slug, Made(new() { Headline = $"{NameOf(slug)} is said", Speaker = "A. Speaker", About = [about], Citations = [Cited()] }, with), about == $"campaigns/{Round}" ? [Campaign()] : []);

    public static Given Lawsuit(string slug, Action<LawsuitContent>? with = null)
    {
        var content = Made(new() { CaseName = $"{NameOf(slug)} v. Sessions", Citations = [Cited()] }, with);
        return new(RecordKind.Lawsuit, slug, content, Places([content.Place, .. content.Parties.Select(p => p.Jurisdiction)]));
    }

    public static CitationContent Cited(string? field = null, string source = Paper, int paragraph = 1, Action<CitationContent>? with = null)
    {
        var citation = new CitationContent { Field = field, Source = source, Paragraph = paragraph };
        with?.Invoke(citation);
        return citation;
    }

    /// <summary>A citation that is inferred, and says why.</summary>
    public static CitationContent Inferred(string? field = null) => Cited(field, with: c => (c.Basis, c.Reasoning) = (Basis.Inferred, "It follows from the headline."));

    public static PartialDate? On(string? date) => date is null ? null : PartialDate.Parse(date, null);

    private static IEnumerable<Given> Places(IEnumerable<string?> slugs) => slugs.OfType<string>().Distinct().Select(slug => Place(slug));

    private static T Made<T>(T content, Action<T>? with)
    {
        with?.Invoke(content);
        return content;
    }

    private static string NameOf(string slug) => System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(slug.Replace('-', ' '));
}

/// <summary>One content under its slug.</summary>
/// <param name="IsBrought">It came along with another: one that the test gives itself goes before it.</param>
public sealed record GivenRecord(RecordKind Kind, string Slug, Content Content, bool IsBrought);
