namespace SanctuaryTracker.Features.Downloads;

/// <summary>A question, how the API is asked it, and a part of its answer as the founding record gives it.</summary>
/// <param name="Answer">JSON; what is left out of it stands in the whole answer.</param>
public sealed record ApiExample(string Question, string Path, string Answer, string Remark);

/// <summary>The API by example.</summary>
public static class ApiExamples
{
    public static IReadOnlyList<ApiExample> All { get; } =
    [
        new("Which letters have no formal reply recorded?", "/api/v1/letters?reply=NotRecorded&state=WA",
            """{ "items": [ { "slug": "king-county-wa-2018-01-24", "recipient": "King County, Washington", "sent_on": "2018-01-24", "reply_due_on": null, "reply_recorded": false } ], "next": null, "total": 1 }""",
            "A list answers with a page of items, the cursor of the next page, and how many there are. A blank is null: not known."),
        new("Which place is that, by its Census code?", "/api/v1/jurisdictions?geoid=53033",
            """{ "items": [ { "slug": "king-county-wa", "name": "King County", "kind": "County", "ocd_id": "ocd-division/country:us/state:wa/county:king", "geoid": "53033", "letters": 1, "copies": 0 } ] }""",
            "GEOIDs are text, because leading zeros matter; OCD ids join with other civic data."),
        new("What did Seattle say, and did it get the letter?", "/api/v1/responses?jurisdiction=seattle-wa",
            """{ "items": [ { "standing": "Copied", "answers": { "kind": "Letter", "slug": "king-county-wa-2018-01-24" }, "form": "Remark", "made_on": "2018-01-24" } ] }""",
            "Standing is worked out from letters, copies and non-receipts. A remark is no reply."),
        new("What is inferred, and why?", "/api/v1/citations?basis=Inferred&limit=1",
            """{ "items": [ { "citation": { "basis": "Inferred" } } ] }""",
            "Each citation names its record, field, source, paragraph and origin; an inferred one gives the reasoning."),
        new("What exactly did version 1 of a record say?", "/api/v1/letters/king-county-wa-2018-01-24/revisions",
            """[ { "version": 1, "change_number": 1, "author": "The seed files", "origin": "Seed" } ]""",
            "Versions are never edited, so a version cited today reads the same later."),
    ];
}
