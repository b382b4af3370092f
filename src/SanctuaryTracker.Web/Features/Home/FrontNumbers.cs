using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Home;

/// <summary>A number of the front page.</summary>
/// <param name="Of">Out of how many; null if it is of none.</param>
/// <param name="List">The address of the list that has exactly so many.</param>
/// <param name="Sentence">What the number says, to be quoted.</param>
/// <param name="Cited">What the sentence rests on.</param>
public sealed record FrontNumber(int Count, int? Of, string Label, string List, string Sentence, IReadOnlyList<ICited> Cited);

/// <summary>The numbers of the front page, each with the list behind it and a sentence to take away.</summary>
public static class FrontNumbers
{
    extension(FrontPage front)
    {
        public IReadOnlyList<FrontNumber> Numbers
        {
            get
            {
                var (detail, answers) = (front.Campaign!, front.Answers!);
                var (campaign, round) = (detail.Campaign, $"“{detail.Campaign.Title}”");
                var inferred = campaign.ByInference is { } some ? $", {some}" : "";
                // Of a round that is too long for its page, the lists have the sources: some of them would pass for all.
                IReadOnlyList<LetterItem> letters = detail.HasAllLetters ? detail.Letters : [];
                IReadOnlyList<ResponseItem> responses = detail.HasAllResponses ? detail.Responses : [];
                var formal = responses.Where(r => r.Form is ResponseForm.Reply or ResponseForm.Documents);
                return
                [
                    new(campaign.RecipientsNamed, campaign.RecipientsReported, (campaign.RecipientsReported is null ? "recipients named" : "recipients reported are named") + inferred, RecipientsOf(campaign.Slug),
                        campaign.RecipientsReported is { } reported ? $"Of {Reported(campaign)} recipients reported of {round}, {campaign.RecipientsNamed} {Are(campaign.RecipientsNamed)} named{inferred}" : $"{Words.Count(campaign.RecipientsNamed, "recipient", "recipients")} of {round} {Are(campaign.RecipientsNamed)} named{inferred}",
                        [.. detail.Record.Citations.Where(c => c.Field == "recipients_reported" && c.Bearing == Bearing.Supports), .. letters.Where(l => l.Jurisdiction is not null).SelectMany(l => l.Evidence).Where(e => e.Field is null or "jurisdiction")]),
                    new(campaign.Copied, null, campaign.Copied == 1 ? "place copied, which makes no recipient" : "places copied, which makes no recipient", $"/jurisdictions?standing=Copied&campaign={campaign.Slug}",
                        $"{Words.Count(campaign.Copied, "jurisdiction was", "jurisdictions were")} copied on letters of {round}; a copy makes no recipient",
                        [.. letters.SelectMany(l => l.Evidence).Where(e => e.Field?.StartsWith("copies/", StringComparison.Ordinal) is true)]),
                    new(answers.Answered, campaign.RecipientsNamed, "named recipients with a response recorded", $"{RecipientsOf(campaign.Slug)}&responded=true",
                        $"Of {Words.Count(campaign.RecipientsNamed, "named recipient", "named recipients")} of {round}, {answers.Answered} {Have(answers.Answered)} a response of any form on record",
                        [.. responses.Where(r => r.Standing == Standing.Recipient).SelectMany(r => r.Citations)]),
                    new(answers.Replies, answers.Letters, "letters with a formal reply recorded", $"/letters?campaign={campaign.Slug}&reply=Recorded",
                        $"Of {Words.Count(answers.Letters, "letter", "letters")} of {round} on record, {answers.Replies} {Have(answers.Replies)} a formal reply on record",
                        [.. formal.SelectMany(r => r.Citations)]),
                    new(answers.Overdue, answers.WithDeadline, answers.WithDeadline == 0 ? "replies overdue: no deadline is recorded" : "letters with a deadline and no reply are overdue", $"/letters?campaign={campaign.Slug}&reply=Overdue",
                        answers.WithDeadline == 0 ? $"No letter of {round} without a reply has a deadline on record" : $"Of {Words.Count(answers.WithDeadline, "letter", "letters")} of {round} with a deadline and no reply, {answers.Overdue} {Are(answers.Overdue)} overdue",
                        [.. detail.Record.Citations.Where(c => c.Field == "reply_due_on"), .. answers.Due.SelectMany(l => l.Evidence).Where(e => e.Field == "reply_due_on")]),
                    new(front.LawsuitCount, null, LabelOf(front.LawsuitCount, front.SuitsByPlace), "/lawsuits",
                        front.LawsuitsInWords, [.. front.Lawsuits.SelectMany(l => l.Evidence)]),
                ];
            }
        }

        /// <summary>Those of whom no response is recorded: a number of its own, because silence is not a finding.</summary>
        public FrontNumber Silent => new(front.Answers!.SilentCount, front.Campaign!.Campaign.RecipientsNamed, "named recipients without a response recorded", $"{RecipientsOf(front.Campaign.Campaign.Slug)}&responded=false",
            $"Of {Words.Count(front.Campaign.Campaign.RecipientsNamed, "named recipient", "named recipients")} of “{front.Campaign.Campaign.Title}”, {front.Answers.SilentCount} {Have(front.Answers.SilentCount)} no response on record, which is no finding that they were silent", []);
    }

    /// <summary>A suit known by its place alone may stand for several, and sources may not name all places.</summary>
    private static string LabelOf(int lawsuits, int byPlace) =>
        byPlace == 0 ? lawsuits == 1 ? "lawsuit recorded" : "lawsuits recorded"
        : byPlace < lawsuits ? $"lawsuits recorded, {byPlace} known by place alone"
        : lawsuits == 1 ? "place where suits are reported; there may be others" : "places where suits are reported; there may be others";

    private static string RecipientsOf(string campaign) => $"/jurisdictions?standing=Recipient&campaign={campaign}";

    /// <summary>“about 23”, or “23” if it is exact.</summary>
    public static string Reported(CampaignItem campaign) => campaign.RecipientsPrecision is null or CountPrecision.Exact ? $"{campaign.RecipientsReported}" : $"{campaign.RecipientsPrecision.InWords()} {campaign.RecipientsReported}";

    private static string Are(int n) => n == 1 ? "is" : "are";

    private static string Have(int n) => n == 1 ? "has" : "have";
}
